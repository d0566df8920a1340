import { beforeAll, describe, expect, it } from 'vitest';
import { sendEnvelope } from '../../../scripts/demo/drafting.ts';
import { fieldsAtTheEnd, OWN_VALUES } from '../../../scripts/demo/fields.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { PICTURE, TEXT, withBrokenPicture } from '../../fixtures/broken-picture.ts';
import { A4_PAGE, writePdf } from '../../fixtures/write-pdf.ts';
import { drawNothing } from '../draw-nothing.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectNoOverflow, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

async function sent(bytes: Uint8Array): Promise<{ stage: Stage; id: string }> {
  const stage = await newStage();
  const paper = { fileName: 'contratto.pdf', bytes, fields: fieldsAtTheEnd, ownValues: OWN_VALUES };
  const id = await sendEnvelope(stage, paper);
  await signerOf(stage, 'director').readLink();
  return { stage, id };
}

/** The director's page, after `prepare` has disabled a browser feature. */
async function reading(
  stage: Stage,
  prepare: (signing: SigningPage) => Promise<unknown> = async () => {},
  device = PHONE,
): Promise<SigningPage> {
  const signing = await newPage(stage, 'director', device);
  await prepare(signing);
  await signing.page.goto(`${stage.api}/sign#${signing.signer.link}`);
  await signing.button(signing.texts.sign).waitFor();
  return signing;
}

async function mayGoOn({ page, texts }: SigningPage): Promise<boolean> {
  const sign = page.getByRole('button', { name: texts.sign, exact: true });
  return (await sign.getAttribute('aria-disabled')) === null;
}

/** Expects a message, a blocked "continue", and that opening the PDF unblocks it. */
async function expectWayByPdf(signing: SigningPage, sentence: string): Promise<void> {
  const { page, texts, watched } = signing;
  await page.getByText(sentence).waitFor();
  expect(await mayGoOn(signing)).toBe(false);
  await expectWithoutScrolling(signing, sentence);
  expect(await watched.inaccessible()).toEqual([]);
  await expectNoOverflow(watched);
  const opened = page.waitForEvent('popup');
  await signing.press(texts.viewer.openAsPdf);
  await (await opened).close();
  await page.waitForFunction((name) => document.activeElement?.textContent === name, texts.sign);
  await signing.press(texts.sign);
  await signing.heading(texts.terms.title).waitFor();
}

/** The reason and the remedy must be visible beside the disabled button. */
async function expectWithoutScrolling(signing: SigningPage, sentence: string): Promise<void> {
  const { page, texts } = signing;
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const { height } = page.viewportSize()!;
  const boxes = await Promise.all(
    [
      page.getByText(sentence),
      signing.button(texts.viewer.openAsPdf),
      signing.button(texts.sign),
    ].map((part) => part.boundingBox()),
  );
  for (const box of boxes) expect(box!.y + box!.height).toBeLessThanOrEqual(height);
  const [why, , sign] = boxes;
  expect(sign!.y - (why!.y + why!.height)).toBeLessThan(100);
}

const timeline = async ({ employee }: Stage, id: string) =>
  (await employee.show(id)).timeline
    .filter(({ type }) => type === 'opened')
    .map(({ facts }) => facts.shown ?? 'link');

describe('a document that is drawn', () => {
  it('lets one go on, and the ledger says that it was drawn', async () => {
    const { stage, id } = await sent(writePdf({ pages: [A4_PAGE, A4_PAGE, A4_PAGE] }));
    const signing = await reading(stage);
    await signing.press(signing.texts.sign);
    await signing.heading(signing.texts.terms.title).waitFor();
    expect(await timeline(stage, id)).toEqual(['link', 'drawn']);
    await signing.page.reload();
    await signing.heading(signing.texts.terms.title).waitFor();
  });

  it('may have an empty page and a white one', async () => {
    for (const content of ['', '1 g 0 0 595 842 re f']) {
      const { stage } = await sent(writePdf({ content }));
      const signing = await reading(stage, undefined, DESKTOP);
      await signing.press(signing.texts.sign);
      await signing.heading(signing.texts.terms.title).waitFor();
    }
  });
});

