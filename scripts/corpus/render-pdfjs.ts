import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import {
  getDocument,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LONG_SIDE, type PageImage } from './page-image.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const data = (name: string) => `${join(packageFolder, name)}/`;

export const openWithPdfjs = (file: string): Promise<PDFDocumentProxy> =>
  getDocument({
    data: new Uint8Array(readFileSync(file)),
    standardFontDataUrl: data('standard_fonts'),
    cMapUrl: data('cmaps'),
    wasmUrl: data('wasm'),
    iccUrl: data('iccs'),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;

/** The page (from 1) as pdf.js shows it, with annotations. */
export async function renderWithPdfjs(
  document: PDFDocumentProxy,
  number: number,
): Promise<PageImage> {
  const page = await document.getPage(number);
  const whole = page.getViewport({ scale: 1 });
  const scale = LONG_SIDE / Math.max(whole.width, whole.height);
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  await page.render({
    canvas: canvas as never,
    canvasContext: context as never,
    viewport,
    background: 'white',
  }).promise;
  page.cleanup();
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
