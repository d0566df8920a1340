import type { PartyState } from '../../shared/domain/envelope/envelope.ts';
import { failureKind } from '../../shared/domain/envelope/undelivered.ts';
import type { EntryData, EntryType } from '../../shared/domain/ledger/entries.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import {
  type CertificateMoment,
  MOMENTS,
  type MomentKind,
} from '../../shared/pdf/certificate/facts.ts';

/**
 * A party's events, each kind once with count and last time. Of the codes, the one used to sign gives the
 * time. A reminder or resend is listed by its resulting invitation only.
 */
export function partyMoments(
  { id, signature }: PartyState,
  entries: readonly Entry[],
): CertificateMoment[] {
  const kinds = entries.flatMap((entry) => kindOf(entry, id));
  const { codeSentAt, confirmedAt } = signature!.confirmation;
  const used: Partial<Record<MomentKind, string>> = {
    codeSent: codeSentAt,
    confirmed: confirmedAt,
  };
  return MOMENTS.flatMap((kind) => {
    const found = invitedOnce(kinds).filter((each) => each.kind === kind);
    const at = used[kind] ?? found.at(-1)?.at;
    return at ? [{ kind, at, times: found.length }] : [];
  }).sort((one, other) => one.at.localeCompare(other.at));
}

interface Happened {
  readonly kind: MomentKind;
  readonly at: string;
}

/** Invitations after the first count as `invited again`. */
const invitedOnce = (all: readonly Happened[]): Happened[] =>
  all.map((each, index) =>
    each.kind === 'invited' && all.findIndex(({ kind }) => kind === 'invited') < index
      ? { ...each, kind: 'invitedAgain' }
      : each,
  );

type Tell<T extends EntryType> = (data: EntryData[T], party: string) => MomentKind | undefined;

const never = (): undefined => undefined;

/** The kind of event that an entry is for its party. */
const KINDS: { readonly [T in EntryType]: Tell<T> } = {
  created: never,
  edited: never,
  'document.accepted': never,
  'document.refused': never,
  placed: never,
  filled: never,
  discarded: never,
  sent: never,
  prepared: never,
  invited: ({ notice }) => (notice === 'reminder' ? 'reminded' : 'invited'),
  opened: ({ shown }) => (shown ? undefined : 'opened'),
  consented: () => 'consented',
  'code.sent': () => 'codeSent',
  'code.wrong': () => 'codeWrong',
  'code.right': () => 'confirmed',
  signed: () => 'signed',
  appended: never,
  reported: ({ about }) => (about === 'not-mine' ? 'misdirected' : undefined),
  declined: never,
  voided: never,
  reminded: never,
  're-sent': never,
  'contact.corrected': () => 'corrected',
  'owner.changed': never,
  expired: never,
  failed: never,
  completed: never,
  delivered: never,
  'delivery.failed': (data, party) =>
    data.to === party && failureKind(data) === 'failed' ? 'undelivered' : undefined,
  stalled: never,
  restarted: never,
  purged: never,
  erased: never,
};

function kindOf({ at, data, type }: Entry, party: string): Happened[] {
  if ('party' in data && data.party !== party) return [];
  // The certificate shows how the signature was confirmed, so codes to decline are left out.
  if ('purpose' in data && data.purpose === 'decline') return [];
  const kind = (KINDS[type] as Tell<EntryType>)(data, party);
  return kind ? [{ kind, at }] : [];
}
