import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sendContract } from '../../flow/theatre.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectNoOverflow, isDrawn, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage, at, afterCode } = useSigningRoom();

const FAILURES: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is cut off': (route) => route.abort('connectionrefused'),
  'answers an error of ours': (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' }),
  'answers an error of something between': (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
};

/** Makes requests to an operation fail until the returned function is called. */
async function failing(page: Page, operation: string, how: (route: Route) => Promise<void>) {
  const address = `**/api/sign/*${operation}`;
  await page.route(address, how);
  return () => page.unroute(address);
}

/** Expects an error message without axe violations or overflow. */
async function expectSentence(signing: SigningPage): Promise<void> {
  const { texts, page, watched } = signing;
  await page.getByText(texts.offline).or(page.getByText(texts.fault)).first().waitFor();
  expect(await watched.inaccessible()).toEqual([]);
  await expectNoOverflow(watched);
}

async function sentTo() {
  const stage = await newStage();
  await sendContract(stage);
  return stage;
}

describe.each(Object.entries(FAILURES))('where the network %s', (_, how) => {
  it('every step says so and goes on when it is back, with nothing lost', async () => {
    const director = await at(await sentTo(), 'director', PHONE);
    const { texts, page } = director;
    await director.press(texts.sign);
    const mended = await failing(page, '/consent', how);
    await director.press(texts.terms.agree);
    await expectSentence(director);
    await mended();
    await director.press(texts.terms.agree);
    const code = await director.newCode();
    const confirmed = await failing(page, '/confirm', how);
    await director.confirm(code);
    await expectSentence(director);
    expect(await page.getByLabel(texts.code.label).inputValue()).toBe(code);
    await confirmed();
    await director.press(texts.code.confirm);
    await director.heading(texts.mark.title).waitFor();
    await page.getByLabel(texts.mark.name).fill('Laura B.');
    await director.press(texts.next);
    const signed = await failing(page, '/sign', how);
    await director.press(texts.review.signNow);
    await expectSentence(director);
    await page.getByRole('img', { name: /Laura B\./ }).waitFor();
    await signed();
    await director.press(texts.review.signNow);
    await director.heading(texts.done.waitingTitle).waitFor();
  });
});

describe('an answer that was lost', () => {
  it('of a right code or a signature is found again, not asked for twice', async () => {
    const director = await at(await sentTo(), 'director');
    const { texts, page } = director;
    const code = await director.toCode();
    async function lost(route: Route) {
      await route.fetch();
      await route.abort('connectionreset');
    }
    const confirmed = await failing(page, '/confirm', lost);
    await director.confirm(code);
    await expectSentence(director);
    await confirmed();
    await director.press(texts.code.confirm);
    await director.heading(texts.mark.title).waitFor();
    await director.press(texts.next);
    const signed = await failing(page, '/sign', lost);
    await director.press(texts.review.signNow);
    await expectSentence(director);
    await signed();
    await director.press(texts.review.signNow);
    await director.heading(texts.done.waitingTitle).waitFor();
  });
});

describe('offline', () => {
  it('what is filled in stays, and is kept by itself once the network is back', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await afterCode(stage, 'director');
    const { texts, page } = director;
    await page.context().setOffline(true);
    await page.getByLabel(texts.mark.name).fill('L. Bianchi');
    await director.press(texts.next);
    await director.signNow();
    await expectSentence(director);
    await page.context().setOffline(false);
    await director.marksKept('signature');
    await director.signNow();
    await director.heading(texts.done.waitingTitle).waitFor();
  });

  it('a link that cannot be opened offers to try again', async () => {
    const stage = await sentTo();
    const director = await newPage(stage, 'director', DESKTOP);
    const { texts, page, signer } = director;
    await signer.readLink();
    const mended = await failing(page, '', (route) => route.abort('connectionrefused'));
    await page.goto(`${stage.api}/sign#${signer.link}`);
    await expectSentence(director);
    await mended();
    await director.press(texts.tryAgain);
    await director.button(texts.sign).waitFor();
  });

  it('a document that does not open offers to try again', async () => {
    const stage = await sentTo();
    const director = await newPage(stage, 'director', PHONE);
    const { texts, page } = director;
    const pdf = /\.pdf\?/;
    await page.route(pdf, (route) => route.abort('connectionrefused'));
    await director.openLink(stage.api);
    await page.getByText(texts.viewer.failed).waitFor();
    await page.unroute(pdf);
    await director.press(texts.tryAgain);
    await isDrawn(director);
  });
});

describe('on a slow network', () => {
  it('a step says that it works, takes no second press, and ends', async () => {
    const director = await at(await sentTo(), 'director', PHONE);
    const { texts, page } = director;
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 600,
      downloadThroughput: 50_000,
      uploadThroughput: 20_000,
    });
    const requests: string[] = [];
    page.on('request', (request) =>
      requests.push(`${request.method()} ${request.url().split('/').at(-1)}`),
    );
    await director.press(texts.sign);
    const agree = director.button(texts.terms.agree);
    await agree.dblclick();
    await director.heading(texts.code.title).waitFor();
    await director.confirm(await director.newCode());
    await director.heading(texts.mark.title).waitFor();
    await director.press(texts.next);
    await director.press(texts.review.signNow);
    await page.getByText(texts.review.sealing).waitFor();
    expect(await director.button(texts.review.signNow).getAttribute('aria-disabled')).toBe('true');
    await director.heading(texts.done.waitingTitle).waitFor();
    for (const once of ['consent', 'code', 'confirm', 'sign'])
      expect(requests.filter((request) => request === `POST ${once}`)).toHaveLength(1);
  });
});
