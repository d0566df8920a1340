/** The address in the QR code; the fragment never reaches a server. */
export const claimUrl = (verifierUrl: string, envelopeId: string, claim: string): string =>
  `${verifierUrl.replace(/\/$/, '')}/v/${envelopeId}#${claim}`;
