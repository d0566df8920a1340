import {
  type Envelope,
  endedAs,
  isEnded,
  isOnTurn,
  type PartyState,
  partyOf,
  type Signing,
  shownRevision,
} from '../envelope/envelope.ts';
import type { PartyId } from '../envelope/party.ts';
import { Refusal } from '../errors.ts';
import type { Values } from '../fields/field.ts';
import { isMark } from '../fields/field-kinds.ts';
import { checkedValues } from '../fields/field-values.ts';
import { assertPace } from '../ledger/acts.ts';
import type { Confirmation, EntryData, SignatureMethod } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';
import { hasRightCode, type RightCode, rightCode } from '../secrets/right-codes.ts';

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
export function onTurnInTime(
  envelope: Envelope,
  id: PartyId,
  now: Date,
): ReturnType<typeof onTurn> {
  const found = onTurn(envelope, id);
  if (isPastDeadline(found.signing, now))
    throw new Refusal('envelope_closed', { status: 'expired' });
  return found;
}

export const isPastDeadline = (envelope: Envelope, now: Date): boolean =>
  (envelope.status === 'preparing' || envelope.status === 'signing') &&
  now.getTime() >= Date.parse(envelope.deadline);

/** The first look; later ones change nothing. */
export function open(envelope: Envelope, id: PartyId): Decision<'opened'> | undefined {
  if (isEnded(envelope) || partyOf(envelope, id).openedAt) return undefined;
  return { type: 'opened', data: { party: id } };
}

/** What the page says it showed; the ledger has it once for each revision and round. */
export function shown(
  envelope: Envelope,
  data: Required<EntryData['opened']>,
  now: Date,
): Decision<'opened'> | undefined {
  const { signing, party } = onTurnInTime(envelope, data.party, now);
  assertSameDocument(signing, party, data.documentSha256);
  if (party.shown?.documentSha256 === data.documentSha256) return undefined;
  return { type: 'opened', data };
}

export function consent(
  envelope: Envelope,
  data: EntryData['consented'],
  now: Date,
): Decision<'consented'> | undefined {
  const { party } = onTurnInTime(envelope, data.party, now);
  if (party.consent?.sha256 === data.sha256) return undefined;
  assertPace(envelope, 'consent', now, data.party);
  return { type: 'consented', data };
}

export function codeSent(
  envelope: Envelope,
  data: EntryData['code.sent'],
  now: Date,
): Decision<'code.sent'> {
  assertMayConfirm(envelope, data.party, data.purpose ?? 'sign', now);
  return { type: 'code.sent', data };
}

/** Whether a code may be sent to a party: on its turn, and to sign only once it has consented. */
export function assertMayConfirm(
  envelope: Envelope,
  id: PartyId,
  purpose: RightCode['purpose'],
  now: Date,
): void {
  const { party } = onTurnInTime(envelope, id, now);
  if (purpose !== 'decline') assertConsented(party);
}

export function codeWrong(
  envelope: Envelope,
  data: EntryData['code.wrong'],
  now: Date,
): Decision<'code.wrong'> {
  onTurnInTime(envelope, data.party, now);
  return { type: 'code.wrong', data };
}

/** Undefined if the ledger knows of this code already: what was cut short may be recorded again. */
export function codeRight(
  envelope: Envelope,
  data: EntryData['code.right'],
  now: Date,
): Decision<'code.right'> | undefined {
  const { signing, party } = onTurnInTime(envelope, data.party, now);
  assertSameDocument(signing, party, data.documentSha256);
  if (hasRightCode(party.rightCodes, rightCode(party.round, data))) return undefined;
  return { type: 'code.right', data };
}

/** What a party hands in, besides the marks themselves. */
export interface Submission {
  readonly party: PartyId;
  readonly round: number;
  readonly documentSha256: string;
  readonly confirmation: Confirmation;
  readonly method: SignatureMethod;
  readonly stamp: boolean;
  readonly copyAddress?: string;
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
  assertShown(party, shownRevision(signing, party.turn).sha256);
  const checked = checkedValues(signing.fields, id, values, { complete: true });
  if (needsStamp(signing, id) && !stamp) throw new Refusal('stamp_missing');
  return checked;
}

