import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SUPPORTED_BROWSERS } from '../../infra/build/supported-browsers.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { stageOn, useTarget } from '../flow/theatre.ts';
import { makeDraft } from './console/console-page.ts';
import { launchBrowser } from './launch-browser.ts';
import { PHONE } from './watched-page.ts';

const target = useTarget();
let browser: Browser;
let verifier: string;
const open: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  const { employee } = await stageOn(target);
  const { verifyUrl } = await employee.show(await makeDraft(employee));
  verifier = new URL(verifyUrl).origin;
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

async function newPage(options = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, locale: 'it', ...options });
  open.push(context);
  return context.newPage();
}

/** Simulates a browser that cannot parse the script. */
async function unreadable(page: Page): Promise<Page> {
  const body = 'a newer syntax than this browser knows';
  await page.route(/\/assets\/.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  return page;
}

const sentences = (page: Page) => page.locator('.too-old p, p.too-old');

/** Version numbers that the message must contain. */
const names: Partial<Record<(typeof SUPPORTED_BROWSERS)[number]['name'], string>> = {
  safari: 'Safari',
  firefox: 'Firefox',
  edge: 'Edge',
  samsung: 'Samsung Internet',
};
const oldest = SUPPORTED_BROWSERS.flatMap(({ name, version }) =>
  names[name] ? [`${names[name]} ${version.replace('.0', '')}`] : [],
);

describe.each(['/sign#link', '/console'])('%s', (path) => {
  it('says in every language what it needs where its script cannot be read', async () => {
    const page = await unreadable(await newPage());
    await page.goto(`${target.api}${path}`);
    await sentences(page).last().waitFor();
    expect(await sentences(page).count()).toBe(LANGUAGES.length);
    for (const sentence of await sentences(page).allInnerTexts())
      for (const browser of oldest) expect(sentence).toContain(browser);
    const languages = sentences(page).evaluateAll((all) =>
      all.map((one) => (one as HTMLElement).lang),
    );
    expect((await languages).toSorted()).toEqual(LANGUAGES.toSorted());
  });

  it('says the same where scripts are switched off', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${target.api}${path}`);
    await sentences(page).last().waitFor();
  });

  it('says nothing of it where the script runs', async () => {
    const page = await newPage();
    await page.goto(`${target.api}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await sentences(page).count()).toBe(0);
  });
});

describe('the verifier', () => {
  it('says what a check of files needs where its script cannot be read', async () => {
    const page = await unreadable(await newPage());
    await page.goto(`${verifier}/verify`);
    await page.getByText(VERIFIER_PHRASES.it.needsScript).waitFor();
  });

  it.each(LANGUAGES)('names the oldest browsers in "%s"', (language) => {
    for (const browser of oldest) expect(VERIFIER_PHRASES[language].needsScript).toContain(browser);
  });
});
