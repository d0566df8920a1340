import type * as z from 'zod';
import type { CodeAnswer } from '../../shared/contract/signer.ts';
import { deliveryFailed } from '../../shared/domain/closing.ts';
import {
  assertMaySend,
  CODE,
  codeFrom,
  codeMessage,
  secondsUntilNext,
} from '../../shared/domain/code.ts';
import { shownRevision } from '../../shared/domain/envelope.ts';
import { Refusal } from '../../shared/domain/errors.ts';
import { maskedChannel } from '../../shared/domain/party.ts';
import { codeSent, onTurn } from '../../shared/domain/signing.ts';
import type { Notify } from '../../shared/messages/notify.ts';
import { type MacKey, type Ports, Undeliverable } from '../../shared/ports.ts';
import type { Ceremony } from './ceremony.ts';
import type { CeremonyRequest } from './signer-request.ts';

type Needed = Pick<Ports, 'access' | 'ledger' | 'random'> & { codes: MacKey; notify: Notify };

/**
 * Sends a code to the party's own channel. The sending is counted before it happens, so that no race
 * sends one too many; the code is good only once the ledger knows of it.
 */
export const makeCode =
  (ports: Needed) =>
  async (request: CeremonyRequest): Promise<z.input<typeof CodeAnswer>> => {
    const { ceremony } = request;
    const { envelope, party, link, actor, now } = ceremony;
    const channel = maskedChannel(party.channel);
    const recorded = { party: party.id, channel };
    codeSent(envelope, recorded, actor, now);
    const sendings = await reserve(ports, ceremony);
    const code = codeFrom(uint32(ports.random(4)));
    await send(ports, ceremony, code);
    await ports.ledger.change(link.envelopeId, (current) =>
      codeSent(current, recorded, actor, now),
    );
    const expiresAt = await keep(ports, ceremony, code);
    return {
      channel,
      expiresAt,
      expiresInSeconds: CODE.lifetime,
      nextInSeconds: pauseAfter(sendings, now),
    };
  };

const uint32 = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

async function reserve({ access }: Needed, { link, now }: Ceremony): Promise<number[]> {
  const before = await access.sendings(link);
  assertMaySend(before, now.getTime());
  if (await access.reserveSending(link, before, now.getTime())) return [...before, now.getTime()];
  throw new Refusal('code_too_soon', { seconds: CODE.pause });
}

/** The fifth code is the last of its round: asking for a sixth says so. */
const pauseAfter = (sendings: readonly number[], now: Date): number => {
  const seconds = secondsUntilNext(sendings, now.getTime());
  return Number.isFinite(seconds) ? seconds : CODE.pause;
};

async function send({ notify, ledger }: Needed, { envelope, party, now }: Ceremony, code: string) {
  try {
    await notify(envelope, party, 'code', { code, minutes: CODE.lifetime / 60 });
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    const failure = { to: party.id, notice: 'code', reason: 'undeliverable' } as const;
    await ledger.change(envelope.id, () => deliveryFailed(failure, now));
    throw new Refusal('contact_invalid');
  }
}

/** Only the code's MAC is kept, bound to party, round, session and the document that is shown. */
async function keep(
  { access, codes }: Needed,
  { envelope, link, sessionSha256: session, now }: Ceremony,
  code: string,
): Promise<string> {
  const { signing, party } = onTurn(envelope, link.party);
  const documentSha256 = shownRevision(signing, party.turn).sha256;
  const mac = await codes.generate(codeMessage({ ...link, session, documentSha256, code }));
  const sentAt = now.getTime();
  const expiresAt = sentAt + CODE.lifetime * 1000;
  await access.putCode(link, { mac, session, documentSha256, sentAt, expiresAt });
  return new Date(expiresAt).toISOString();
}
