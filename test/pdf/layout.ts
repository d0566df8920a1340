import type { DocumentLayout, LaidField } from '../../shared/pdf/intake/intake.ts';

export const ENVELOPE_ID = '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ';

export const place = { page: 0, x: 60, y: 600, width: 160, height: 50 };

export const DIRECTOR_SIGNATURE: LaidField = {
  id: 'dirsign',
  party: 'director',
  kind: 'signature',
  ...place,
};

export const CLIENT_SIGNATURE: LaidField = {
  id: 'clisign',
  party: 'client',
  kind: 'signature',
  ...place,
  x: 320,
};

/** A director and a client with signatures only, and the fields that the test adds. */
export const layoutWith = (
  fields: readonly LaidField[] = [],
  changes: Partial<DocumentLayout> = {},
): DocumentLayout => ({
  envelopeId: ENVELOPE_ID,
  title: 'Contratto',
  language: 'it',
  parties: [{ id: 'director' }, { id: 'client' }],
  fields: [DIRECTOR_SIGNATURE, CLIENT_SIGNATURE, ...fields],
  certificatePages: 1,
  ...changes,
});
