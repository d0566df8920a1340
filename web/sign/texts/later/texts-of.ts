import type { Language } from '../../../ui/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { LaterTexts } from './later-texts.ts';

const TEXTS: Readonly<Record<Language, LaterTexts>> = { it, en, de, fr, es };

export const laterTextsOf = (language: Language): LaterTexts => TEXTS[language];
