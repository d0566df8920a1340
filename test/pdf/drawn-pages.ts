import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import { FormDrawing } from '../../shared/pdf/draw/form-drawing.ts';
import { writeDocument } from '../../shared/pdf/intake/write-document.ts';

/** A PDF with one drawing per page, in the product's fonts and operators. */
export async function drawnPages(drawings: readonly Drawing[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts = { regular: document.context.nextRef(), bold: document.context.nextRef() };
  const forms = new FormDrawing(document.context, fonts);
  for (const drawing of drawings) {
    const { width, height } = drawing;
    const page = document.addPage([width, height]);
    const form = forms.draw(drawing, { width, height, rotate: 0 });
    page.node.setXObject(PDFName.of('Drawing'), form);
    const content = document.context.register(document.context.stream('/Drawing Do'));
    page.node.set(PDFName.of('Contents'), content);
  }
  await document.flush();
  const { Root, Info = document.context.register(document.context.obj({})) } =
    document.context.trailerInfo;
  const half = '0'.repeat(32);
  const roots = { root: Root as PDFRef, info: Info as PDFRef, id: [half, half] as const };
  return (await writeDocument(document.context, roots, fonts)).bytes;
}
