import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Default labels of new fields in all languages, because a draft may be continued in another language. */
const NAMES = new Set([it, en, de, fr, es].flatMap(({ fields }) => Object.values(fields.kinds)));

export const isDefaultName = (label: string): boolean => NAMES.has(label.trim()) || !label.trim();
