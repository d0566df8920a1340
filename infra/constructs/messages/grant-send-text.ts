import { Aws, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { SigilloFunction } from '../sigillo-function.ts';

/**
 * IAM knows no ARN for a phone number, so publishing must be allowed on `*`; the Deny excludes topics and
 * endpoints, which leaves phone numbers only.
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
