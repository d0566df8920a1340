import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract } from '../../flow/theatre.ts';
import { covered, roomOf, tooWide } from '../room.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { isDrawn, partiesIn, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

interface Setting {
  readonly device: BrowserContextOptions;
  readonly text?: '200%';
  /** Minimum share of the window for the document. */
  readonly share: number;
  readonly lines: number;
}

const SETTINGS: Readonly<Record<string, Setting>> = {
  '1280 × 800': { device: DESKTOP, share: 0.65, lines: 8 },
  '1280 × 800 at 200 % zoom': {
    device: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    share: 0.6,
    lines: 5,
  },
  '1280 × 800 with text of 200 %': { device: DESKTOP, text: '200%', share: 0.6, lines: 5 },
  'a phone': { device: PHONE, share: 0.7, lines: 15 },
  'a phone at 200 % zoom': {
    device: { ...PHONE, viewport: { width: 195, height: 422 } },
    share: 0.55,
    lines: 15,
  },
  'a phone with text of 200 %': { device: PHONE, text: '200%', share: 0.6, lines: 15 },
  '320 px': { device: { ...PHONE, viewport: { width: 320, height: 568 } }, share: 0.55, lines: 15 },
};

const LANGUAGES = ['it', 'en', 'de'] as const;

async function reading(stage: Stage, { device, text }: Setting): Promise<SigningPage> {
  const signing = await newPage(stage, 'director', device);
  if (text)
    await signing.page.addInitScript((size) => {
      addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size));
    }, text);
  await signing.page.goto(`${stage.api}/sign#${signing.signer.link}`);
  await signing.button(signing.texts.sign).waitFor();
  await signing.page.locator('.pdf-viewer').scrollIntoViewIfNeeded();
  await isDrawn(signing);
  await signing.page.locator('.pdf-text span').first().waitFor();
  return signing;
}

/**
 * Hyphenation settings and language of a long word; Chromium here has no dictionary to show hyphenation itself.
 */
const wordsOfHeading = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(() => {
    const heading = document.querySelector('h1')!;
    return [getComputedStyle(heading).hyphens, heading.closest<HTMLElement>('[lang]')?.lang];
  });

describe.each(LANGUAGES)('the document has the room, in %s', (language) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await newStage(partiesIn(language, language));
    await sendContract(stage);
    await signerOf(stage, 'director').readLink();
  });

  it.each(Object.entries(SETTINGS))('%s', async (_, setting) => {
    const { page } = await reading(stage, setting);
    const top = await page.evaluate(() => {
      scrollTo(0, 0);
      return scrollY;
    });
    expect(top).toBe(0);
    if (setting.device !== DESKTOP || setting.text)
      await page.evaluate(() => document.querySelector('.pdf-viewer')!.scrollIntoView());
    const room = await roomOf(page);
    expect(room.share).toBeGreaterThanOrEqual(setting.share);
    expect(room.lines).toBeGreaterThanOrEqual(setting.lines);
    expect(await tooWide(page)).toEqual([]);
    expect(await covered(page)).toEqual([]);
    const isNarrow = setting.device.viewport!.width <= 640;
    expect(await wordsOfHeading(page)).toEqual([isNarrow ? 'auto' : 'manual', language]);
  });
});
