import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { signingTexts } from '../../../scripts/browsers/signing-texts.ts';
import { cast } from '../../../scripts/demo/cast.ts';
import { openAndConfirm } from '../../../scripts/demo/ceremony.ts';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import type { Language } from '../../../web/ui/language.ts';
import { silent, stageOn, useTarget } from '../../flow/theatre.ts';
import { launchBrowser } from '../launch-browser.ts';
import { DESKTOP, WatchedPage } from '../watched-page.ts';
import { SigningPage } from './signing-page.ts';

export type Who = 'director' | 'client';

export const partiesIn = (director: Language, client: Language) =>
  cast(2).map((party) => ({ ...party, language: party.id === 'director' ? director : client }));

/** A target and a browser for one test file, and ways to open the signing page. */
export function useSigningRoom() {
  const target = useTarget();
  const opened: WatchedPage[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const watched of opened.splice(0)) await watched.close();
  });

  async function page(stage: Stage, id: Who, device: BrowserContextOptions) {
    const signer = signerOf(stage, id);
    const { language } = signer.party;
    const watched = await WatchedPage.open(browser, device, language);
    opened.push(watched);
    return new SigningPage(watched, signingTexts(language), signer);
  }
  /** Opens the link of the message. */
  async function at(stage: Stage, id: Who, device = DESKTOP): Promise<SigningPage> {
    const signing = await page(stage, id, device);
    await signing.openLink(stage.api);
    return signing;
  }
  /** Opens the page at the first step after the code; the steps before are done over the API. */
  async function afterCode(stage: Stage, id: Who, device = DESKTOP): Promise<SigningPage> {
    const signing = await page(stage, id, device);
    await openAndConfirm(signing.signer, silent);
    if (signing.signer.party.channel.kind === 'sms') await signing.signer.answerCopy();
    await signing.enterSession(stage.api);
    await signing.press(signing.texts.sign);
    const { mark, fill } = signing.texts;
    await signing.heading(id === 'client' ? fill.title : mark.title).waitFor();
    return signing;
  }
  const stage = (parties = cast(2)) => stageOn(target, parties);
  return { target, stage, page, at, afterCode };
}

/** Expects no axe violations, no browser messages and no horizontal overflow. */
export async function expectSound({ watched }: SigningPage): Promise<void> {
  expect(await watched.inaccessible()).toEqual([]);
  expect(watched.complaints).toEqual([]);
  await expectNoOverflow(watched);
}

export async function expectNoOverflow({ page }: WatchedPage): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** Waits until the first visible page has pixels that are not white. */
export const isDrawn = (signing: SigningPage) =>
  eventually('the drawn page', () =>
    signing.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas[data-drawn]');
      if (!canvas) return false;
      const { width, height } = canvas;
      const copy = new OffscreenCanvas(width, height).getContext('2d', {
        willReadFrequently: true,
      })!;
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, width, height);
      return data.some((value, index) => index % 4 === 0 && value < 128);
    }),
  );
