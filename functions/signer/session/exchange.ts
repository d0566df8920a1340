import type * as z from 'zod';
import type { ExchangeAnswer, ExchangeInput } from '../../../shared/contract/signer.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { handleOf, secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { open } from '../../../shared/domain/transitions/signing.ts';
import type { Link } from '../../../shared/ports/access.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { DescribeCeremony } from '../ceremony/describe-ceremony.ts';
import { documentOf } from '../files/document.ts';
import type { SignerRequest } from '../signer-request.ts';
import { partyActor } from './ceremony.ts';
import { changeByLink } from './change-by-link.ts';
import { linkParty } from './link-party.ts';
import { sessionCookie } from './session-cookie.ts';
import { type SessionPorts, sessionFor } from './session-for.ts';

type Request = SignerRequest<z.output<typeof ExchangeInput>>;
type Deps = SessionPorts & Pick<Ports, 'ledger' | 'links' | 'presigned'>;

/**
 * Exchanges a link for an unconfirmed session. The link stays valid, so a mail scanner that opens it does no
 * harm; reloading keeps the browser's session.
 */
export const makeExchange =
  (ports: Deps, describe: DescribeCeremony) =>
  async (request: Request): Promise<{ answer: ExchangeAnswer; cookie: string }> => {
    const now = ports.clock.now();
    const linkSha256 = secretSha256(request.body.link);
    const handle = handleOf(linkSha256);
    const link = await ports.links.find(linkSha256);
    if (!link) throw new Refusal('link_invalid');
    const found = await loadLinked(ports, link);
    const party = linkParty(found, link, now);
    const { secret, session } = await sessionFor(ports, request, handle, link);
    const actor = partyActor(party.id, request);
    const envelope = await changeByLink(ports.ledger, { link, actor, now }, (current) =>
      open(current, party.id),
    );
    const sessionSha256 = secretSha256(secret);
    const ceremony = {
      handle,
      envelope,
      party: linkParty(envelope, link, now),
      link,
      session,
      sessionSha256,
      actor,
      now,
    };
    const document = await documentOf(ports.presigned, ceremony);
    return {
      answer: { ...(await describe(ceremony, request)), ...(document && { document }) },
      cookie: sessionCookie(handle, secret),
    };
  };

async function loadLinked({ ledger }: Deps, { envelopeId }: Link): Promise<Envelope> {
  try {
    return await ledger.load(envelopeId);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal('link_invalid');
    throw error;
  }
}
