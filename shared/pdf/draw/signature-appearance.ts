import type { Language } from '../../domain/envelope/party.ts';
import type { Size } from '../../domain/fields/field.ts';
import { localeOf } from '../../domain/text/locale.ts';
import { textWidth } from '../font/font.ts';
import type { Drawing, DrawingItem, Rgb } from './drawing.ts';
import { placeDrawing } from './place-drawing.ts';

/** Caption below a signature. `at`: when the party signed (ISO 8601). */
export interface Caption {
  readonly name: string;
  readonly at: string;
  readonly language: Language;
  /** IANA time zone. */
  readonly timeZone: string;
}

const METHOD: Record<Language, string> = {
  it: 'firma elettronica con codice monouso',
  en: 'electronic signature with one-time code',
  de: 'elektronische Signatur mit Einmalcode',
  fr: 'signature électronique avec code à usage unique',
  es: 'firma electrónica con código de un solo uso',
};
const GREY: Rgb = [0.32, 0.35, 0.39];
const LARGEST = 6;
const PADDING = 2;
/** Line height of the caption, relative to its font size. */
const LEADING = 1.25;
/** Points. Lower boxes show the mark without a caption. */
const MIN_HEIGHT = 24;

/** The party's mark above a small caption; without the caption in a low box. */
export function signatureAppearance(mark: Drawing, box: Size, caption: Caption): Drawing {
  const { name, at, language, timeZone } = caption;
  const { room, lines } = captioned(box, name, language, written(at, language, timeZone));
  return { ...sizeOf(box), items: [...placeDrawing(mark, room), ...lines] };
}

const sizeOf = ({ width, height }: Size) => ({ width, height });

/** The caption of a signature box, and the space left for the mark. */
export function captioned({ width, height }: Size, name: string, language: Language, when: string) {
  const texts = height < MIN_HEIGHT ? [] : [`${name}, ${METHOD[language]}`, when];
  const lines = texts.map((text) => lineIn({ width: width - 2 * PADDING, height }, text));
  const taken = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
  const room = {
    x: PADDING,
    y: PADDING + taken,
    width: width - 2 * PADDING,
    height: height - 2 * PADDING - taken,
  };
  return { room, lines: set(lines) };
}

type Line = { readonly text: string; readonly size: number };

/** The largest size within the width and a sixth of the height. */
const lineIn = ({ width, height }: Size, text: string): Line => ({
  text,
  size: Math.min(LARGEST, height / 6, width / textWidth(text, 1)),
});

/** Stacks the lines upwards from the bottom. */
const set = (lines: readonly Line[]): DrawingItem[] =>
  lines.map(({ text, size }, index) => {
    const below = lines.slice(index + 1).reduce((sum, line) => sum + line.size * LEADING, 0);
    return { kind: 'text', text, size, x: PADDING, y: PADDING + below + size * 0.2, color: GREY };
  });

const written = (at: string, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  })
    .format(new Date(at))
    // Some locales use a narrow no-break space, which the font lacks.
    .replaceAll('\u202f', '\u00a0');
