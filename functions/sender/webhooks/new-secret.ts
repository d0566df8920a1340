import type { SecretKey } from '../../../shared/ports/keys.ts';
import type { Random } from '../../../shared/ports/machine.ts';
import { SECRET_BYTES, webhookSecret } from '../../../shared/webhooks/signed-headers.ts';

export interface NewSecret {
  /** Shown once. */
  readonly secret: string;
  readonly sealed: string;
}

/** Bound to its endpoint. */
export async function newSecret(
  { random, secretKey }: { random: Random; secretKey: Pick<SecretKey, 'seal'> },
  endpointId: string,
): Promise<NewSecret> {
  const secret = webhookSecret(random(SECRET_BYTES));
  return { secret, sealed: await secretKey.seal(secret, endpointId) };
}
