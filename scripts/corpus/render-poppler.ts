import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONG_SIDE, type PageImage } from './page-image.ts';

/** False where poppler is not installed. */
export const hasPoppler = (): boolean => !spawnSync('pdftoppm', ['-v']).error;

/** The page (from 1) as poppler shows it; undefined if it fails. */
export function renderWithPoppler(file: string, number: number): PageImage | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-poppler-'));
  try {
    const page = ['-f', String(number), '-l', String(number)];
    const size = ['-cropbox', '-scale-to', String(LONG_SIDE)];
    spawnSync('pdftoppm', ['-q', ...page, ...size, file, join(folder, 'page')]);
    const [name] = readdirSync(folder);
    return name === undefined ? undefined : readPortablePixmap(readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Binary PPM (netpbm's P6) with 255 steps a channel. */
function readPortablePixmap(bytes: Buffer): PageImage {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (!head) throw new Error('not a P6 pixmap');
  const [whole, width, height] = [head[0], Number(head[1]), Number(head[2])];
  const rgb = bytes.subarray(whole.length);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    rgba[pixel * 4] = rgb[pixel * 3]!;
    rgba[pixel * 4 + 1] = rgb[pixel * 3 + 1]!;
    rgba[pixel * 4 + 2] = rgb[pixel * 3 + 2]!;
  }
  return { width, height, rgba };
}
