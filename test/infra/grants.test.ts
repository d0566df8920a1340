import { describe, expect, test } from 'vitest';
import { Synthesized } from './synthesized.ts';

const app = new Synthesized();

/** Function → prefix of its logical id. */
const FUNCTIONS = {
  sender: 'DoorsSender',
  batch: 'BatchesBatch',
  audit: 'DoorsAudit',
  intake: 'TasksIntake',
  invite: 'TasksInvite',
  signer: 'DoorsSigner',
  seal: 'TasksSeal',
  deliver: 'TasksDeliver',
  feedback: 'TasksFeedback',
  purge: 'TasksPurge',
  verifier: 'PublicVerifier',
  relay: 'Relay',
  publish: 'RelayPublish',
  sweep: 'RelaySweep',
  forget: 'ForgettingForget',
  webhook: 'WebhooksWebhook',
};

type Name = keyof typeof FUNCTIONS;

const names = Object.keys(FUNCTIONS) as Name[];
const allowed = (name: Name) =>
  app.grantsOf(FUNCTIONS[name]).filter(({ effect }) => effect === 'Allow');

/** Roles with any permission on a resource, by the prefix of its logical id. */
const whoMay = (action: string, resourcePrefix: string) =>
  names.filter((name) =>
    allowed(name).some(
      ({ actions, resources }) =>
        actions.includes(action) &&
        resources.some((resource) => resource.startsWith(resourcePrefix)),
    ),
  );

/** Prefixes of the bucket on which a function has any permission. */
const prefixesFor = (name: Name, action: string) =>
  allowed(name)
    .filter(({ actions }) => actions.includes(action))
    .flatMap(({ resources }) => resources)
    .filter((resource) => !resource.includes(':sigillo-archive-'))
    .map((resource) => /\/(\w+)\/\*$/.exec(resource)?.[1]);

describe('keys', () => {
  test.each(['Authority', 'Seal', 'Timestamp'])('only seal signs with the %s key', (key) => {
    expect(whoMay('kms:Sign', `Keys${key}`)).toEqual(['seal']);
    expect(whoMay('kms:GetPublicKey', `Keys${key}`)).toEqual(['seal']);
  });

  test('only the signer may make or check the MAC of a code', () => {
    expect(whoMay('kms:GenerateMac', 'KeysCodes')).toEqual(['signer']);
    expect(whoMay('kms:VerifyMac', 'KeysCodes')).toEqual(['signer']);
  });

  test('only intake and seal make the MAC of a plan, and only seal checks it', () => {
    expect(whoMay('kms:GenerateMac', 'KeysPlans')).toEqual(['intake', 'seal']);
    expect(whoMay('kms:VerifyMac', 'KeysPlans')).toEqual(['seal']);
  });

  test('whoever registers a webhook may encrypt its secret, and only whoever signs may decrypt it', () => {
    expect(whoMay('kms:Encrypt', 'KeysWebhooks')).toEqual(['sender']);
    expect(whoMay('kms:Decrypt', 'KeysWebhooks')).toEqual(['webhook']);
  });

  test('no role may do anything else with a key', () => {
    const actions = names
      .flatMap((name) => allowed(name))
      .flatMap((statement) => statement.actions)
      .filter((action) => action.startsWith('kms:'));
    expect([...new Set(actions)].sort()).toEqual([
      'kms:Decrypt',
      'kms:Encrypt',
      'kms:GenerateMac',
      'kms:GetPublicKey',
      'kms:Sign',
      'kms:VerifyMac',
    ]);
  });
});

