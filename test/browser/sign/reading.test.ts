import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { company } from '../../../infra/company.ts';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { companyStamp } from '../../../scripts/demo/marks.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { sendContract, silent } from '../../flow/theatre.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectNoOverflow, expectSound, isDrawn, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage, afterCode } = useSigningRoom();

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
  await sendContract(stage);
  await signCeremony(signerOf(stage, 'director'), silent);
  await signerOf(stage, 'client').readLink();
});

/** The client’s page; all tests of this file share its link. */
async function reading(device: BrowserContextOptions): Promise<SigningPage> {
  const signing = await newPage(stage, 'client', device);
  await signing.page.goto(`${stage.api}/sign#${signing.signer.link}`);
  await signing.button(signing.texts.sign).waitFor();
  await isDrawn(signing);
  return signing;
}

const widthOfPage = ({ page }: SigningPage) =>
  page
    .locator('.pdf-page')
    .first()
    .evaluate((element) => element.getBoundingClientRect().width);

describe('every page of the ceremony', () => {
  it('says who sent the document, how to reach them, and where the privacy notice is', async () => {
    const signing = await reading(PHONE);
    const { page, texts } = signing;
    const { telephone, privacyNotice } = company.company;
    await page.getByText(/^Inviato da .+, Officine Aurora S\.r\.l\. .+@/).waitFor();
    await page.getByRole('link', { name: telephone! }).waitFor();
    const privacy = page.getByRole('link', { name: texts.contacts.privacy });
    expect(await privacy.getAttribute('href')).toBe(privacyNotice);
    await signing.press(texts.sign);
    await signing.heading(texts.terms.title).waitFor();
    await privacy.waitFor();
    await expectSound(signing);
  });
});

describe('the document', () => {
  it('is drawn page by page as it is reached, sharp on a dense screen, and counted', async () => {
    const { page, texts } = await reading(PHONE);
    const sharp = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas')!;
      return canvas.width / canvas.getBoundingClientRect().width;
    });
    expect(sharp).toBeGreaterThanOrEqual(1.9);
    const pages = await page.locator('.pdf-page').count();
    await page.getByText(texts.viewer.page(1, pages)).first().waitFor();
    await page.locator('.pdf-pages').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    await page.locator('.pdf-tools').getByText(texts.viewer.page(pages, pages)).waitFor();
  });

  it('opens as a PDF in a tab of its own, the very one that is signed', async () => {
    const signing = await reading(DESKTOP);
    const { page, texts } = signing;
    const asked = page
      .context()
      .waitForEvent('request', (one) => one.frame().page() !== page && /\.pdf/.test(one.url()));
    const opened = page.waitForEvent('popup');
    await signing.press(texts.viewer.openAsPdf);
    const pdf = await (await fetch((await asked).url())).arrayBuffer();
    const { documentSha256 } = await page.evaluate(
      (handle) => fetch(`/api/sign/${handle}`).then((response) => response.json()),
      new URL(page.url()).hash.slice(1),
    );
    expect(sha256(new Uint8Array(pdf))).toBe(documentSha256);
    await (await opened).close();
    await signing.button(texts.sign).waitFor();
  });

  it('has text that can be selected', async () => {
    const { page } = await reading(DESKTOP);
    await page.locator('.pdf-text span').first().waitFor();
    const selected = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('.pdf-text')!);
      return getSelection()!.toString();
    });
    expect(selected).toMatch(/contratto/i);
  });

  it('is zoomed by keys, by buttons and by two fingers, and fits again', async () => {
    const signing = await reading(PHONE);
    const { page, texts } = signing;
    const fitted = await widthOfPage(signing);
    await page.getByRole('region', { name: texts.viewer.document }).focus();
    await page.keyboard.press('+');
    await expect.poll(() => widthOfPage(signing)).toBeCloseTo(fitted * 1.25, 0);
    await page.keyboard.press('-');
    await expect.poll(() => widthOfPage(signing)).toBeCloseTo(fitted, 0);
    await signing.press(texts.viewer.zoomIn);
    await expect.poll(() => widthOfPage(signing)).toBeCloseTo(fitted * 1.25, 0);
    await signing.press(texts.viewer.zoomOut);
    await signing.pinch(2);
    await expect.poll(() => widthOfPage(signing)).toBeGreaterThan(fitted * 1.7);
    await isDrawn(signing);
    await expectSound(signing);
  });

  it('leads from one of my fields to the next', async () => {
    const signing = await reading(PHONE);
    const { page, texts } = signing;
    for (const label of ['taxcode', 'signdate']) {
      await signing.press(texts.fields.next);
      await expect.poll(() => page.locator(`#field-${label}`).evaluate(isInFrame)).toBe(true);
    }
    await expectSound(signing);
  });
});

