import type { VerifierPhrases } from './verifier-phrases.ts';

export const english: VerifierPhrases = {
  title: 'Document verification',
  onRecord: 'This code is on record',
  notYetProof:
    'The code alone does not prove that the paper or file in front of you is authentic: a code can be copied. To be sure, check the file; if you only have paper, compare it with what is on record here and ask whoever gave it to you for the file.',
  documentTitle: 'Title',
  reasons: {
    authentic:
      'The SHA-256 of the file is the one recorded when it was closed: not one byte has changed.',
    altered:
      'The code is known, but the SHA-256 of the file is not that of the signed document: the file was changed, or it is another file.',
    unknownCode: 'No document has this code.',
    unknownFile:
      'No signed document has this SHA-256. With the code printed on the pages it can be told whether the file was changed.',
    open: 'The document with this code has not been signed by everyone yet: there is no final file yet.',
    stopped: 'The signing of the document with this code was stopped: there is no final file.',
  },
  status: {
    open: 'Waiting for signatures',
    completed: 'Signed and sealed',
    declined: 'Declined by a signer',
    voided: 'Voided by the sender',
    expired: 'Expired before everyone signed',
    failed: 'Stopped by an error',
  },
  role: { director: 'for the company', client: 'other party' },
  code: 'Code',
  company: 'Company',
  created: 'Created',
  sent: 'Sent',
  closed: 'Closed with the company’s seal',
  available: 'At its download link until',
  removed: 'Removed as planned on',
  stillVerifiable: 'The document was removed, as planned. Whoever kept a copy can still check it.',
  signers: 'Signers',
  signed: 'signed on',
  waiting: 'not signed yet',
  notSigned: 'not signed',
  size: 'Size',
  bytes: 'bytes',
  fingerprint: 'SHA-256',
  compare:
    'To check a file without this page, compute its SHA-256 and compare it with the one given here.',
  authority: 'Certificate of the authority that issued the signing certificates',
  names: 'Names are shortened for privacy: the document has them in full.',
  unknown: 'Unknown document',
  unknownHint: 'Check the code: 26 letters and digits, printed on every page in groups of five.',
  nowhere: 'There is nothing here',
  nowhereHint:
    'This address leads to no page. To verify a document, enter its code or check its file here.',
  askCode: 'Verification code',
  codeHint: '26 letters and digits, printed on every page in groups of five.',
  show: 'Show',
  details: 'Details for experts',
  needsScript:
    'Checking a file on this page needs JavaScript and a recent browser: Safari 17, Firefox 128, Chrome or Edge 111, Samsung Internet 22, or later.',
};
