import { beforeAll, describe, expect, it } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { companyStamp, drawnSignature } from '../../../scripts/demo/marks.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract, silent } from '../../flow/theatre.ts';
import { empty, heic, photo, renamed, transparent, turnedPhoto, webp, white } from '../pictures.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import type { PictureFile, SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, afterCode } = useSigningRoom();

async function director(device = DESKTOP): Promise<SigningPage> {
  const stage = await newStage();
  await sendContract(stage);
  return afterCode(stage, 'director', device);
}

/** Simulates Firefox's `resistFingerprinting`. */
const READ_NOISE = `CanvasRenderingContext2D.prototype.getImageData = (x, y, width, height) => {
  const image = new ImageData(width, height);
  crypto.getRandomValues(new Uint8Array(image.data.buffer).subarray(0, 65536));
  return image;
}`;
const ENCODE_NOISE = `{
  const encode = HTMLCanvasElement.prototype.toDataURL;
  HTMLCanvasElement.prototype.toDataURL = function (...how) {
    const copy = Object.assign(document.createElement('canvas'), { width: this.width, height: this.height });
    const image = new ImageData(this.width, this.height);
    crypto.getRandomValues(new Uint8Array(image.data.buffer).subarray(0, 65536));
    copy.getContext('2d').putImageData(image, 0, 0);
    return encode.apply(copy, how);
  };
}`;

const previewOf = ({ page, texts }: SigningPage) =>
  page.getByRole('img', { name: texts.mark.preview });

/** Size of the preview and its share of transparent pixels. */
const looks = (signing: SigningPage) =>
  previewOf(signing).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const clear = data.filter((value, index) => index % 4 === 3 && value < 16).length;
    return { width, height, clear: clear / (data.length / 4) };
  });

async function signs(signing: SigningPage): Promise<void> {
  await signing.press(signing.texts.next);
  await signing.press(signing.texts.review.signNow);
  await signing.heading(signing.texts.done.waitingTitle).waitFor();
}

describe('a picture as a signature', () => {
  it('is turned, cut, freed of its paper, and shown as it will be', async () => {
    const signing = await director(PHONE);
    const { texts, page } = signing;
    await signing.choose('image');
    await signing.addFile('signature', photo(800, 400));
    await previewOf(signing).waitFor();
    await expect.poll(() => looks(signing)).toMatchObject({ width: 800, height: 400 });
    await expect.poll(async () => (await looks(signing)).clear).toBeGreaterThan(0.8);
    await page.getByLabel(texts.mark.removeBackground).uncheck();
    await expect.poll(async () => (await looks(signing)).clear).toBe(0);
    await page.getByLabel(texts.mark.removeBackground).check();
    await signing.press(texts.mark.rotate);
    await expect.poll(() => looks(signing)).toMatchObject({ width: 400, height: 800 });
    await page.getByText(texts.mark.crop).click();
    await page.getByLabel(texts.mark.cropSides.left).fill('25');
    await expect.poll(() => looks(signing)).toMatchObject({ width: 300, height: 800 });
    await expectSound(signing);
    await signs(signing);
  });

  it('is upright as the camera meant it, small however large it was, and of any kind the browser knows', async () => {
    const signing = await director();
    await signing.choose('image');
    const sizes: [PictureFile, number, number][] = [
      [photo(4000, 3000), 1400, 1050],
      [turnedPhoto(600, 300), 300, 600],
      [transparent(500, 200), 500, 200],
      [webp(320, 160), 320, 160],
    ];
    for (const [file, width, height] of sizes) {
      await signing.addFile('signature', file);
      await expect.poll(() => looks(signing)).toMatchObject({ width, height });
      await expect.poll(async () => (await looks(signing)).clear).toBeGreaterThan(0.8);
    }
    await signs(signing);
  });

  it('that cannot be one is refused with a sentence, and another may be chosen', async () => {
    const signing = await director();
    const { texts, page } = signing;
    await signing.choose('image');
    const refused: [PictureFile, string][] = [
      [heic(), texts.mark.notImage],
      [renamed(), texts.mark.notImage],
      [photo(1, 1), texts.mark.tooSmall],
      [empty(300, 100), texts.mark.blank],
      [white(300, 100), texts.mark.blank],
    ];
    for (const [file, sentence] of refused) {
      await signing.addFile('signature', file);
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    }
    await signing.press(texts.next);
    await page.getByRole('heading', { name: texts.errorsTitle }).waitFor();
    await expectSound(signing);
    await signing.addPicture('signature', drawnSignature());
    await signs(signing);
  });

  it('is photographed with the computer’s own camera', async () => {
    const signing = await director();
    const { texts, page } = signing;
    await signing.choose('image');
    await signing.press(texts.mark.camera);
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: texts.mark.shoot })
      .and(page.locator(':not([aria-disabled])'))
      .waitFor();
    await expectSound(signing);
    await dialog.getByRole('button', { name: texts.mark.shoot }).click();
    await previewOf(signing).waitFor();
    await expect.poll(async () => (await looks(signing)).width).toBeGreaterThan(300);
    await page.getByLabel(texts.mark.removeBackground).uncheck();
    await expectSound(signing);
    await signs(signing);
  });
});

