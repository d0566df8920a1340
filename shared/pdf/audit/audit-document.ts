import { createHash } from 'node:crypto';
import { PDFDocument, PDFName, type PDFRef } from 'pdf-lib';
import { FormDrawing } from '../draw/form-drawing.ts';
import { embedFonts } from '../intake/embed-fonts.ts';
import { writeDocument } from '../intake/write-document.ts';
import type { AuditFacts } from './audit-facts.ts';
import { auditPages } from './audit-pages.ts';
import { auditWording } from './audit-wording.ts';

/** The audit page as a PDF file; the same facts give the same bytes. */
export async function auditDocument(facts: AuditFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const fonts = embedFonts(document.context);
  const forms = new FormDrawing(document.context, fonts);
  for (const drawing of auditPages(facts)) {
    const page = document.addPage([drawing.width, drawing.height]);
    const form = forms.draw(drawing, { ...drawing, rotate: 0 });
    page.node.setXObject(PDFName.of('F'), form);
    page.node.addContentStream(document.context.register(document.context.stream('/F Do')));
  }
  describe(document, facts);
  await document.flush();
  const { Root, Info } = document.context.trailerInfo;
  const id = fileId(facts);
  const roots = { root: Root as PDFRef, info: Info as PDFRef, id: [id, id] } as const;
  return (await writeDocument(document.context, roots, fonts)).bytes;
}

/** 16 bytes, hexadecimal: the ledger's head in a language is one file. */
const fileId = ({ entries, language }: AuditFacts): string =>
  createHash('sha256')
    .update(`${entries.at(-1)!.hash} ${language}`)
    .digest('hex')
    .slice(0, 32);

function describe(document: PDFDocument, facts: AuditFacts): void {
  const { texts } = auditWording(facts);
  const at = new Date(facts.entries.at(-1)!.at);
  document.setTitle(`${texts.title}: ${facts.title}`, { showInWindowTitleBar: true });
  document.setLanguage(facts.language);
  document.setAuthor(facts.company);
  document.setProducer('Sigillo');
  document.setCreationDate(at);
  document.setModificationDate(at);
}
