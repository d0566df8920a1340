import { afterAll, beforeAll, describe } from 'vitest';
import { type AccessPorts, dynamoAccessPorts } from '../fixtures/access-ports.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import { accessRowsStand } from './access-rows.ts';
import { answersContract } from './answers.contract.ts';
import { claimsContract } from './claims.contract.ts';
import { codesContract } from './codes.contract.ts';
import { codesWhenTheNetworkFails } from './codes-network.ts';
import { countersContract } from './counters.contract.ts';
import { linksContract } from './links.contract.ts';
import { sentTextsContract } from './sent-texts.contract.ts';
import { sessionsContract } from './sessions.contract.ts';
import { taskTokensContract } from './task-tokens.contract.ts';

type Given = AccessPorts & { readonly clock: SettableClock };
type InTable = Given & { readonly table: string };

const adapters: Partial<Record<'memory' | 'DynamoDB', Given>> = { memory: memoryPorts() };
let aws: AwsTarget;
let inTable: InTable;
beforeAll(async () => {
  aws = await startAws();
  const clock = new SettableClock();
  const table = await createTable(aws, 'Access', { hash: 'pk' });
  inTable = { ...(await dynamoAccessPorts(table, clock)), clock, table };
  adapters.DynamoDB = inTable;
});
afterAll(() => aws.stop());

describe.each(['memory', 'DynamoDB'] as const)('in %s', (kind) => {
  const given = () => adapters[kind]!;
  linksContract(given);
  sessionsContract(given);
  codesContract(given);
  taskTokensContract(given);
  claimsContract(given);
  sentTextsContract(given);
  countersContract(given);
  answersContract(given);
});

codesWhenTheNetworkFails(() => inTable);
accessRowsStand(() => inTable);
