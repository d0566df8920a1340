/** Where an envelope lies in the archive's bucket. */
export const archivedKeys = (envelopeId: string) => ({
  signed: `${envelopeId}/signed.pdf`,
  ledger: `${envelopeId}/ledger.json`,
});
