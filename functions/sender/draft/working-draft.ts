import type * as z from 'zod';
import { SavedLayout, savedLayoutKey } from '../../../shared/contract/sender/saved-layout.ts';
import type { SavedAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { PlaceInput, type SaveInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { storedJson } from '../../../shared/contract/stored.ts';
import type { Draft } from '../../../shared/domain/envelope/envelope.ts';
import { Conflict, Refusal } from '../../../shared/domain/errors.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import {
  isSuperseded,
  layoutOn,
  type SavedLayout as SavedDraft,
} from '../../../shared/domain/fields/working-draft.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import type { Documents, PutOptions } from '../../../shared/ports/documents.ts';
import { fieldOf } from './field-of.ts';
import { storedValues } from './own-values.ts';

/** The newer of saved draft and ledger, fitted to the current document and parties. */
export async function workingDraft(documents: Pick<Documents, 'get'>, envelope: Draft) {
  const saved = await savedLayout(documents, envelope.id);
  const answer = { version: versionOf(envelope, saved?.etag) };
  if (!saved || (isSuperseded(envelope, saved) && !isHalfSettled(envelope, saved))) {
    const { fields = envelope.fields, own } = envelope.placed ?? {};
    const values = await storedValues(documents, own ? { own } : {});
    return { ...layoutOn(envelope, { fields, values }), draft: answer };
  }
  const { savedAt } = saved;
  return { ...layoutOn(envelope, saved), draft: { ...answer, savedAt } };
}

/**
 * Its fields are in the ledger and its values are not yet: whoever recorded them was cut short, and the next
 * one goes on.
 */
function isHalfSettled(envelope: Draft, saved: SavedDraft): boolean {
  const { placed } = envelope;
  if (!placed || placed.own) return false;
  const { fields } = layoutOn(envelope, saved);
  const finished = PlaceInput.safeParse({ fields });
  const same = (one: readonly Field[]) => canonicalJson(one) === canonicalJson(placed.fields);
  return finished.success && same(finished.data.fields.map(fieldOf));
}

/**
 * Saves a working draft. Throws `draft_changed` if it was based on another version, unless the current one
 * was saved by the same page, which may have missed the answer.
 */
export async function saveDraft(
  documents: Pick<Documents, 'get' | 'put'>,
  envelope: Draft,
  { version, tab, turn, fields, values }: Omit<z.output<typeof SaveInput>, 'place'>,
  now: Date,
): Promise<SavedAnswer> {
  const current = await savedLayout(documents, envelope.id);
  assertUnchanged(envelope, version);
  const isOwn = current?.tab === tab;
  if (!isOwn && version !== versionOf(envelope, current?.etag)) throw new Refusal('draft_changed');
  if (isOwn && current.turn >= turn)
    return { version: versionOf(envelope, current.etag), savedAt: current.savedAt };
  const savedAt = now.toISOString();
  const layout = { fields: fields.map(fieldOf), values };
  const saved = { seq: envelope.changedSeq, tab, turn, savedAt, ...layout };
  const condition = current ? { ifMatch: current.etag } : { ifAbsent: true };
  const etag = await putLayout(documents, envelope.id, saved, condition).catch(changed);
  return { version: versionOf(envelope, etag), savedAt };
}

/** Stores a working draft; a condition that does not hold is a Conflict. */
export function putLayout(
  documents: Pick<Documents, 'put'>,
  envelopeId: string,
  saved: SavedDraft,
  condition: Pick<PutOptions, 'ifMatch' | 'ifAbsent'>,
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(saved));
  const options = { contentType: 'application/json', ...condition };
  return documents.put(savedLayoutKey(envelopeId), bytes, options);
}

function changed(error: unknown): never {
  throw error instanceof Conflict ? new Refusal('draft_changed') : error;
}

async function savedLayout(documents: Pick<Documents, 'get'>, envelopeId: string) {
  const object = await documents.get(savedLayoutKey(envelopeId));
  if (!object) return undefined;
  const { fields, ...saved } = storedJson('layout', SavedLayout, object.bytes);
  return { ...saved, fields: fields.map(fieldOf), etag: object.etag };
}

/** Version of a draft, from its last relevant ledger entry and the saved draft's ETag. */
const versionOf = ({ changedSeq }: Draft, etag = ''): string =>
  `${changedSeq}.${etag.replaceAll('"', '')}`;

/**
 * Checks the ledger part of the version only: field edits do not conflict with changes of parties or
 * document.
 */
export function assertUnchanged(envelope: Draft, version: string | undefined): void {
  if (version !== undefined && version !== versionOf(envelope, etagIn(version)))
    throw new Refusal('draft_changed');
}

const etagIn = (version: string): string => version.slice(version.indexOf('.') + 1);
