import { hash } from 'node:crypto';
import { PDFArray, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';
import type { RemovedPart } from '../../domain/envelope/removed-part.ts';
import type { Suggestions } from '../../domain/fields/suggestion.ts';
import { drawingsHash } from '../draw/drawings-hash.ts';
import type { Plan } from '../plan.ts';
import { PdfRefusal } from '../refusal.ts';
import { removeTags } from '../suggest/remove-tags.ts';
import { suggestFields } from '../suggest/suggest-fields.ts';
import { dictionary } from '../syntax/make-object.ts';
import { cleanCatalog, cleanInformation } from './clean-catalog.ts';
import { checkLayout } from './layout/check-layout.ts';
import { layFields } from './layout/lay-fields.ts';
import type { DocumentLayout } from './layout/layout.ts';
import { makePlan } from './layout/make-plan.ts';
import { markPages } from './layout/mark-pages.ts';
import { type OpenDocument, openDocument } from './open-document.ts';
import { geometryOf } from './page/page-geometry.ts';
import { type Page, setPages } from './page/page-tree.ts';
import { type DocumentRoots, writeDocument } from './write-document.ts';

export type { DocumentLayout, LaidField } from './layout/layout.ts';

export interface CheckedDocument {
  /** SHA-256 of the uploaded bytes, hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  /** Points, as displayed. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  readonly removed: readonly RemovedPart[];
  /** Fields that the document asks for. */
  readonly suggested: Suggestions;
}

export interface PreparedDocument {
  readonly bytes: Uint8Array;
  readonly plan: Plan;
}

const A4 = [0, 0, 595.28, 841.89];

/** Checks whether a document can be signed and what must be removed. Throws `PdfRefusal`. */
export const checkDocument = (bytes: Uint8Array): Promise<CheckedDocument> =>
  refusingTheUnforeseen(async () => {
    const document = await openDocument(bytes);
    const { geometries, removed } = document;
    const suggested = suggestFields(document);
    removeTags(document);
    return {
      sha256: sha256(bytes),
      length: bytes.length,
      pages: geometries.map(({ width, height }) => ({ width, height })),
      removed,
      suggested,
    };
  });

/**
 * Builds revision 0: the document with all fields laid out, and the plan for later revisions. Deterministic.
 * Throws `PdfRefusal`.
 */
export const prepareDocument = (
  bytes: Uint8Array,
  layout: DocumentLayout,
): Promise<PreparedDocument> => refusingTheUnforeseen(() => layOut(bytes, layout));

async function layOut(bytes: Uint8Array, layout: DocumentLayout): Promise<PreparedDocument> {
  const document = await openDocument(bytes);
  checkLayout(layout, document.geometries);
  removeTags(document);
  const certificate = addCertificatePages(document, layout.certificatePages);
  markPages(document, document.pages, layout);
  const laidPages = {
    document: document.pages.slice(0, -certificate.length || undefined),
    certificate,
  };
  const widgets = layFields(document, laidPages, layout);
  const printed = layout.certificate && drawingsHash(layout.certificate);
  const roots = rootsOf(document, layout, printed);
  const { context, fonts } = document;
  const written = await writeDocument(context, roots, fonts);
  const { language } = layout;
  const plan = makePlan(written, { roots, fonts, widgets, language, printed });
  return { bytes: written.bytes, plan };
}

/**
 * Intake depends on the document alone, so an error of our own code would recur on every retry. It becomes a
 * refusal (`pdf_unforeseen`) with the error as cause, so that the sender learns of it at once.
 */
async function refusingTheUnforeseen<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PdfRefusal || !(error instanceof Error)) throw error;
    throw new PdfRefusal('pdf_unforeseen', { error: error.constructor.name }, error);
  }
}

function addCertificatePages(document: OpenDocument, count: number): Page[] {
  const { context, pages, geometries } = document;
  const added = Array.from({ length: count }, () => {
    const dict = dictionary(context, { Type: 'Page', MediaBox: A4, Resources: {} });
    return { ref: context.register(dict), dict };
  });
  pages.push(...added);
  geometries.push(...added.map(({ dict }) => geometryOf(dict)));
  setPages(document, pages);
  return added;
}

/** File identifiers are derived from the envelope id, which belongs to one document only. */
function rootsOf(
  document: OpenDocument,
  layout: DocumentLayout,
  printed: string | undefined,
): DocumentRoots {
  const { context } = document;
  cleanCatalog(document, layout);
  const information = cleanInformation(document, layout);
  const laidOut = JSON.stringify({ ...layout, certificate: printed });
  const [fixed, changing] = [layout.envelopeId, laidOut].map((text) =>
    sha256(text).slice(0, 32),
  ) as [string, string];
  return {
    root: context.trailerInfo.Root as PDFRef,
    info: context.register(information),
    id: [(fixedId(document) ?? fixed).toUpperCase(), changing.toUpperCase()],
  };
}

/** The permanent part of the file identifier (ISO 32000-1, 14.4). */
function fixedId({ context }: OpenDocument): string | undefined {
  const id = context.lookup(context.trailerInfo.ID);
  const first = id instanceof PDFArray && id.size() > 0 ? id.lookup(0) : undefined;
  if (!(first instanceof PDFString || first instanceof PDFHexString)) return undefined;
  const hex = Buffer.from(first.asBytes()).toString('hex');
  return hex.length === 32 ? hex : undefined;
}

const sha256 = (data: Uint8Array | string): string => hash('sha256', data);
