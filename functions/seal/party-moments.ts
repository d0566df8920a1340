import type { PartyState } from '../../shared/domain/envelope.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { failureKind } from '../../shared/domain/undelivered.ts';
import {
  type CertificateMoment,
  MOMENTS,
  type MomentKind,
} from '../../shared/pdf/certificate-facts.ts';

/**
 * What happened to a party, each kind once: how often, and when last. Of the codes, the one with
 * which it signed gives the time. A sender's wish to remind or to send again is in its effect.
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

/** Every invitation but the first is a new one. */
const invitedOnce = (all: readonly Happened[]): Happened[] =>
  all.map((each, index) =>
    each.kind === 'invited' && all.findIndex(({ kind }) => kind === 'invited') < index
      ? { ...each, kind: 'invitedAgain' }
      : each,
  );

const KINDS: Partial<Record<Entry['type'], MomentKind>> = {
  opened: 'opened',
  consented: 'consented',
  'code.sent': 'codeSent',
  'code.wrong': 'codeWrong',
  'code.right': 'confirmed',
  signed: 'signed',
  'contact.corrected': 'corrected',
};

function kindOf(entry: Entry, party: string): Happened[] {
  const { at, data, type } = entry;
  if (type === 'delivery.failed')
    return data.to === party && failureKind(data) === 'failed' ? [{ kind: 'undelivered', at }] : [];
  if (!('party' in data) || data.party !== party) return [];
  // The certificate tells how a signature was confirmed: codes to decline are not part of it.
  if ('purpose' in data && data.purpose === 'decline') return [];
  if (type === 'reported') return data.about === 'not-mine' ? [{ kind: 'misdirected', at }] : [];
  if (type === 'opened' && data.shown) return [];
  if (type === 'invited')
    return [{ kind: data.notice === 'reminder' ? 'reminded' : 'invited', at }];
  const kind = KINDS[type];
  return kind ? [{ kind, at }] : [];
}
