import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { VERIFIER_PHRASES } from '../../../shared/contract/verifier-phrases/phrases.ts';
import { stageOn, useTarget } from '../../flow/theatre.ts';
import { makeDraft } from '../console/console-page.ts';
import { launchBrowser } from '../launch-browser.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { VerifyPage } from './verify-page.ts';

const target = useTarget();
let browser: Browser;
let verifier: string;

beforeAll(async () => {
  browser = await launchBrowser();
  const { employee } = await stageOn(target);
  const { verifyUrl } = await employee.show(await makeDraft(employee));
  verifier = new URL(verifyUrl).origin;
});
afterAll(() => browser.close());

it.each([
  ['/nothing', 'de', PHONE],
  ['/%00', 'it', DESKTOP],
  ['/assets/none', 'fr', PHONE],
] as const)(
  'the verifier’s %s says in "%s" that nothing is there, and takes a code',
  async (path, language, device) => {
    const page = await VerifyPage.open(browser, device, language);
    await page.goto(`${verifier}${path}`);
    await page.page.locator('input[type=file]').waitFor({ state: 'attached' });
    const { nowhere, nowhereHint, askCode } = VERIFIER_PHRASES[language];
    await page.heading(nowhere).waitFor();
    await page.sees(nowhereHint);
    await page.expectSound(/status of 404/);
    await page.page.getByLabel(askCode).fill('none');
    await page.close();
  },
);
