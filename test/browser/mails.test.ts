import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAIL_KINDS, sampleMail } from '../../scripts/screenshots/sample-mails.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { launchBrowser } from './launch-browser.ts';
import { DESKTOP, WatchedPage } from './watched-page.ts';

let browser: Browser;
let watched: WatchedPage;
const fetched: string[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  watched = await WatchedPage.open(browser, DESKTOP, 'it');
  watched.page.on('request', (request) => fetched.push(request.url()));
});
afterAll(() => browser.close());

describe.each(MAIL_KINDS)('the mail "%s"', (kind) => {
  it('fits every width in every language, and fetches nothing', async () => {
    const { page } = watched;
    for (const language of LANGUAGES) {
      await page.setContent(sampleMail(kind, language).html);
      for (const width of [320, 390, 600, 800]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
    expect(fetched).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('reads well on a %s screen', async (colorScheme) => {
    await watched.page.emulateMedia({ colorScheme });
    await watched.page.setContent(sampleMail(kind, 'de').html);
    const found = await watched.inaccessible();
    // Disabled, because landmarks are the mail program's.
    expect(found.filter((text) => !/^(region|landmark-one-main):/.test(text))).toEqual([]);
  });
});
