import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract } from '../../flow/theatre.ts';
import { ink } from '../ink.ts';
import { PHONE } from '../watched-page.ts';
import { useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

const SESSION = /\/api\/sign\/session$/;
const ADDRESS = /\/api\/sign\/[0-9a-f]{8}\/document$/;
const WORKER = /\/assets\/pdf-worker-[^/]+\.js$/;
const LATER = /\/assets\/later-steps-[^/]+\.js$/;
const VIEWER = [/\/assets\/pdfjs-[^/]+\.js$/, /\/assets\/pdf-viewer-[^/]+\.js$/, WORKER];

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
  await sendContract(stage);
  await signerOf(stage, 'director').readLink();
});

const inked = (page: Page) => expect.poll(() => ink(page)).toBeGreaterThan(1_000);

/** A page before its link is opened, and the URLs it requests. */
async function prepared() {
  const signing = await newPage(stage, 'director', PHONE);
  const asked: string[] = [];
  signing.page.on('request', (request) => asked.push(request.url()));
  const hasAsked = (address: RegExp) => asked.some((url) => address.test(url));
  const link = `${stage.api}/sign#${signing.signer.link}`;
  return { signing, page: signing.page, link, hasAsked };
}

describe('the document', () => {
  it('is loaded with all that draws it beside the exchange of the link, whose answer has its address', async () => {
    const { page, link, hasAsked } = await prepared();
    const held = Promise.withResolvers<Route>();
    await page.route(SESSION, held.resolve);
    await page.goto(link);
    const exchange = await held.promise;
    for (const part of VIEWER) await expect.poll(() => hasAsked(part)).toBe(true);
    expect(hasAsked(/\.pdf/)).toBe(false);
    await exchange.continue();
    await inked(page);
    expect(hasAsked(ADDRESS)).toBe(false);
  });

  it('is asked for anew where the page comes back without the exchange', async () => {
    const { page, link, hasAsked } = await prepared();
    await page.goto(link);
    await inked(page);
    await page.reload();
    await inked(page);
    expect(hasAsked(ADDRESS)).toBe(true);
  });

  it.each([
    ['does not load', (route: Route) => route.abort()],
    [
      'does not run',
      (route: Route) => route.fulfill({ contentType: 'text/javascript', body: '<' }),
    ],
    [
      'breaks off',
      (route: Route) => route.fulfill({ contentType: 'text/javascript', body: 'throw 1' }),
    ],
  ])('is said not to open if the worker %s, and opens at the next try', async (_, spoil) => {
    const { signing, page, link } = await prepared();
    await page.route(WORKER, spoil);
    await page.goto(link);
    await page.getByText(signing.texts.viewer.failed).waitFor();
    await page.unroute(WORKER);
    await signing.press(signing.texts.tryAgain);
    await inked(page);
  });
});

it('a step whose script does not load is told, and comes with the page loaded anew', async () => {
  const { signing, page, link } = await prepared();
  const { texts } = signing;
  await page.route(LATER, (route) => route.abort());
  await page.goto(link);
  await inked(page);
  await signing.press(texts.sign);
  await signing.press(texts.terms.agree);
  await page.getByText(texts.offline).waitFor();
  await page.unroute(LATER);
  await signing.press(texts.tryAgain);
  await signing.heading(texts.code.title).waitFor();
});