/**
 * Invariant: only after a right code in this round, for the document that was shown, and once. The
 * same signature handed in again, since its answer was lost, records nothing.
 */
export function sign(
  envelope: Envelope,
  { round, stored, ...submission }: Submission,
  now: Date,
): Decision<'signed'> | undefined {
  if (hasHandedIn(partyOf(envelope, submission.party), stored, submission.confirmation))
    return undefined;
  const found = onTurnInTime(envelope, submission.party, now);
  assertConsented(found.party);
  assertConfirmed(found, 'sign', { round, ...submission });
  assertShown(found.party, submission.documentSha256);
  const data = { ...submission, submission: stored };
  return { type: 'signed', data };
}

/** What a party hands in when it declines. */
export interface Declining {
  readonly party: PartyId;
  readonly round: number;
  readonly documentSha256: string;
  readonly confirmation: Confirmation;
  readonly reason: string;
}

/** Only after a right code for just that. Undefined if this party has declined already. */
export function decline(
  envelope: Envelope,
  { party, reason, ...confirmed }: Declining,
  now: Date,
): Decision<'declined'> | undefined {
  if (hasDeclined(envelope, party)) return undefined;
  assertConfirmed(onTurnInTime(envelope, party, now), 'decline', confirmed);
  const data = { party, reason, confirmation: confirmed.confirmation };
  return { type: 'declined', data };
}

/** Whether a party signed just so: the same content, by the same code. */
const hasHandedIn = (
  { signature }: PartyState,
  { sha256 }: Submission['stored'],
  { codeSentAt }: Confirmation,
): boolean =>
  signature?.submission.sha256 === sha256 && signature.confirmation.codeSentAt === codeSentAt;

export const hasDeclined = (envelope: Envelope, id: PartyId): boolean =>
  envelope.status === 'declined' && envelope.declinedBy === id;

const stampsOf = (envelope: Envelope, id: PartyId) =>
  fieldsOf(envelope, id).filter(({ kind }) => kind === 'stamp');

/** Whether there is a place for this party's stamp; it may be left out unless one of them is required. */
export const isAskedToStamp = (envelope: Envelope, id: PartyId): boolean =>
  stampsOf(envelope, id).length > 0;

const needsStamp = (envelope: Envelope, id: PartyId): boolean =>
  stampsOf(envelope, id).some(({ required }) => required);

export const fieldsOf = (envelope: Envelope, id: PartyId) =>
  envelope.fields.filter((field) => field.party === id);

export const marksOf = (envelope: Envelope, id: PartyId) => fieldsOf(envelope, id).filter(isMark);

function assertConsented(party: PartyState): void {
  if (!party.consent) throw new Refusal('consent_required');
}

type Confirmed = Pick<Submission, 'round' | 'documentSha256' | 'confirmation'>;

/** By what the ledger itself says: a code in storage proves nothing here. */
function assertConfirmed(
  { signing, party }: ReturnType<typeof onTurn>,
  purpose: RightCode['purpose'],
  { round, documentSha256, confirmation: { codeSentAt } }: Confirmed,
): void {
  if (party.round !== round) throw new Refusal('link_invalid');
  assertSameDocument(signing, party, documentSha256);
  const wanted = { purpose, round, documentSha256, codeSentAt };
  if (!hasRightCode(party.rightCodes, wanted)) throw new Refusal('confirmation_required');
}

/** Nobody signs what their page could not show: it says so itself, as nobody else can know. */
function assertShown(party: PartyState, sha256: string): void {
  if (party.shown?.documentSha256 !== sha256) throw new Refusal('document_not_shown');
}

function assertSameDocument(envelope: Signing, party: PartyState, sha256: string): void {
  if (shownRevision(envelope, party.turn).sha256 !== sha256) throw new Refusal('document_changed');
}
