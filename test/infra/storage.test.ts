import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { company } from '../../infra/company.ts';
import { DEAD_LETTER_FUNCTIONS } from '../../scripts/operate/deployment.ts';
import { accessKey } from '../../shared/aws/access/access-rows.ts';
import { Synthesized } from './synthesized.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/storage.md'), 'utf8');

/** With all optional parts. */
const app = new Synthesized({
  ...company,
  archive: { years: 10, mode: 'governance' },
  canary: { everyHours: 6 },
});

/** Rows of the table whose first column has this heading. */
function rowsOf(heading: string): string[][] {
  const lines = page.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const end = lines.findIndex((line, index) => index > first && !line.startsWith('|'));
  return lines.slice(first + 2, end).map((line) => line.split('|').slice(1, -1).map(plain));
}

const plain = (cell: string) => cell.replaceAll('`', '').trim();

const sorted = (names: string) => names.split(', ').filter(Boolean).sort();

const nameOf = ({ Properties }: { Properties: { LoggingConfig: { LogGroup: { Ref: string } } } }) =>
  app
    .one('Logs::LogGroup', Properties.LoggingConfig.LogGroup.Ref)
    .Properties.LogGroupName.split('/')
    .at(-1);

/** Each function's name with the permissions of its role. */
const roles = app.functions().map((resource) => ({
  name: nameOf(resource),
  grants: app.grantsOf(resource.id.replace(/Function[0-9A-F]{8}$/, '')),
}));

/** Functions with one of the permissions on the resource. */
const whoMay = (actions: readonly string[], isThere: (resource: string) => boolean): string[] =>
  roles
    .filter(({ grants }) =>
      grants.some(
        (grant) =>
          grant.effect === 'Allow' &&
          grant.actions.some((action) => actions.includes(action)) &&
          grant.resources.some(isThere),
      ),
    )
    .map(({ name }) => name)
    .sort();

const byName = (name: string) => app.one('DynamoDB::Table', `${name}Table`);
const keysOf = ({ KeySchema }: { KeySchema: readonly { AttributeName: string }[] }) =>
  KeySchema.map(({ AttributeName }) => AttributeName).join(', ');

const TABLES = rowsOf('table');

test('the page names every table, with its key, its TTL and its backup', () => {
  expect(TABLES.map(([name]) => byName(name ?? '').id).sort()).toEqual(
    app
      .of('DynamoDB::Table')
      .map(({ id }) => id)
      .sort(),
  );
  for (const [name = '', key, ttl, recovery] of TABLES) {
    const { Properties } = byName(name);
    const backup = Properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled;
    expect([name, key, ttl, recovery]).toEqual([
      name,
      keysOf(Properties),
      Properties.TimeToLiveSpecification?.AttributeName ?? 'none',
      backup ? '35 days' : 'none',
    ]);
  }
});

test.each(TABLES)('the page says who may write, read and delete in %s', (...row) => {
  const [name = '', , , , written = '', read = '', deleted = ''] = row;
  const arn = `${byName(name).id}.Arn`;
  const isThere = (resource: string) => resource === arn || resource.startsWith(`${arn}/index/`);
  const may = (...actions: readonly string[]) =>
    whoMay(
      actions.map((action) => `dynamodb:${action}`),
      isThere,
    );
  expect(may('PutItem', 'UpdateItem')).toEqual(sorted(written));
  expect(may('GetItem', 'Query', 'Scan', 'BatchGetItem')).toEqual(sorted(read));
  expect(may('DeleteItem', 'BatchWriteItem')).toEqual(sorted(deleted));
});

test('the page names every index, with its key and what it holds', () => {
  const holds = {
    ALL: () => 'everything',
    KEYS_ONLY: () => 'keys',
    INCLUDE: (attributes: readonly string[]) => attributes.join(', '),
  } as const;
  const indexes = TABLES.map(([name]) => name!).flatMap((name) =>
    (byName(name).Properties.GlobalSecondaryIndexes ?? []).map(
      (index: {
        IndexName: string;
        KeySchema: readonly { AttributeName: string }[];
        Projection: { ProjectionType: keyof typeof holds; NonKeyAttributes?: string[] };
      }) => [
        index.IndexName,
        name,
        keysOf(index),
        holds[index.Projection.ProjectionType](index.Projection.NonKeyAttributes ?? []),
      ],
    ),
  );
  expect(rowsOf('index').map((row) => row.slice(0, 4))).toEqual(indexes);
});

test('the page names every row of Access', () => {
  const id = { envelopeId: '', party: '', round: 0, to: '', occasion: '' };
  const { link, session, sendings, code, turn, text, count, message, answer } = accessKey;
  const keys: Record<keyof typeof accessKey, string> = {
    ...{ link: link(''), session: session(''), text: text(''), count: count('') },
    answer: answer(''),
    ...{ sendings: sendings(id), code: code(id), turn: turn('', ''), message: message(id) },
  };
  const kind = (key = '') => key.split('#')[0];
  expect(
    rowsOf('row')
      .map(([row]) => kind(row))
      .sort(),
  ).toEqual(Object.values(keys).map(kind).sort());
});

interface Rule {
  readonly Prefix?: string;
  readonly ExpirationInDays?: number;
}

const PREFIXES = rowsOf('prefix');

test('the page names every prefix that a role is granted, and its lifecycle', () => {
  const granted = roles
    .flatMap(({ grants }) => grants.flatMap(({ resources }) => resources))
    .flatMap((resource) => /sigillo-documents-[^/]*\/(.*)\*$/.exec(resource)?.[1] ?? []);
  expect(PREFIXES.map(([prefix]) => prefix).sort()).toEqual([...new Set(granted)].sort());
  const rules: Rule[] = app.one('S3::Bucket', 'Documents').Properties.LifecycleConfiguration.Rules;
  const days = rules
    .filter(({ Prefix }) => Prefix)
    .map((rule) => [rule.Prefix, rule.ExpirationInDays]);
  expect(
    PREFIXES.filter(([, lifecycle]) => lifecycle !== 'never').map(([prefix, lifecycle]) => [
      prefix,
      Number(lifecycle),
    ]),
  ).toEqual(days);
});

test.each(PREFIXES)('the page says who may write, read and delete below %s', (...row) => {
  const [prefix = '', , written = '', read = '', deleted = ''] = row;
  const isThere = (resource: string) =>
    resource.includes('sigillo-documents-') && resource.endsWith(`/${prefix}*`);
  expect(whoMay(['s3:PutObject'], isThere)).toEqual(sorted(written));
  expect(whoMay(['s3:GetObject'], isThere)).toEqual(sorted(read));
  expect(whoMay(['s3:DeleteObject'], isThere)).toEqual(sorted(deleted));
});

test('there is no bucket beside those of documents, archive and pages', () => {
  expect(
    app
      .of('S3::Bucket')
      .map(({ id }) => id.replace(/Bucket\w+$/, ''))
      .sort(),
  ).toEqual(['Archive', 'Documents', 'Pages']);
});

test('the page names every queue', () => {
  expect(rowsOf('queue').map(([name]) => name)).toEqual(DEAD_LETTER_FUNCTIONS);
  expect(app.of('SQS::Queue')).toHaveLength(DEAD_LETTER_FUNCTIONS.length);
});

test('the page names every key of KMS', () => {
  const named = rowsOf('in KMS').flatMap(([names = '']) => names.split(', '));
  const keys = app
    .of('KMS::Alias')
    .map(({ Properties }) => app.read(Properties.AliasName).replace('alias/sigillo-', ''));
  expect(named.sort()).toEqual(keys.sort());
});
