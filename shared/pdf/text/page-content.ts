import type { PDFRawStream } from 'pdf-lib';
import type { Operator } from './content-operators.ts';
import type { TextFont } from './text-font.ts';

/** One operator that shows text, with the state it found. */
export interface Shown {
  readonly stream: PDFRawStream;
  readonly operator: Operator;
  readonly font: TextFont;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** Marked content whose `ActualText` replaces this text. */
  readonly spans: readonly MarkedSpan[];
}

export interface MarkedSpan {
  readonly stream: PDFRawStream;
  readonly operator: Operator;
}

/** Points of the displayed page, from its top left; the origin of a glyph is on its baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  /** Font size as displayed. */
  readonly size: number;
  /** Read from left to right. */
  readonly isUpright: boolean;
  readonly shown: Shown;
  /** Among the codes of its operator. */
  readonly index: number;
}

/** A straight line across or down the page, or a thin filled box. */
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageContent {
  /** In painting order. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}

/**
 * What is read of a document at most. What lies beyond is not read, on every run the same: counted in work, never
 * in time, so that what was found when the document was checked is found again when it is prepared.
 */
export interface ReadingBudget {
  bytes: number;
  glyphs: number;
}

export const readingBudget = (): ReadingBudget => ({ bytes: 48 * 1024 * 1024, glyphs: 4_000_000 });

/** One page holds no more than this of letters that anybody reads. */
export const MAX_GLYPHS_PER_PAGE = 100_000;
