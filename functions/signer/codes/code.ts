import type * as z from 'zod';
import type { CodeAnswer, CodeInput } from '../../../shared/contract/signer.ts';
import { shownRevision } from '../../../shared/domain/envelope/envelope.ts';
import { maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import {
  assertMaySend,
  CODE,
  codeFrom,
  codeMessage,
  type Purpose,
  secondsUntilNext,
} from '../../../shared/domain/secrets/code.ts';
import { assertMayConfirm, codeSent, onTurn } from '../../../shared/domain/transitions/signing.ts';
import { type Count, counted } from '../../../shared/limits/counted.ts';
import type { Notify } from '../../../shared/messages/notify.ts';
import type { StoredCode } from '../../../shared/ports/access.ts';
import type { MacKey } from '../../../shared/ports/keys.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { SignerSettings } from '../signer-settings.ts';
import { sendCode } from './send-code.ts';

type Deps = Pick<Ports, 'codes' | 'ledger' | 'random' | 'counters' | 'clock'> & {
  readonly codeKey: MacKey;
  readonly notify: Notify;
};
type Answer = z.input<typeof CodeAnswer>;

/** Milliseconds in which a repeated request by the same page counts as a retry after a lost answer. */
const LOST_ANSWER_MS = 30_000;

/**
 * Sends a code to the party's channel. The sending is reserved first, so that concurrent requests cannot
 * exceed the limit, and released if it fails. The code becomes valid only after its ledger entry.
 */
export const makeCode =
  (ports: Deps, { limits: { textMessages } }: Pick<SignerSettings, 'limits'>) =>
  async (request: CeremonyRequest<z.output<typeof CodeInput>>): Promise<Answer> => {
    const { ceremony } = request;
    const { purpose } = request.body;
    assertMayConfirm(ceremony.envelope, ceremony.link.party, purpose, ceremony.now);
    const present = await ports.codes.find(ceremony.link);
    if (present && isAnswerTo(present, ceremony, purpose)) {
      return answer(ceremony, present, await ports.codes.sendings(ceremony.link));
    }
    const sendings = await reserve(ports, ceremony);
    return answer(ceremony, await sent(ports, ceremony, purpose, textMessages), sendings);
  };

const entryData = ({ party }: Ceremony, purpose: Purpose) => ({
  party: party.id,
  channel: maskedChannel(party.channel),
  purpose,
});

const isAnswerTo = (
  { session, sentAt, documentSha256, ...code }: StoredCode,
  { envelope, party, sessionSha256, now }: Ceremony,
  purpose: Purpose,
): boolean =>
  session === sessionSha256 &&
  (code.purpose ?? 'sign') === purpose &&
  documentSha256 === shownRevision(onTurn(envelope, party.id).signing, party.turn).sha256 &&
  now.getTime() < sentAt + LOST_ANSWER_MS;

async function reserve({ codes }: Deps, { link, now }: Ceremony): Promise<number[]> {
  const before = await codes.sendings(link);
  assertMaySend(before, now.getTime());
  if (await codes.reserveSending(link, before, now.getTime())) return [...before, now.getTime()];
  throw new Refusal('code_too_soon', { seconds: CODE.pause });
}

/** Releases the reservation if sending or storing fails. */
async function sent(
  ports: Deps,
  ceremony: Ceremony,
  purpose: Purpose,
  mostTexts: number,
): Promise<StoredCode> {
  const { link, now } = ceremony;
  try {
    const code = codeFrom(uint32(ports.random(4)));
    const stored = await toBeKept(ports, ceremony, purpose, code);
    await counted(ports, textsOf(ceremony, mostTexts), () =>
      sendCode(ports, ceremony, purpose, code),
    );
    const data = entryData(ceremony, purpose);
    await changeByLink(ports.ledger, ceremony, (current) => codeSent(current, data, now));
    await ports.codes.put(link, stored);
    return stored;
  } catch (error) {
    await ports.codes.releaseSending(link, now.getTime()).catch(() => {});
    throw error;
  }
}

/** Codes may use the whole company limit, including their reserve. */
const textsOf = ({ party }: Ceremony, most: number): Count[] =>
  party.channel.kind === 'sms' ? [{ act: 'text_message', of: 'company', per: 'day', most }] : [];

const uint32 = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

/**
 * Only the MAC is stored, over envelope, party, session, purpose and shown document. Computed before sending,
 * so that no message is sent while the key is unavailable.
 */
async function toBeKept(
  { codeKey }: Deps,
  { envelope, link, sessionSha256: session, now }: Ceremony,
  purpose: Purpose,
  code: string,
): Promise<StoredCode> {
  const { signing, party } = onTurn(envelope, link.party);
  const documentSha256 = shownRevision(signing, party.turn).sha256;
  const mac = await codeKey.generate(
    codeMessage({ ...link, session, documentSha256, code, purpose }),
  );
  const sentAt = now.getTime();
  const expiresAt = sentAt + CODE.lifetime * 1000;
  return { mac, session, documentSha256, purpose, sentAt, expiresAt };
}

const answer = (
  { party, now }: Ceremony,
  { expiresAt }: StoredCode,
  sendings: readonly number[],
): Answer => ({
  channel: maskedChannel(party.channel),
  expiresAt: new Date(expiresAt).toISOString(),
  expiresInSeconds: Math.ceil((expiresAt - now.getTime()) / 1000),
  nextInSeconds: pauseAfter(sendings, now),
});

/** After the last code of a round, the pause still applies; the next request is then refused as locked. */
function pauseAfter(sendings: readonly number[], now: Date): number {
  const seconds = secondsUntilNext(sendings, now.getTime());
  return Number.isFinite(seconds) ? seconds : CODE.pause;
}
