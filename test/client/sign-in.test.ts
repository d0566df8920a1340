import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { Browser } from '../../scripts/demo/sign-in.ts';
import { silent, stageOn, useTarget } from '../flow/theatre.ts';
import { ROOT, sigilloWith } from './shell.ts';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-client-'));
const environment = { XDG_CONFIG_HOME: folder };
const sigillo = sigilloWith(environment);
const file = join(folder, 'sigillo', 'session.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const session = () => JSON.parse(readFileSync(file, 'utf8'));

/** Runs the command, and does in its browser what `act` says of the address that it prints. */
async function signingIn(act: (browser: Browser, address: string) => Promise<string>) {
  const given = ['client/sigillo.ts', 'sign-in', '--at', target.api, '--no-browser'];
  const env = { PATH: process.env.PATH, ...environment };
  const child = spawn(process.execPath, given, { cwd: ROOT, env });
  const ended = once(child, 'exit');
  const out = text(child.stdout);
  let error = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      error += chunk;
      const found = /^(http\S+)\n/m.exec(error)?.[1];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(error)));
  });
  const browser = new Browser('http://localhost:14763/callback');
  const page = await (await fetch(await act(browser, address))).text();
  const [code] = await ended;
  return { code, out: await out, error, page };
}

const choosing = (form: Record<string, string>) => async (browser: Browser, address: string) =>
  browser.submit(await browser.visit(address), form);

test('a person signs in through the browser, works, is renewed, and signs out', async () => {
  const { code, out, error, page } = await signingIn(choosing({ user: 'employee' }));
  expect({ code, out }).toEqual({ code: 0, out: `You are signed in at ${target.api}.\n` });
  expect(page).toContain('go back to the terminal');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { idToken, refreshToken } = session();
  for (const secret of [idToken, refreshToken]) expect(out + error).not.toContain(secret);

  const { employee } = await stageOn(target, [], silent);
  const person = '--party=client:Anna Neri <anna@example.com>';
  const { out: id } = await sigillo('send', 'test/fixtures/contratto.pdf', person);
  expect((await employee.show(id)).owner).toMatchObject({ email: (await employee.me()).email });

  writeFileSync(file, JSON.stringify({ ...session(), idToken: 'old', expiresAt: 0 }));
  expect((await sigillo('list')).code).toBe(0);
  expect(session().expiresAt).toBeGreaterThan(0);

  expect(await sigillo('list', '--at', 'http://127.0.0.1:9')).toMatchObject({ code: 4 });
  writeFileSync(file, JSON.stringify({ ...session(), refreshToken: 'wrong', expiresAt: 0 }));
  expect(await sigillo('list')).toMatchObject({ code: 4, error: expect.stringMatching(/ended/) });

  expect(await sigillo('sign-out')).toMatchObject({ code: 0 });
  expect(existsSync(file)).toBe(false);
  expect(await sigillo('list', '--at', target.api)).toMatchObject({ code: 4 });
});

test('a sign-in that is cancelled leaves nothing', async () => {
  const { code, error } = await signingIn(choosing({ cancel: 'yes' }));
  expect(code).toBe(4);
  expect(error).toContain('access_denied');
  expect(existsSync(file)).toBe(false);
});

test('only the browser that was sent away ends a sign-in', async () => {
  const { code } = await signingIn(async (browser, address) => {
    const forged = await fetch('http://localhost:14763/callback?code=stolen&state=other');
    expect(forged.status).toBe(404);
    return choosing({ user: 'employee' })(browser, address);
  });
  expect(code).toBe(0);
});
