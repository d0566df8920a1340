/** URL in the QR code. The claim is in the fragment, which is never sent to a server. */
export const claimUrl = (verifierUrl: string, envelopeId: string, claim: string): string =>
  `${verifierUrl.replace(/\/$/, '')}/v/${envelopeId}#${claim}`;
