import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { sendContract, silent, stageOn, useTarget } from '../flow/theatre.ts';
import { machineToken } from './machine-token.ts';
import { ROOT } from './shell.ts';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-client-'));
const client = new Client({ name: 'test', version: '1' });
let stage: Stage;

beforeAll(async () => {
  stage = await stageOn(target);
  const env = { SIGILLO_URL: target.api, SIGILLO_TOKEN: await machineToken(stage) };
  const args = ['client/sigillo.ts', 'mcp'];
  const command = { command: process.execPath, args, cwd: ROOT, env };
  await client.connect(new StdioClientTransport(command));
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

async function asked(name: string, given: Record<string, unknown>) {
  const { content, isError } = await client.callTool({ name, arguments: given });
  const text = content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return { isError: isError === true, text };
}

async function answerOf(name: string, given: Record<string, unknown>) {
  const { isError, text } = await asked(name, given);
  expect([isError, text]).toEqual([false, text]);
  return JSON.parse(text);
}

test('a model finds a template, sends it, follows it, reminds and downloads', async () => {
  const { tools } = await client.listTools();
  const names = ['download', 'find_envelopes', 'find_template', 'follow', 'remind', 'send'];
  expect(tools.map(({ name }) => name).sort()).toEqual(names);
  const from = await sendContract(stage);
  const places = stage.signers.map(({ party }) => ({ id: party.id, name: `Place ${party.id}` }));
  const template = await stage.employee.makeTemplate(from, 'Fornitura annuale', places);
  const [found] = await answerOf('find_template', { words: 'annuale' });
  expect(found).toMatchObject({ id: template, roles: ['Place director', 'Place client'] });
  const people = stage.signers.map(({ party: { id, name, channel } }) => {
    const contact = channel.kind === 'email' ? channel.address : channel.number;
    return `Place ${id}:${name} <${contact}>`;
  });
  const { id } = await answerOf('send', { template, people, title: 'Fornitura 2027' });
  await expect
    .poll(async () => (await answerOf('follow', { id })).parties[0].invitedAt)
    .toBeTypeOf('string');
  expect(await asked('remind', { id, party: 'client' })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/\nCode: \w+$/),
  });
  await expect
    .poll(async () => JSON.stringify(await answerOf('find_envelopes', { search: '2027' })))
    .toContain(id);
});

test('the signed file is written to a new file only', async () => {
  const own = await stageOn(target);
  const id = await sendContract(own);
  for (const party of ['director', 'client']) await signCeremony(signerOf(own, party), silent);
  await completed(own, id);
  const file = join(folder, 'signed.pdf');
  expect(await answerOf('download', { id, file })).toMatchObject({ file });
  expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-/);
  expect(await asked('download', { id, file })).toMatchObject({ isError: true });
});

test('what is not understood is told, and nothing is sent', async () => {
  const { text, isError } = await asked('send', { template: 'x'.repeat(26), people: ['Anna'] });
  expect([isError, text]).toEqual([true, expect.stringContaining('role:Name')]);
  expect(await asked('follow', { id: '0'.repeat(26) })).toMatchObject({
    isError: true,
    text: expect.stringContaining('Code: envelope_unknown'),
  });
});
