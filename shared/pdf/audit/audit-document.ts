import { createHash } from 'node:crypto';
import { PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import { FormDrawing } from '../draw/form-drawing.ts';
import { embedFonts } from '../intake/embed-fonts.ts';
import { writeDocument } from '../intake/write-document.ts';
import type { AuditFacts } from './audit-facts.ts';
import { auditPages } from './audit-pages.ts';
import { auditWording } from './audit-wording.ts';

/** The audit page as a PDF file; the same facts give the same bytes. */
export async function auditDocument(facts: AuditFacts): Promise<Uint8Array> {
  const context = PDFContext.create();
  const fonts = embedFonts(context);
  const forms = new FormDrawing(context, fonts);
  const tree = context.nextRef();
  const pages = auditPages(facts).map((drawing) => {
    const form = forms.draw(drawing, { ...drawing, rotate: 0 });
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: tree,
        MediaBox: [0, 0, drawing.width, drawing.height],
        Resources: { XObject: { F: form } },
        Contents: context.register(context.stream('/F Do')),
      }),
    );
  });
  context.assign(tree, context.obj({ Type: 'Pages', Kids: pages, Count: pages.length }));
  const id = fileId(facts);
  const roots = { root: catalogOf(context, tree, facts), info: infoOf(context, facts) };
  return (await writeDocument(context, { ...roots, id: [id, id] }, fonts)).bytes;
}

/** 16 bytes, hexadecimal: the ledger's head in a language is one file. */
const fileId = ({ entries, language }: AuditFacts): string =>
  createHash('sha256')
    .update(`${entries.at(-1)!.hash} ${language}`)
    .digest('hex')
    .slice(0, 32);

const catalogOf = (context: PDFContext, tree: PDFRef, { language }: AuditFacts): PDFRef =>
  context.register(
    context.obj({
      Type: 'Catalog',
      Pages: tree,
      Lang: PDFString.of(language),
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  );

function infoOf(context: PDFContext, facts: AuditFacts): PDFRef {
  const at = PDFString.fromDate(new Date(facts.entries.at(-1)!.at));
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(`${auditWording(facts).texts.title}: ${facts.title}`),
      Author: PDFHexString.fromText(facts.company),
      Producer: PDFString.of('Sigillo'),
      CreationDate: at,
      ModDate: at,
    }),
  );
}
