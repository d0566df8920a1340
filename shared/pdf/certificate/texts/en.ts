import type { CertificateTexts } from './texts.ts';

export const en = {
  locale: 'en-GB',
  title: 'Certificate of authenticity',
  subtitle:
    'Electronic signatures with one-time code – valid only with the electronic seal of {company}',
  document: 'Document',
  code: 'Verification code',
  pages: 'Pages',
  created: 'Created',
  sent: 'Sent',
  sealed: 'Sealed',
  signatures: 'Signatures',
  role: { director: 'For the company', client: 'Other party' },
  channel: {
    email: { to: 'Code by e-mail to', alone: 'Code by e-mail' },
    sms: { to: 'Code by SMS to', alone: 'Code by SMS' },
  },
  method: {
    typed: 'Signature: typed name',
    drawn: 'Signature: drawn by hand',
    image: 'Signature: image',
  },
  withStamp: 'with stamp',
  address: 'IP address',
  timeline: 'Timeline',
  repeated: 'if repeated, the last time',
  times: '({n} times)',
  moment: {
    invited: 'Invited',
    undelivered: 'Message undelivered',
    misdirected: 'Reported: wrong recipient',
    reminded: 'Reminded',
    corrected: 'Contact changed',
    invitedAgain: 'Invited again',
    opened: 'Document opened',
    consented: 'Terms accepted',
    codeSent: 'Code sent',
    codeWrong: 'Wrong code',
    confirmed: 'Code confirmed',
    signed: 'Signed',
  },
  fingerprints: 'SHA-256 fingerprints',
  original: 'Original as uploaded',
  prepared: 'Document as shown to the signers',
  beforeSeal: 'With all signatures, before the seal',
  ledgerHead: 'Last entry of the ledger',
  extent:
    'The ledger has {entries} entries up to the seal. The fingerprint before the seal is that of this file’s first {bytes} bytes.',
  verify: 'How to verify',
  scan: 'Scan the QR code with a phone: you will see whether this document is on record and who signed it.',
  visit:
    'Or open {url} and type the verification code. Choose the file there to check every signature; the file never leaves your device.',
  offline:
    'The QR code also holds a statement signed with the seal’s key: enough to check the file with no network.',
  nature:
    'Each person named here signed with an electronic signature confirmed by a one-time code sent to that person; {company} then sealed the document. After the first signature nothing was added but fields, signatures, stamps and this certificate.',
  page: 'Page {n} of {total}',
  range: '{from}–{to} of {total}',
} as const satisfies CertificateTexts;
