import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { eventually } from '../demo/eventually.ts';
import { freePort, installed, stopped } from './installed.ts';
import { COMMANDS, type Command, type Engine, type Parameters } from './wire.ts';

/** Paths of WebKitGTK's MiniBrowser on Debian, Ubuntu and Fedora. */
const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'];

const miniBrowser = (): string | undefined =>
  LIBRARIES.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'MiniBrowser')))
    .find((path) => path.includes('webkit') && existsSync(path));

const driver = () => installed('/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver');
const display = () => installed('/usr/bin/Xvfb');

function missing(): string | undefined {
  const all = [
    ...(driver() && miniBrowser() ? [] : ['webkit2gtk-driver']),
    ...(process.env.DISPLAY || display() ? [] : ['xvfb']),
  ];
  return all.length > 0 ? `no WebKitGTK (apt-get install ${all.join(' ')})` : undefined;
}

/** A virtual screen; Xvfb picks a free display number. */
async function openDisplay(): Promise<{ name: string; close: () => Promise<void> }> {
  if (!display()) return { name: process.env.DISPLAY!, close: async () => {} };
  const screen = ['-displayfd', '3', '-screen', '0', '800x1000x24', '-nolisten', 'tcp'];
  const xvfb = spawn(display()!, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    (xvfb.stdio[3] as Readable).once('data', (bytes) => resolve(String(bytes).trim()));
    xvfb.once('exit', () => reject(new Error('Xvfb has ended')));
  });
  return { name: `:${number}`, close: () => stopped(xvfb) };
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function newSession(server: string): Promise<string> {
  const options = { binary: miniBrowser(), args: ['--automation'] };
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  await eventually('WebKitWebDriver', () => ask('GET', `${server}/status`).catch(() => undefined));
  const session = await ask('POST', `${server}/session`, { capabilities: { alwaysMatch } });
  return `${server}/session/${(session as { sessionId: string }).sessionId}`;
}

const sender =
  (session: string) =>
  (command: Command, parameters: Parameters = {}) => {
    const { method, path } = COMMANDS[command];
    const url = `${session}/${path.replace('{id}', String(parameters.id))}`;
    return ask(method, url, method === 'POST' ? parameters : undefined);
  };

/** An automated WebKit window is always private: it stores nothing. */
async function open() {
  const screen = await openDisplay();
  const port = await freePort();
  const own = { DISPLAY: screen.name, LANGUAGE: 'it', LC_ALL: 'C.UTF-8', GDK_BACKEND: 'x11' };
  const env = { ...process.env, ...own };
  const server: ChildProcess = spawn(driver()!, [`--port=${port}`], { stdio: 'ignore', env });
  async function close() {
    await stopped(server);
    await screen.close();
  }
  try {
    const session = await newSession(`http://127.0.0.1:${port}`);
    return {
      send: sender(session),
      close: async () => {
        await ask('DELETE', session).catch(() => {});
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Typed into month, day and year, the order of date fields in the locale C; a hyphen moves to the next. */
const dateKeys = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2-$3-$1');

export const webkit: Engine = { name: 'WebKit', missing, dateKeys, open };
