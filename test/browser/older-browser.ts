import type { BrowserContext } from 'playwright-core';
import type { MdnBrowser } from '../../infra/build/supported-browsers.ts';
import { platformFeatures } from '../../scripts/supported/platform-features.ts';
import { hasFeature } from '../../scripts/supported/support.ts';

/** Browsers by MDN's names, with a version: what one of them lacks is lacking. */
export type Versions = { readonly [B in MdnBrowser]?: string };

/** In each realm, once: left there so that a test sees that it was done. */
const MARK = 'madeOlder';

/** Takes from every page and worker of the context, before their scripts run, what these versions lack. */
export async function makeOlder(context: BrowserContext, versions: Versions): Promise<void> {
  const script = `(${removeAbsent})(${JSON.stringify(MARK)}, ${JSON.stringify(absentIn(versions))});\n`;
  await context.addInitScript(script);
  await context.route(/\/assets\/[^/]*worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: script + (await response.text()) });
  });
}

/** How many workers run, and whether all of them were made older. */
export async function olderWorkers(context: BrowserContext): Promise<boolean[]> {
  const workers = context.pages().flatMap((page) => page.workers());
  return Promise.all(workers.map((worker) => worker.evaluate((mark) => mark in self, MARK)));
}

type Absent = readonly [holder: string, name: string, on: string][];

/** Properties first: a global that is gone would hide them. */
function absentIn(versions: Versions): Absent {
  const browsers = Object.entries(versions) as [MdnBrowser, string][];
  const absent = [...platformFeatures()].filter(({ data }) =>
    browsers.some(([browser, version]) => !hasFeature(data.__compat, browser, version)),
  );
  return absent
    .map(({ holder = '', name, on }) => [holder, name, on] as [string, string, string])
    .sort(([a], [b]) => Number(a === '') - Number(b === ''));
}

/** Runs in the browser. */
function removeAbsent(mark: string, absent: Absent): void {
  if (mark in self) return;
  Object.defineProperty(self, mark, { value: true });
  const find = (path: string) =>
    path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], self);
  function remove(from: unknown, name: string) {
    const key = name.startsWith('@@') ? Symbol[name.slice(2) as 'iterator'] : name;
    if (from && Object.hasOwn(from, key)) Reflect.deleteProperty(from, key);
  }
  for (const [holder, name, on] of absent) {
    const from = holder ? find(holder) : self;
    if (holder === 'Window') remove(self, name); // the window itself holds what its interface lists
    if (on !== 'prototype') remove(from, name);
    if (on !== 'holder') remove((from as { prototype?: object } | undefined)?.prototype, name);
  }
}