describe('a document that is not drawn, or only in part', () => {
  let stage: Stage;
  let id: string;
  beforeAll(async () => {
    ({ stage, id } = await sent(writePdf({ pages: [A4_PAGE, A4_PAGE, A4_PAGE], content: TEXT })));
  });

  it('is opened as a PDF where the canvas stays empty though pdf.js is content', async () => {
    const signing = await reading(stage, ({ page }) => page.addInitScript(drawNothing));
    const { texts, page } = signing;
    await page.getByText(texts.viewer.undrawn.not).first().waitFor();
    await expectWayByPdf(signing, texts.seen.pages('1 e 3'));
    expect(await timeline(stage, id)).toEqual(['link', 'pdf']);
  });

  it('is opened as a PDF where the worker does not start', async () => {
    const own = await sent(writePdf());
    const signing = await reading(own.stage, ({ page }) =>
      page.route('**/assets/*worker*', (route) => route.abort('connectionrefused')),
    );
    await expectWayByPdf(signing, signing.texts.seen.document);
  });

  it('says on which page a picture is missing, and shows the rest', async () => {
    const own = await sent(withBrokenPicture(`${TEXT} ${PICTURE}`));
    const signing = await reading(own.stage);
    const { texts, page } = signing;
    await page.getByText(texts.viewer.undrawn.partly).first().waitFor();
    expect(await page.locator('canvas[data-drawn="partly"]').count()).toBeGreaterThan(0);
    await expectWayByPdf(signing, texts.seen.pages('1 e 3'));
  });

  it('shows what comes after an error in a page, and says that it may not be whole', async () => {
    const own = await sent(withBrokenPicture(`/Nothing Do 1 0 0 rg 0 0 595 842 re f ${TEXT}`));
    const signing = await reading(own.stage);
    await signing.page.locator('canvas[data-drawn="partly"]').first().waitFor();
    await expectWayByPdf(signing, signing.texts.seen.pages('1 e 3'));
  });

  it('leaves no worker behind on the page that has ended', async () => {
    const own = await sent(withBrokenPicture(`/Nothing Do ${TEXT}`));
    const signing = await reading(own.stage);
    await signing.page.locator('canvas[data-drawn="partly"]').first().waitFor();
    expect(signing.page.workers().length).toBe(2);
    await signing.page.evaluate(() => {
      location.hash = 'cut';
    });
    await signing.heading(signing.texts.ended.cut.title).waitFor();
    await expect.poll(() => signing.page.workers().length).toBe(0);
  });
});

it('a page too large for the device is drawn smaller', async () => {
  const { stage } = await sent(writePdf({ content: TEXT }));
  const signing = await reading(stage, ({ page }) => page.addInitScript(takeSmallCanvasesOnly));
  const canvas = signing.page.locator('canvas[data-drawn="whole"]').first();
  await canvas.waitFor();
  expect(
    await canvas.evaluate(({ width, height }: HTMLCanvasElement) => width * height),
  ).toBeLessThan(700_000);
  await signing.press(signing.texts.sign);
  await signing.heading(signing.texts.terms.title).waitFor();
});

/** Runs in the page: canvases fail, as on a phone without enough memory. */
function takeSmallCanvasesOnly(): void {
  const all = CanvasRenderingContext2D.prototype;
  for (const name of ['fillRect', 'fill', 'stroke', 'fillText', 'drawImage'] as const) {
    const draw = all[name] as (...given: readonly unknown[]) => void;
    Object.defineProperty(all, name, {
      value(this: CanvasRenderingContext2D, ...given: readonly unknown[]) {
        if (this.canvas.width * this.canvas.height < 700_000) draw.apply(this, [...given]);
      },
    });
  }
}
