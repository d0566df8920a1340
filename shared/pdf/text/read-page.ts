import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from 'pdf-lib';
import { contentsOf } from '../intake/page/page-contents.ts';
import type { PageGeometry } from '../intake/page/page-geometry.ts';
import { decodeStream } from '../syntax/decode-stream.ts';
import { name } from '../syntax/make-object.ts';
import { type Operand, type Operator, operatorsOf } from './content-operators.ts';
import { displayMatrix, IDENTITY, type Matrix, pointIn, times } from './matrix.ts';
import {
  type Glyph,
  MAX_GLYPHS_PER_PAGE,
  type MarkedSpan,
  type PageContent,
  type ReadingBudget,
} from './page-content.ts';
import { PathRules } from './path-rules.ts';
import { type ShownCode, type TextFont, textFont } from './text-font.ts';
import { initialState, matrixOf, numeric, TextPosition } from './text-state.ts';

const MAX_NESTING = 6;
const PER_EM = 1_000;
/** Above it a line is no longer read as one that goes across. */
const SLANT = 0.05;

/** Cache by font dictionary, because most pages use the same fonts. */
export type Fonts = Map<PDFDict, TextFont>;

/** The letters and lines of a page, where they are displayed. */
export function readPage(
  page: PDFDict,
  geometry: PageGeometry,
  fonts: Fonts,
  budget: ReadingBudget,
): PageContent {
  const reader = new PageReader(displayMatrix(geometry), fonts, budget);
  const streams = contentsOf(page).map((ref) => page.context.lookup(ref));
  const resources = dictOf(page.lookup(name('Resources')));
  for (const stream of streams) if (stream instanceof PDFRawStream) reader.read(stream, resources);
  return { glyphs: reader.glyphs, rules: reader.paths.rules };
}

class PageReader {
  readonly glyphs: Glyph[] = [];
  readonly paths = new PathRules();
  readonly #fonts: Fonts;
  readonly #budget: ReadingBudget;
  readonly #saved: ReturnType<typeof initialState>[] = [];
  readonly #position = new TextPosition();
  readonly #marked: (MarkedSpan | undefined)[] = [];
  #state: ReturnType<typeof initialState>;
  #depth = 0;
  #stream!: PDFRawStream;
  #resources: PDFDict | undefined;

  constructor(display: Matrix, fonts: Fonts, budget: ReadingBudget) {
    this.#state = initialState(display);
    this.#fonts = fonts;
    this.#budget = budget;
  }

