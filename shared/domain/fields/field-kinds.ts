import { Refusal } from '../errors.ts';
import { dateRangeOf, displayDate, isCalendarDate, isWithin } from './date-value.ts';
import type { Field, FieldKind, MarkKind, Size, Value } from './field.ts';
import { isWrittenNumber, printedNumber } from './number-value.ts';

/** The attributes of a field that its rules read; also of an unfinished one. */
type Details = Pick<Field, 'id' | 'label'> & {
  readonly [K in 'options' | 'multiline' | 'earliest' | 'latest']?: Field[K] | undefined;
};

/** What distinguishes a kind of field, for drawing, validation and display. */
interface FieldRules {
  /** Drawn with the signature, not filled with a value. */
  readonly isMark: boolean;
  /** Has a boolean value; the values of all other kinds are strings. */
  readonly isTick: boolean;
  /** Has `options`, one of which is chosen. */
  readonly hasOptions: boolean;
  /**
   * Smallest box, in points, that fits a value at MIN_FONT_SIZE in any language. The actual content may need
   * more (long options, several lines): `unfillable` in shared/pdf measures it.
   */
  readonly least: Size;
  /** Points: what a hand, a stamp or a line of 11-point text needs. */
  readonly usual: Size;
  /** Why no value could ever be valid. */
  readonly problem?: (field: Details) => 'options' | 'dates' | undefined;
  readonly fits: (field: Details, value: Value) => boolean;
  /** The form in which a valid value is stored; throws if it is outside the field's range. */
  readonly kept?: (field: Details, text: string) => string;
  /** How the value is displayed and printed. */
  readonly shown?: (text: string, language: string) => string;
}

/** Smallest legible font size, points. */
export const MIN_FONT_SIZE = 5;

const MARK = { isMark: true, isTick: false, hasOptions: false, fits: () => false } as const;
const TEXT = { isMark: false, isTick: false, hasOptions: false } as const;

export const FIELD_RULES: Readonly<Record<FieldKind, FieldRules>> = {
  /** Fits a short name in eight letters. */
  signature: { ...MARK, least: { width: 24, height: 8 }, usual: { width: 180, height: 56 } },
  /** Fits two capitals. */
  initials: { ...MARK, least: { width: 14, height: 8 }, usual: { width: 64, height: 32 } },
  /** The stamp's largest letters are a third of its height. */
  stamp: { ...MARK, least: { width: 16, height: 16 }, usual: { width: 110, height: 80 } },
  text: {
    ...TEXT,
    /** Fits "MM". */
    least: { width: 14, height: 7 },
    usual: { width: 180, height: 22 },
    fits: ({ multiline }, value) =>
      typeof value === 'string' && (multiline === true || !value.includes('\n')),
  },
  number: {
    ...TEXT,
    /** Fits "99". */
    least: { width: 10, height: 7 },
    usual: { width: 90, height: 22 },
    fits: (_, value) => typeof value === 'string' && isWrittenNumber(value),
    kept: (_, text) => printedNumber(text),
  },
  date: {
    ...TEXT,
    /** Fits "28.11.2026". */
    least: { width: 30, height: 7 },
    usual: { width: 90, height: 22 },
    problem: (field) => {
      const { earliest, latest } = dateRangeOf(field);
      return earliest > latest ? 'dates' : undefined;
    },
    fits: (_, value) => typeof value === 'string' && isCalendarDate(value),
    kept: dateInRange,
    shown: displayDate,
  },
  checkbox: {
    ...TEXT,
    isTick: true,
    /** The tick's stroke is one point wide and must not touch the frame. */
    least: { width: 6, height: 6 },
    usual: { width: 16, height: 16 },
    fits: (_, value) => typeof value === 'boolean',
  },
  choice: {
    ...TEXT,
    hasOptions: true,
    /** As for text. */
    least: { width: 14, height: 7 },
    usual: { width: 140, height: 22 },
    problem: ({ options }) => (options?.length ? undefined : 'options'),
    fits: ({ options }, value) => typeof value === 'string' && (options?.includes(value) ?? false),
  },
};

export const isMarkKind = (kind: FieldKind): kind is MarkKind => FIELD_RULES[kind].isMark;
export const isMark = ({ kind }: Pick<Field, 'kind'>): boolean => isMarkKind(kind);

/** How a value is displayed and printed: date "2026-11-24" is "24 nov 2026" in Italian. */
export const displayValue = (kind: FieldKind, value: string, language: string): string =>
  FIELD_RULES[kind].shown?.(value, language) ?? value;

function dateInRange(field: Details, date: string): string {
  const range = dateRangeOf(field);
  if (isWithin(date, range)) return date;
  throw new Refusal('date_out_of_range', { field: field.id, label: field.label, date, ...range });
}
