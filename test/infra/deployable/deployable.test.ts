import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type CompanyConfig, Config } from '../../../infra/config.ts';
import { collisions } from '../../../infra/deployable/collisions.ts';
import { hasUnlistedName } from '../../../infra/deployable/physical-names.ts';
import { repeatProblems } from '../../../infra/deployable/repeat-problems.ts';
import type { StackShape } from '../../../infra/deployable/stack-shape.ts';
import { transitionProblems } from '../../../infra/deployable/transition-problems.ts';
import { REQUIRED_SETTINGS, SETTINGS } from './settings.ts';
import { Shapes, specification } from './shapes.ts';

const shapes = new Shapes();
const settingsOf = (change: Partial<CompanyConfig>): CompanyConfig => ({
  ...REQUIRED_SETTINGS,
  ...change,
});
const made = new Map<string, StackShape[]>([['the least', shapes.of(REQUIRED_SETTINGS)]]);
for (const [name, change] of Object.entries(SETTINGS))
  made.set(name, shapes.of(settingsOf(change)));
const least = made.get('the least')!;
const everything = settingsOf(Object.assign({}, ...Object.values(SETTINGS).reverse()));
made.set('everything', shapes.of(everything));

const released = join(import.meta.dirname, '../../released');

afterAll(() => shapes.remove());

describe('a running deployment', () => {
  test.each([...made.keys()])('goes from “%s” to every other setting', (name) => {
    const from = made.get(name)!;
    for (const [other, to] of made)
      expect([other, transitionProblems(from, to)]).toEqual([other, []]);
  });

  const versions = readdirSync(released, { withFileTypes: true }).filter((it) => it.isDirectory());
  test.each(versions.map((it) => it.name))('of %s goes to every setting of today', (version) => {
    const file = readFileSync(join(released, version, 'stacks.json'), 'utf8');
    for (const [from, stacks] of Object.entries<StackShape[]>(JSON.parse(file)))
      for (const [to, today] of made)
        expect([from, to, transitionProblems(stacks, today)]).toEqual([from, to, []]);
  });

  test('keeps the sign-in page’s prefix, which is chosen once', () => {
    const identity = { kind: 'pool', domainPrefix: 'acme-sign' } as const;
    expect(transitionProblems(least, shapes.of({ ...REQUIRED_SETTINGS, identity }))).toEqual([
      expect.stringContaining('but its UserPoolId has one already'),
    ]);
  });
});

describe('beside the first deployment', () => {
  const first = { stacks: made.get('everything')!, region: 'eu-south-1' };

  test('stands one in another region', () => {
    expect(collisions(first, { ...first, region: 'eu-central-1' })).toEqual([]);
  });

  test('stands one of another name in the same region', () => {
    const staging = {
      ...everything,
      deployment: 'staging',
      text: { ...everything.text, failureLogExists: true },
      mail: { ...everything.mail, identityExists: true },
    };
    expect(collisions(first, { stacks: shapes.of(staging), region: 'eu-south-1' })).toEqual([]);
  });

  test('stands none of the same name in the same region', () => {
    expect(collisions(first, first)).toContain('stack SigilloData');
  });

  test('no name is overlooked', () => {
    const types = first.stacks.flatMap(({ resources }) => Object.values(resources));
    const unseen = types.filter(({ type }) =>
      hasUnlistedName(type, specification.get(type)?.identifier ?? []),
    );
    expect(unseen).toEqual([]);
  });
});

test('a first deployment that failed can be repeated', () => {
  for (const [name, stacks] of made) expect([name, repeatProblems(stacks)]).toEqual([name, []]);
});

test('a deployment without a name of its own is called as ever', () => {
  expect(least.map(({ name }) => name)).toEqual(['SigilloWeb', 'SigilloData', 'SigilloService']);
  const file = readFileSync(join(released, '0.1.0-52e2906/stacks.json'), 'utf8');
  const before: StackShape[] = JSON.parse(file).least;
  /**
   * Alarms may be removed. CloudFront policies contain the region since docs/decisions/deployable-settings.md.
   */
  const namesIn = (all: readonly StackShape[]) =>
    all
      .flatMap(({ resources }) => Object.values(resources))
      .filter(({ type }) => !type.startsWith('AWS::CloudWatch'))
      .flatMap(({ named }) => (named && named.reach !== 'account' ? [named.name] : []));
  expect(namesIn(least)).toEqual(expect.arrayContaining(namesIn(before)));
});

test.each(['aws', 'my-aws-1', 'a', 'Staging', '1st', 'x'.repeat(21)])(
  'a deployment is not called %s',
  (deployment) => {
    expect(Config.safeParse({ ...REQUIRED_SETTINGS, deployment }).success).toBe(false);
  },
);
