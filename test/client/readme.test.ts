import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { personIn } from '../../client/person.ts';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { silent, stageOn, useTarget } from '../flow/theatre.ts';
import { machineToken } from './machine-token.ts';
import { ROOT, sigilloWith } from './shell.ts';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const example = [...page('README.md').matchAll(/```sh\n([\s\S]*?)```/g)][1]?.[1] ?? '';

const parties = [...example.matchAll(/--party '([^']+)'/g)].map(([, written = ''], turn): Party => {
  const { role, name, channel } = personIn(written)!;
  return { id: role, role: role as Party['role'], turn, name, channel, language: 'it' };
});

test('the README’s second example completes a contract from the shell', async () => {
  const stage = await stageOn(target, parties);
  const script = example
    .replace('http://127.0.0.1:4700', target.api)
    .replace('sgl_…', await machineToken(stage))
    .replaceAll('out/', `${folder}/`);
  expect(script).not.toBe(example);
  const child = spawn('sh', ['-ec', script], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const out = text(child.stdout);
  for (const signer of stage.signers) await signCeremony(signer, silent);
  expect(await out).toMatch(/ is completed\.\n.*signed\.pdf\nauthentic: .+\n$/);
  expect(readFileSync(join(folder, 'signed.pdf'), 'latin1')).toMatch(/^%PDF-/);
});

const shown = [...page('docs/client.md').matchAll(/^sigillo (.+)$/gm)].map(([, line = '']) => line);

/** The words of a line of shell, as far as the page uses it. */
const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

test.each(shown)('docs/client.md: “sigillo %s” is understood', async (line) => {
  const stage = await stageOn(target, []);
  const environment = { SIGILLO_URL: target.api, SIGILLO_TOKEN: await machineToken(stage) };
  const words = wordsOf(line)
    .map((word) => word.replace('contract.pdf', 'test/fixtures/contratto.pdf'))
    .map((word) => (word === 'signed.pdf' && line.startsWith('verify') ? 'README.md' : word));
  const { code, error } = await sigilloWith(environment)(...words);
  expect([code === 0 || error.includes('Code: ') || line.startsWith('verify'), error]).toEqual([
    true,
    error,
  ]);
});
