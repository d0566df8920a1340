import { groupedEnvelopeId } from '../../../domain/envelope/envelope-id.ts';
import type { Drawing, DrawingItem, Rgb } from '../../draw/drawing.ts';
import { textWidth } from '../../font/font.ts';
import type { PageGeometry } from '../page/page-geometry.ts';

const SIZE = 6;
const FROM_EDGE = 7;
const MARGIN = 12;
const GREY: Rgb = [0.4, 0.4, 0.4];

export interface IdStrip {
  readonly envelopeId: string;
  /** Page number, from 1. */
  readonly page: number;
  readonly pages: number;
}

/** The line at the foot of every page with the envelope id. */
export function idStrip({ envelopeId, page, pages }: IdStrip, geometry: PageGeometry): Drawing {
  const { width, height } = geometry;
  const text = `Sigillo · ${groupedEnvelopeId(envelopeId)} · ${page}/${pages}`;
  const room = Math.max(1, width - 2 * MARGIN);
  const size = Math.min(SIZE, (SIZE * room) / textWidth(text, SIZE), height / 10);
  const x = (width - textWidth(text, size)) / 2;
  const item: DrawingItem = {
    kind: 'text',
    text,
    x,
    y: Math.min(FROM_EDGE, size),
    size,
    color: GREY,
  };
  return { width, height: size * 3, items: [item] };
}
