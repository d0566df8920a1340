import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../../shared/contract/event-types.ts';
import { Trigger } from '../followers/trigger.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { grantRedeliver, Redelivery } from './redelivery.ts';

/** Longer than an attempt may take, mail and records included. */
const TIMEOUT = Duration.seconds(60);

/** Posts events to the addresses that the company's people registered, and again what was not taken. */
export class Webhooks extends Construct {
  readonly webhook: SigilloFunction;

  constructor(scope: Construct, id: string, around: FunctionSurroundings) {
    super(scope, id);
    this.webhook = this.#webhook(around);
    new Redelivery(this, 'Redelivery', this.webhook);
    new Trigger(this, 'OnEvent', {
      description: 'Something happened to an envelope: post it where it is wanted',
      when: { pattern: { source: [EVENT_SOURCE] }, bus: around.bus.bus },
      target: this.webhook,
      lost: { toldBy: 'webhook-errors' },
      alarms: around.data.alarms,
    });
  }

  #webhook({ config, bundles, data, mail, appUrl }: FunctionSurroundings) {
    const webhook = new SigilloFunction(this, 'Webhook', {
      name: 'webhook',
      memoryMib: 512,
      description: 'Posts events to the webhooks that want them',
      errors: {
        impact: 'Systems that listen by webhook do not learn what happened.',
        tolerated: 2,
      },
      timeout: TIMEOUT,
      bundles,
      alarms: data.alarms,
    });
    data.webhooks.grantDeliver(webhook);
    data.keys.grantOpenSecrets(webhook);
    data.access.grantSendOnce(webhook);
    mail.grantSend(webhook);
    grantRedeliver(webhook);
    webhook.setVariables({ APP_URL: appUrl, WEBHOOK_RECEIVERS: config.webhooks.receivers });
    setBranding(webhook, config);
    return webhook;
  }
}