function isInFrame(mark: Element): boolean {
  const frame = mark.closest('.pdf-pages')!.getBoundingClientRect();
  const { top, bottom } = mark.getBoundingClientRect();
  return top >= frame.top && bottom <= frame.bottom;
}

/** Elements wider than the text column or outside of the screen. */
const cutOff = ({ page }: SigningPage): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, h1, h2, label')]
      .filter((element) => !element.closest('.pdf-viewer, .hidden-visually, .skip'))
      .filter((element) => element.checkVisibility() && element.offsetWidth > 1)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -0.5 || right > innerWidth + 0.5;
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );

/** Touch targets smaller than `least` CSS pixels. */
const small = ({ page }: SigningPage, least: number): Promise<string[]> =>
  page.evaluate(
    (size) =>
      [...document.querySelectorAll<HTMLElement>('button, select, input:not([hidden]), summary')]
        .filter((element) => element.checkVisibility() && !element.matches('.field-mark'))
        .map((element) => element.closest<HTMLElement>('label') ?? element)
        .filter((element) => element.offsetHeight < size || element.offsetWidth < size)
        .map(
          (element) =>
            `${element.offsetWidth}×${element.offsetHeight} ${element.outerHTML.slice(0, 80)}`,
        ),
    least,
  );

const SETTINGS: Readonly<Record<string, BrowserContextOptions>> = {
  'a phone of 360 px': { ...PHONE, viewport: { width: 360, height: 640 } },
  '400 % zoom of 1280 px': { viewport: { width: 320, height: 256 } },
  'forced colours': { ...DESKTOP, forcedColors: 'active' },
  'dark mode': { ...PHONE, colorScheme: 'dark' },
  'reduced motion': { ...DESKTOP, reducedMotion: 'reduce' },
};

describe('every step', () => {
  it.each(Object.entries(SETTINGS))('can be read and used with %s', async (name, device) => {
    const own = await newStage();
    await sendContract(own);
    await signCeremony(signerOf(own, 'director'), silent);
    const client = await afterCode(own, 'client', device);
    const { texts, page } = client;
    async function check() {
      expect(await client.watched.inaccessible()).toEqual([]);
      await expectNoOverflow(client.watched);
      expect(await cutOff(client)).toEqual([]);
      expect(await small(client, name.includes('phone') || name === 'dark mode' ? 44 : 24)).toEqual(
        [],
      );
    }
    await check();
    await client.press(texts.next);
    await check();
    await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
    await page.locator('#list-signdate').fill('2026-11-24');
    await page.locator('#list-privacy').check();
    await client.press(texts.next);
    await client.heading(texts.stamp.title).waitFor();
    await check();
    await client.stamp(companyStamp());
    for (const way of ['typed', 'image', 'drawn'] as const) {
      await client.choose(way);
      await check();
    }
    for (const _ of ['stamp', 'fill', 'read']) await page.goBack();
    await client.button(texts.sign).waitFor();
    await check();
    await client.press(texts.decline);
    await page.getByRole('dialog').waitFor();
    await check();
    await expectFocusSeen(client);
  });
});

/** Expects a visible focus ring with contrast to its surroundings. */
async function expectFocusSeen({ page }: SigningPage): Promise<void> {
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(ring.outlineStyle).toBe('solid');
  expect(ring.width).toBeGreaterThanOrEqual(2);
}
