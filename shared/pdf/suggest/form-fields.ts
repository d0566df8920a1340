import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from 'pdf-lib';
import type { FieldKind } from '../../domain/fields/field.ts';
import type { Suggestion } from '../../domain/fields/suggestion.ts';
import { numbersOf } from '../intake/flatten/appearance-matrix.ts';
import type { PageGeometry } from '../intake/page/page-geometry.ts';
import type { Page } from '../intake/page/page-tree.ts';
import { inherited } from '../syntax/inherited.ts';
import { name } from '../syntax/make-object.ts';
import { displayMatrix, pointIn } from '../text/matrix.ts';
import { clamped } from './fit-place.ts';
import { meaningOf, sideIn } from './label.ts';

/** ISO 32000-1, tables 165, 221, 226 and 228. */
const UNSEEN = 2 | 32;
const [READ_ONLY, REQUIRED, MULTILINE] = [1, 2, 1 << 12];
const [RADIO, PUSH_BUTTON] = [1 << 15, 1 << 16];
const MAX_ANCESTORS = 20;
/** As in the API's contract. */
const [MAX_LABEL, MAX_OPTIONS] = [200, 50];
const MIN_SIDE = 6;

type FormField = Omit<Suggestion, 'id'>;

/**
 * Suggestions from the document's own form fields; fields with a value are left out, because they count as
 * filled in.
 */
export const formFields = (
  pages: readonly Page[],
  geometries: readonly PageGeometry[],
): FormField[] =>
  pages.flatMap(({ dict }, page) => {
    const geometry = geometries[page];
    const annotations = dict.lookup(name('Annots'));
    if (!geometry || !(annotations instanceof PDFArray)) return [];
    const widgets = annotations.asArray().map((item) => dict.context.lookup(item));
    return widgets
      .map((widget) => (widget instanceof PDFDict ? fieldOf(widget, page, geometry) : undefined))
      .filter((field) => field !== undefined);
  });

function fieldOf(widget: PDFDict, page: number, geometry: PageGeometry): FormField | undefined {
  if (widget.lookup(name('Subtype')) !== name('Widget')) return undefined;
  const flags = numberOf(inherited(widget, 'Ff'));
  const place = placeOf(widget, geometry);
  const label = labelOf(widget);
  const kind = kindOf(widget, flags, label);
  if (!place || !kind || flags & READ_ONLY || numberOf(widget.lookup(name('F'))) & UNSEEN) {
    return undefined;
  }
  if (hasValue(widget)) return undefined;
  const options = kind === 'choice' ? optionsOf(widget) : [];
  if (kind === 'choice' && options.length === 0) return undefined;
  const side = sideIn(label);
  return {
    source: 'form',
    ...{ kind, page, ...place, required: (flags & REQUIRED) !== 0 || kind === 'signature' },
    ...(label !== '' && { label: label.slice(0, MAX_LABEL) }),
    ...(side && { party: { role: side, number: numberIn(label) } }),
    ...(kind === 'text' && (flags & MULTILINE) !== 0 && { multiline: true }),
    ...(options.length > 0 && { options }),
  };
}

function kindOf(widget: PDFDict, flags: number, label: string): FieldKind | undefined {
  switch (inherited(widget, 'FT')) {
    case name('Sig'):
      return 'signature';
    case name('Ch'):
      return 'choice';
    case name('Btn'):
      return flags & (RADIO | PUSH_BUTTON) ? undefined : 'checkbox';
    case name('Tx'):
      return meaningOf(label)?.kind ?? 'text';
    default:
      return undefined;
  }
}

function placeOf(widget: PDFDict, geometry: PageGeometry) {
  const [a, b, c, d] = numbersOf(widget, 'Rect') ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const display = displayMatrix(geometry);
  const [[x1, y1], [x2, y2]] = [pointIn(display, a, b), pointIn(display, c, d)];
  const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (width < MIN_SIDE || height < MIN_SIDE) return undefined;
  const place = { x: Math.min(x1, x2), y: Math.min(y1, y2), width, height };
  const isInside =
    place.x < geometry.width && place.y < geometry.height && x1 + x2 > 0 && y1 + y2 > 0;
  return isInside ? clamped(place, geometry) : undefined;
}

/** The field's tooltip, else its name split into words. */
function labelOf(widget: PDFDict): string {
  const said = textOf(inherited(widget, 'TU')).trim();
  if (said !== '') return said.replaceAll(/\s+/g, ' ');
  const parts: string[] = [];
  let node: PDFObject | undefined = widget;
  for (let level = 0; level < MAX_ANCESTORS && node instanceof PDFDict; level += 1) {
    parts.unshift(textOf(node.lookup(name('T'))));
    node = node.lookup(name('Parent'));
  }
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/\[\d+\]|[_.\-\s]+/g, ' ')
    .trim();
}

/** "Cliente 2" is the second client. */
const numberIn = (label: string): number => Number(/\b([1-9])\b/.exec(label)?.[1] ?? 1);

function hasValue(widget: PDFDict): boolean {
  const value = inherited(widget, 'V');
  if (value instanceof PDFName) return value !== name('Off');
  if (inherited(widget, 'FT') === name('Sig')) return value !== undefined;
  return textOf(value).trim() !== '' || (value instanceof PDFArray && value.size() > 0);
}

/** Of a choice's pairs of export value and text, the text is shown. */
function optionsOf(widget: PDFDict): string[] {
  const listed = inherited(widget, 'Opt');
  if (!(listed instanceof PDFArray)) return [];
  const items = Array.from({ length: Math.min(listed.size(), MAX_OPTIONS) }, (_, index) => {
    const option = listed.lookup(index);
    return textOf(option instanceof PDFArray ? option.lookup(option.size() - 1) : option);
  });
  const shown = items.map((item) => item.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_LABEL));
  return [...new Set(shown.filter((item) => item !== ''))];
}

const numberOf = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : 0);

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
