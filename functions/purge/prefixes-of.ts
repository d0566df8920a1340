/** Everything that an envelope leaves in the bucket lies under one of these. */
export const prefixesOf = (envelopeId: string): string[] => [
  ...draftPrefixesOf(envelopeId),
  `closed/${envelopeId}/`,
];

/** What a draft leaves. */
export const draftPrefixesOf = (envelopeId: string): string[] => [
  `open/${envelopeId}/`,
  `uploads/documents/${envelopeId}/`,
  `exports/${envelopeId}/`,
];
