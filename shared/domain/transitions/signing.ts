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
import { assertWithinLimit } from '../ledger/acts.ts';
import type { Confirmation, EntryData, SignatureMethod } from '../ledger/entries.ts';
import type { Decision } from '../ledger/ledger.ts';
import { hasRightCode, type RightCode, rightCode } from '../secrets/right-codes.ts';

/** The envelope and the party, if it is that party's turn; otherwise throws the refusal that says why not. */
export function onTurn(envelope: Envelope, id: PartyId): { signing: Signing; party: PartyState } {
  const party = partyOf(envelope, id);
  if (isEnded(envelope)) throw new Refusal('envelope_closed', { status: endedAs(envelope) });
  if (party.signature) throw new Refusal('already_signed', { at: party.signature.at });
  if (envelope.status !== 'signing' || !isOnTurn(envelope, party))
    throw new Refusal('not_your_turn');
  return { signing: envelope, party };
}

/** As `onTurn`, and refuses after the deadline even if the workflow has not recorded the expiry yet. */
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

/** Records the first visit; undefined for later ones. */
export function open(envelope: Envelope, id: PartyId): Decision<'opened'> | undefined {
  if (isEnded(envelope) || partyOf(envelope, id).openedAt) return undefined;
  return { type: 'opened', data: { party: id } };
}

/** Records how the page showed the document, once per revision and round. */
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
  assertWithinLimit(envelope, 'consent', now, data.party);
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

/** Throws unless a code may be sent: on turn, and for signing only after consent. */
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

/** Undefined if this code is recorded already, so that an interrupted request can be retried. */
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

/** A party's submission, without the marks themselves. */
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

/** The party's values, validated and complete. */
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
 * Requires a right code in this round for the document that was shown. Undefined if the same submission is
 * recorded already (a retried request).
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

/** A party's decline. */
export interface DeclineRequest {
  readonly party: PartyId;
  readonly round: number;
  readonly documentSha256: string;
  readonly confirmation: Confirmation;
  readonly reason: string;
}

/** Requires a right code with purpose `decline`. Undefined if this party has declined already. */
export function decline(
  envelope: Envelope,
  { party, reason, ...confirmed }: DeclineRequest,
  now: Date,
): Decision<'declined'> | undefined {
  if (hasDeclined(envelope, party)) return undefined;
  assertConfirmed(onTurnInTime(envelope, party, now), 'decline', confirmed);
  const data = { party, reason, confirmation: confirmed.confirmation };
  return { type: 'declined', data };
}

/** Whether the recorded signature has the same content and code. */
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

/** Whether the party has a stamp field; the stamp is optional unless a field requires it. */
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

/** Decided by ledger entries alone: a row in table `Access` is no proof. */
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

/** Only the page can know whether it displayed the document, so it must have reported so. */
function assertShown(party: PartyState, sha256: string): void {
  if (party.shown?.documentSha256 !== sha256) throw new Refusal('document_not_shown');
}

function assertSameDocument(envelope: Signing, party: PartyState, sha256: string): void {
  if (shownRevision(envelope, party.turn).sha256 !== sha256) throw new Refusal('document_changed');
}
