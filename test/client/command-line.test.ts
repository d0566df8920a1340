import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { sendEnvelope } from '../../scripts/demo/drafting.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { silent, stageOn, useTarget } from '../flow/theatre.ts';
import { machineToken } from './machine-token.ts';
import { sigilloWith } from './shell.ts';

const CONTRACT = 'test/fixtures/contratto.pdf';
const LAURA = 'director:Laura Bianchi <laura@example.com>';
const MATTEO = 'client:Matteo Rossi <+393331234567>';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-client-'));
let stage: Stage;
let sigillo: ReturnType<typeof sigilloWith>;
let token: string;

beforeAll(async () => {
  stage = await stageOn(target);
  token = await machineToken(stage);
  sigillo = sigilloWith({ SIGILLO_URL: target.api, SIGILLO_TOKEN: token });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sent(): Promise<string> {
  const { out } = await sigillo('send', CONTRACT, '--party', LAURA, '--party', MATTEO);
  return out;
}

test('a document is sent to people in the order in which they are named', async () => {
  const answer = await sigillo(
    ...['send', CONTRACT, '--party', MATTEO, '--party', LAURA, '--title', 'Contratto 12'],
    ...['--external-id', 'ord-12', '--metadata', 'branch=Milano', '--in', 'it', '--json'],
  );
  expect(answer).toMatchObject({ code: 0, error: '' });
  const { id } = JSON.parse(answer.out);
  const envelope = await stage.employee.show(id);
  expect(envelope).toMatchObject({ title: 'Contratto 12', externalId: 'ord-12' });
  expect(envelope.metadata).toEqual({ branch: 'Milano' });
  expect(envelope.parties.map(({ name, turn }) => [name, turn])).toEqual([
    ['Matteo Rossi', 0],
    ['Laura Bianchi', 1],
  ]);
  expect(envelope.status).not.toBe('draft');
});

test('a template is sent by its roles’ names, and is listed', async () => {
  const id = await sent();
  const template = await stage.employee.makeTemplate(id, 'Fornitura', [
    { id: 'director', name: 'Direttore', keepPerson: true },
    { id: 'client', name: 'Cliente' },
  ]);
  expect((await sigillo('templates')).out).toContain(`${template}  Fornitura  Direttore, Cliente`);
  const of = ['send', '--template', template];
  const { code, out } = await sigillo(...of, '--party', 'Cliente:Anna Neri <anna@example.com>');
  expect(code).toBe(0);
  expect((await stage.employee.show(out)).parties.map(({ name }) => name)).toEqual([
    'Laura Bianchi',
    'Anna Neri',
  ]);
  const wrong = await sigillo(...of, '--party', 'Garante:Anna Neri <anna@example.com>');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.error).toContain('It has: Direttore, Cliente');
  const unnamed = await sigillo(...of);
  expect(unnamed).toMatchObject({ code: 1, out: '' });
  expect(unnamed.error).toContain('Code: person_missing');
});

test('an envelope is listed, shown, reminded of and stopped', async () => {
  const id = await sent();
  await expect.poll(async () => (await sigillo('list', '--search', 'contratto')).out).toContain(id);
  expect((await sigillo('show', id)).out).toContain('Laura Bianchi');
  expect(JSON.parse((await sigillo('show', id, '--json')).out)).toMatchObject({ id });
  await expect
    .poll(async () => (await stage.employee.show(id)).parties[0]?.invitedAt)
    .toBeTypeOf('string');
  const early = await sigillo('remind', id, 'client');
  expect(early).toMatchObject({ code: 1, out: '' });
  expect(early.error).toMatch(/\nCode: \w+$/);
  const stopped = await sigillo('void', id, '--reason', 'Prezzo sbagliato');
  expect(stopped).toMatchObject({ code: 0, out: `${id} is voided.` });
  const watched = await sigillo('watch', id);
  expect(watched.code).toBe(1);
  expect(watched.out).toMatch(new RegExp(`voided[^]*${id} is voided\\.$`));
});

test('what all have signed is downloaded with its ledger, and the verifier knows it', async () => {
  const id = await sendEnvelope(stage, paperFor(undefined, 2));
  for (const party of ['director', 'client']) await signCeremony(signerOf(stage, party), silent);
  await completed(stage, id);
  const file = join(folder, 'new', 'signed.pdf');
  expect(await sigillo('download', id, '-o', file)).toEqual({ code: 0, out: file, error: '' });
  const ledger = join(folder, 'ledger.json');
  await sigillo('ledger', id, '-o', ledger);
  expect(JSON.parse(readFileSync(ledger, 'utf8'))[0]).toMatchObject({ seq: expect.anything() });
  const paper = join(folder, 'ledger.pdf');
  await sigillo('audit', id, '-o', paper);
  expect(readFileSync(paper, 'latin1')).toMatch(/^%PDF-/);
  expect(await sigillo('verify', file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^authentic: ./),
  });
  const { verifyUrl } = await stage.employee.show(id);
  const anybody = sigilloWith({ SIGILLO_VERIFIER: verifyUrl });
  expect(await anybody('verify', CONTRACT, '--json')).toMatchObject({
    code: 1,
    out: expect.stringContaining('"verdict": "unknown"'),
  });
});