describe('tables', () => {
  test('nobody may change an entry of the ledger, and only who forgets may delete one', () => {
    const writes = ['UpdateItem', 'DeleteItem', 'PartiQLUpdate', 'PartiQLDelete'];
    for (const write of writes) expect(whoMay(`dynamodb:${write}`, 'LedgerTable')).toEqual([]);
    expect(whoMay('dynamodb:BatchWriteItem', 'LedgerTable')).toEqual(['forget']);
    expect(whoMay('dynamodb:PutItem', 'LedgerTable')).not.toContain('forget');
    expect(whoMay('dynamodb:GetItem', 'LedgerTable')).toEqual([]);
  });

  test('who follows the ledger and the sweep write the records, sender and batch also begin in the list', () => {
    const writers = ['relay', 'publish', 'sweep'];
    expect(whoMay('dynamodb:PutItem', 'RecordsTable')).toEqual(writers);
    expect(whoMay('dynamodb:PutItem', 'EnvelopesTable')).toEqual(['sender', 'batch', ...writers]);
    expect(whoMay('dynamodb:UpdateItem', 'EnvelopesTable')).toEqual(writers);
  });

  test('who writes to people makes links and keeps task tokens, but reads none', () => {
    const writers = ['invite', 'signer', 'deliver', 'feedback', 'webhook'];
    expect(whoMay('dynamodb:PutItem', 'AccessTable')).toEqual(['sender', ...writers]);
    const readers = whoMay('dynamodb:GetItem', 'AccessTable').sort();
    expect(readers).toEqual([...writers, 'relay', 'sweep'].sort());
    expect(whoMay('dynamodb:UpdateItem', 'AccessTable').sort()).toEqual(['sender', 'signer']);
  });

  test('invite, deliver and feedback read which messages went, feedback also whose a text was, and nothing else beside them', () => {
    const may = (name: Name, action: string) =>
      allowed(name)
        .filter(
          ({ actions, resources }) =>
            actions.includes(`dynamodb:${action}`) && resources[0]?.startsWith('AccessTable'),
        )
        .map(({ condition }) => condition);
    const below = (prefix: string) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}#*`] },
    });
    expect(may('invite', 'GetItem')).toEqual([below('message')]);
    expect(may('deliver', 'GetItem')).toEqual([below('message')]);
    expect(may('feedback', 'GetItem')).toEqual([below('text'), below('message')]);
    expect(may('feedback', 'PutItem')).toEqual([below('message')]);
    for (const action of ['GetItem', 'PutItem'])
      expect(may('webhook', action)).toEqual([below('message')]);
  });

  test('the sender counts and keeps answers, and never reads what holds links, codes or sessions', () => {
    const below = (prefix: string) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}#*`] },
    });
    const access = allowed('sender').filter(({ resources }) =>
      resources.some((resource) => resource.startsWith('AccessTable')),
    );
    expect(access.map(({ actions, condition }) => [...actions, condition])).toEqual([
      ['dynamodb:UpdateItem', below('count')],
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', below('answer')],
    ]);
  });

  test('the verifier reads records and pki, and nothing else', () => {
    const resources = allowed('verifier')
      .flatMap((statement) => statement.resources)
      .map((resource) => resource.replace(/[0-9A-F]{8}/g, ''));
    expect(resources).toEqual([
      'PublicVerifierLog.Arn',
      'RecordsTable.Arn',
      'RecordsTable.Arn/index/by-sha256',
      'arn:Partition:s3:::sigillo-documents-AccountId-Region/pki/*',
    ]);
    const actions = allowed('verifier').flatMap((statement) => statement.actions);
    expect(actions).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      'dynamodb:GetItem',
      'dynamodb:Query',
      's3:GetObject',
    ]);
  });
});

describe('the workflow', () => {
  const machine = 'arn:Partition:states:Region:AccountId:stateMachine:sigillo-envelopes';

  test('is started by the relay and the sweep, and a wait is ended by them or by who began it', () => {
    expect(whoMay('states:StartExecution', 'WorkflowMachine')).toEqual(['relay', 'sweep']);
    expect(whoMay('states:SendTaskSuccess', machine)).toEqual(['invite', 'relay', 'sweep']);
  });

  test('invokes its five tasks and nothing else', () => {
    const [statement, ...others] = app.grantsOf('Workflow');
    expect(others).toEqual([]);
    expect(statement?.actions).toEqual(['lambda:InvokeFunction']);
    expect(
      statement?.resources.map((resource) => resource.replace(/Function.*/, '')).sort(),
    ).toEqual(['TasksDeliver', 'TasksIntake', 'TasksInvite', 'TasksPurge', 'TasksSeal']);
  });
});

