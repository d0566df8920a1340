import { Stack, Validations } from 'aws-cdk-lib';
import type { SigilloFunction } from './sigillo-function.ts';

/** Grants on every resource whose ARN matches, where AWS or the shape of the keys allows nothing narrower. */
export function allowPattern(
  user: SigilloFunction,
  actions: readonly string[],
  arns: readonly string[],
  reason: string,
  conditions?: Record<string, unknown>,
): void {
  user.allow(actions, arns, conditions);
  for (const arn of arns)
    Validations.of(user.role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${asReported(Stack.of(user).resolve(arn))}]`,
      reason,
    });
}

/** An ARN as cdk-nag prints it: joined, with references in angle brackets. */
function asReported(arn: unknown): string {
  if (typeof arn === 'string') return arn;
  const { 'Fn::Join': join, Ref } = arn as { 'Fn::Join'?: [string, unknown[]]; Ref?: string };
  return join ? join[1].map(asReported).join(join[0]) : `<${Ref}>`;
}
