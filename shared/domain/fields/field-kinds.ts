import { Refusal } from '../errors.ts';
import { dateRangeOf, displayDate, isCalendarDate, isWithin } from './date-value.ts';
import type { Field, FieldKind, MarkKind, Size, Value } from './field.ts';
import { isWrittenNumber, printedNumber } from './number-value.ts';

/** Of a field that is kept, or is still worked on. */
type Details = Pick<Field, 'id' | 'label'> & {
  readonly [K in 'options' | 'multiline' | 'earliest' | 'latest']?: Field[K] | undefined;
};

/** What holds of a kind of field, whoever shows, draws or checks it. */
interface FieldRules {
  /** Drawn with the signature itself, not filled with a value. */
  readonly isMark: boolean;
  /** Ticked or not; every other value is text. */
  readonly isTick: boolean;
  /** Has `options`, of which one is chosen. */
  readonly hasOptions: boolean;
  /**
   * Points, with letters of `LEAST_LETTER`: below it no value can be read there in any language. What a field
   * holds may need more (a date in French, a long option, several lines): `unfillable` in shared/pdf asks the code
   * that draws it.
   */
  readonly least: Size;
  /** Why no value could ever fit, whatever is given. */
  readonly problem?: (field: Details) => 'options' | 'dates' | undefined;
  readonly fits: (field: Details, value: Value) => boolean;
  /** The form in which a value that fits is kept; refuses what lies outside the field's limits. */
  readonly kept?: (field: Details, text: string) => string;
  /** As it is printed, and as every page shows it before. */
  readonly shown?: (text: string, language: string) => string;
}

/** Points. Letters below this nobody reads, so nobody fills them in or signs them. */
export const LEAST_LETTER = 5;

const MARK = { isMark: true, isTick: false, hasOptions: false, fits: () => false } as const;
const TEXT = { isMark: false, isTick: false, hasOptions: false } as const;

export const FIELD_RULES: Readonly<Record<FieldKind, FieldRules>> = {
  /** A short name, written by hand: eight small letters. */
  signature: { ...MARK, least: { width: 24, height: 8 } },
  /** Two capitals. */
  initials: { ...MARK, least: { width: 14, height: 8 } },
  /** Its largest letters, as of the seal of a company, are a third of it. */
  stamp: { ...MARK, least: { width: 16, height: 16 } },
  text: {
    ...TEXT,
    /** "MM": a province, a size. */
    least: { width: 14, height: 7 },
    fits: ({ multiline }, value) =>
      typeof value === 'string' && (multiline === true || !value.includes('\n')),
  },
  number: {
    ...TEXT,
    /** "99" */
    least: { width: 10, height: 7 },
    fits: (_, value) => typeof value === 'string' && isWrittenNumber(value),
    kept: (_, text) => printedNumber(text),
  },
  date: {
    ...TEXT,
    /** "28.11.2026" */
    least: { width: 30, height: 7 },
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
    /** The tick is a line of a point and needs to be told from its frame. */
    least: { width: 6, height: 6 },
    fits: (_, value) => typeof value === 'boolean',
  },
  choice: {
    ...TEXT,
    hasOptions: true,
    /** As a text. */
    least: { width: 14, height: 7 },
    problem: ({ options }) => (options?.length ? undefined : 'options'),
    fits: ({ options }, value) => typeof value === 'string' && (options?.includes(value) ?? false),
  },
};

export const isMarkKind = (kind: FieldKind): kind is MarkKind => FIELD_RULES[kind].isMark;
export const isMark = ({ kind }: Pick<Field, 'kind'>): boolean => isMarkKind(kind);

/** A value as it is printed, and as every page shows it before: "2026-11-24" in Italian as "24 nov 2026". */
export const displayValue = (kind: FieldKind, value: string, language: string): string =>
  FIELD_RULES[kind].shown?.(value, language) ?? value;

function dateInRange(field: Details, date: string): string {
  const range = dateRangeOf(field);
  if (isWithin(date, range)) return date;
  throw new Refusal('date_out_of_range', { field: field.id, label: field.label, date, ...range });
}
