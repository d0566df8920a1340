import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { MAILED_EVENTS } from '../../../shared/contract/feedback.ts';
import { Trigger } from '../followers/trigger.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { TextFailures } from './text-failures.ts';

/**
 * Receives delivery results from SES and SNS and warns the sender. Also mails an envelope's new owner. Its
 * constructs are direct children of `scope`, because SNS's log group has a fixed name: under another logical
 * id CloudFormation could not replace it.
 */
export function addFeedback(scope: Construct, around: FunctionSurroundings): SigilloFunction {
  const { config, bundles, data, mail, appUrl, bus } = around;
  const { alarms } = data;
  const feedback = new SigilloFunction(scope, 'Feedback', {
    name: 'feedback',
    description: 'Records which messages did not arrive, and tells senders what concerns them',
    errors: { toldBy: 'feedback-dead-letters' },
    timeout: Duration.seconds(30),
    bundles,
    alarms,
  });
  data.ledger.grantAppend(feedback);
  data.access.grantReadTexts(feedback);
  data.access.grantSendOnce(feedback);
  mail.grantSend(feedback);
  feedback.setVariables({ APP_URL: appUrl });
  setBranding(feedback, config);
  const trigger = new Trigger(scope, 'OnMailFailure', {
    description: 'Something became of a mail: record it',
    when: { pattern: mail.feedback },
    target: feedback,
    lost: {
      impact: 'Senders do not learn that messages failed, and wait for people who got nothing.',
    },
    alarms,
  });
  trigger.also('Warn', {
    description: 'A message failed, or an envelope is another’s: mail its sender',
    pattern: { source: ['sigillo'], detailType: [...MAILED_EVENTS] },
    bus: bus.bus,
  });
  if (config.text.countries.length > 0)
    new TextFailures(scope, 'TextFailures', { feedback, logExists: config.text.failureLogExists });
  return feedback;
}
