import { writeFileSync } from 'node:fs';
import { create } from 'qrcode';

const WIDTH = 1280;
const HEIGHT = 720;
/** Brightness of ink and paper in a dim room; video levels range from 16 to 235. */
const INK = 50;
const PAPER = 170;
const TABLE = 90;

/** A slightly rotated camera picture of a printed QR code, as YUV4MPEG2. */
export function filmQrCode(file: string, text: string): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = 340 / modules.size;
  const [sine, cosine] = [Math.sin(0.06), Math.cos(0.06)];
  const luma = Buffer.alloc(WIDTH * HEIGHT, TABLE);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
      const column = Math.floor((dx * cosine + dy * sine) / side + modules.size / 2);
      const row = Math.floor((dy * cosine - dx * sine) / side + modules.size / 2);
      const inside = (index: number, margin: number) =>
        index >= -margin && index < modules.size + margin;
      if (!inside(row, 8) || !inside(column, 8)) continue;
      const dark = inside(row, 0) && inside(column, 0) && modules.get(row, column);
      luma[y * WIDTH + x] = dark ? INK : PAPER;
    }
  }
  const frame = [Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)];
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420mpeg2\n`);
  writeFileSync(file, Buffer.concat([header, ...frame, ...frame]));
}
