import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, installed, stopped } from './installed.ts';
import { Marionette } from './marionette.ts';
import { COMMANDS, type Engine, type Window } from './wire.ts';

const BINARIES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

const binary = () => installed(process.env.FIREFOX_PATH, ...BINARIES);

/** A fresh profile in Italian, without Firefox's first-run pages. */
const preferences = (port: number, window: Window): string =>
  Object.entries({
    'marionette.port': port,
    'intl.accept_languages': 'it',
    'browser.privatebrowsing.autostart': window === 'private',
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'pdfjs.disabled': false,
  })
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');

async function open(window: Window) {
  const profile = mkdtempSync(join(tmpdir(), 'sigillo-firefox-'));
  const port = await freePort();
  writeFileSync(join(profile, 'user.js'), preferences(port, window));
  const size = ['--width', '500', '--height', '900'];
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile, ...size];
  const firefox = spawn(binary()!, args, { stdio: 'ignore' });
  async function close() {
    await stopped(firefox);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  try {
    const marionette = await Marionette.connect(port);
    await marionette.call('WebDriver:NewSession', {});
    return {
      send: async (command: keyof typeof COMMANDS, parameters: object = {}) =>
        ((await marionette.call(COMMANDS[command].marionette, parameters)) as { value: unknown })
          ?.value,
      close: async () => {
        marionette.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export const firefox: Engine = {
  name: 'Firefox',
  missing: () =>
    binary() ? undefined : 'no Firefox (apt-get install firefox-esr, or FIREFOX_PATH)',
  dateKeys: (day) => day,
  open,
};
