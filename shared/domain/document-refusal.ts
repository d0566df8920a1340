import type { RefusalCode, RefusalDetail } from './errors.ts';
import type { EntryData } from './ledger/entries.ts';

interface DocumentRefusal {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
}

type Stored = Pick<EntryData['document.refused'], 'code' | 'detail'>;

/**
 * Release 0.1.0 wrote of every document that made our own code fail that it is damaged, with this reason.
 * It is still written so, because that release cannot tell of a code that it does not know
 * (docs/decisions/newer-release.md); the one after this may write the code itself.
 */
const UNFORESEEN = { code: 'pdf_damaged', reason: 'unforeseen' } as const;

/** As it stands in the ledger. */
export function storedRefusal({
  code,
  detail,
}: Pick<DocumentRefusal, 'code'> & Partial<DocumentRefusal>): Stored {
  if (code === 'pdf_unforeseen')
    return { code: UNFORESEEN.code, detail: { ...detail, reason: UNFORESEEN.reason } };
  return { code, ...(detail && { detail: { ...detail } }) };
}

/** As it is told. */
export function toldRefusal({ code, detail = {} }: Stored): DocumentRefusal {
  const isUnforeseen = code === UNFORESEEN.code && detail.reason === UNFORESEEN.reason;
  return { code: isUnforeseen ? 'pdf_unforeseen' : (code as RefusalCode), detail };
}