describe('a signature in a browser that fills pictures with noise', () => {
  it.each([
    ['what is read back from a canvas', READ_NOISE],
    ['what is encoded from it', ENCODE_NOISE],
  ])('is not drawn where that is %s, and says what to do', async (_, script) => {
    const signing = await director();
    const { texts, page } = signing;
    await page.evaluate(script);
    for (const way of ['drawn', 'image'] as const) {
      await signing.choose(way);
      await page.getByRole('alert').filter({ hasText: texts.mark.canvasAltered }).waitFor();
      expect(await page.getByRole('img', { name: texts.mark.pad }).count()).toBe(0);
    }
    await expectSound(signing);
    await signing.choose('typed');
    await signs(signing);
  });
});

describe('a drawn signature', () => {
  it('outlives the phone being turned in the middle, can be undone and cleared', async () => {
    const signing = await director(PHONE);
    const { texts, page } = signing;
    await signing.choose('drawn');
    await signing.drawByTouch();
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(() => signing.drawnPixels()).toBeGreaterThan(50);
    await signing.drawByTouch();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => signing.drawnPixels('right edge')).toBe(0);
    const all = await signing.drawnPixels();
    await signing.press(texts.mark.undo);
    await expect.poll(() => signing.drawnPixels()).toBeLessThan(all);
    await expectSound(signing);
    await signing.press(texts.mark.clear);
    await expect.poll(() => signing.drawnPixels()).toBe(0);
    await signing.press(texts.next);
    await page.getByRole('heading', { name: texts.errorsTitle }).waitFor();
    await signing.drawByTouch();
    await signs(signing);
  });

  it('is kept while another way is tried', async () => {
    const signing = await director();
    await signing.choose('drawn');
    await signing.drawByMouse();
    const drawn = await signing.drawnPixels();
    await signing.choose('typed');
    await signing.choose('drawn');
    // Anti-aliased edges may be counted either way.
    await expect.poll(() => signing.drawnPixels()).toBeCloseTo(drawn, -1);
  });
});

describe('a company’s stamp', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await newStage();
    await sendContract(stage);
    await signCeremony(signerOf(stage, 'director'), silent);
  });

  it('is asked for, photographed or uploaded, and may be taken away again', async () => {
    const client = await afterCode(stage, 'client', DESKTOP);
    const { texts, page } = client;
    await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
    await page.locator('#list-signdate').fill('2026-11-24');
    await page.locator('#list-privacy').check();
    await client.press(texts.next);
    await client.heading(texts.stamp.title).waitFor();
    await page.getByText(texts.stamp.required).waitFor();
    await client.press(texts.next);
    await page.getByRole('link', { name: texts.stamp.missing }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('stamp');
    await expectSound(client);
    await client.addPicture('stamp', companyStamp());
    await client.press(texts.mark.remove);
    expect(await previewOf(client).count()).toBe(0);
    await client.press(texts.mark.camera);
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: texts.mark.shoot })
      .and(page.locator(':not([aria-disabled])'))
      .click();
    await previewOf(client).waitFor();
    await page.getByLabel(texts.mark.removeBackground).uncheck();
    await client.press(texts.next);
    await client.heading(texts.mark.title).waitFor();
    await page.locator('#typed-name').press('ControlOrMeta+a');
    await page.locator('#typed-name').pressSequentially('Paola Verdi Neri');
    expect(await page.locator('#typed-name').inputValue()).toBe('Paola Verdi Neri');
    await client.press(texts.next);
    await page.getByRole('img', { name: texts.review.stamp, exact: true }).waitFor();
    await expectSound(client);
  });
});
