import { PDFDocument, PDFName, type PDFPage, StandardFonts } from 'pdf-lib';

/** The measured documents, from small to the largest accepted. */
export const DOCUMENTS = {
  '10 KB, 1 page': () => document({ pages: 1, pictureBytes: 8_500 }),
  '1 MB, 500 pages': () => document({ pages: 500, lines: 44 }),
  '4.5 MB, 2,000 pages': () => document({ pages: 2_000, lines: 49 }),
  '10 MB, 20 pages': () => document({ pages: 20, pictureBytes: 500_000 }),
  '50 MB, 100 pages': () => document({ pages: 100, pictureBytes: 499_500 }),
} as const satisfies Record<string, () => Promise<Uint8Array>>;

export type DocumentName = keyof typeof DOCUMENTS;

const WORDS = 'merci fornitore contratto entro giorni consegna prezzo parti firma sede'.split(' ');

/** Seeded pseudo-random numbers, so that every run measures the same documents. */
let seed = 1;
function random(below: number): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
}

const sentence = () => Array.from({ length: 9 }, () => WORDS[random(WORDS.length)]).join(' ');

interface Shape {
  readonly pages: number;
  /** Lines of text per page. */
  readonly lines?: number;
  /** Bytes of the incompressible picture on each page. */
  readonly pictureBytes?: number;
}

async function document({ pages, lines = 10, pictureBytes = 0 }: Shape): Promise<Uint8Array> {
  seed = 1;
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < pages; index += 1) {
    const page = document.addPage([595, 842]);
    for (let line = 0; line < lines; line += 1) {
      page.drawText(`${random(100_000)} ${sentence()}`, {
        x: 50,
        y: 790 - line * 15,
        size: 10,
        font,
      });
    }
    if (pictureBytes > 0) addPicture(page, pictureBytes);
  }
  return document.save();
}

function addPicture(page: PDFPage, bytes: number): void {
  const height = 100;
  const width = Math.floor(bytes / height);
  const { context } = page.doc;
  const samples = Uint8Array.from({ length: width * height }, () => random(256));
  const picture = context.stream(samples, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceGray',
  });
  const name = page.node.newXObject('Picture', context.register(picture));
  const paint = context.stream(`q 400 0 0 200 50 60 cm ${PDFName.of(name.decodeText())} Do Q`);
  page.node.addContentStream(context.register(paint));
}
