import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { textsOf as consoleTexts } from '../../web/console/texts/texts-of.ts';
import { sendContract } from '../flow/theatre.ts';
import type { SigningPage } from './sign/signing-page.ts';
import { expectSound, useSigningRoom } from './sign/signing-room.ts';
import { PHONE, WatchedPage } from './watched-page.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

/** Runs in the page: storage is absent, as in in-app browsers. */
function noStorage(): void {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { value: null });
}

/** Runs in the page: storage throws, as where site data is blocked. */
function forbiddenStorage(): void {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
}

const WITHOUT = { null: noStorage, forbidden: forbiddenStorage };

async function directors(prepare: (page: Page) => Promise<unknown>): Promise<SigningPage> {
  const stage = await newStage();
  await sendContract(stage);
  const signing = await newPage(stage, 'director', PHONE);
  await prepare(signing.page);
  await signing.signer.readLink();
  await signing.page.goto(`${stage.api}/sign#${signing.signer.link}`);
  return signing;
}

describe.each(Object.entries(WITHOUT))('where storage is %s', (_, spoil) => {
  it('one signs as anywhere, in the language that one chooses', async () => {
    const director = await directors((page) => page.addInitScript(spoil));
    const { page, texts } = director;
    await page.getByLabel(texts.language).selectOption('en');
    await page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
    await page.getByLabel('Language').selectOption('it');
    await director.confirm(await director.toCode());
    await director.heading(texts.mark.title).waitFor();
    await director.press(texts.next);
    await director.press(texts.review.signNow);
    await director.heading(texts.done.waitingTitle).waitFor();
    await expectSound(director);
  });

  it('a sender signs in', async () => {
    const stage = await newStage();
    const { page } = await newPage(stage, 'director', PHONE);
    const watched = await WatchedPage.open(page.context().browser()!, PHONE, 'it');
    await watched.page.addInitScript(spoil);
    await watched.page.goto(`${stage.api}/console`);
    const texts = consoleTexts('it');
    await watched.page.getByRole('button', { name: texts.signIn.button }).click();
    await watched.page.getByRole('button', { name: /Giulia Rinaldi/ }).click();
    await watched.page.getByRole('heading', { name: texts.list.title, level: 1 }).waitFor();
    expect(watched.complaints).toEqual([]);
    await watched.close();
  });
});

describe('where no cookie is kept', () => {
  it('the page says that it needs them, and how to go on', async () => {
    const director = await directors((page) =>
      page.route('**/api/sign/session', async (route) => {
        const answer = await route.fetch();
        const { 'set-cookie': _, ...headers } = answer.headers();
        await page.context().clearCookies();
        await route.fulfill({ response: answer, headers });
      }),
    );
    await director.heading(director.texts.ended.cookies.title).waitFor();
    await expectSound(director);
  });
});
