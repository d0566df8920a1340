import type { SecretKey } from '../../shared/ports/keys.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import type { Post } from '../../shared/ports/webhooks.ts';

export type WebhookPorts = Pick<Ports, 'webhooks' | 'deliveries' | 'clock'> & {
  readonly secretKey: Pick<SecretKey, 'open'>;
  readonly post: Post;
};
