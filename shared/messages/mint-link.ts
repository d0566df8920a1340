import type { Envelope, PartyState } from '../domain/envelope/envelope.ts';
import { linkRowExpiry } from '../domain/envelope/retention.ts';
import { linkUrl, SECRET_BYTES, secretFrom, secretSha256 } from '../domain/secrets/secret.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Creates another link for a party. Only its hash is stored, so every message needs its own; links of the
 * same round stay valid.
 */
export async function mintLink(
  { links, random }: Pick<Ports, 'links' | 'random'>,
  appUrl: string,
  envelope: Envelope,
  { id, round }: PartyState,
): Promise<string> {
  const token = secretFrom(random(SECRET_BYTES));
  const link = { envelopeId: envelope.id, party: id, round };
  await links.put(secretSha256(token), link, linkRowExpiry(envelope));
  return linkUrl(appUrl, token);
}
