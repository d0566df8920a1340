import { type PDFDict, PDFRef } from 'pdf-lib';
import { changedKeys, type DocumentView, entry } from './document-view.ts';
import { VerifyError } from './report.ts';

const STORE_LISTS = ['Certs', 'CRLs', 'OCSPs'] as const;

interface Views {
  readonly before: DocumentView;
  readonly after: DocumentView;
}

function refuse(detail: string): never {
  throw new VerifyError('change_not_allowed', detail);
}

/** A first document security store must be a new object that contains only the allowed lists. */
export function checkNewStore({ before, after }: Views): void {
  const reference = entry(after.catalog, 'DSS');
  if (!(reference instanceof PDFRef) || before.span(reference.objectNumber))
    refuse('/DSS is not new');
  const store = after.dictionary(reference);
  const known = ['Type', ...STORE_LISTS].map(String);
  const unknown = store.keys().map((key) => key.decodeText());
  if (unknown.some((key) => !known.includes(key))) refuse('/DSS holds something unknown');
}

/** Validation data may be added, never removed (ETSI EN 319 142-1 § 5.4.2). */
export function checkStore(views: Views, before: PDFDict, after: PDFDict): void {
  const wrong = changedKeys(before, after).filter((key) => !STORE_LISTS.some((k) => k === key));
  if (wrong.length > 0) refuse(`the validation data’s /${wrong.join(' /')} changed`);
  for (const key of STORE_LISTS) {
    const kept = views.after.elements(entry(after, key)).map(String);
    const had = views.before.elements(entry(before, key)).map(String);
    if (had.some((item, index) => kept[index] !== item)) refuse(`/${key} lost an element`);
  }
}
