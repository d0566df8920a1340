import { Aws, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SigilloFunction } from '../sigillo-function.ts';

/**
 * A phone number is no resource to IAM, so this is the one grant on everything; the denial leaves
 * nothing of it but phone numbers.
 */
export function grantSendText(sender: SigilloFunction, senderId: string): void {
  sender.setVariables({ SMS_SENDER_ID: senderId });
  sender.allow(['sns:Publish'], ['*']);
  sender.role.addToPolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: ['sns:Publish'],
      resources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
    }),
  );
  Validations.of(sender.role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'sns:Publish to a phone number has no resource; topics are denied in the same policy.',
  });
}
