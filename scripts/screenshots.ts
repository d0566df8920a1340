/**
 * Screenshots of every page and state at 390 and 1280 pixels, for review: `npm run screenshots -- --out DIR`;
 * `--only sign`, `console`, `verify`, `mail` or `endings` for some of them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../test/browser/launch-browser.ts';
import { PrivateTarget } from './demo/private-target.ts';
import { Album, type Device } from './screenshots/album.ts';
import { consoleScreens } from './screenshots/console-screens.ts';
import { endingScreens } from './screenshots/ending-screens.ts';
import { mailScreens } from './screenshots/mail-screens.ts';
import { signingScreens } from './screenshots/signing-screens.ts';
import { verifyScreens } from './screenshots/verify-screens.ts';

const SCREENS = {
  sign: signingScreens,
  console: consoleScreens,
  verify: verifyScreens,
  mail: (_: string, album: Album) => mailScreens(album),
  endings: endingScreens,
};

const USAGE = `Usage: npm run screenshots -- [--out DIR] [--only ${Object.keys(SCREENS).join('|')}]...`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/screenshots' },
    only: { type: 'string', multiple: true, default: Object.keys(SCREENS) },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit();
}
const folder = resolve(values.out);

const browser = await launchBrowser();

/** Each device width has its own target, because the endings move its clock. */
async function takeAll(device: Device): Promise<void> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'sigillo-screens-'));
  const target = new PrivateTarget(stateDirectory);
  try {
    await target.start();
    const album = new Album(browser, folder, device);
    for (const [name, take] of Object.entries(SCREENS))
      if (values.only.includes(name)) await take(target.api, album);
  } finally {
    await target.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  }
}

try {
  await takeAll('390');
  await takeAll('1280');
  console.log(`Screenshots are in ${folder}`);
} finally {
  await browser.close();
}
