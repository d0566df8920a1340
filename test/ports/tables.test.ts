import { afterAll, beforeAll, describe } from 'vitest';
import type { Batches } from '../../shared/ports/batches.ts';
import type { Contacts } from '../../shared/ports/contacts.ts';
import type { AuthorityCopies } from '../../shared/ports/keys.ts';
import type { Ledger, LedgerHeads } from '../../shared/ports/ledger.ts';
import type { Envelopes, Records, Watch } from '../../shared/ports/lists.ts';
import type { Templates } from '../../shared/ports/templates.ts';
import type { Tokens } from '../../shared/ports/tokens.ts';
import type { Deliveries, Webhooks } from '../../shared/ports/webhooks.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { LIST_INDEXES } from '../fixtures/list-indexes.ts';
import { MemoryAuthorityCopies } from '../fixtures/memory/authority-copies.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import { authorityCopiesContract } from './authority-copies.contract.ts';
import { batchesContract } from './batches.contract.ts';
import { contactsContract } from './contacts.contract.ts';
import { envelopesContract } from './envelopes.contract.ts';
import { ledgerContract } from './ledger.contract.ts';
import { recordsContract } from './records.contract.ts';
import { templatesContract } from './templates.contract.ts';
import { tokensContract } from './tokens.contract.ts';
import { watchContract } from './watch.contract.ts';
import { deliveriesContract, webhooksContract } from './webhooks.contract.ts';

interface Given {
  readonly ledger: Ledger & LedgerHeads;
  readonly envelopes: Envelopes;
  readonly watch: Watch;
  readonly records: Records;
  readonly templates: Templates;
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  readonly webhooks: Webhooks;
  readonly deliveries: Deliveries;
  readonly batches: Batches;
  readonly authorityCopies: AuthorityCopies;
  readonly clock: SettableClock;
}

const make: Record<'memory' | 'DynamoDB', () => Promise<Given>> = {
  memory: async () => ({ ...memoryPorts(), authorityCopies: new MemoryAuthorityCopies() }),
  DynamoDB: dynamoTables,
};

let aws: AwsTarget;
const adapters: Partial<Record<keyof typeof make, Given>> = {};
beforeAll(async () => {
  aws = await startAws();
  adapters.memory = await make.memory();
  adapters.DynamoDB = await make.DynamoDB();
});
afterAll(() => aws.stop());

async function dynamoTables(): Promise<Given> {
  const { dynamoAuthorityCopies } = await import(
    '../../shared/aws/keys/dynamo-authority-copies.ts'
  );
  const { dynamoBatches } = await import('../../shared/aws/batches/dynamo-batches.ts');
  const { dynamoContacts } = await import('../../shared/aws/contacts/dynamo-contacts.ts');
  const { dynamoLedger } = await import('../../shared/aws/ledger/dynamo-ledger.ts');
  const { dynamoEnvelopes } = await import('../../shared/aws/lists/dynamo-envelopes.ts');
  const { dynamoWatch } = await import('../../shared/aws/lists/dynamo-watch.ts');
  const { dynamoRecords } = await import('../../shared/aws/lists/dynamo-records.ts');
  const { dynamoTemplates } = await import('../../shared/aws/templates/dynamo-templates.ts');
  const { dynamoTokens } = await import('../../shared/aws/tokens/dynamo-tokens.ts');
  const { dynamoWebhooks } = await import('../../shared/aws/webhooks/dynamo-webhooks.ts');
  const { dynamoDeliveries } = await import('../../shared/aws/webhooks/dynamo-deliveries.ts');
  const indexes = { 'by-sha256': ['sha256'] };
  const names = {
    LEDGER_TABLE: await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' }),
    ENVELOPES_TABLE: await createTable(aws, 'Envelopes', { hash: 'id', indexes: LIST_INDEXES }),
    RECORDS_TABLE: await createTable(aws, 'Records', { hash: 'id', indexes }),
    TEMPLATES_TABLE: await createTable(aws, 'Templates', {
      hash: 'id',
      indexes: { 'list-updated': ['list', 'place'], 'all-updated': ['all', 'place'] },
    }),
    CONTACTS_TABLE: await createTable(aws, 'Contacts', {
      hash: 'id',
      indexes: { 'list-place': ['list', 'place'] },
    }),
    TOKENS_TABLE: await createTable(aws, 'Tokens', { hash: 'list', sort: 'id' }),
    WEBHOOKS_TABLE: await createTable(aws, 'Webhooks', { hash: 'pk', sort: 'sk' }),
    BATCHES_TABLE: await createTable(aws, 'Batches', {
      ...{ hash: 'id', range: 'row' },
      indexes: { 'owner-created': ['owner', 'place'], 'all-created': ['all', 'place'] },
    }),
  };
  const clock = new SettableClock();
  return {
    ledger: dynamoLedger(names),
    envelopes: dynamoEnvelopes(names, clock),
    watch: dynamoWatch(names, clock),
    records: dynamoRecords(names, clock),
    templates: dynamoTemplates(names),
    contacts: dynamoContacts(names),
    tokens: dynamoTokens(names),
    webhooks: dynamoWebhooks(names),
    deliveries: dynamoDeliveries(names),
    batches: dynamoBatches(names, clock),
    authorityCopies: dynamoAuthorityCopies(names),
    clock,
  };
}

describe.each(['memory', 'DynamoDB'] as const)('in %s', (kind) => {
  const given = () => adapters[kind]!;
  ledgerContract(given);
  envelopesContract(given);
  watchContract(() => make[kind]());
  recordsContract(given);
  templatesContract(() => given().templates);
  batchesContract(given);
  contactsContract(() => given().contacts);
  tokensContract(() => given().tokens);
  webhooksContract(() => given().webhooks);
  deliveriesContract(() => given().deliveries);
  authorityCopiesContract(() => given().authorityCopies);
});
