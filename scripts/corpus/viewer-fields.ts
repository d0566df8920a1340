import { type PDFContext, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } from 'pdf-lib';
import type { PageViewport, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageShare } from './page-image.ts';

/** A form field without an appearance in the file, or with one that not every viewer finds. */
export interface ViewerField {
  readonly place: PageShare;
  readonly value: string;
}

interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly fieldValue?: string | readonly string[] | null;
}

const name = (key: string) => PDFName.of(key);

/**
 * Fields that viewers draw themselves: without an appearance, in a form with `NeedAppearances`, or with their
 * states in an indirect object, where poppler does not find them.
 */
export class ViewerFields {
  readonly #shown: PDFDocumentProxy | undefined;
  readonly #context: PDFContext | undefined;
  readonly #asked: boolean;

  private constructor(shown: PDFDocumentProxy | undefined, read: PDFDocument | undefined) {
    this.#shown = shown;
    this.#context = read?.context;
    const form = read?.catalog.lookup(name('AcroForm'));
    this.#asked = form instanceof PDFDict && String(form.get(name('NeedAppearances'))) === 'true';
  }

  static async of(bytes: Uint8Array, shown: PDFDocumentProxy | undefined): Promise<ViewerFields> {
    const options = { ignoreEncryption: true, updateMetadata: false };
    const read = await PDFDocument.load(bytes, options).catch(() => undefined);
    return new ViewerFields(shown, read);
  }

  async on(number: number): Promise<ViewerField[]> {
    const page = await this.#shown?.getPage(number).catch(() => undefined);
    const annotations = ((await page?.getAnnotations().catch(() => [])) ?? []) as Annotation[];
    if (!page) return [];
    const viewport = page.getViewport({ scale: 1 });
    return annotations
      .filter((it) => it.subtype === 'Widget' && this.#isOpen(it))
      .map(({ rect, fieldValue }) => {
        const place = shareOf(rect, viewport);
        return { place, value: [fieldValue ?? ''].flat().join('') };
      });
  }

  #isOpen({ id }: Annotation): boolean {
    const [, number, generation] = /^(\d+)R(\d*)$/.exec(id) ?? [];
    const widget = this.#context?.lookup(PDFRef.of(Number(number), Number(generation || 0)));
    if (this.#asked || !(widget instanceof PDFDict)) return true;
    const appearances = widget.lookup(name('AP'));
    if (!(appearances instanceof PDFDict)) return true;
    const normal = appearances.lookup(name('N'));
    if (normal instanceof PDFStream) return false;
    if (!(normal instanceof PDFDict) || appearances.get(name('N')) instanceof PDFRef) return true;
    return !normal.has((widget.lookup(name('AS')) as PDFName | undefined) ?? name('Off'));
  }
}

function shareOf(
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[],
  { transform, width, height }: PageViewport,
): PageShare {
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number];
  const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e].map((x) => x / width);
  const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f].map((y) => y / height);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
