import type { RefusalCode, RefusalDetail } from './errors.ts';
import type { EntryData } from './ledger/entries.ts';

interface DocumentRefusal {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
}

type Stored = Pick<EntryData['document.refused'], 'code' | 'detail'>;

/**
 * Release 0.1.0 recorded every failure of our own parsing code as `pdf_damaged` with this reason. This
 * release still stores that form, because 0.1.0 cannot read an unknown code after a rollback
 * (docs/decisions/newer-release.md); the next release may store `pdf_unforeseen` itself.
 */
const UNFORESEEN = { code: 'pdf_damaged', reason: 'unforeseen' } as const;

/** The refusal as the ledger stores it. */
export function storedRefusal({
  code,
  detail,
}: Pick<DocumentRefusal, 'code'> & Partial<DocumentRefusal>): Stored {
  if (code === 'pdf_unforeseen')
    return { code: UNFORESEEN.code, detail: { ...detail, reason: UNFORESEEN.reason } };
  return { code, ...(detail && { detail: { ...detail } }) };
}

/** The refusal as the API reports it: maps the stored form of `pdf_unforeseen` back. */
export function toldRefusal({ code, detail = {} }: Stored): DocumentRefusal {
  const isUnforeseen = code === UNFORESEEN.code && detail.reason === UNFORESEEN.reason;
  return { code: isUnforeseen ? 'pdf_unforeseen' : (code as RefusalCode), detail };
}
