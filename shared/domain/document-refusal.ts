import type { RefusalCode, RefusalDetail } from './errors.ts';
import type { EntryData } from './ledger/entries.ts';

interface DocumentRefusal {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;
}

type Stored = Pick<EntryData['document.refused'], 'code' | 'detail'>;

/**
 * Codes that release 0.1.0 does not know. This release stores them as `pdf_damaged` with the reason, because
 * 0.1.0 cannot read an unknown code after a rollback (docs/decisions/newer-release.md); the next release may
 * store the codes themselves.
 */
const REASONS: Readonly<Partial<Record<RefusalCode, string>>> = {
  pdf_unforeseen: 'unforeseen',
  tag_not_removable: 'tag_not_removable',
};
const STORED_AS = 'pdf_damaged';

/** The refusal as the ledger stores it. */
export function storedRefusal({
  code,
  detail,
}: Pick<DocumentRefusal, 'code'> & Partial<DocumentRefusal>): Stored {
  const reason = REASONS[code];
  if (reason !== undefined) return { code: STORED_AS, detail: { ...detail, reason } };
  return { code, ...(detail && { detail: { ...detail } }) };
}

/** The refusal as the API reports it: maps the stored form of newer codes back. */
export function reportedRefusal({ code, detail = {} }: Stored): DocumentRefusal {
  const known = Object.entries(REASONS).find(([, reason]) => reason === detail.reason);
  const newer = code === STORED_AS ? known?.[0] : undefined;
  return { code: (newer ?? code) as RefusalCode, detail };
}
