import type { PdfCore } from './ports.ts';

/** Imported per call: appending a signature needs no code for closing and verifying. */
export const pdfCore: PdfCore = {
  appendRevision: async (...of) =>
    (await import('../../shared/pdf/revision/revision.ts')).appendRevision(...of),
  signatureAppearance: async (...of) =>
    (await import('../../shared/pdf/draw/signature-appearance.ts')).signatureAppearance(...of),
  drawCertificate: async (...of) =>
    (await import('../../shared/pdf/certificate/certificate.ts')).drawCertificate(...of),
  createClaim: async (...of) =>
    (await import('../../shared/pdf/claim/claim.ts')).createClaim(...of),
  verifyDocument: async (...of) =>
    (await import('../../shared/pdf/verify/verify.ts')).verifyDocument(...of),
};
