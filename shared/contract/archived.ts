/** Object keys of an envelope in the archive bucket. */
export const archivedKeys = (envelopeId: string) => ({
  signed: `${envelopeId}/signed.pdf`,
  ledger: `${envelopeId}/ledger.json`,
});
