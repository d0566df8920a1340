import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { Config } from '../../infra/config.ts';
import { companySettings } from '../../infra/settings/company-settings.ts';
import { stackName } from '../../infra/stacks/naming.ts';

/** Prefixes of the logical ids in infra/; CDK appends a hash. */
const FUNCTIONS = {
  intake: 'TasksIntakeFunction',
  seal: 'TasksSealFunction',
  feedback: 'TasksFeedbackFunction',
  batch: 'BatchesBatchFunction',
  forget: 'ForgettingForgetFunction',
  relay: 'RelayFunction',
  publish: 'RelayPublishFunction',
  sweep: 'RelaySweepFunction',
  webhook: 'WebhooksWebhookFunction',
  canary: 'CanaryFunction',
} as const;

const QUEUES = {
  intake: 'TasksOnUploadDeadLetters',
  seal: 'TasksEachDayDeadLetters',
  feedback: 'TasksOnMailFailureDeadLetters',
  batch: 'BatchesEachHourDeadLetters',
  forget: 'ForgettingEachDayDeadLetters',
  relay: 'RelayDeadLetters',
  publish: 'RelayPublishDeadLetters',
  sweep: 'RelayEachHourDeadLetters',
  webhook: 'WebhooksOnEventDeadLetters',
  canary: 'CanaryRegularlyDeadLetters',
} as const satisfies Readonly<Record<keyof typeof FUNCTIONS, string>>;

const TABLES = {
  LEDGER_TABLE: 'LedgerTable',
  ACCESS_TABLE: 'AccessTable',
  ENVELOPES_TABLE: 'EnvelopesTable',
  RECORDS_TABLE: 'RecordsTable',
  TOKENS_TABLE: 'TokensTable',
} as const;

/** A function with a dead-letter queue of the same name. */
export type DeadLetterFunction = keyof typeof FUNCTIONS;

export const DEAD_LETTER_FUNCTIONS = Object.keys(FUNCTIONS) as DeadLetterFunction[];

/** Includes the canary only if it is configured. */
export const deadLetterFunctionsOf = ({ canary }: Config): DeadLetterFunction[] =>
  DEAD_LETTER_FUNCTIONS.filter((name) => name !== 'canary' || canary);

/** A deployment's resources under their physical names. */
export interface Deployment {
  readonly config: Config;
  readonly tables: Readonly<Record<keyof typeof TABLES, string>>;
  readonly machineArn: string;
  functionName(name: DeadLetterFunction): string;
  queueUrl(name: DeadLetterFunction): string;
}

/** The deployment in the environment's account and region, or on the local target. */
export async function deployment(): Promise<Deployment> {
  const config = Config.parse(await companySettings());
  const named = await resourcesOf(config);
  const table = (id: string) => named('AWS::DynamoDB::Table', id);
  return {
    config,
    tables: {
      LEDGER_TABLE: table(TABLES.LEDGER_TABLE),
      ACCESS_TABLE: table(TABLES.ACCESS_TABLE),
      ENVELOPES_TABLE: table(TABLES.ENVELOPES_TABLE),
      RECORDS_TABLE: table(TABLES.RECORDS_TABLE),
      TOKENS_TABLE: table(TABLES.TOKENS_TABLE),
    },
    machineArn: named('AWS::StepFunctions::StateMachine', 'WorkflowMachine'),
    functionName: (name) => named('AWS::Lambda::Function', FUNCTIONS[name]),
    queueUrl: (name) => named('AWS::SQS::Queue', QUEUES[name]),
  };
}

async function resourcesOf({ deployment, region }: Config) {
  const client = new CloudFormationClient({
    ...(region && !process.env.AWS_ENDPOINT_URL && { region }),
  });
  const found: { id: string; type: string; name: string }[] = [];
  for (const part of ['Data', 'Service'] as const) {
    const pages = paginateListStackResources(
      { client },
      { StackName: stackName(deployment, part) },
    );
    for await (const { StackResourceSummaries = [] } of pages)
      for (const { LogicalResourceId, PhysicalResourceId, ResourceType } of StackResourceSummaries)
        found.push({
          id: LogicalResourceId ?? '',
          type: ResourceType ?? '',
          name: PhysicalResourceId ?? '',
        });
  }
  return (type: string, idPrefix: string): string => {
    const fitting = found.filter((it) => it.type === type && it.id.startsWith(idPrefix));
    const [only] = fitting;
    if (!only || fitting.length > 1)
      throw new Error(`${deployment} has ${fitting.length} of ${type} ${idPrefix}`);
    return only.name;
  };
}
