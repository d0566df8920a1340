import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { makeOlder } from './older-browser.ts';

const POLYFILLS = new URL('../../web/ui/document/polyfills/polyfills.ts', import.meta.url).pathname;

let browser: Browser;
/** With the browser's own implementation, and with our polyfill. */
let pages: { own: Page; ours: Page };

beforeAll(async () => {
  browser = await launchBrowser();
  const own = await browser.newPage();
  const ours = await browser.newPage();
  await makeOlder(ours.context(), { safari: '17.0', chrome: '111', firefox: '128' });
  await ours.goto('about:blank');
  const bundle = await rolldown({ input: POLYFILLS });
  const { output } = await bundle.generate({ format: 'iife' });
  await ours.addScriptTag({ content: output[0].code });
  pages = { own, ours };
});
afterAll(() => browser.close());

/** Expressions that may return a promise; for an exception its type is compared. */
it.each([
  'new Map([[1, 2]]).getOrInsert(1, 3) + new Map().getOrInsert(1, 3)',
  'new Map([[1, 2]]).getOrInsertComputed(1, () => 3)',
  '[...new Map().set("a", 0).getOrInsertComputed("b", (key) => [key, key])]',
  'new WeakMap([[self, 1]]).getOrInsertComputed(self, () => 2)',
  '[...new Set([1, 2, 3]).intersection(new Set([3, 1, 4]))]',
  '[...new Set([1, 2, 3]).intersection(new Map([[2, 0]]))]',
  '[Math.sumPrecise([0.1, 0.2, 0.3, -0.6]), Math.sumPrecise([1e20, 1, -1e20]), Math.sumPrecise([])]',
  '[Math.sumPrecise([Infinity, 1]), String(Math.sumPrecise([Infinity, -Infinity]))]',
  'Promise.try((a, b) => a + b, 1, 2)',
  'Promise.try(() => { throw new RangeError("no") })',
  'Promise.try(async () => 3)',
  '(() => { const { promise, resolve } = Promise.withResolvers(); resolve(1); return promise; })()',
  '(() => { const { promise, reject } = Promise.withResolvers(); reject(new SyntaxError("no")); return promise; })()',
  'new Uint8Array([0, 15, 255]).toHex()',
  'new Uint8Array([0, 15, 255, 1]).toBase64()',
  '[...Uint8Array.fromBase64("AA//AQ==")]',
  '[new Uint8Array([1, 2, 3]).buffer.transferToFixedLength(2), new ArrayBuffer(2).transferToFixedLength(4)].map((b) => [...new Uint8Array(b)])',
  '(() => { const a = new Uint8Array([1, 2]).buffer; const b = a.transferToFixedLength(); return [a.byteLength, b.byteLength]; })()',
  '[1, 2, 3].values().map((x, i) => x * 2 + i).filter((x) => x > 3).toArray()',
  '[1, 2].values().flatMap((x) => [x, x]).toArray()',
  '[1, 2, 3, 4].values().drop(1).take(2).toArray()',
  '[new Map([[1, 2]]).values().some((x) => x === 2), [1].values().every((x) => x > 1), [1, 2].values().find((x) => x > 1)]',
  '[[1, 2, 3].values().reduce((a, b) => a + b), [1, 2].values().reduce((a, b) => a + b, 10)]',
  '(() => { const seen = []; [1, 2].values().forEach((x, i) => seen.push([x, i])); return seen; })()',
  'typeof Iterator.prototype.map + typeof (function* () {})().map',
  '[URL.parse("a", "https://b/c/").href, URL.parse("a")]',
  '[AbortSignal.any([AbortSignal.abort("why"), new AbortController().signal]).reason, AbortSignal.any([]).aborted]',
  '(() => { const a = new AbortController(); const any = AbortSignal.any([a.signal]); a.abort("late"); return any.reason; })()',
  'new Blob(["ab"]).bytes().then((bytes) => [...bytes])',
  'new Response("ab").bytes().then((bytes) => [...bytes])',
  '(async () => { let text = ""; for await (const part of new Blob(["ab"]).stream()) text += part; return text; })()',
])('%s is the same as in a browser that has it', async (expression) => {
  const outcome = (page: Page) =>
    page.evaluate(`(async () => (${expression}))().then(JSON.stringify, (error) => error.name)`);
  const expected = await outcome(pages.own);
  expect(expected).not.toBe('TypeError');
  expect(await outcome(pages.ours)).toBe(expected);
});

it('nothing that the browser has is replaced, and what it lacks is ours', async () => {
  const native = (functions: string) =>
    pages.ours.evaluate<boolean[]>(
      `[${functions}].map((one) => String(one).includes('[native code]'))`,
    );
  expect(await native('Map.prototype.get, Promise.all, URL, [].values().next')).not.toContain(
    false,
  );
  const lacking = 'Map.prototype.getOrInsert, Promise.try, URL.parse, Iterator.prototype.map';
  expect(await native(lacking)).not.toContain(true);
});