test('a refused document is told by its sentence and code, and its draft is named', async () => {
  const answer = await sigillo('send', 'README.md', '--party', LAURA);
  expect(answer).toMatchObject({ code: 1, out: '' });
  expect(answer.error).toMatch(/^Its draft stands: \w{26}\n.+\nCode: pdf_\w+$/);
});

test('an error with --json is one line of JSON', async () => {
  const { code, out, error } = await sigillo('show', '0'.repeat(26), '--json');
  expect([code, out]).toEqual([1, '']);
  expect(JSON.parse(error)).toMatchObject({ error: { code: 'envelope_unknown', status: 404 } });
});

test('the server speaks the language of the shell', async () => {
  const sentence = async (LANG: string) =>
    (await sigilloWith({ SIGILLO_URL: target.api, SIGILLO_TOKEN: token, LANG })('show', '1')).error;
  expect(await sentence('de_DE.UTF-8')).not.toBe(await sentence('en_GB.UTF-8'));
});

test('a mistake in the command line has exit code 2, and says what is expected', async () => {
  for (const given of [
    ['nothing'],
    ['list', '--nothing'],
    ['show'],
    ['show', 'a', 'b'],
    ['send'],
    ['send', CONTRACT, '--party', 'Laura'],
    ['send', 'nothing.pdf', '--party', LAURA],
    ['send', CONTRACT, '--party', LAURA, '--metadata', 'branch'],
    ['list', '--limit', 'many'],
    ['void', 'a'],
  ])
    expect([given, await sigillo(...given)]).toEqual([
      given,
      { code: 2, out: '', error: expect.stringMatching(/./) },
    ]);
});

test('without a token, or with one that is not taken, the exit code is 4', async () => {
  const nobody = await sigilloWith({ SIGILLO_URL: target.api })('list');
  expect(nobody).toMatchObject({ code: 4, out: '' });
  const unknown = sigilloWith({ SIGILLO_URL: target.api, SIGILLO_TOKEN: `sgl_${'A'.repeat(43)}` });
  expect(await unknown('list')).toMatchObject({
    code: 4,
    error: expect.stringContaining('Code: token_unknown'),
  });
});

test('a scope that the token lacks is a refusal', async () => {
  const SIGILLO_TOKEN = await machineToken(stage, ['envelopes:read']);
  const reader = sigilloWith({ SIGILLO_URL: target.api, SIGILLO_TOKEN });
  expect(await reader('send', CONTRACT, '--party', LAURA)).toMatchObject({
    code: 1,
    error: expect.stringContaining('Code: scope_missing'),
  });
});

test('a server that does not answer has exit code 3, and no token is printed', async () => {
  const lost = sigilloWith({ SIGILLO_URL: 'http://127.0.0.1:9', SIGILLO_TOKEN: token });
  const { code, out, error } = await lost('list');
  expect([code, out]).toEqual([3, '']);
  expect(error).toContain('cannot be reached');
  expect(error).not.toContain(token);
});

test('help names every command and option, and needs no sign-in', async () => {
  const { code, out } = await sigilloWith({})('--help');
  expect(code).toBe(0);
  for (const name of ['sign-in', 'send', 'watch', 'verify', 'mcp', '--party', '--idempotency-key'])
    expect(out).toContain(name);
});
