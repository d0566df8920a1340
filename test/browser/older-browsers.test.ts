import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LINK } from '../../scripts/demo/mailbox.ts';
import { signerOf } from '../../scripts/demo/stage.ts';
import { TEXTS } from '../../web/verify/texts/texts-of.ts';
import { sendContract, stageOn, useTarget } from '../flow/theatre.ts';
import { ConsolePage, makeDraft } from './console/console-page.ts';
import { ink } from './ink.ts';
import { launchBrowser } from './launch-browser.ts';
import { makeOlder, olderWorkers, type Versions } from './older-browser.ts';
import { type Sealed, sealContract } from './sign/sealed-stage.ts';
import { VerifyPage } from './verify/verify-page.ts';
import { DESKTOP, PHONE, WatchedPage } from './watched-page.ts';

/** The oldest version of each engine in `browserslist`, all of them combined, and some in between. */
const BROWSERS: Readonly<Record<string, Versions>> = {
  'Safari and iOS 17.0': { safari: '17.0', safari_ios: '17.0' },
  'Safari and iOS 17.6': { safari: '17.6', safari_ios: '17.6' },
  'Safari and iOS 18.6': { safari: '18.6', safari_ios: '18.6' },
  'Chrome, Edge and WebView 111, Samsung Internet 22': {
    chrome: '111',
    chrome_android: '111',
    edge: '111',
    samsunginternet_android: '22.0',
    webview_android: '111',
  },
  'Chrome 138 on Android': { chrome_android: '138' },
  'Firefox ESR 128': { firefox: '128', firefox_android: '128' },
  'Firefox ESR 140': { firefox: '140', firefox_android: '140' },
};

const target = useTarget();
let browser: Browser;
let link: string;
let draft: string;
let sealed: Sealed;
const open: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  sealed = await sealContract(target);
  const stage = await stageOn(target);
  draft = await makeDraft(stage.employee);
  await sendContract(stage);
  const { match } = await signerOf(stage, 'director').mailbox.next('a link', LINK);
  link = `${stage.api}/sign#${match[1]}`;
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close();
});

/** Expects no browser messages, and that features were removed from every worker. */
async function expectSound({ page, complaints }: WatchedPage): Promise<void> {
  expect(complaints).toEqual([]);
  const workers = await olderWorkers(page.context());
  expect(workers.length).toBeGreaterThan(0);
  expect(workers).not.toContain(false);
}

describe.each(Object.entries(BROWSERS))('in %s', (_, versions) => {
  async function older(watched: WatchedPage): Promise<WatchedPage> {
    open.push(watched);
    await makeOlder(watched.page.context(), versions);
    return watched;
  }

  it('the signing page shows the document', async () => {
    const watched = await older(await WatchedPage.open(browser, PHONE, 'it'));
    await watched.page.goto(link);
    await expect.poll(() => ink(watched.page)).toBeGreaterThan(1_000);
    await expectSound(watched);
  });

  it('the console signs in and shows the document', async () => {
    const desk = await ConsolePage.open(browser, target.api);
    await older(desk.watched);
    await desk.signIn();
    await desk.goTo(`/envelopes/${draft}/fields`);
    await expect.poll(() => ink(desk.page)).toBeGreaterThan(1_000);
    await expectSound(desk.watched);
  });

  it('the verifier finds the file authentic', async () => {
    const watched = await older(await WatchedPage.open(browser, DESKTOP, 'it'));
    const verifier = new VerifyPage(watched);
    await verifier.goto(sealed.address);
    await verifier.choose(sealed.file);
    expect(await verifier.verdict()).toBe(TEXTS.it.verdict.authentic);
    await expectSound(watched);
  });
});
