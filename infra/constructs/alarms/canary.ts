import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { Bundles } from '../../build/bundles.ts';
import type { Config } from '../../config.ts';
import type { DataStack } from '../../stacks/data-stack.ts';
import { Trigger } from '../followers/trigger.ts';
import { retentionVariables } from '../retention-variables.ts';
import { SigilloFunction } from '../sigillo-function.ts';

export interface CanaryProps {
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly config: Config;
  readonly everyHours: number;
}

/**
 * Sends a document to SES's mailbox simulator and voids it, so that a stalled workflow is noticed
 * before users do.
 */
export class Canary extends Construct {
  constructor(scope: Construct, id: string, { bundles, data, config, everyHours }: CanaryProps) {
    super(scope, id);
    const { alarms } = data;
    const canary = new SigilloFunction(this, 'Canary', {
      name: 'canary',
      description: 'Sends a test document, sees that its party is invited, and voids it',
      errors: { toldBy: 'canary-dead-letters' },
      timeout: Duration.minutes(5),
      memoryMib: 256,
      bundles,
      alarms,
    });
    data.ledger.grantAppend(canary);
    data.envelopes.grantWrite(canary);
    data.documents.grant(canary, { put: ['uploads', 'open'] });
    canary.setVariables({
      LANGUAGES: config.languages.join(','),
      DOCUMENT_DAYS: String(config.retention.documentDays),
      ...retentionVariables(config),
    });
    new Trigger(this, 'Regularly', {
      description: 'Send a test document',
      when: { schedule: Schedule.rate(Duration.hours(everyHours)) },
      target: canary,
      lost: { impact: 'A document that was sent did not reach its first party within minutes.' },
      alarms,
    });
  }
}
