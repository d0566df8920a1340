import { HANDS, type Hand } from '../../domain/fields/hand.ts';
import { normalizeText } from '../font/font.ts';
import { COVERAGE } from './font/coverage.ts';

const covers = (hand: Hand, point: number): boolean =>
  COVERAGE[hand].some(([first, last]) => point >= first && point <= last);

/** Whether a handwriting font covers a normalized text; does not load its outlines. */
export const canWrite = (hand: Hand, text: string): boolean =>
  Array.from(text).every((character) => covers(hand, character.codePointAt(0)!));

/** The handwriting fonts that cover the whole text. */
export const handsFor = (text: string): Hand[] =>
  HANDS.filter((hand) => canWrite(hand, normalizeText(text)));
