/**
 * Pictures of every page and state at 390 and 1280 pixels, for people to look at:
 * `npm run screenshots -- --out DIR`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { PrivateTarget } from './demo/private-target.ts';
import { Album, type Device } from './screenshots/album.ts';
import { consoleScreens } from './screenshots/console-screens.ts';
import { mailScreens } from './screenshots/mail-screens.ts';
import { signingScreens } from './screenshots/signing-screens.ts';
import { verifyScreens } from './screenshots/verify-screens.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/screenshots' } } });
const folder = resolve(values.out);

const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-screens-'));
const target = new PrivateTarget(stateDirectory);
const browser = await launchBrowser();
try {
  await target.start();
  for (const device of ['390', '1280'] as const satisfies readonly Device[]) {
    const album = new Album(browser, folder, device);
    await signingScreens(target.api, album);
    await consoleScreens(target.api, album);
    await verifyScreens(target.api, album);
    await mailScreens(album);
  }
  console.log(`Screenshots are in ${folder}`);
} finally {
  await browser.close();
  await target.stop();
  rmSync(stateDirectory, { recursive: true, force: true });
}