  read(stream: PDFRawStream, resources: PDFDict | undefined): void {
    const content = decodeStream(stream, Math.max(1, this.#budget.bytes)) ?? new Uint8Array();
    if (content.length >= this.#budget.bytes) return;
    this.#budget.bytes -= content.length;
    const outside = [this.#stream, this.#resources] as const;
    [this.#stream, this.#resources] = [stream, resources];
    for (const operator of operatorsOf(content)) this.#run(operator);
    [this.#stream, this.#resources] = outside;
  }

  #run(operator: Operator): void {
    const act = ACTS[operator.name];
    if (act) act(this, operator.operands, operator);
  }

  save(): void {
    if (this.#saved.length < PER_EM) this.#saved.push({ ...this.#state });
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  get state() {
    return this.#state;
  }

  get position() {
    return this.#position;
  }

  setFont(key: Operand | undefined, size: number): void {
    const fonts = dictOf(this.#resources?.lookup(name('Font')));
    const font = typeof key === 'string' && fonts?.lookup(PDFName.of(key.slice(1)));
    this.#state.font = font instanceof PDFDict ? this.#fontOf(font) : undefined;
    this.#state.size = size;
  }

  setExtended(key: Operand | undefined): void {
    const states = dictOf(this.#resources?.lookup(name('ExtGState')));
    const extended =
      typeof key === 'string' ? dictOf(states?.lookup(PDFName.of(key.slice(1)))) : undefined;
    const set = extended?.lookup(name('Font'));
    if (!(set instanceof PDFArray) || set.size() < 2) return;
    const font = set.lookup(0);
    this.#state.font = font instanceof PDFDict ? this.#fontOf(font) : undefined;
    this.#state.size = Number(String(set.lookup(1)));
  }

  #fontOf(dict: PDFDict): TextFont {
    const known = this.#fonts.get(dict);
    if (known) return known;
    const made = textFont(dict);
    this.#fonts.set(dict, made);
    return made;
  }

  begin(properties: Operand | undefined, operator: Operator): void {
    const says = properties !== undefined && this.#hasActualText(properties);
    this.#marked.push(says ? { stream: this.#stream, operator } : undefined);
  }

  #hasActualText(properties: Operand): boolean {
    if (typeof properties !== 'string') return false;
    if (!properties.startsWith('/')) return properties.includes('/ActualText');
    const listed = dictOf(this.#resources?.lookup(name('Properties')));
    const dict = dictOf(listed?.lookup(PDFName.of(properties.slice(1))));
    return dict?.has(name('ActualText')) ?? false;
  }

  end(): void {
    this.#marked.pop();
  }

  show(operand: Operand | undefined, operator: Operator): void {
    const { font, size, charSpacing, wordSpacing } = this.#state;
    if (!font || operand === undefined) return;
    const spans = this.#marked.filter((span) => span !== undefined);
    const [stream, items] = [this.#stream, Array.isArray(operand) ? operand : [operand]];
    const shown = { stream, operator, font, size, charSpacing, wordSpacing, spans };
    let index = 0;
    for (const item of items) {
      if (typeof item === 'number') this.#kern(item);
      else if (item instanceof Uint8Array)
        for (const code of font.codesOf(item)) this.#glyph(code, shown, index++);
    }
  }

  #kern(thousandths: number): void {
    this.#position.advance((-thousandths / PER_EM) * this.#state.size * this.#state.scale);
  }

  #glyph(code: ShownCode, shown: Glyph['shown'], index: number): void {
    const { size, charSpacing, wordSpacing, scale, rise, ctm } = this.#state;
    const wide = code.width * size * scale;
    const spacing = (charSpacing + (code.isSpace ? wordSpacing : 0)) * scale;
    const matrix = times(this.#position.matrix, ctm);
    const [x, y] = pointIn(matrix, 0, rise);
    const [endX, endY] = pointIn(matrix, wide, rise);
    this.#position.advance(wide + spacing);
    if (this.#budget.glyphs <= 0 || this.glyphs.length >= MAX_GLYPHS_PER_PAGE) return;
    this.#budget.glyphs -= 1;
    const isUpright = endX >= x && Math.abs(endY - y) <= SLANT * Math.max(endX - x, 1);
    const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
    this.glyphs.push({ text: code.text, x, y, endX, size: height, isUpright, shown, index });
  }

  /** A form is painted in coordinates and with resources of its own (ISO 32000-1, 8.10.1). */
  paint(key: Operand | undefined): void {
    const objects = dictOf(this.#resources?.lookup(name('XObject')));
    const form = typeof key === 'string' ? objects?.lookup(PDFName.of(key.slice(1))) : undefined;
    if (!(form instanceof PDFRawStream) || form.dict.lookup(name('Subtype')) !== name('Form'))
      return;
    if (this.#depth >= MAX_NESTING) return;
    const outside = this.#state;
    const saved = this.#saved.splice(0);
    this.#state = { ...outside, ctm: times(formMatrix(form), outside.ctm) };
    this.#depth += 1;
    this.read(form, dictOf(form.dict.lookup(name('Resources'))) ?? this.#resources);
    this.#depth -= 1;
    this.#saved.splice(0, this.#saved.length, ...saved);
    this.#state = outside;
  }
}

function formMatrix({ dict }: PDFRawStream): Matrix {
  const matrix = dict.lookup(name('Matrix'));
  if (!(matrix instanceof PDFArray) || matrix.size() !== 6) return IDENTITY;
  return matrixOf(matrix.asArray().map((item) => Number(String(dict.context.lookup(item)))));
}

const dictOf = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFDict ? value : undefined;

type Act = (reader: PageReader, operands: readonly Operand[], operator: Operator) => void;

const fourNumbers = ([x1, y1, x2, y2]: readonly Operand[]) =>
  [numeric(x1), numeric(y1), numeric(x2), numeric(y2)] as const;

const painting =
  (isStroked: boolean, isFilled: boolean, closes = false): Act =>
  ({ paths }) => {
    if (closes) paths.close();
    paths.paint({ isStroked, isFilled });
  };

const nextLine: Act = ({ position, state }) => position.nextLine(0, -state.leading);

/** By operator (ISO 32000-1, annex A). */
const ACTS: Readonly<Record<string, Act | undefined>> = {
  q: (reader) => reader.save(),
  Q: (reader) => reader.restore(),
  cm: ({ state }, operands) => {
    state.ctm = times(matrixOf(operands), state.ctm);
  },
  gs: (reader, [key]) => reader.setExtended(key),
  Do: (reader, [key]) => reader.paint(key),
  BT: ({ position }) => position.set(IDENTITY),
  Tf: (reader, [key, size]) => reader.setFont(key, numeric(size)),
  Tc: ({ state }, [spacing]) => {
    state.charSpacing = numeric(spacing);
  },
  Tw: ({ state }, [spacing]) => {
    state.wordSpacing = numeric(spacing);
  },
  Tz: ({ state }, [percent]) => {
    state.scale = numeric(percent) / 100;
  },
  TL: ({ state }, [leading]) => {
    state.leading = numeric(leading);
  },
  Ts: ({ state }, [rise]) => {
    state.rise = numeric(rise);
  },
  Td: ({ position }, [x, y]) => position.nextLine(numeric(x), numeric(y)),
  TD: ({ position, state }, [x, y]) => {
    state.leading = -numeric(y);
    position.nextLine(numeric(x), numeric(y));
  },
  Tm: ({ position }, operands) => position.set(matrixOf(operands)),
  'T*': nextLine,
  Tj: (reader, [text], operator) => reader.show(text, operator),
  TJ: (reader, [items], operator) => reader.show(items, operator),
  "'": (reader, operands, operator) => {
    nextLine(reader, operands, operator);
    reader.show(operands[0], operator);
  },
  '"': (reader, [word, char, text], operator) => {
    reader.state.wordSpacing = numeric(word);
    reader.state.charSpacing = numeric(char);
    nextLine(reader, [], operator);
    reader.show(text, operator);
  },
  BMC: (reader, _, operator) => reader.begin(undefined, operator),
  BDC: (reader, [, properties], operator) => reader.begin(properties, operator),
  EMC: (reader) => reader.end(),
  m: ({ paths, state }, [x, y]) => paths.move(state.ctm, numeric(x), numeric(y)),
  l: ({ paths, state }, [x, y]) => paths.line(state.ctm, numeric(x), numeric(y)),
  c: ({ paths, state }, operands) => paths.curve(state.ctm, ...lastPoint(operands)),
  v: ({ paths, state }, operands) => paths.curve(state.ctm, ...lastPoint(operands)),
  y: ({ paths, state }, operands) => paths.curve(state.ctm, ...lastPoint(operands)),
  h: ({ paths }) => paths.close(),
  re: ({ paths, state }, operands) => paths.rectangle(state.ctm, ...fourNumbers(operands)),
  n: ({ paths }) => paths.drop(),
  S: painting(true, false),
  s: painting(true, false, true),
  f: painting(false, true),
  F: painting(false, true),
  'f*': painting(false, true),
  B: painting(true, true),
  'B*': painting(true, true),
  b: painting(true, true, true),
  'b*': painting(true, true, true),
};

const lastPoint = (operands: readonly Operand[]): [number, number] => [
  numeric(operands.at(-2)),
  numeric(operands.at(-1)),
];