describe('documents', () => {
  test.each<[Name, string[], string[]]>([
    [
      'sender',
      ['batches', 'closed', 'exports', 'open', 'templates'],
      ['batches', 'exports', 'open', 'templates', 'uploads'],
    ],
    ['batch', ['batches', 'open'], ['open']],
    ['audit', ['exports'], ['exports']],
    ['intake', ['open', 'uploads'], ['open']],
    ['signer', ['closed', 'open'], ['open']],
    ['seal', ['closed', 'open', 'pki'], ['closed', 'open', 'pki']],
    ['deliver', ['closed'], []],
    ['verifier', ['pki'], []],
    ['invite', [], []],
    ['purge', [], []],
    ['relay', [], []],
    ['publish', [], []],
    ['sweep', [], []],
    ['forget', [], []],
  ])('%s reads %j and writes %j', (name, reads, writes) => {
    expect(prefixesFor(name, 's3:GetObject').sort()).toEqual(reads);
    expect(prefixesFor(name, 's3:PutObject').sort()).toEqual(writes);
  });

  test('of the archive the sender reads, and without the setting nobody writes', () => {
    const whoArchives = (action: string) =>
      names.filter((name) =>
        allowed(name).some(
          ({ actions, resources }) =>
            actions.includes(action) && resources[0]?.includes(':sigillo-archive-'),
        ),
      );
    expect(whoArchives('s3:GetObject')).toEqual(['sender']);
    expect(whoArchives('s3:PutObject')).toEqual([]);
  });

  test.each<[Name, string[]]>([
    ['purge', ['open', 'closed', 'uploads', 'exports']],
    ['forget', ['open', 'uploads', 'exports', 'templates']],
  ])(
    '%s deletes from %j, never what verification needs, and lists no further',
    (name, prefixes) => {
      expect(prefixesFor(name, 's3:DeleteObject').sort()).toEqual([...prefixes].sort());
      const list = allowed(name).find(({ actions }) => actions.includes('s3:ListBucket'));
      expect(list?.condition).toEqual({
        StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}/*`) },
      });
    },
  );

  test('no other deletes', () => {
    const deleters = names.filter((name) => prefixesFor(name, 's3:DeleteObject').length > 0);
    expect(deleters.sort()).toEqual(['forget', 'purge']);
  });
});

describe('everything', () => {
  /** Granted by CDK's deployment function for the pages; all on the pages' bucket. */
  const policies = app
    .of('IAM::Policy')
    .filter(({ id }) => !id.startsWith('PagesRole'))
    .map((policy) => ({ id: policy.id, grants: app.statements(policy.Properties.PolicyDocument) }));

  test('the one grant on every resource is a text to a phone number, with topics denied', () => {
    const everywhere = policies.flatMap(({ id, grants }) =>
      grants
        .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
        .map(({ actions }) => [id.replace(/RoleDefaultPolicy.*/, ''), actions]),
    );
    const texting = ['TasksInvite', 'TasksDeliver', 'DoorsSigner'];
    expect(everywhere.sort()).toEqual(texting.map((id) => [id, ['sns:Publish']]).sort());
    for (const id of texting)
      expect(app.grantsOf(id)).toContainEqual({
        effect: 'Deny',
        actions: ['sns:Publish'],
        resources: ['arn:Partition:sns:*:*:*'],
        condition: undefined,
      });
  });

  test('a pattern in a grant is a prefix of the bucket, the machine’s executions, SNS’s logs or SES’s identities', () => {
    const patterns = policies
      .flatMap(({ grants }) => grants.filter(({ effect }) => effect === 'Allow'))
      .flatMap(({ resources }) => resources)
      .filter((resource) => resource.includes('*') && resource !== '*');
    for (const pattern of patterns)
      expect(pattern).toMatch(
        /:s3:::sigillo-archive-AccountId-Region\/\*$|:s3:::sigillo-documents-AccountId-Region\/(open|closed|uploads|exports|templates|batches|pki)\/\*$|:execution:sigillo-envelopes:\*$|:logs:Region:AccountId:log-group:sns\/\*$|:ses:Region:AccountId:identity\/\*$/,
      );
  });

  test('no action is a pattern and no role has a managed policy', () => {
    const actions = policies.flatMap(({ grants }) => grants.flatMap((grant) => grant.actions));
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    for (const role of app.of('IAM::Role'))
      expect(role.Properties.ManagedPolicyArns).toBeUndefined();
  });

  test('each function has a role of its own', () => {
    const roles = app.functions().map(({ Properties }) => app.read(Properties.Role));
    expect(new Set(roles).size).toBe(names.length);
  });

  test('mail leaves only from the company’s address', () => {
    const senders = names.filter((name) =>
      allowed(name).some(
        ({ actions, condition }) =>
          actions.includes('ses:SendRawEmail') &&
          JSON.stringify(condition) ===
            '{"StringEquals":{"ses:FromAddress":"firma@officine-aurora.example"}}',
      ),
    );
    expect(senders).toEqual(['invite', 'signer', 'deliver', 'feedback', 'webhook']);
  });

  test('to any verified recipient of SES’s sandbox, under the company’s name alone', () => {
    for (const name of ['invite', 'signer', 'deliver', 'feedback', 'webhook'] as const) {
      const grants = allowed(name).filter(({ actions }) => actions.includes('ses:SendRawEmail'));
      const resources = grants.flatMap((grant) => grant.resources).join(' ');
      expect(resources).toContain('identity/*');
      expect(resources).toContain('configuration-set/MailConfigurationSet');
      for (const { condition } of grants) expect(condition).toBeDefined();
    }
  });
});
