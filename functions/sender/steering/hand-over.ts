import type * as z from 'zod';
import type { HandOverAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import type { HandOverInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { NewerRelease, Refusal } from '../../../shared/domain/errors.ts';
import { lastDone } from '../../../shared/domain/ledger/acts.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import type { HandOverBatch, Owner } from '../../../shared/domain/ledger/entries.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { type HandingOver, handOver } from '../../../shared/domain/transitions/handing-over.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { bySender, type Caller } from '../access/caller.ts';
import { ownEnvelope } from '../access/own-envelope.ts';
import type { SenderRequest } from '../sender-request.ts';

type Deps = Pick<Ports, 'ledger' | 'envelopes' | 'clock'>;
type Request = SenderRequest<z.output<typeof HandOverInput>>;

/** Envelopes per call: each takes two ledger calls, and the function's timeout is short. */
const AT_ONCE = 25;

interface Handing {
  readonly ids: readonly string[];
  /** Present if there are more. */
  readonly cursor?: string;
}

/**
 * Makes another employee the owner of an envelope, or with `all` of every envelope of its owner, page by
 * page. Administrators only. The envelope of the request comes last, because it identifies the former owner;
 * a retry after it was handed over has nothing left to do.
 */
export const makeHandOver =
  (ports: Deps) =>
  async (request: Request): Promise<z.input<typeof HandOverAnswer>> => {
    const { caller, body } = request;
    if (!caller.isAdministrator) throw new Refusal('forbidden');
    const envelope = await ownEnvelope(ports.ledger, request);
    const { subject, email, name } = body.to ?? caller;
    if (envelope.owner.subject === subject) return { handedOver: 0 };
    const { ids, cursor } = body.all
      ? await allOf(ports, envelope, body.cursor)
      : { ids: [envelope.id] };
    const to = { subject, email, name };
    const batch = body.all ? batchOfAll(envelope, to, caller.subject) : body.batch;
    const change = handing(ports, envelope.owner.subject, caller, { to, by: caller.name, batch });
    const outcomes: Outcome[] = [];
    for (const id of ids)
      outcomes.push(await change(id).catch(id === envelope.id ? undefined : ofAnother));
    const [handedOver, left] = [countOf(outcomes, 'handed'), countOf(outcomes, 'left')];
    return { handedOver, ...(left > 0 && { left }), ...(cursor !== undefined && { cursor }) };
  };

/**
 * Stable over all pages, since the envelope of the request changes last; different for the next hand-over.
 */
function batchOfAll(envelope: Envelope, to: Owner, by: string): HandOverBatch {
  const { id } = envelope;
  const since = lastDone(envelope, 'handOver') ?? envelope.createdAt;
  return { id: sha256(canonicalJson({ id, since, to: to.subject, by })).slice(0, 32) };
}

type Outcome = 'handed' | 'nothing to do' | 'left';

const countOf = (outcomes: readonly Outcome[], wanted: Outcome): number =>
  outcomes.filter((outcome) => outcome === wanted).length;

/** A refusal for one envelope does not block the others. A deleted draft may still be listed. */
function ofAnother(fault: unknown): Outcome {
  if (fault instanceof NewerRelease) return 'left';
  if (!(fault instanceof Refusal)) throw fault;
  return fault.code === 'envelope_unknown' ? 'nothing to do' : 'left';
}

async function allOf(
  { envelopes }: Pick<Ports, 'envelopes'>,
  { id, owner }: { id: string; owner: Owner },
  cursor: string | undefined,
): Promise<Handing> {
  const query = { owner: owner.subject, limit: AT_ONCE };
  const page = await envelopes.list({ ...query, ...(cursor !== undefined && { cursor }) });
  const others = page.items.map((item) => item.id).filter((other) => other !== id);
  return page.cursor === undefined
    ? { ids: [...others, id] }
    : { ids: others, cursor: page.cursor };
}

/** Changes one envelope if `from` still owns it, since the list may be behind. */
const handing =
  ({ ledger, clock }: Deps, from: string, caller: Caller, handingOver: HandingOver) =>
  async (id: string): Promise<Outcome> => {
    let changed = false;
    const by = bySender(caller, clock.now());
    await ledger.change(id, by, (envelope) => {
      const isTheirs = envelope.owner.subject === from;
      const decision = isTheirs ? handOver(envelope, handingOver, by.now) : undefined;
      changed = decision !== undefined;
      return decision;
    });
    return changed ? 'handed' : 'nothing to do';
  };
