import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { SESClient } from '@aws-sdk/client-ses';
import { deployedStacks } from './deployed-stacks.ts';
import { mailProblem } from './mail-readiness.ts';
import { resourceSpecification } from './resource-specification.ts';
import { type StackShape, stackShape } from './stack-shape.ts';
import { transitionProblems } from './transition-problems.ts';

export interface Deployment {
  /** What is to be deployed, in that order. */
  readonly stacks: readonly StackShape[];
  readonly mailFrom: string;
}

/** Why what runs could not be updated without a failure or a loss; empty if it can, or if nothing runs. */
export async function deploymentProblems(
  clients: { cloudFormation: CloudFormationClient; ses: SESClient },
  { stacks, mailFrom }: Deployment,
  tell: (text: string) => void,
): Promise<string[]> {
  const names = stacks.map(({ name }) => name);
  const deployed = await deployedStacks(clients.cloudFormation, names, tell);
  const specification = resourceSpecification();
  const running = deployed.map(({ name, template }) =>
    stackShape(name, JSON.parse(template), specification),
  );
  const mail = await mailProblem(clients.ses, deployed, mailFrom);
  return [...transitionProblems(running, stacks), ...(mail ? [mail] : [])];
}
