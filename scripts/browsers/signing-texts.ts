import { laterTextsOf } from '../../web/sign/texts/later/texts-of.ts';
import { textsOf } from '../../web/sign/texts/texts-of.ts';
import type { Language } from '../../web/ui/language.ts';

/** Everything that the signing page may say. */
export const signingTexts = (language: Language) => ({
  ...textsOf(language),
  ...laterTextsOf(language),
});

export type SigningTexts = ReturnType<typeof signingTexts>;
