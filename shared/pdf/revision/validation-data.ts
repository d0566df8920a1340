import { PDFArray, type PDFDict, PDFName } from 'pdf-lib';
import type { ValidationData } from './change.ts';
import { formatReference, type RevisionDraft } from './draft.ts';

/** Adds to the document security store (ETSI EN 319 142-1, 5.4.2), which it opens if need be. */
export function addValidationData(draft: RevisionDraft, data: ValidationData): void {
  const store = draft.changes.dss ? draft.edit(draft.changes.dss) : openStore(draft);
  extend(draft, store, 'Certs', data.certificates);
  extend(draft, store, 'CRLs', data.revocationLists);
  extend(draft, store, 'OCSPs', data.ocspResponses);
}

function openStore(draft: RevisionDraft): PDFDict {
  const store = draft.context.obj({ Type: 'DSS' });
  const ref = draft.context.register(store);
  draft.changes.dss = formatReference(ref);
  draft.set(draft.edit(draft.plan.root), { DSS: ref });
  return store;
}

function extend(draft: RevisionDraft, store: PDFDict, key: string, items: readonly Uint8Array[]) {
  if (items.length === 0) return;
  const known = store.lookup(PDFName.of(key));
  const list = known instanceof PDFArray ? known : draft.context.obj([]);
  for (const der of items) list.push(draft.context.register(draft.context.flateStream(der)));
  store.set(PDFName.of(key), list);
}
