import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import type { PlannedField } from '../../plan.ts';
import { inherited } from '../../syntax/inherited.ts';
import { name } from '../../syntax/make-object.ts';
import type { FieldText } from './field-lines.ts';

/** Content of a field without an appearance stream (ISO 32000-1, 12.7.4). */
export interface FieldContent {
  readonly text?: FieldText;
  /** Fallback for a button that is on, if the text's font lacks its mark. */
  readonly mark?: 'tick' | 'dot';
  readonly isRound: boolean;
  /** Counterclockwise, as in /MK of widgets. */
  readonly rotate: PlannedField['rotate'];
}

/** Field flags: ISO 32000-1, tables 221, 226, 228 and 230. */
const MULTILINE = 1 << 12;
const PASSWORD = 1 << 13;
const RADIO = 1 << 15;
const PUSH_BUTTON = 1 << 16;
const COMB = 1 << 24;
const [CHECK, BULLET] = ['4', 'l'];
const ALIGN = ['left', 'centre', 'right'] as const;

export function fieldContent(widget: PDFDict, form: PDFDict | undefined): FieldContent {
  const flags = numberOf(inherited(widget, 'Ff'));
  const rotate = rotationOf(widget);
  switch (inherited(widget, 'FT')) {
    case name('Btn'):
      return { ...buttonContent(widget, flags), rotate };
    case name('Tx'):
      return { ...(flags & PASSWORD ? {} : textContent(widget, form, flags)), ...UPRIGHT, rotate };
    case name('Ch'):
      return { ...textContent(widget, form, 0), ...UPRIGHT, rotate };
    default:
      return { ...UPRIGHT, rotate };
  }
}

const UPRIGHT = { isRound: false };

function textContent(widget: PDFDict, form: PDFDict | undefined, flags: number) {
  const text = textOf(inherited(widget, 'V'), inherited(widget, 'Opt'));
  if (text.trim() === '') return {};
  const cells = numberOf(inherited(widget, 'MaxLen'));
  const isComb = (flags & COMB) !== 0 && cells > 0 && !(flags & MULTILINE);
  const kind = flags & MULTILINE ? 'lines' : isComb ? 'comb' : 'line';
  const align = ALIGN[numberOf(inherited(widget, 'Q') ?? form?.lookup(name('Q')))] ?? 'left';
  return { text: { text, kind, cells, align } satisfies FieldText };
}

function buttonContent(widget: PDFDict, flags: number): Omit<FieldContent, 'rotate'> {
  const caption = captionOf(widget);
  const centred = (text: string): FieldText => ({ text, kind: 'line', cells: 0, align: 'centre' });
  if (flags & PUSH_BUTTON) {
    return { ...(caption.trim() !== '' && { text: centred(caption) }), isRound: false };
  }
  const shown = caption || (flags & RADIO ? BULLET : CHECK);
  const isDot = shown === BULLET;
  const isRound = isDot && (flags & RADIO) !== 0;
  if (!isOn(widget)) return { isRound };
  return { text: centred(shown), mark: isDot ? 'dot' : 'tick', isRound };
}

function captionOf(widget: PDFDict): string {
  const look = widget.lookup(name('MK'));
  return look instanceof PDFDict ? textOf(look.lookup(name('CA')), undefined) : '';
}

/** By the appearance state, else by the value. */
function isOn(widget: PDFDict): boolean {
  const state = widget.lookup(name('AS')) ?? widget.lookup(name('V'));
  return state instanceof PDFName && state !== name('Off');
}

function rotationOf(widget: PDFDict): PlannedField['rotate'] {
  const look = widget.lookup(name('MK'));
  const degrees = look instanceof PDFDict ? numberOf(look.lookup(name('R'))) : 0;
  const turn = ((degrees % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

const numberOf = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : 0);

/** /V of a choice is an export value; /Opt has the text displayed for it. */
function textOf(value: unknown, options: unknown): string {
  if (value instanceof PDFString || value instanceof PDFHexString) {
    const text = value.decodeText();
    return displayed(text, options) ?? text;
  }
  if (!(value instanceof PDFArray)) return '';
  const parts = Array.from({ length: value.size() }, (_, index) => value.lookup(index));
  return parts.map((part) => textOf(part, options)).join(', ');
}

function displayed(exported: string, options: unknown): string | undefined {
  if (!(options instanceof PDFArray)) return undefined;
  for (let index = 0; index < options.size(); index += 1) {
    const option = options.lookup(index);
    if (option instanceof PDFArray && option.size() > 1) {
      if (textOf(option.lookup(0), undefined) === exported) {
        return textOf(option.lookup(1), undefined);
      }
    }
  }
  return undefined;
}
