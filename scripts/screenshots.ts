/**
 * Pictures of every page and state at 390 and 1280 pixels, for people to look at:
 * `npm run screenshots -- --out DIR`, `--only sign`, `console`, `verify` or `mail` for some of them.
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

const SCREENS = {
  sign: signingScreens,
  console: consoleScreens,
  verify: verifyScreens,
  mail: (_: string, album: Album) => mailScreens(album),
};

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/screenshots' },
    only: { type: 'string', multiple: true, default: Object.keys(SCREENS) },
  },
});
const folder = resolve(values.out);

const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-screens-'));
const target = new PrivateTarget(stateDirectory);
const browser = await launchBrowser();
try {
  await target.start();
  for (const device of ['390', '1280'] as const satisfies readonly Device[]) {
    const album = new Album(browser, folder, device);
    for (const [name, take] of Object.entries(SCREENS))
      if (values.only.includes(name)) await take(target.api, album);
  }
  console.log(`Screenshots are in ${folder}`);
} finally {
  await browser.close();
  await target.stop();
  rmSync(stateDirectory, { recursive: true, force: true });
}
