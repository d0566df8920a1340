import type { Stack } from 'aws-cdk-lib';

/**
 * What other stacks may take of this one, whatever the settings. CloudFormation refuses to remove an export
 * that a deployed stack imports, so one that came and went with a setting would make that setting
 * impossible to change.
 */
export function exportValues(stack: Stack, values: readonly string[]): void {
  for (const value of values) stack.exportValue(value);
}
