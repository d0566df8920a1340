import { PDFArray, type PDFDict, PDFName } from 'pdf-lib';
import type { ValidationData } from './change.ts';
import { formatReference, type IncrementalUpdate } from './incremental-update.ts';

/** Adds to the document security store (ETSI EN 319 142-1, 5.4.2), creating it if necessary. */
export function addValidationData(update: IncrementalUpdate, data: ValidationData): void {
  const store = update.changes.dss ? update.edit(update.changes.dss) : openStore(update);
  extend(update, store, 'Certs', data.certificates);
  extend(update, store, 'CRLs', data.revocationLists);
  extend(update, store, 'OCSPs', data.ocspResponses);
}

function openStore(update: IncrementalUpdate): PDFDict {
  const store = update.context.obj({ Type: 'DSS' });
  const ref = update.context.register(store);
  update.changes.dss = formatReference(ref);
  update.set(update.edit(update.plan.root), { DSS: ref });
  return store;
}

function extend(
  update: IncrementalUpdate,
  store: PDFDict,
  key: string,
  items: readonly Uint8Array[],
) {
  if (items.length === 0) return;
  const known = store.lookup(PDFName.of(key));
  const list = known instanceof PDFArray ? known : update.context.obj([]);
  for (const der of items) list.push(update.context.register(update.context.flateStream(der)));
  store.set(PDFName.of(key), list);
}
