import { describe, expect, it } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { sendEnvelope } from '../../../scripts/demo/drafting.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { A4_PAGE, writePdf } from '../../fixtures/write-pdf.ts';
import { silent } from '../../flow/theatre.ts';
import { drawNothing } from '../draw-nothing.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, partiesIn, useSigningRoom, type Who } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

const placed = (id: string, party: Who, kind: Field['kind'], page: number, y = 300): Field => ({
  id,
  party,
  kind,
  page,
  x: 60,
  y,
  width: kind === 'signature' ? 180 : 90,
  height: kind === 'signature' ? 56 : 50,
  label: `${id} ${kind}`,
  required: true,
});

/** Six pages: initials on the first and the fourth, the signature on the last, an optional stamp. */
const FIELDS: Field[] = [
  placed('a', 'director', 'initials', 0, 180),
  placed('b', 'director', 'initials', 3),
  placed('c', 'director', 'signature', 5),
  placed('d', 'client', 'signature', 5, 500),
  { ...placed('e', 'client', 'stamp', 5, 600), required: false },
];

async function sent(): Promise<Stage> {
  const stage = await newStage(partiesIn('en', 'en'));
  await sendEnvelope(stage, {
    fileName: 'Supply contract.pdf',
    bytes: writePdf({ pages: Array(6).fill(A4_PAGE) }),
    fields: () => FIELDS,
    ownValues: {},
  });
  return stage;
}

/** Goes through the page to the first step after the code. */
async function confirmed(stage: Stage, who: Who, device = DESKTOP, prepare?: () => void) {
  const signing = await newPage(stage, who, device);
  if (prepare) await signing.page.addInitScript(prepare);
  await signing.openLink(stage.api);
  return signing;
}

const placeOf = ({ page }: SigningPage, id: string) => page.locator(`#field-${id}`);

const inView = (signing: SigningPage, id: string) =>
  placeOf(signing, id).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && element.closest('.pdf-page')!.contains(there);
  });

describe('before one signs', () => {
  it.each([
    ['a phone', PHONE],
    ['a computer', DESKTOP],
  ])(
    'each mark is shown on the document itself, and none is signed unseen: on %s',
    async (_, device) => {
      const stage = await sent();
      const director = await confirmed(stage, 'director', device);
      const { page, texts } = director;
      await director.confirm(await director.toCode());
      await director.press(texts.next);
      await director.heading(texts.review.title).waitFor();
      for (const [id, number] of [
        ['b', 4],
        ['c', 6],
      ] as const) {
        await director.toUnseen.filter({ hasText: `page ${number}` }).waitFor();
        expect(await director.button(texts.review.signNow).count()).toBe(0);
        await expectSound(director);
        await director.toUnseen.click();
        await expect.poll(() => inView(director, id)).toBe(true);
      }
      await director.button(texts.review.signNow).waitFor();
      const title = page.getByText(texts.review.document('Supply contract', texts.review.pages(7)));
      expect(await title.count()).toBe(1);
      const binding = texts.review.binding('Supply contract', texts.review.pages(7));
      expect(await page.locator('#binding').textContent()).toBe(binding);
      const button = director.button(texts.review.signNow);
      expect(await button.getAttribute('aria-describedby')).toBe('binding');
      await expectSound(director);
      await button.dispatchEvent('click', { detail: 2 });
      expect(await page.locator('#binding').textContent()).toBe(binding);
      await button.click();
      await director.heading(texts.done.waitingTitle).waitFor();
    },
    120_000,
  );

  it('a document that cannot be drawn is said in words: what goes where', async () => {
    const stage = await sent();
    const director = await confirmed(stage, 'director', PHONE, drawNothing);
    const { page, texts } = director;
    const opened = page.waitForEvent('popup');
    await director.press(texts.viewer.openAsPdf);
    await (await opened).close();
    await director.confirm(await director.toCode());
    await director.press(texts.next);
    await director.heading(texts.review.title).waitFor();
    await page.getByText(texts.review.inWords).waitFor();
    await page.getByText(texts.review.where('1 and 4')).waitFor();
    await page.getByText(texts.review.where('6')).waitFor();
    await director.signNow();
    await director.heading(texts.done.waitingTitle).waitFor();
  });
});

describe('a stamp that may be left out', () => {
  it('is said before the code, asked for before the signature, and left out without a trace', async () => {
    const stage = await sent();
    await signCeremony(signerOf(stage, 'director'), silent);
    const client = await confirmed(stage, 'client', PHONE);
    const { page, texts } = client;
    await page.getByText(texts.stampAsked.optional).waitFor();
    await client.confirm(await client.toCode());
    await client.press(texts.copy.none);
    await client.heading(texts.stamp.title).waitFor();
    await page.getByText(texts.stamp.optional).waitFor();
    await expectSound(client);
    await client.press(texts.stamp.without);
    await client.heading(texts.mark.title).waitFor();
    await client.press(texts.next);
    await page.getByText(texts.review.stampLeftOut).waitFor();
    expect(await placeOf(client, 'e').count()).toBe(0);
    await client.signNow();
    await client.heading(texts.done.title).waitFor();
  });
});

describe('while others still sign', () => {
  it('who has signed reads the document again, with the own signature, and takes it along', async () => {
    const stage = await sent();
    const director = await confirmed(stage, 'director', PHONE);
    const { page, texts } = director;
    await director.confirm(await director.toCode());
    await director.press(texts.next);
    await director.signNow();
    await director.heading(texts.done.waitingTitle).waitFor();
    await page.getByText(texts.done.withMine).waitFor();
    await director.press(texts.done.reread);
    await expect.poll(() => inkAt(director)).toBeGreaterThan(20);
    await expectSound(director);
    const download = page.waitForEvent('download');
    await director.press(texts.done.download);
    expect((await download).suggestedFilename()).toBe('Supply contract.pdf');
    await stage.desk.advance(31 * 60_000);
    await page.getByText(texts.done.withoutMine).waitFor();
    await expect.poll(() => inkAt(director)).toBe(0);
    await expectSound(director);
  });
});

/** Dark pixels within the initials' field on the first page. */
const inkAt = ({ page }: SigningPage): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(
      '.pdf-page[data-page="0"] canvas[data-drawn]',
    );
    if (!canvas) return -1;
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(canvas, 0, 0);
    const scale = width / 595;
    const [x, y, w, h] = [60, 180, 90, 50].map((points) => Math.round(points * scale)) as [
      number,
      number,
      number,
      number,
    ];
    const { data } = copy.getImageData(x, y, w, h);
    return data.filter((value, index) => index % 4 === 0 && value < 160).length;
  });
