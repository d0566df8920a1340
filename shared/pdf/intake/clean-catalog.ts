import { PDFArray, PDFDict } from 'pdf-lib';
import { dictionary, name, textString } from '../syntax/make-object.ts';
import type { DocumentLayout } from './layout/layout.ts';
import type { LoadedDocument } from './load-document.ts';

/**
 * Permissions, security store and requirements of the original document, which do not apply to the new one.
 */
const DROPPED = [
  'Perms',
  'DSS',
  'Extensions',
  'Legal',
  'Requirements',
  'NeedsRendering',
  'PieceInfo',
];
/** Characters. Larger entries become indirect objects, since the catalog is rewritten twice. */
const INDIRECT_ABOVE = 200;

/** Reduces the catalog to what later revisions need. */
export function cleanCatalog(
  { context, catalog }: LoadedDocument,
  { language }: Pick<DocumentLayout, 'language'>,
): void {
  for (const key of DROPPED) catalog.delete(name(key));
  for (const [key, value] of catalog.entries()) {
    const nested = value instanceof PDFDict || value instanceof PDFArray;
    if (nested && value.sizeInBytes() > INDIRECT_ABOVE) catalog.set(key, context.register(value));
  }
  catalog.set(name('Type'), name('Catalog'));
  if (!catalog.has(name('Lang'))) catalog.set(name('Lang'), textString(language));
  const extension = { BaseVersion: '1.7', ExtensionLevel: 1 };
  catalog.set(name('Extensions'), dictionary(context, { ESIC: extension })); // EN 319 142-1, 5.6: PAdES
}

/** Adds the information dictionary with the envelope id, and a title if there is none. */
export function cleanInformation(
  { context }: LoadedDocument,
  { title, envelopeId }: Pick<DocumentLayout, 'title' | 'envelopeId'>,
): PDFDict {
  const known = context.lookup(context.trailerInfo.Info);
  const information = known instanceof PDFDict ? known : dictionary(context, {});
  if (!information.has(name('Title'))) {
    information.set(name('Title'), textString(title));
  }
  information.set(name('SigilloEnvelope'), textString(envelopeId));
  return information;
}
