import { create } from 'qrcode/lib/core/qrcode.js';
import type { DrawingItem, Rgb } from './drawing.ts';

/** Modules of quiet zone per side (ISO/IEC 18004 § 9.1). */
const QUIET_ZONE = 4;

export interface QrPlace {
  readonly x: number;
  readonly y: number;
  /** Points, including the quiet zone. */
  readonly size: number;
  readonly color: Rgb;
}

/**
 * A QR code as one vector path. Error correction level M (15 %) keeps modules large enough for old phones at
 * 25 mm.
 */
export function qrCode(text: string, { x, y, size, color }: QrPlace): DrawingItem {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_ZONE;
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const d = rows
    .flatMap((row) =>
      runs(modules, row).map(([from, to]) => box(from, to, side - QUIET_ZONE - row)),
    )
    .join('');
  return { kind: 'path', d, x, y, scale: size / side, fill: color };
}

interface Modules {
  readonly size: number;
  readonly get: (row: number, column: number) => number;
}

/** Runs of dark modules in a row: [first column, column after the last]. */
function runs(modules: Modules, row: number): [number, number][] {
  const found: [number, number][] = [];
  for (let column = 0; column < modules.size; column++) {
    if (!modules.get(row, column)) continue;
    const from = column;
    while (column < modules.size && modules.get(row, column)) column++;
    found.push([from, column]);
  }
  return found;
}

function box(from: number, to: number, top: number): string {
  const [left, right] = [from + QUIET_ZONE, to + QUIET_ZONE];
  return `M${left} ${top}L${right} ${top}L${right} ${top - 1}L${left} ${top - 1}Z`;
}
