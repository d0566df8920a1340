import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Bundles } from '../../build/bundles.ts';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import { retentionVariables } from '../retention-variables.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { Trigger } from './trigger.ts';

export interface ForgettingProps {
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly config: Config;
}

/**
 * Deletes evidence past its retention, expired drafts and deleted templates. The only function that may
 * delete from the ledger.
 */
export class Forgetting extends Construct {
  readonly forget: SigilloFunction;

  constructor(scope: Construct, id: string, { bundles, data, config }: ForgettingProps) {
    super(scope, id);
    const forget = new SigilloFunction(this, 'Forget', {
      name: 'forget',
      description: 'Deletes evidence whose years are over, drafts never sent, deleted templates',
      errors: { toldBy: 'forget-dead-letters' },
      timeout: Duration.minutes(15),
      bundles,
      alarms: data.alarms,
    });
    this.forget = forget;
    data.ledger.grantDelete(forget);
    data.envelopes.grantDelete(forget);
    data.templates.grantDelete(forget);
    data.documents.grant(forget, { remove: ['open', 'uploads', 'exports', 'templates'] });
    forget.setVariables(retentionVariables(config));
    new Trigger(this, 'EachDay', {
      description: 'Forget what is kept no longer',
      when: { schedule: Schedule.rate(Duration.days(1)) },
      target: forget,
      lost: {
        impact: 'Evidence outlives its years by a day or more; nobody is told of it any more.',
      },
      alarms: data.alarms,
    });
  }
}
