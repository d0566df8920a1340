import { laterTextsOf } from '../../web/sign/texts/later/texts-of.ts';
import { textsOf } from '../../web/sign/texts/texts-of.ts';
import type { Language } from '../../web/ui/language.ts';

/** All texts of the signing page. */
export const signingTexts = (language: Language) => ({
  ...textsOf(language),
  ...laterTextsOf(language),
});

export type SigningTexts = ReturnType<typeof signingTexts>;
