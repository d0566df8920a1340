import type * as z from 'zod';
import { OwnValues } from '../../../shared/contract/sender/own-values.ts';
import { StoredCopy, StoredMarks } from '../../../shared/contract/signer.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import type { PartyState } from '../../../shared/domain/envelope/envelope.ts';
import type { Values } from '../../../shared/domain/fields/field.ts';
import type { Link } from '../../../shared/ports/access.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import type { Ceremony } from '../session/ceremony.ts';

/** Owner of a party's draft; a corrected contact starts a new one. */
export type DraftOwner = Omit<Link, 'round'> & Pick<PartyState, 'corrections'>;

export const draftOwner = ({ link, party }: Pick<Ceremony, 'link' | 'party'>): DraftOwner => ({
  ...link,
  ...(party.corrections !== undefined && { corrections: party.corrections }),
});

export type Marks = z.output<typeof StoredMarks>;

export type Copy = z.output<typeof StoredCopy>;

/** Separate objects, so that saving one kind never overwrites another. */
const keyOf = (
  { envelopeId, party, corrections }: DraftOwner,
  what: 'values' | 'marks' | 'copy',
): string =>
  `open/${envelopeId}/drafts/${[party, corrections, what].filter(Boolean).join('-')}.json`;

/** The party's saved input, from any device. */
export const loadDraft = async (
  documents: Pick<Documents, 'get'>,
  of: DraftOwner,
): Promise<Record<string, string | boolean>> =>
  (await load(documents, keyOf(of, 'values'), OwnValues)) ?? {};

export const loadMarks = async (
  documents: Pick<Documents, 'get'>,
  of: DraftOwner,
): Promise<Marks> => (await load(documents, keyOf(of, 'marks'), StoredMarks)) ?? {};

export const saveDraft = (documents: Pick<Documents, 'put'>, of: DraftOwner, values: Values) =>
  save(documents, keyOf(of, 'values'), values);

export const saveMarks = (documents: Pick<Documents, 'put'>, of: DraftOwner, marks: Marks) =>
  save(documents, keyOf(of, 'marks'), marks);

/** The party's answer where its copy goes; undefined before it answers. */
export const loadCopy = (
  documents: Pick<Documents, 'get'>,
  of: DraftOwner,
): Promise<Copy | undefined> => load(documents, keyOf(of, 'copy'), StoredCopy);

export const saveCopy = (documents: Pick<Documents, 'put'>, of: DraftOwner, copy: Copy) =>
  save(documents, keyOf(of, 'copy'), copy);

async function load<S extends z.ZodType>(
  documents: Pick<Documents, 'get'>,
  key: string,
  shape: S,
): Promise<z.output<S> | undefined> {
  const stored = await documents.get(key);
  return stored && storedJson('draft', shape, stored.bytes);
}

async function save(
  documents: Pick<Documents, 'put'>,
  key: string,
  content: unknown,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  await documents.put(key, bytes, { contentType: 'application/json' });
}
