import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { company } from '../../infra/company.ts';
import { type CompanyConfig, Config } from '../../infra/config.ts';
import { Synthesized } from './synthesized.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const chapter = /\n## Deploy\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/0b0a3b1c';

/** Settings of a company that follows every step. */
const everything: CompanyConfig = {
  ...company,
  alarmMail: 'ops@aurora.example',
  verifierDomain: 'verifica.aurora.example',
  verifierCertificateArn: CERTIFICATE,
};
const app = new Synthesized(everything);
const settings = JSON.stringify(z.toJSONSchema(Config, { io: 'input', unrepresentable: 'any' }));

const isCommand = (name: string) =>
  name.startsWith('npm run ')
    ? name.slice(8) in scripts
    : /^(npx )?cdk (bootstrap|deploy)/.test(name);
const isSetting = (name: string) => name.split('.').every((part) => settings.includes(`"${part}"`));
const settingsFile = readFileSync(join(root, 'infra/settings/company-settings.ts'), 'utf8');
const isLookedFor = (name: string) => new RegExp(`['{] ?${name}[':]`).test(settingsFile);
const isFile = (name: string) => existsSync(join(root, name));
const isGroup = (name: string) => app.one('Cognito::UserPoolGroup').Properties.GroupName === name;

const named = [...new Set([...chapter.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name))];

test.each(named)('the README’s “%s” is printed, can be set or can be run', (name) => {
  const known = [isCommand(name), isSetting(name), isFile(name), isGroup(name), isLookedFor(name)];
  expect(known.includes(true) || app.output(name) !== undefined).toBe(true);
});

test('the README names what a deployment prints', () => {
  const printed = ['AppUrl', 'VerifierUrl', 'SignInUrl', 'DkimRecord1', 'TextDeliveryRole'];
  for (const name of [...printed, 'DistributionDomain', 'VerifierDnsRecord'])
    expect([name, named.includes(name), app.output(name) !== undefined]).toEqual([
      name,
      true,
      true,
    ]);
});

test('the README names nothing that is not there', () => {
  for (const wrong of ['npm run nothing', 'mail.nothing', 'NothingRecord', 'infra/nothing.ts'])
    expect([isCommand(wrong), isSetting(wrong), isFile(wrong), isGroup(wrong)]).not.toContain(true);
});

test('the alarm topic has a subscription to confirm, and administrators have their group', () => {
  expect(app.one('SNS::Subscription').Properties).toMatchObject({
    Protocol: 'email',
    Endpoint: 'ops@aurora.example',
  });
  expect(chapter).toContain(
    `the group \`${app.one('Cognito::UserPoolGroup').Properties.GroupName}\``,
  );
});

test('the role that SNS writes its log with may be taken by SNS', () => {
  const role = app.one('IAM::Role', 'TasksTextFailuresWriter');
  expect(JSON.stringify(role.Properties.AssumeRolePolicyDocument)).toContain('sns.amazonaws.com');
  expect(JSON.stringify(app.output('TextDeliveryRole'))).toContain(role.id);
});
