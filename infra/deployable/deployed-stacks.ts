import {
  type CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';

/** ROLLBACK_COMPLETE: a failed first deployment. The CDK CLI deletes the stack and creates it again. */
const NEVER_LIVED = ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];

export interface DeployedStack {
  readonly name: string;
  readonly template: string;
}

/**
 * The deployed stacks of these names. A stack whose first deployment was rolled back has its
 * termination protection disabled (and logged), since the CDK CLI could not delete it otherwise.
 */
export async function deployedStacks(
  client: CloudFormationClient,
  names: readonly string[],
  tell: (text: string) => void,
): Promise<DeployedStack[]> {
  const deployed: DeployedStack[] = [];
  for (const name of names) {
    const stack = await describedStack(client, name);
    if (!stack || stack.StackStatus === 'REVIEW_IN_PROGRESS') continue;
    if (!NEVER_LIVED.includes(stack.StackStatus ?? ''))
      deployed.push({ name, template: await templateOf(client, name) });
    else if (stack.EnableTerminationProtection) {
      await liftProtection(client, name);
      tell(`${name} was rolled back before it ever ran: its termination protection is lifted.`);
    }
  }
  return deployed;
}

async function describedStack(client: CloudFormationClient, name: string) {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0];
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** CloudFormation reports this as a ValidationError; only the message tells it apart. */
const isAbsent = (error: unknown) =>
  error instanceof CloudFormationServiceException &&
  error.name === 'ValidationError' &&
  error.message.includes('does not exist');

async function templateOf(client: CloudFormationClient, name: string): Promise<string> {
  const wanted = { StackName: name, TemplateStage: 'Original' } as const;
  const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand(wanted));
  return TemplateBody;
}

const liftProtection = (client: CloudFormationClient, StackName: string) =>
  client.send(
    new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
  );
