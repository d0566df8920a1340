import { useCeremony } from './context.ts';
import type { LaterTexts } from './texts/later/later-texts.ts';
import { laterTextsOf } from './texts/later/texts-of.ts';

export const useLaterTexts = (): LaterTexts => laterTextsOf(useCeremony().language);
