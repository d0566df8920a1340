import type { Texts } from './texts.ts';

export const en: Texts = {
  skip: 'Skip to content',
  language: 'Language',
  lead: 'Find out whether a signed document is authentic: from the file, from the code printed on its pages, or from its QR code.',
  fileTitle: 'Got the file? Check it',
  fileLead: 'Drop the signed PDF here, or choose it.',
  choose: 'Choose the PDF',
  drop: 'Let go to check the file',
  privacy:
    'The file is not uploaded: it is checked here, on this device, and that works offline too. The register is asked about its fingerprint only.',
  checking: 'Checking…',
  again: 'Check another file',
  fault: 'The check did not work. Please choose the file again.',
  tooSlow:
    'Checking this file took too long and was stopped: that does not happen with a document sealed here. Nothing can be said about it.',
  codeTitle: 'Look up a document',
  codeWrong: 'The code has 26 letters and digits: check that you typed all of it.',
  scan: 'Scan the QR code',
  scanHint: 'Point the camera at the QR code on the certificate, at the end of the document.',
  scanFailed: 'The camera is not available. Type the code instead.',
  scanForeign: 'This QR code is not of a document in this register.',
  close: 'Close',
  verdict: {
    authentic: 'Authentic',
    another: 'Authentic, but another document',
    altered: 'Altered',
    unknown: 'Unknown',
    not_complete: 'Not complete',
  },
  sentence: {
    authentic:
      'Every signature is valid and the file is exactly the one on record: not one byte has changed.',
    authenticOffline:
      'Every signature is valid and nothing was changed after the seal. The register did not answer: this was checked offline.',
    authenticByQr:
      'Every signature is valid and the file is the one that the QR code vouches for. The register did not answer: this was checked offline.',
    authenticByHash:
      'The file is exactly the one on record. The single signatures could not be checked here.',
    another:
      'This file is authentic: every signature is valid and nothing was changed. But it is not the document of this page: its code is the one below.',
    anotherOffline:
      'Every signature in this file is valid, but it is not the document of this page: its code is the one below. The register did not answer: this was checked offline.',
    altered: 'The file was changed after it was signed, or it is damaged: do not rely on it.',
    hashDiffers: 'The file is not the one on record for this code: do not rely on it.',
    qrDiffers: 'The file is not the one that the QR code vouches for: do not rely on it.',
    foreign:
      'This PDF was not sealed here, or it is a remade copy (printed, scanned or saved anew): nothing can be said about it.',
    notPdf: 'This file is not a PDF.',
    notThis:
      'This file is not the document signed under this code: it is another file, or a remade copy (printed, scanned or saved anew).',
    otherCode: 'This file belongs to another code, not to the one of this page.',
    unlisted: 'The register does not know this file.',
    future:
      'By the clock of this device the file is from the future: check its date and time, then try again.',
    untrusted:
      'The signatures come from an authority other than this company’s: nothing can be said about it.',
    open: 'The document with this code has not been signed by everyone yet: there is no final file yet.',
    stopped: 'The signing of the document with this code was stopped: there is no final file.',
  },
  signatures: 'Who signed',
  sealedBy: 'Sealed by',
  timeStamp: {
    title: 'Electronic time stamp',
    own: 'not qualified, by the company itself',
    outside: 'by an outside authority',
  },
  stampedAt: 'time stamp:',
  kind: { party: 'Signature', seal: 'Company seal', timestamp: 'Time stamp' },
  file: 'File',
  findings: 'What was found',
  finding: {
    authentic:
      'Every signature is right, and nothing was changed after the company sealed the document.',
    hash_differs: 'The file is not the one on record for this code.',
    appended: 'Something was added at the end of the file after it was sealed.',
    file_end: 'The file does not end where it should: something was added or cut off.',
    structure: 'The file is damaged or was rebuilt.',
    byte_range: 'A signature does not cover the whole file as it was when it was made.',
    signature_wrong: 'A signature does not match the file.',
    timestamp_wrong: 'A timestamp does not match what it should confirm.',
    certificate_wrong: 'A certificate was not valid when the signature was made.',
    certificate_revoked: 'A certificate had been revoked when the signature was made.',
    revocation_unknown:
      'Nothing in the file says whether a certificate was still good when the signature was made.',
    change_not_allowed: 'Something was changed that nobody may change after signing.',
    order: 'The signatures are not in the intended order.',
    incomplete: 'The closing seal or timestamp is missing.',
    claim_wrong: 'What the seal says about the document is not true of this file.',
    future: 'A timestamp is from the future: its clock is wrong, or the one of this device.',
    not_pdf: 'The file is not a PDF.',
    not_ours: 'The PDF carries no seal of Sigillo.',
    untrusted: 'The signatures come from an authority that is not trusted here.',
  },
  refusedChanges: 'Changes that were not allowed',
  foreignSignature: {
    right: 'It matches what it covers; whether to trust the signer is not judged here.',
    wrong: 'It does not match what it covers.',
    unreadable: 'It is of a kind that is not read here.',
  },
  register: 'Register',
  registerAsked: 'It answered a question that held the fingerprint only.',
  registerSilent: 'It did not answer.',
  qr: 'QR code',
  qrMatches: 'Vouches for this file.',
  qrDiffers: 'Does not vouch for this file.',
  qrUnread: 'Could not be compared with this file.',
  covers: 'Covers the first',
  issuer: 'Issued by',
  serialNumber: 'Serial number',
  validity: 'Validity',
  certificate: 'SHA-256 of the certificate',
  inRegister: 'On record',
  originalOnly: 'This is about the original document, not about the file you checked.',
};
