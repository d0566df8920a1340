import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../shared/pdf/verify/report.ts';
import { pemOf } from '../../shared/pki/pem.ts';
import { sealDocument } from '../pdf/sealed-document.ts';
import { foundCompany } from '../pki/company.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const folder = mkdtempSync(join(tmpdir(), 'sigillo-verify-'));
const at = (name: string) => join(folder, name);
const ORDINARY = 'test/fixtures/contratto.pdf';

/** 1 would say "altered" of a file that nobody looked at. */
const [AUTHENTIC, ALTERED, UNKNOWN] = [0, 1, 2];

/** Any attempt to reach a network ends the process. */
const OFFLINE = `data:text/javascript,import net from 'node:net';
net.Socket.prototype.connect = () => { console.error('a network was asked'); process.exit(9); };`;

const verify = (args: readonly string[], input: Uint8Array = new Uint8Array()) =>
  spawnSync(process.execPath, ['scripts/verify.ts', ...args], { input, encoding: 'utf8' });

let file: Uint8Array;
beforeAll(async () => {
  const [company, other] = [await foundCompany(NOW), await foundCompany(NOW)];
  ({ file } = await sealDocument(company, NOW));
  const altered = file.slice();
  altered[altered.length >> 1]! ^= 1;
  const { root } = company.authority;
  const pem = pemOf(root);
  writeFileSync(at('signed.pdf'), file);
  writeFileSync(at('altered.pdf'), altered);
  writeFileSync(at('empty.pdf'), '');
  writeFileSync(at('root.pem'), pem);
  writeFileSync(at('root.der'), root);
  writeFileSync(at('other.pem'), pemOf(other.authority.root));
  writeFileSync(at('broken.pem'), pem.replace(/\n[\w+/]{64}\n/, '\n'));
  writeFileSync(at('text.pem'), 'no certificate at all');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run verify', () => {
  it.each([
    ['authentic', AUTHENTIC, ['signed.pdf', 'root.pem'], 'AUTHENTIC'],
    ['authentic, by a root in DER', AUTHENTIC, ['signed.pdf', 'root.der'], 'AUTHENTIC'],
    ['altered', ALTERED, ['altered.pdf', 'root.pem'], 'ALTERED'],
    ['unknown, by another company’s root', UNKNOWN, ['signed.pdf', 'other.pem'], 'UNKNOWN'],
    ['unknown, for an empty file', UNKNOWN, ['empty.pdf', 'root.pem'], 'UNKNOWN'],
  ])('ends as %s', (_, code, [name, root], said) => {
    const { status, stdout } = verify([at(name!), '--root', at(root!)]);
    expect(stdout).toMatch(new RegExp(`^${said}\n`));
    expect(status).toBe(code);
  });

  it.each([
    ['no file', []],
    ['two files', [ORDINARY, ORDINARY]],
    ['a file that is not there', ['no-such.pdf']],
    ['a folder', ['test']],
    ['an option that it does not know', [ORDINARY, '--rot', 'root.pem']],
    ['an option without its value', [ORDINARY, '--root']],
    ['a file without signatures', [ORDINARY]],
    ['a root that is not there', [ORDINARY, '--root', 'no-such.pem']],
    ['a root that is no certificate', [at('signed.pdf'), '--root', at('text.pem')]],
    ['a root that is damaged', [at('signed.pdf'), '--root', at('broken.pem')]],
    ['a folder as root', [at('signed.pdf'), '--root', 'test']],
    ['a signed file without a root', [at('signed.pdf')]],
  ])('never says "altered" of %s', (_, args) => {
    const { status, stdout, stderr } = verify(args);
    expect(status).toBe(UNKNOWN);
    expect(stdout + stderr).not.toBe('');
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('takes what is piped in', () => {
    expect(verify(['-', '--root', at('root.pem')], file).status).toBe(AUTHENTIC);
    expect(verify(['-', '--root', at('root.pem')]).status).toBe(UNKNOWN);
  });

  it('prints the whole report for machines', () => {
    const { stdout } = verify([at('signed.pdf'), '--root', at('root.pem'), '--json']);
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({ verdict: 'authentic', length: file.length });
    expect(report.signatures.map(({ kind }) => kind)).toEqual([
      'party',
      'party',
      'seal',
      'timestamp',
    ]);
  });

  it('asks no network', () => {
    const args = [
      '--import',
      OFFLINE,
      'scripts/verify.ts',
      at('signed.pdf'),
      '--root',
      at('root.pem'),
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(AUTHENTIC);
  });
});
