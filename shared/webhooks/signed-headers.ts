import { createHmac } from 'node:crypto';

export const SECRET_PREFIX = 'whsec_';
/** Standard Webhooks 1.0: 24 to 64 bytes. */
export const SECRET_BYTES = 32;

export const webhookSecret = (random: Uint8Array): string =>
  `${SECRET_PREFIX}${Buffer.from(random).toString('base64')}`;

interface Message {
  /** Without a dot. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** Standard Webhooks 1.0, "Signature scheme": a signature for each secret, since a receiver may hold any of them. */
export function signedHeaders(
  { id, at, body }: Message,
  secrets: readonly string[],
): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => signature(`${id}.${seconds}.${body}`, secret));
  return {
    'content-type': 'application/json',
    'user-agent': 'Sigillo',
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  };
}

function signature(content: string, secret: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}
