import { gzipSync } from 'node:zlib';
import { accountId, region } from '../aws/account.ts';
import { type DeliveryJudge, sourceContext } from '../iam/access.ts';
import { localArn } from '../iam/access-request.ts';
import type { Invocations } from '../lambda/invocations.ts';
import type { Clock } from '../time/clock.ts';
import type { SentText } from './sns.ts';

export const textFailureLog = `sns/${region}/${accountId}/DirectPublishToPhoneNumber/Failure`;

/** Delay before a carrier reports a failure. */
const carrierDelay = 5_000;

/** Test numbers: a text message to a number ending in seven zeros is undeliverable. */
const isUnreachable = ({ to }: SentText) => to.endsWith('0000000');

/** SNS's log of undelivered text messages, and the functions subscribed to it. */
export class TextLog {
  readonly #invocations: Invocations;
  readonly #clock: Clock;
  readonly #judge: DeliveryJudge;
  readonly #followers = new Set<string>();

  constructor(invocations: Invocations, clock: Clock, judge: DeliveryJudge) {
    this.#judge = judge;
    this.#invocations = invocations;
    this.#clock = clock;
  }

  follow(functionName: string): void {
    this.#followers.add(functionName);
  }

  /** Reports a delivery failure if the number is an undeliverable test number. */
  sent(text: SentText): void {
    if (!isUnreachable(text)) return;
    const event = { awslogs: { data: this.#batch(text) } };
    for (const name of this.#followers)
      if (this.#mayCall(name)) this.#invocations.enqueue(name, event, { after: carrierDelay });
  }

  /** CloudWatch Logs invokes as its own service principal, with the log group as source ARN. */
  #mayCall(name: string): boolean {
    const called = localArn('lambda', `function:${name}`);
    const group = sourceContext(`${localArn('logs', `log-group:${textFailureLog}`)}:*`);
    return this.#judge.serviceMay('logs.amazonaws.com', 'lambda:InvokeFunction', called, group);
  }

  #batch(text: SentText): string {
    const batch = {
      messageType: 'DATA_MESSAGE',
      owner: accountId,
      logGroup: textFailureLog,
      logStream: text.messageId,
      subscriptionFilters: ['local'],
      logEvents: [{ id: text.messageId, timestamp: this.#clock.now(), message: lineOf(text) }],
    };
    return gzipSync(JSON.stringify(batch)).toString('base64');
  }
}

/** Format of a failed delivery in the Amazon SNS developer guide. */
const lineOf = ({ messageId, at, to }: SentText): string =>
  JSON.stringify({
    notification: { messageId, timestamp: new Date(at).toISOString() },
    delivery: {
      destination: to,
      smsType: 'Transactional',
      providerResponse: 'Phone is currently unreachable/unavailable',
      dwellTimeMs: carrierDelay,
    },
    status: 'FAILURE',
  });
