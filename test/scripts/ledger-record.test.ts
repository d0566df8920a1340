import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeProject } from '../../functions/relay/project.ts';
import { makeDoor } from '../../functions/verifier/door.ts';
import { PublicRecord } from '../../shared/contract/verifier.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { purged } from '../../shared/domain/transitions/workflow-steps.ts';
import { preferredLanguage } from '../../shared/runtime/preferred-language.ts';
import { load, signedByAll } from '../fixtures/sealed-journey.ts';
import { close, decide, ENVELOPE_ID, type SealingPorts } from '../fixtures/sealing.ts';

const directory = mkdtempSync(join(tmpdir(), 'sigillo-ledger-record-'));
const server = createServer();
let ports: SealingPorts & Awaited<ReturnType<typeof signedByAll>>;
let verifier: string;

async function project() {
  const retention = { evidenceYears: 10, draftDays: 60 };
  const settings = { company: 'Acme S.r.l.', showTitle: false, retention };
  await makeProject(ports, settings)(await load(ports));
}

beforeAll(async () => {
  ports = await signedByAll();
  const door = makeDoor({
    languageFor: preferredLanguage,
    clock: ports.clock,
    page: { script: '', styles: [], asset: () => undefined },
    look: { company: 'Acme', colour: '#123456', timeZone: 'Europe/Rome', languages: ['it'] },
    records: ports.records,
    documents: ports.documents,
  });
  server.on('request', async (request, response) => {
    const asked = {
      rawPath: request.url!,
      headers: { accept: request.headers.accept },
      requestContext: { http: { method: 'GET' } },
    };
    const answer = await door(asked).catch(() => ({ statusCode: 404, headers: {}, body: '' }));
    response.writeHead(answer.statusCode, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  verifier = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

function verify(entries: readonly Entry[], at = verifier) {
  const file = join(directory, 'ledger.json');
  writeFileSync(file, JSON.stringify(entries));
  const args = ['scripts/ledger.ts', 'verify', file, '--at', at];
  return new Promise<{ status: number; stdout: string }>((resolve) => {
    const child = execFile(process.execPath, args, (_, stdout) =>
      resolve({ status: child.exitCode!, stdout }),
    );
  });
}

it('a ledger of a document on its way is whole, and its record names no entry', async () => {
  await project();
  expect(await ports.records.find(ENVELOPE_ID)).not.toHaveProperty('ledger');
  const { status, stdout } = await verify(await ports.ledger.entries(ENVELOPE_ID));
  expect([status, stdout]).toEqual([0, expect.stringContaining('cannot be noticed')]);
});

it('the end of a ledger of a closed document cannot be cut off unseen, nor changed', async () => {
  await close(ports);
  await project();
  ports.clock.advance(15 * 24 * 3_600);
  const completed = await ports.ledger.entries(ENVELOPE_ID);
  expect((await verify(completed)).stdout).toContain('knows of no entry after it');
  await decide(ports, 'purge', purged);
  await project();
  const all = await ports.ledger.entries(ENVELOPE_ID);
  expect(all.at(-1)!.type).toBe('purged');
  expect((await verify(all)).status).toBe(0);
  for (const cut of [completed, completed.slice(0, -1)])
    expect(await verify(cut)).toEqual({
      status: 1,
      stdout: expect.stringContaining(`knows entry ${all.length - 1}`),
    });
});

it('a ledger that goes on after what the record knows is whole', async () => {
  const all = await ports.ledger.entries(ENVELOPE_ID);
  const record = (await ports.records.find(ENVELOPE_ID))!;
  const [last, head] = [all.at(-2)!, all.at(-2)!.hash];
  ports.records.rows.set(ENVELOPE_ID, { ...record, seq: 0, ledger: { seq: last.seq, head } });
  expect((await verify(all)).stdout).toContain(`Vouched for up to entry ${last.seq}`);
});

it('a record of an earlier release, which names no entry, still tells that an end is missing', async () => {
  const all = await ports.ledger.entries(ENVELOPE_ID);
  const { ledger: _, ...record } = (await ports.records.find(ENVELOPE_ID))!;
  ports.records.rows.set(ENVELOPE_ID, { ...PublicRecord.parse(record), seq: 0 });
  expect((await verify(all)).status).toBe(0);
  const open = all.slice(
    0,
    all.findIndex(({ type }) => type === 'completed'),
  );
  expect((await verify(open)).status).toBe(1);
});

it('a document that the verifier does not know is no record of this company', async () => {
  ports.records.rows.clear();
  const { status, stdout } = await verify(await ports.ledger.entries(ENVELOPE_ID));
  expect([status, stdout]).toEqual([1, expect.stringContaining('knows no such document')]);
});
