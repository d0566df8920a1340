import type { SENDER_OPERATIONS } from '../../../shared/contract/api/operations.ts';
import { Malformed, Refusal } from '../../../shared/domain/errors.ts';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import type { StandingAnswer } from '../../../shared/ports/access.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from './caller.ts';

type Operation = keyof typeof SENDER_OPERATIONS;
type Deps = Pick<Ports, 'answers' | 'clock'>;

/** Their answers hold a secret or a presigned address, which is never stored: a key does nothing there. */
export const NEVER_KEPT: readonly Operation[] = [
  'upload',
  'newToken',
  'newWebhook',
  'rotateWebhookSecret',
];

/** Longer than a request may take. */
const LOCKED_MS = 30_000;
const KEPT_SECONDS = 86_400;

/** An item of DynamoDB takes 400 KB. Only what may be repeated anyway answers so much. */
const MAX_KEPT = 300_000;

const KEY = /^[\x21-\x7e]{1,255}$/;

export interface Keyed {
  readonly caller: Caller;
  /** Header `Idempotency-Key`. */
  readonly idempotencyKey?: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export type Once = <R extends Keyed, A>(
  operation: Operation,
  run: (request: R) => Promise<A>,
) => (request: R) => Promise<A>;

/**
 * Does once what a caller asks for under one key: within a day, the same request gets the same answer, another
 * one is refused, and one that comes while the first is under way is told to wait. What failed is not kept.
 */
export const makeOnce =
  (ports: Deps): Once =>
  (operation, run) =>
  async (request) => {
    const { idempotencyKey } = request;
    if (idempotencyKey === undefined || NEVER_KEPT.includes(operation)) return run(request);
    if (!KEY.test(idempotencyKey))
      throw new Malformed([{ path: 'idempotency-key', message: '1 to 255 printable characters' }]);
    const key = sha256(canonicalJson([request.caller.subject, operation, idempotencyKey]));
    const payload = sha256(canonicalJson({ path: request.path, body: request.body }));
    const now = ports.clock.now().getTime();
    const begun = await ports.answers.begin(key, payload, {
      lockedUntil: now + LOCKED_MS,
      expiresAt: Math.ceil(now / 1_000) + KEPT_SECONDS,
    });
    if ('standing' in begun) return repeated(begun.standing, payload);
    return keptAnswer(ports, key, begun.attempt, () => run(request));
  };

function repeated<A>({ payload, answer }: StandingAnswer, asked: string): A {
  if (payload !== asked) throw new Refusal('idempotency_key_reused');
  if (answer === undefined) throw new Refusal('request_under_way');
  return JSON.parse(answer);
}

async function keptAnswer<A>(
  { answers }: Deps,
  key: string,
  attempt: string,
  act: () => Promise<A>,
): Promise<A> {
  try {
    const answer = await act();
    const text = JSON.stringify(answer);
    const isKept = Buffer.byteLength(text) <= MAX_KEPT;
    await (isKept ? answers.keep(key, attempt, text) : answers.release(key, attempt));
    return answer;
  } catch (error) {
    await answers.release(key, attempt).catch(() => undefined);
    throw error;
  }
}
