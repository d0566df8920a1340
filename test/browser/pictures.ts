import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PictureFile } from './sign/signing-page.ts';

const file = (name: string, type: string, bytes: Uint8Array): PictureFile => ({
  name,
  type,
  bytes,
});

/** A stroke of dark ink from the bottom left to the top right on grey-white paper. */
function inkOnPaper(width: number, height: number, paper: string | undefined): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  if (paper) {
    context.fillStyle = paper;
    context.fillRect(0, 0, width, height);
  }
  context.strokeStyle = '#1a2a6c';
  context.lineWidth = Math.max(1, height / 30);
  context.moveTo(width * 0.1, height * 0.9);
  context.lineTo(width * 0.9, height * 0.1);
  context.stroke();
  return canvas;
}

export const photo = (width: number, height: number): PictureFile =>
  file('foto.jpg', 'image/jpeg', inkOnPaper(width, height, '#e9e7e2').toBuffer('image/jpeg', 80));

/** As a phone held upright stores it: rotated by a quarter, with EXIF orientation 6. */
export function turnedPhoto(width: number, height: number): PictureFile {
  const { bytes } = photo(width, height);
  const exif = Buffer.from(
    'ffe1002245786966000049492a0008000000010012010300010000000600000000000000',
    'hex',
  );
  const turned = Buffer.concat([bytes.subarray(0, 2), exif, bytes.subarray(2)]);
  return file('verticale.jpg', 'image/jpeg', turned);
}

export const transparent = (width: number, height: number): PictureFile =>
  file('firma.png', 'image/png', inkOnPaper(width, height, undefined).toBuffer('image/png'));

export const webp = (width: number, height: number): PictureFile =>
  file('firma.webp', 'image/webp', inkOnPaper(width, height, '#ffffff').toBuffer('image/webp'));

export const empty = (width: number, height: number): PictureFile =>
  file('vuota.png', 'image/png', createCanvas(width, height).toBuffer('image/png'));

export function white(width: number, height: number): PictureFile {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  return file('bianca.png', 'image/png', canvas.toBuffer('image/png'));
}

/** The first bytes of an iPhone's HEIC file; Chromium cannot decode it. */
export function heic(): PictureFile {
  const bytes = new Uint8Array(4096);
  bytes.set(Buffer.from('0000001866747970686569630000000068656963', 'hex'));
  return file('IMG_0001.HEIC', 'image/heic', bytes);
}

export const renamed = (): PictureFile =>
  file('firma.png', 'image/png', new TextEncoder().encode('<svg/>'.repeat(40)));
