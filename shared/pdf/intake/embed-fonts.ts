import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFHexString, PDFObject, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { FontWeight } from '../draw/drawing.ts';
import type { FontReferences } from '../draw/form-drawing.ts';
import { fontMetrics } from '../font/font.ts';
import type { FontMetrics } from '../font/font-metrics.ts';
import { type FontProgram, fontProgram } from '../font/font-program.ts';

const SYMBOLIC = 4;
const CMAP_BLOCK = 100;

/** Embeds both weights; all later text refers to them. */
export const embedFonts = (context: PDFContext): FontReferences => ({
  regular: embed(context, 'regular'),
  bold: embed(context, 'bold'),
});

/** An array that is the same in every document, serialized once. */
class ConstantArray extends PDFObject {
  readonly #syntax: string;

  constructor(items: readonly (number | readonly number[])[]) {
    super();
    const written = items.map((item) => (typeof item === 'object' ? `[${item.join(' ')}]` : item));
    this.#syntax = `[${written.join(' ')}]`;
  }

  override toString(): string {
    return this.#syntax;
  }
}

interface ConstantParts {
  readonly widths: ConstantArray;
  readonly program: FontProgram;
  readonly toUnicode: Uint8Array;
}

const made = new Map<FontWeight, ConstantParts>();

function constantParts(weight: FontWeight): ConstantParts {
  const known = made.get(weight);
  if (known) return known;
  const metrics = fontMetrics(weight);
  const parts = {
    widths: new ConstantArray([1, metrics.widths]),
    program: fontProgram(weight),
    toUnicode: deflateSync(toUnicode(metrics)),
  };
  made.set(weight, parts);
  return parts;
}

/** A composite font with Identity-H encoding (ISO 32000-1, 9.7). */
function embed(context: PDFContext, weight: FontWeight): PDFRef {
  const metrics = fontMetrics(weight);
  const parts = constantParts(weight);
  const compressed = (bytes: Uint8Array, entries: object = {}) =>
    context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', ...entries }), bytes));
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: metrics.name,
    CIDToGIDMap: 'Identity',
    CIDSystemInfo: {
      Registry: PDFHexString.of(hexOf('Adobe')),
      Ordering: PDFHexString.of(hexOf('Identity')),
      Supplement: 0,
    },
    FontDescriptor: context.register(
      context.obj({
        ...descriptorEntries(metrics),
        FontFile2: compressed(parts.program.deflated, { Length1: parts.program.length }),
      }),
    ),
    W: parts.widths,
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: metrics.name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: compressed(parts.toUnicode),
    }),
  );
}

const hexOf = (text: string) => Buffer.from(text, 'latin1').toString('hex');

const descriptorEntries = (metrics: FontMetrics) => ({
  Type: 'FontDescriptor',
  FontName: metrics.name,
  Flags: SYMBOLIC,
  FontBBox: [...metrics.box],
  ItalicAngle: 0,
  Ascent: metrics.ascent,
  Descent: metrics.descent,
  CapHeight: metrics.capHeight,
  StemV: metrics.stemV,
});

/** ToUnicode CMap: makes text searchable, copyable and accessible. */
function toUnicode({ runs }: FontMetrics): string {
  const hex = (value: number) => value.toString(16).padStart(4, '0');
  const points = runs.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  const mapped = points.map((point, index) => `<${hex(index + 1)}> <${hex(point)}>`);
  const blocks: string[] = [];
  for (let start = 0; start < mapped.length; start += CMAP_BLOCK) {
    const block = mapped.slice(start, start + CMAP_BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
