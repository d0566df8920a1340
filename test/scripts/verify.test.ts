import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../shared/pdf/verify/report.ts';
import { pemOf } from '../../shared/pki/asn1/pem.ts';
import { sealDocument } from '../pdf/sealed-document.ts';
import { createCompany } from '../pki/company.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const folder = mkdtempSync(join(tmpdir(), 'sigillo-verify-'));
const at = (name: string) => join(folder, name);
const ORDINARY = 'test/fixtures/contratto.pdf';

/** Exit code 1 means "altered", so a file that was not checked must not give it. */
const [AUTHENTIC, ALTERED, UNKNOWN] = [0, 1, 2];

/** Ends the process on any attempt to use the network. */
const OFFLINE = `data:text/javascript,import net from 'node:net';
net.Socket.prototype.connect = () => { console.error('a network was asked'); process.exit(9); };`;

const verify = (args: readonly string[], input: Uint8Array = new Uint8Array()) =>
  spawnSync(process.execPath, ['scripts/verify.ts', ...args], { input, encoding: 'utf8' });

let file: Uint8Array;
beforeAll(async () => {
  const [company, other] = [await createCompany(NOW), await createCompany(NOW)];
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

  it.each([
    ['a file that is not there', ['no-such.pdf'], 'no-such.pdf: there is no such file'],
    ['a folder', ['test'], 'test: this is a folder'],
    ['a folder as root', [at('signed.pdf'), '--root', 'test'], 'test: this is a folder'],
    ['two files', [ORDINARY, ORDINARY], 'One file at a time.'],
    ['a wrong option', [ORDINARY, '--rot'], 'Usage: npm run verify'],
    ['a call for help', ['--help'], 'Usage: npm run verify'],
  ])('says in words what is wrong with %s', (_, args, sentence) => {
    const { status, stderr } = verify(args);
    expect(stderr).toContain(sentence);
    expect(status).toBe(UNKNOWN);
  });

  it('tells a person who signed when, what the seal claims, and why nothing is trusted', () => {
    const { stdout } = verify([at('signed.pdf'), '--root', at('root.pem')]);
    expect(stdout).toMatch(/^ {2}Code {6}7ZK4Q-8M2T1-X9C3V-5B6N0-RDWGH-J$/m);
    expect(stdout).toMatch(/^ {2}Signed {4}2026-\d\d-\d\d \d\d:\d\d:\d\d UTC {2}Юлия Петрова$/m);
    expect(stdout).toMatch(/^ {2}Sealed .* Acme Costruzioni S\.r\.l\.$/m);
    expect(stdout).toMatch(/^ {2}Claim .* about the first [\d,]+ bytes:\n +SHA-256 [0-9a-f]{64}$/m);
    const { stdout: unrooted } = verify([at('signed.pdf')]);
    expect(unrooted.match(/authority that is not the one/g)).toHaveLength(1);
    expect(unrooted).toContain('No root was given');
  });

  it('takes no file from the future, by the time that it is told', () => {
    const asked = (...more: readonly string[]) =>
      verify([at('signed.pdf'), '--root', at('root.pem'), ...more]);
    const early = asked('--at', '2020-01-01T00:00:00Z');
    expect(early.stdout).toContain('from the future');
    expect(early.status).toBe(UNKNOWN);
    expect(asked('--at', '2099-01-01').status).toBe(AUTHENTIC);
    expect(asked('--at', 'noon').stderr).toContain('noon is no time');
  });

  it('answers machines even when it cannot read the file', () => {
    const { stdout, status } = verify(['no-such.pdf', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'unknown',
      reasons: [{ code: 'unreadable' }],
    });
    expect(status).toBe(UNKNOWN);
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

  it('takes the empty file that a company without outside timestamp authorities publishes', () => {
    const args = [at('signed.pdf'), '--root', at('root.pem'), '--timestamp-root'];
    expect(verify([...args, at('empty.pdf')]).status).toBe(AUTHENTIC);
    expect(verify([...args, at('text.pem')]).status).toBe(UNKNOWN);
    expect(verify([at('signed.pdf'), '--root', at('empty.pdf')]).status).toBe(UNKNOWN);
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
