import type { AuditTexts } from './audit-texts.ts';

export const english: AuditTexts = {
  title: 'Ledger of the document',
  lead: 'Everything that was recorded up to entry {seq}. This page is not signed and proves nothing by itself: its fingerprints let it be compared with the ledger’s JSON file and the sealed document, which can be checked.',
  sender: 'Sender',
  deadline: 'Can be signed until',
  original: 'Original as uploaded',
  sealedFile: 'Sealed document',
  parties: 'Parties',
  entries: 'Entries of the ledger',
  byEmail: 'by e-mail',
  bySms: 'by SMS',
};
