import type { Bundles } from '../build/bundles.ts';
import type { Config } from '../config.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { DomainBus } from './followers/domain-bus.ts';
import type { OutboundMail } from './messages/outbound-mail.ts';

export interface FunctionSurroundings {
  readonly config: Config;
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly mail: OutboundMail;
  readonly bus: DomainBus;
  readonly appUrl: string;
}
