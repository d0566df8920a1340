import { Arn, ArnFormat, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { MAIL_EVENTS } from '../../../shared/contract/feedback.ts';
import type { Config } from '../../config.ts';
import { mailDomain } from '../../settings/channels.ts';
import { allowPattern } from '../allow-pattern.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/** SES event types to publish for accepted mails; in the events they are called as in `MAIL_EVENTS`. */
const FEEDBACK = [
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** The identity is retained when its setting is removed, since verifying it again takes manual work. */
const KEPT = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

function identitiesOf({ from, identities, identityExists }: Config['mail']): readonly string[] {
  if (identities.length > 0) return identities;
  return identityExists ? [] : [mailDomain(from)];
}

/** Open and click tracking is off: it would rewrite the links in the mails. */
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
    const [first, ...others] = identitiesOf(mail);
    if (first) this.#addIdentity(first, 'Identity', 'DkimRecord').applyRemovalPolicy(KEPT);
    for (const domain of others)
      this.#addIdentity(domain, `Identity-${domain}`, `${domain.replace(/\W/g, '')}DkimRecord`);
  }

  /** Restricted to our own configuration set: other applications' SES events arrive on the default bus too. */
  get feedback(): EventPattern {
    const tags = { 'ses:configuration-set': [this.#set()] };
    return { source: ['aws.ses'], detail: { eventType: [...MAIL_EVENTS], mail: { tags } } };
  }

  /**
   * In the sandbox SES also checks the recipient's identity, so the grant covers every identity; a condition
   * restricts the From address.
   */
  grantSend(sender: SigilloFunction): void {
    sender.setVariables({
      MAIL_FROM: this.#from,
      CONFIGURATION_SET: this.#configurationSet.configurationSetName,
    });
    const condition = { StringEquals: { 'ses:FromAddress': this.#from } };
    const identities = this.#arn('identity', '*');
    sender.allow(['ses:SendRawEmail'], [this.#arn('configuration-set', this.#set())], condition);
    const reason =
      "In SES's sandbox recipients are identities too; the sender's name is a condition.";
    allowPattern(sender, ['ses:SendRawEmail'], [identities], reason, condition);
  }

  #addIdentity(domain: string, id: string, output: string) {
    const identity = new EmailIdentity(this, id, {
      identity: Identity.domain(domain),
      configurationSet: this.#configurationSet,
    });
    for (const [index, { name, value }] of identity.dkimRecords.entries())
      new CfnOutput(Stack.of(this), `${output}${index + 1}`, { value: `${name} CNAME ${value}` });
    return identity;
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
