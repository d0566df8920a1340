import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What a new field is called, in any language: a draft may be gone on with in another one. */
const NAMES = new Set([it, en, de, fr, es].flatMap(({ fields }) => Object.values(fields.kinds)));

export const isDefaultName = (label: string): boolean => NAMES.has(label.trim()) || !label.trim();
