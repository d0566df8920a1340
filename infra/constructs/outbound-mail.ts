import { Arn, ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import type { SigilloFunction } from './sigillo-function.ts';

/** SES's names for the events that `failures` makes it send to the default bus. */
export const MAIL_FAILURES = [
  'Email Bounced',
  'Email Complaint Received',
  'Email Rejected',
  'Email Rendering Failed',
];

const failures = [
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
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
      events: failures,
    });
    if (!mail.identityExists) this.#addIdentity();
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
