import type * as z from 'zod';
import type { ConfirmAnswer, ConfirmInput } from '../../../shared/contract/signer.ts';
import { shownRevision } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal, type RefusalCode } from '../../../shared/domain/errors.ts';
import {
  CODE,
  CONFIRMED_SECONDS,
  codeMessage,
  normalizeCode,
  type Purpose,
} from '../../../shared/domain/secrets/code.ts';
import { codeWrong, onTurn, onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import type { Codes, StoredCode } from '../../../shared/ports/access.ts';
import type { MacKey } from '../../../shared/ports/keys.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { Confirmed } from './confirmation.ts';
import { recordRightCode } from './record-right-code.ts';

type Deps = Pick<Ports, 'codes' | 'sessions' | 'ledger'> & { readonly codeKey: MacKey };
type Taken = Awaited<ReturnType<Codes['reserveTry']>>;
type Try = Extract<Taken, { state: 'reserved' }>;
type Entered = z.output<typeof ConfirmInput>;

/**
 * Checks a code. A try is taken atomically before the comparison, so never more than five per code under
 * concurrency; a conditional write lets a right code succeed once. The same code from the session that it
 * confirmed is answered as before (a retry after a lost answer).
 */
export const makeConfirm =
  (ports: Deps) =>
  async (request: CeremonyRequest<Entered>): Promise<z.input<typeof ConfirmAnswer>> => {
    const { ceremony } = request;
    onTurnInTime(ceremony.envelope, ceremony.party.id, ceremony.now);
    const taken = await takeTry(ports, ceremony);
    const right = await isRight(ports, ceremony, taken.code, request.body);
    if (!right) throw await notRight(ports, ceremony, taken, request.body.purpose);
    const confirmed = taken.confirmed ?? confirmation(ceremony, taken.code);
    return { confirmedUntil: await confirmSession(ports, ceremony, taken.code, confirmed) };
  };

const NO_TRY = {
  none: 'code_expired',
  used: 'code_used',
  expired: 'code_expired',
  elsewhere: 'code_elsewhere',
} as const satisfies Partial<Record<Taken['state'], RefusalCode>>;

async function takeTry({ codes }: Deps, { link, sessionSha256, now }: Ceremony): Promise<Try> {
  const taken = await codes.reserveTry(link, sessionSha256, now.getTime());
  if (taken.state === 'reserved') {
    if (now.getTime() >= taken.code.expiresAt) throw new Refusal('code_expired');
    return taken;
  }
  if (taken.state !== 'exhausted') throw new Refusal(NO_TRY[taken.state]);
  const sendings = await codes.sendings(link);
  if (sendings.length >= CODE.perRound) throw new Refusal('code_locked');
  throw new Refusal('code_wrong', { triesLeft: 0 });
}

/** A code for another purpose or another revision is wrong. */
async function isRight(
  { codeKey }: Deps,
  { envelope, party, link, sessionSha256: session }: Ceremony,
  { mac, purpose }: StoredCode,
  entered: Entered,
): Promise<boolean> {
  const documentSha256 = shownRevision(onTurn(envelope, party.id).signing, party.turn).sha256;
  const code = normalizeCode(entered.code);
  const bound = { ...link, session, documentSha256, code, ...(purpose && { purpose }) };
  const isSame = await codeKey.verify(codeMessage(bound), mac);
  return isSame && (purpose ?? 'sign') === entered.purpose;
}

async function notRight(
  { codes, ledger }: Deps,
  ceremony: Ceremony,
  { triesLeft, confirmed }: Try,
  purpose: Purpose,
): Promise<Refusal> {
  const { link, party, now } = ceremony;
  if (confirmed) return new Refusal('code_used');
  await changeByLink(ledger, ceremony, (current) =>
    codeWrong(current, { party: party.id, triesLeft, purpose }, now),
  );
  const sent = (await codes.sendings(link)).length;
  return new Refusal('code_wrong', { triesLeft, ...(sent > 1 && { codes: sent }) });
}

function confirmation({ now }: Ceremony, code: StoredCode): Confirmed {
  const { sentAt, documentSha256, purpose = 'sign' } = code;
  return {
    purpose,
    until: new Date(now.getTime() + CONFIRMED_SECONDS * 1000).toISOString(),
    at: now.toISOString(),
    codeSentAt: new Date(sentAt).toISOString(),
    documentSha256,
  };
}

/**
 * If two requests of one session succeed concurrently, the session is confirmed once and both get that
 * answer.
 */
async function confirmSession(
  { codes, sessions, ledger }: Deps,
  ceremony: Ceremony,
  code: StoredCode,
  confirmed: Confirmed,
): Promise<string> {
  const { link, sessionSha256: secretSha256 } = ceremony;
  const stands = await codes.confirm(link, code, { secretSha256, confirmed });
  const made = stands ? confirmed : (await sessions.find(secretSha256))?.confirmed;
  if (made?.codeSentAt !== confirmed.codeSentAt) throw new Refusal('code_used');
  await recordRightCode(ledger, ceremony, made);
  return made.until;
}
