import type { BrowserContext } from 'playwright-core';
import type { MdnBrowser } from '../../infra/build/supported-browsers.ts';
import { platformFeatures } from '../../scripts/supported/platform-features.ts';
import { hasFeature } from '../../scripts/supported/support.ts';

/** Browser versions by MDN's names; a feature that one of them lacks is removed. */
export type Versions = { readonly [B in MdnBrowser]?: string };

/** Marker set in each realm, by which a test sees that features were removed. */
const MARK = 'madeOlder';

/** Removes what these versions lack from every page and worker of the context, before their scripts run. */
export async function makeOlder(context: BrowserContext, versions: Versions): Promise<void> {
  const script = `(${removeAbsent})(${JSON.stringify(MARK)}, ${JSON.stringify(absentIn(versions))});\n`;
  await context.addInitScript(script);
  await context.route(/\/assets\/[^/]*worker[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: script + (await response.text()) });
  });
}

/** For each running worker, whether features were removed from it. */
export async function olderWorkers(context: BrowserContext): Promise<boolean[]> {
  const workers = context.pages().flatMap((page) => page.workers());
  return Promise.all(workers.map((worker) => worker.evaluate((mark) => mark in self, MARK)));
}

type Absent = readonly [holder: string, name: string, on: string][];

/** Properties first, because they cannot be reached through a removed global. */
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
    if (holder === 'Window') remove(self, name); // Members of the interface `Window` are properties of the window itself.
    if (on !== 'prototype') remove(from, name);
    if (on !== 'holder') remove((from as { prototype?: object } | undefined)?.prototype, name);
  }
}
