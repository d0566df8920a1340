import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendContract, stageOn, useTarget } from '../flow/theatre.ts';
import { launchBrowser } from './launch-browser.ts';

const target = useTarget();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await sendContract(await stageOn(target));
  await page.goto(`${target.api}/local`);
});
afterAll(() => browser.close());

test.each([
  ['Console', /console/],
  ['Verifier', /.*/],
] as const)('the page of this machine leads to the %s', async (name, address) => {
  const popup = page.waitForEvent('popup');
  await page.getByRole('link', { name, exact: true }).click();
  const opened = await popup;
  await opened.locator('h1').waitFor();
  expect(opened.url()).toMatch(address);
  expect(opened.url()).not.toContain('/local');
  await opened.close();
});

test('a mail shows who sent it, and who gets the answers', async () => {
  await page
    .getByRole('link', { name: /Contratto|firm/i })
    .first()
    .click();
  await page.getByText(/^From: .*Giulia.*<.+@.+>$/).waitFor();
  await page.getByText(/^Answers to: .+@.+/).waitFor();
});

test('five minutes pass at the press of a button: as long as a code lives', async () => {
  const ahead = () =>
    page.evaluate(async () => (await (await fetch('/local/api/clock')).json()).aheadMs as number);
  const before = await ahead();
  await page.getByRole('button', { name: '+5 min' }).click();
  await expect.poll(ahead).toBe(before + 300_000);
});

test('a view that is still empty says what will be there', async () => {
  await page.getByRole('link', { name: 'Text messages' }).click();
  await page.getByText('No text message yet.').waitFor();
  await page.getByRole('link', { name: 'Dead letters' }).click();
  await page.getByText('No dead letter, which is good').waitFor();
});
