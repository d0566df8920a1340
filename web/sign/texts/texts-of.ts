import type { Language } from '../../ui/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { Texts } from './texts.ts';

const TEXTS: Readonly<Record<Language, Texts>> = { it, en, de, fr, es };

export const textsOf = (language: Language): Texts => TEXTS[language];
