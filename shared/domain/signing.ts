import type { Confirmation, EntryData, SignatureMethod } from './entries.ts';
import {
  type Envelope,
  isEnded,
  isOnTurn,
  type PartyState,
  partyOf,
  type Signing,
  shownRevision,
} from './envelope.ts';
import { Refusal } from './errors.ts';
import { checkedValues, isMark, type Values } from './field.ts';
import type { Actor, NewEntry } from './ledger.ts';
import type { PartyId } from './party.ts';

/** The envelope and the party, if that party may act now; otherwise says why not. */
export function onTurn(envelope: Envelope, id: PartyId): { signing: Signing; party: PartyState } {
  const party = partyOf(envelope, id);
  if (isEnded(envelope)) throw new Refusal('envelope_closed', { status: endedAs(envelope) });
  if (party.signature) throw new Refusal('already_signed', { at: party.signature.at });
  if (envelope.status !== 'signing' || !isOnTurn(envelope, party))
    throw new Refusal('not_your_turn');
  return { signing: envelope, party };
}

/**
 * As `onTurn`, and only before the deadline: a link is good until then, also in the moments before
 * the workflow records that the envelope has expired.
 */
function onTurnInTime(envelope: Envelope, id: PartyId, now: Date): ReturnType<typeof onTurn> {
  const found = onTurn(envelope, id);
  if (isPastDeadline(found.signing, now))
    throw new Refusal('envelope_closed', { status: 'expired' });
  return found;
}

export const isPastDeadline = (envelope: Envelope, now: Date): boolean =>
  (envelope.status === 'preparing' || envelope.status === 'signing') &&
  now.getTime() >= Date.parse(envelope.deadline);

const endedAs = (envelope: Envelope): string =>
  envelope.status === 'purged' ? envelope.ended : envelope.status;

/** The first look; later ones change nothing. */
export function open(
  envelope: Envelope,
  id: PartyId,
  actor: Actor,
  now: Date,
): NewEntry<'opened'> | undefined {
  if (isEnded(envelope) || partyOf(envelope, id).openedAt) return undefined;
  return { type: 'opened', actor, at: now.toISOString(), data: { party: id } };
}

export function consent(
  envelope: Envelope,
  data: EntryData['consented'],
  actor: Actor,
  now: Date,
): NewEntry<'consented'> | undefined {
  const { party } = onTurnInTime(envelope, data.party, now);
  if (party.consent?.sha256 === data.sha256) return undefined;
  return { type: 'consented', actor, at: now.toISOString(), data };
}

export function codeSent(
  envelope: Envelope,
  data: EntryData['code.sent'],
  actor: Actor,
  now: Date,
): NewEntry<'code.sent'> {
  assertConsented(onTurnInTime(envelope, data.party, now).party);
  return { type: 'code.sent', actor, at: now.toISOString(), data };
}

export function codeWrong(
  envelope: Envelope,
  data: EntryData['code.wrong'],
  actor: Actor,
  now: Date,
): NewEntry<'code.wrong'> {
  onTurnInTime(envelope, data.party, now);
  return { type: 'code.wrong', actor, at: now.toISOString(), data };
}

export function codeRight(
  envelope: Envelope,
  data: EntryData['code.right'],
  actor: Actor,
  now: Date,
): NewEntry<'code.right'> {
  const { signing, party } = onTurnInTime(envelope, data.party, now);
  assertSameDocument(signing, party, data.documentSha256);
  return { type: 'code.right', actor, at: now.toISOString(), data };
}

/** What a party hands in, besides the marks themselves. */
export interface Submission {
  readonly party: PartyId;
  readonly round: number;
  readonly documentSha256: string;
  readonly confirmation: Confirmation;
  readonly method: SignatureMethod;
  readonly stamp: boolean;
  readonly stored: { readonly key: string; readonly sha256: string };
}

/** The values of a party that is ready to sign: complete, and each of its field's kind. */
export function readyToSign(
  envelope: Envelope,
  id: PartyId,
  values: Values,
  stamp: boolean,
): Values {
  const { signing, party } = onTurn(envelope, id);
  assertConsented(party);
  const checked = checkedValues(signing.fields, id, values, { complete: true });
  if (needsStamp(signing, id) && !stamp) throw new Refusal('stamp_missing');
  return checked;
}

/** Invariant: only after a right code in this round, for the document that was shown, and once. */
export function sign(
  envelope: Envelope,
  { round, stored, ...submission }: Submission,
  actor: Actor,
  now: Date,
): NewEntry<'signed'> {
  const { signing, party } = onTurnInTime(envelope, submission.party, now);
  assertConsented(party);
  if (party.round !== round) throw new Refusal('link_invalid');
  assertSameDocument(signing, party, submission.documentSha256);
  const data = { ...submission, submission: stored };
  return { type: 'signed', actor, at: now.toISOString(), data };
}

export function decline(
  envelope: Envelope,
  data: EntryData['declined'],
  actor: Actor,
  now: Date,
): NewEntry<'declined'> {
  onTurnInTime(envelope, data.party, now);
  return { type: 'declined', actor, at: now.toISOString(), data };
}

export const needsStamp = (envelope: Envelope, id: PartyId): boolean =>
  envelope.fields.some((field) => field.party === id && field.kind === 'stamp' && field.required);

export const fieldsOf = (envelope: Envelope, id: PartyId) =>
  envelope.fields.filter((field) => field.party === id);

export const marksOf = (envelope: Envelope, id: PartyId) => fieldsOf(envelope, id).filter(isMark);

function assertConsented(party: PartyState): void {
  if (!party.consent) throw new Refusal('consent_required');
}

function assertSameDocument(envelope: Signing, party: PartyState, sha256: string): void {
  if (shownRevision(envelope, party.turn).sha256 !== sha256) throw new Refusal('document_changed');
}
