import { Arn, ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { MAIL_EVENTS } from '../../shared/contract/feedback.ts';
import type { Config } from '../config.ts';
import type { SigilloFunction } from './sigillo-function.ts';

/** What SES is to tell of mails that it has accepted; `MAIL_EVENTS` are the names that it then uses. */
const FEEDBACK = [
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** Opens and clicks are not tracked: a link must reach its addressee as it was written. */
export class OutboundMail extends Construct {
  readonly #from: string;
  readonly #configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, mail: Config['mail']) {
    super(scope, id);
    this.#from = mail.from;
    this.#configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
    });
    this.#configurationSet.addEventDestination('Failures', {
      destination: EventDestination.eventBus(defaultBus(this)),
      events: FEEDBACK,
    });
    if (!mail.identityExists) this.#addIdentity();
  }

  /** Of our own mails alone: the default bus has those of the account's other applications too. */
  get feedback(): EventPattern {
    const tags = { 'ses:configuration-set': [this.#set()] };
    return { source: ['aws.ses'], detail: { eventType: [...MAIL_EVENTS], mail: { tags } } };
  }

  letSend(sender: SigilloFunction): void {
    sender.setVariables({
      MAIL_FROM: this.#from,
      CONFIGURATION_SET: this.#configurationSet.configurationSetName,
    });
    sender.allow(
      ['ses:SendRawEmail'],
      [this.#arn('identity', this.#domain()), this.#arn('configuration-set', this.#set())],
      { StringEquals: { 'ses:FromAddress': this.#from } },
    );
  }

  #addIdentity() {
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(this.#domain()),
      configurationSet: this.#configurationSet,
    });
    for (const [index, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(Stack.of(this), `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` });
  }

  #domain() {
    return this.#from.slice(this.#from.lastIndexOf('@') + 1);
  }

  #set() {
    return this.#configurationSet.configurationSetName;
  }

  #arn(resource: string, resourceName: string) {
    const parts = {
      service: 'ses',
      resource,
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    };
    return Arn.format(parts, Stack.of(this));
  }
}

const defaultBus = (scope: Construct) => EventBus.fromEventBusName(scope, 'DefaultBus', 'default');
