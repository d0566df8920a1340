import { Problem } from '../../ui/api.ts';
import type { SenderApi } from '../sender-api.ts';
import type { Batch, NewOwner } from './new-owner.ts';

/** `already`: was theirs before. `refused`: the API's sentence says why. */
export type Outcome =
  | { readonly kind: 'handed' | 'already' }
  | { readonly kind: 'refused'; readonly why: string };

interface Work {
  readonly ids: readonly string[];
  readonly to: NewOwner | undefined;
  readonly batch: Batch | undefined;
  readonly onOutcome: (id: string, outcome: Outcome) => void;
  readonly isStopped: () => boolean;
}

/** Number of concurrent calls. */
const LANES = 4;

/**
 * Hands over the envelopes, a few at a time, and reports each outcome. Errors of one envelope are its
 * outcome; errors that would affect the others too (network, sign-in, faults) are thrown, and the remaining
 * envelopes are left untried.
 */
export async function handOverEach(
  api: Pick<SenderApi, 'handOver'>,
  { ids, to, batch, onOutcome, isStopped }: Work,
): Promise<void> {
  const left = ids.values();
  let isBroken = false;
  async function lane() {
    for (const id of left) {
      if (isBroken || isStopped()) return;
      onOutcome(id, await handOne(api, id, { ...(to && { to }), ...(batch && { batch }) }));
    }
  }
  const lanes = Array.from({ length: LANES }, () =>
    lane().catch((fault) => {
      isBroken = true;
      throw fault;
    }),
  );
  const ends = await Promise.allSettled(lanes);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

async function handOne(
  api: Pick<SenderApi, 'handOver'>,
  id: string,
  asked: { to?: NewOwner; batch?: Batch },
): Promise<Outcome> {
  try {
    const { handedOver } = await api.handOver(id, asked);
    return { kind: handedOver > 0 ? 'handed' : 'already' };
  } catch (fault) {
    if (fault instanceof Problem && concernsOne(fault))
      return { kind: 'refused', why: fault.message };
    throw fault;
  }
}

/** A rate limit of one envelope says until when; the gateway's has no facts and applies to all calls. */
const concernsOne = ({ status, code, facts }: Problem): boolean =>
  status === 404 || status === 409 || (code === 'too_many' && 'seconds' in facts);
