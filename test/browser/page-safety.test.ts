import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LINK } from '../../scripts/demo/mailbox.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { textsOf } from '../../web/sign/texts/texts-of.ts';
import { sendContract, stageOn, useTarget } from '../flow/theatre.ts';
import { launchBrowser } from './launch-browser.ts';
import { PHONE, WatchedPage } from './watched-page.ts';

const target = useTarget();
let browser: Browser;
let stage: Stage;
let token: string;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await stageOn(target);
  await sendContract(stage);
  const { match } = await signerOf(stage, 'director').mailbox.next('a link', LINK);
  token = match[1]!;
});
afterAll(() => browser.close());

const ANYWHERE = {
  'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
};

describe('every page and answer of the app', () => {
  it.each([
    ['GET', '/sign', 200, 'no-store'],
    ['GET', '/console', 200, 'no-store'],
    ['GET', '/api/settings', 401, undefined],
    ['GET', '/api/nothing', 404, undefined],
    ['POST', '/api/sign/session', 400, 'no-store'],
  ] as const)(
    '%s %s is framed, guessed at, kept and passed on by nobody',
    async (method, path, status, kept) => {
      const response = await fetch(`${stage.api}${path}`, { method });
      const headers = Object.fromEntries(response.headers);
      expect(response.status).toBe(status);
      expect(headers).toMatchObject(ANYWHERE);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      const camera = path === '/sign' ? 'camera=(self)' : 'camera=()';
      expect(headers['permissions-policy']).toContain(camera);
      if (kept) expect(headers['cache-control']).toBe(kept);
    },
  );
});

/** Everything that the page has stored on the device, as one string. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    return JSON.stringify([
      location.href,
      document.referrer,
      document.cookie,
      document.documentElement.outerHTML,
      history.state,
      window.name,
      { ...localStorage },
      { ...sessionStorage },
      databases,
      caches,
    ]);
  });

describe('the link of a signer', () => {
  it('leaves the address bar once it is exchanged, and stays nowhere', async () => {
    const watched = await WatchedPage.open(browser, PHONE, 'it');
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${stage.api}/sign#${token}`);
    await page.getByRole('button', { name: textsOf('it').sign, exact: true }).waitFor();
    expect(page.url()).not.toContain(token);
    expect(await keptBy(page)).not.toContain(token);
    expect(asked.join()).not.toContain(token);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    expect(JSON.stringify(cookies)).not.toContain(token);
    expect(
      await page.evaluate(() =>
        navigation
          .entries()
          .map(({ url }) => url)
          .join(),
      ),
    ).not.toContain(token);
    await watched.close();
  });
});
