import type * as z from 'zod';
import type { ConfirmAnswer, ConfirmInput } from '../../shared/contract/signer.ts';
import { CODE, CONFIRMED_SECONDS, codeMessage, normalizeCode } from '../../shared/domain/code.ts';
import { shownRevision } from '../../shared/domain/envelope.ts';
import { Refusal, type RefusalCode } from '../../shared/domain/errors.ts';
import { codeRight, codeWrong, onTurn } from '../../shared/domain/signing.ts';
import type { MacKey, Ports, StoredCode } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';
import type { CeremonyRequest } from './signer-request.ts';

type Needed = Pick<Ports, 'access' | 'ledger' | 'clock'> & { codes: MacKey };

/**
 * Compares a code. A try is taken before the comparison, atomically: never more than five for one
 * code, whatever runs at once; and one conditional write makes a right code good once.
 */
export const makeConfirm =
  (ports: Needed) =>
  async (
    request: CeremonyRequest<z.output<typeof ConfirmInput>>,
  ): Promise<z.input<typeof ConfirmAnswer>> => {
    const { ceremony } = request;
    const documentSha256 = shownTo(ceremony);
    const { code, triesLeft } = await takeTry(ports, ceremony);
    const digits = normalizeCode(request.body.code);
    const right = await isRight(ports, ceremony, { documentSha256, digits, code });
    if (!right) throw await wrong(ports, ceremony, triesLeft);
    return { confirmedUntil: await confirmSession(ports, ceremony, code, documentSha256) };
  };

/** Also refuses whoever may not act now. */
function shownTo({ envelope, party, actor, now }: Ceremony): string {
  codeWrong(envelope, { party: party.id, triesLeft: 0 }, actor, now);
  return shownRevision(onTurn(envelope, party.id).signing, party.turn).sha256;
}

const NO_TRY: Readonly<Record<'none' | 'used' | 'expired', RefusalCode>> = {
  none: 'code_expired',
  used: 'code_used',
  expired: 'code_expired',
};

async function takeTry({ access }: Needed, { link, now }: Ceremony) {
  const taken = await access.reserveTry(link, now.getTime());
  if (taken.state === 'reserved') {
    if (now.getTime() >= taken.code.expiresAt) throw new Refusal('code_expired');
    return taken;
  }
  if (taken.state !== 'exhausted') throw new Refusal(NO_TRY[taken.state]);
  const sendings = await access.sendings(link);
  if (sendings.length >= CODE.perRound) throw new Refusal('code_locked');
  throw new Refusal('code_wrong', { triesLeft: 0 });
}

const isRight = (
  { codes }: Needed,
  { link, sessionSha256 }: Ceremony,
  { documentSha256, digits, code }: { documentSha256: string; digits: string; code: StoredCode },
): Promise<boolean> =>
  codes.verify(
    codeMessage({ ...link, session: sessionSha256, documentSha256, code: digits }),
    code.mac,
  );

async function wrong(
  { ledger }: Needed,
  { link, party, actor, now }: Ceremony,
  triesLeft: number,
): Promise<Refusal> {
  await ledger.change(link.envelopeId, (current) =>
    codeWrong(current, { party: party.id, triesLeft }, actor, now),
  );
  return new Refusal('code_wrong', { triesLeft });
}

async function confirmSession(
  { access, ledger }: Needed,
  { link, party, sessionSha256, actor, now }: Ceremony,
  code: StoredCode,
  documentSha256: string,
): Promise<string> {
  const until = new Date(now.getTime() + CONFIRMED_SECONDS * 1000).toISOString();
  const codeSentAt = new Date(code.sentAt).toISOString();
  const confirmed = { until, at: now.toISOString(), codeSentAt, documentSha256 };
  const first = await access.confirm(link, code, { secretSha256: sessionSha256, confirmed });
  if (!first) throw new Refusal('code_used');
  await ledger.change(link.envelopeId, (current) =>
    codeRight(current, { party: party.id, documentSha256 }, actor, now),
  );
  return until;
}
