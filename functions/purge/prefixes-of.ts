/** The key prefixes of all objects of an envelope. */
export const prefixesOf = (envelopeId: string): string[] => [
  ...draftPrefixesOf(envelopeId),
  `closed/${envelopeId}/`,
];

/** The key prefixes of a draft's objects. */
export const draftPrefixesOf = (envelopeId: string): string[] => [
  `open/${envelopeId}/`,
  `uploads/documents/${envelopeId}/`,
  `exports/${envelopeId}/`,
];
