import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, describe, expect, test } from 'vitest';
import { Bundles } from '../../infra/build/bundles.ts';
import { company } from '../../infra/company.ts';
import { Config } from '../../infra/config.ts';
import { sigilloApp } from '../../infra/sigillo-app.ts';
import { DAILY_LIMITS } from '../../shared/domain/limits.ts';

const root = join(import.meta.dirname, '../..');
const folders: string[] = [];

/** As in `npm start`: no CLI, no credentials, no home folder, no network. */
function synthesizeAlone() {
  const outdir = mkdtempSync(join(tmpdir(), 'sigillo-alone-'));
  folders.push(outdir);
  execFileSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { CDK_OUTDIR: outdir, HTTPS_PROXY: 'http://127.0.0.1:9', HOME: '/nonexistent' },
    stdio: 'pipe',
  });
  return outdir;
}

const read = (outdir: string, file: string) => readFileSync(join(outdir, file), 'utf8');

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('synthesis', () => {
  const first = synthesizeAlone();

  test('needs neither credentials nor the CLI, and names three stacks', () => {
    const { artifacts } = JSON.parse(read(first, 'manifest.json'));
    const stacks = Object.keys(artifacts).filter(
      (id) => artifacts[id].type === 'aws:cloudformation:stack',
    );
    expect(stacks.sort()).toEqual(['SigilloData', 'SigilloService', 'SigilloWeb']);
    expect(artifacts.SigilloData.properties.terminationProtection).toBe(true);
  });

  test('gives the same bytes from the same sources', () => {
    const second = synthesizeAlone();
    for (const stack of ['SigilloData', 'SigilloService', 'SigilloWeb'])
      expect(read(second, `${stack}.template.json`)).toBe(read(first, `${stack}.template.json`));
  });

  test('stops at a resource that breaks a rule and gives no reason', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'sigillo-broken-'));
    folders.push(outdir);
    const bundles = new Bundles();
    const app = sigilloApp(Config.parse(company), bundles, outdir);
    bundles.remove();
    new Bucket(new Stack(app, 'Broken'), 'Open');
    expect(() => app.synth()).toThrow(/AwsSolutions-S10/);
  });
});

describe('the config', () => {
  const refused = (change: object) => Config.safeParse({ ...company, ...change }).error?.message;

  test('is refused with the name of what is wrong', () => {
    expect(refused({ domain: 'https://sign.example.com' })).toMatch(/no https/);
    expect(refused({ timeZone: 'Rome' })).toMatch(/IANA time zone/);
    expect(refused({ text: { countries: ['39'] } })).toMatch(/such as \+39/);
    const identity = { kind: 'pool', callbackUrls: ['http://127.0.0.1/callback'] };
    expect(refused({ identity })).toMatch(/https, or http:\/\/localhost/);
    expect(refused({ languages: ['it', 'it'] })).toMatch(/each language once/);
    expect(refused({ colour: '#fff' })).toMatch(/colour/);
    expect(refused({ retention: { documentDays: 0 } })).toMatch(/documentDays/);
    expect(refused({ certificate: { contacts: 'shown' } })).toMatch(/contacts/);
    expect(refused({ limits: { textMessages: 0 } })).toMatch(/textMessages/);
    expect(refused({ limits: { textMessages: 200 } })).toMatch(/less than textMessages/);
    expect(refused({ order: 'clientFirst' })).toMatch(/order/);
    expect(refused({ limits: { uploads: 5 } })).toMatch(/uploads/);
  });

  test('names the character of the company’s name that a certificate cannot print', () => {
    const named = (name: string) => refused({ company: { ...company.company, name } });
    expect(named('Müller & Søn Ελλάς Ďakujeme')).toBeUndefined();
    expect(named('東京 Trading')).toMatch(/“東” is not in the font of the certificate/);
    expect(named('Aurora 🌅')).toMatch(/“🌅” is not in the font/);
  });

  test('needs no more than who the company is and its address', () => {
    const least = { company: { name: 'Acme', country: 'DE' }, mail: { from: 'sign@acme.example' } };
    expect(Config.parse(least)).toMatchObject({
      identity: { kind: 'pool', callbackUrls: [] },
      retention: { documentDays: 14, draftDays: 60, evidenceYears: 10 },
      administrators: { claim: 'cognito:groups', value: 'admin' },
      text: { countries: [] },
      certificate: { contacts: 'masked', addresses: 'masked' },
      limits: DAILY_LIMITS,
      order: 'any',
    });
  });
});

test('the sample company is not deployed by mistake', () => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/ready-to-deploy.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/infra\/company\.ts names the sample company/);
});
