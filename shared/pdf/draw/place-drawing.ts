import type { Drawing, DrawingItem } from './drawing.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Scales a drawing to fit the box, keeping its aspect ratio, centred. */
export function placeDrawing(drawing: Drawing, box: Box): DrawingItem[] {
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height);
  const left = box.x + (box.width - drawing.width * scale) / 2;
  const bottom = box.y + (box.height - drawing.height * scale) / 2;
  return drawing.items.map((item) => placed(item, { left, bottom, scale }));
}

type Placement = { readonly left: number; readonly bottom: number; readonly scale: number };

function placed(item: DrawingItem, placement: Placement): DrawingItem {
  const { left, bottom, scale } = placement;
  if (item.kind === 'line') {
    const at = ([x, y]: readonly [number, number]) =>
      [left + x * scale, bottom + y * scale] as const;
    return { ...item, ...thinner(item, scale), from: at(item.from), to: at(item.to) };
  }
  const moved = { x: left + item.x * scale, y: bottom + item.y * scale };
  if (item.kind === 'text') return { ...item, ...moved, size: item.size * scale };
  if (item.kind === 'path')
    return { ...item, ...moved, ...thinner(item, scale), scale: item.scale * scale };
  const size = { width: item.width * scale, height: item.height * scale };
  if (item.kind === 'image') return { ...item, ...moved, ...size };
  return { ...item, ...moved, ...size, ...thinner(item, scale) };
}

const thinner = ({ lineWidth }: { lineWidth?: number }, scale: number) =>
  lineWidth === undefined ? {} : { lineWidth: lineWidth * scale };
