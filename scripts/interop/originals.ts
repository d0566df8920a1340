import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Documents as people upload them, by the program that made them. */
export const ORIGINALS: Readonly<Record<string, () => Promise<Uint8Array | undefined>>> = {
  contract: async () => readFileSync(new URL('../../test/fixtures/contratto.pdf', import.meta.url)),
  classic: () => written(1, false),
  'xref-stream': () => written(1, true),
  scanned,
  LibreOffice: async () => libreOffice(),
  '500 pages': () => written(500, true),
};

const A4 = [595, 842] as const;

export async function written(pages: number, useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([...A4]);
    for (let line = 0; line < 40; line += 1) {
      const text = `${number}.${line} Il fornitore consegna le merci entro trenta giorni.`;
      page.drawText(text, { x: 60, y: 780 - line * 16, size: 11, font });
    }
  }
  return document.save({ useObjectStreams });
}

/** A scanned page: one picture at 150 dpi. */
async function scanned(): Promise<Uint8Array> {
  const canvas = createCanvas(1_240, 1_754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fdfbf6';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.strokeStyle = '#333';
  for (let y = 120; y < 1_600; y += 40) context.strokeRect(120, y, 1_000, 14);
  const document = await PDFDocument.create();
  const image = await document.embedJpg(canvas.toBuffer('image/jpeg', 80));
  const [width, height] = A4;
  document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  return document.save();
}

/** Undefined if LibreOffice is not installed. */
function libreOffice(): Uint8Array | undefined {
  if (spawnSync('soffice', ['--version']).error) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-office-'));
  try {
    const text = join(folder, 'contratto.txt');
    writeFileSync(text, 'Contratto di fornitura\n\nIl fornitore consegna le merci.\n'.repeat(20));
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, text]);
    return readFileSync(join(folder, 'contratto.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
