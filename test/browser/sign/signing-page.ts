import type { Locator } from 'playwright-core';
import type { SigningTexts } from '../../../scripts/browsers/signing-texts.ts';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { CODE } from '../../../scripts/demo/mailbox.ts';
import type { Signer } from '../../../scripts/demo/signer.ts';
import { focusedName, type WatchedPage } from '../watched-page.ts';

export interface PictureFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Page object of the signing page: finds elements by accessible names and headings, in the signer's language.
 */
export class SigningPage {
  readonly watched: WatchedPage;
  readonly texts: SigningTexts;
  readonly signer: Signer;

  constructor(watched: WatchedPage, texts: SigningTexts, signer: Signer) {
    this.watched = watched;
    this.texts = texts;
    this.signer = signer;
  }

  get page() {
    return this.watched.page;
  }

  async openLink(api: string): Promise<void> {
    if (!this.signer.link) await this.signer.readLink();
    await this.page.goto(`${api}/sign#${this.signer.link}`);
    await this.button(this.texts.sign).waitFor();
  }

  /** Continues this signer's session in this browser. */
  async enterSession(api: string): Promise<void> {
    const { handle, cookie } = this.signer.session;
    const [name, value] = cookie.split('=') as [string, string];
    const { hostname } = new URL(api);
    const safe = { httpOnly: true, sameSite: 'Strict' } as const;
    await this.page.context().addCookies([{ name, value, domain: hostname, path: '/', ...safe }]);
    await this.page.goto(`${api}/sign#${handle}`);
    await this.button(this.texts.sign).waitFor();
  }

  /** Waits until a page is rendered; an empty canvas is 300 pixels wide. */
  async documentDrawn(): Promise<void> {
    await this.page.waitForFunction(
      () => (document.querySelector<HTMLCanvasElement>('.pdf-page canvas')?.width ?? 0) > 300,
    );
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1, exact: true });
  }

  /** Reads, agrees, and enters the received code. */
  async toCode(): Promise<string> {
    await this.press(this.texts.sign);
    await this.press(this.texts.terms.agree);
    await this.heading(this.texts.code.title).waitFor();
    return this.newCode();
  }

  async newCode(): Promise<string> {
    const { match } = await this.signer.mailbox.next(`a code for ${this.signer.party.name}`, CODE);
    return match[0];
  }

  async confirm(code: string): Promise<void> {
    await this.enter(code);
    await this.press(this.texts.code.confirm);
  }

  async enter(code: string): Promise<void> {
    await this.page.getByLabel(this.texts.code.label).fill(code);
  }

  /** Waits until the server has stored these marks. */
  async marksKept(...kinds: readonly ('signature' | 'stamp')[]): Promise<void> {
    await eventually('the marks that are kept', async () => {
      const answer = await this.page.evaluate(
        (handle) => fetch(`/api/sign/${handle}`).then((response) => response.json()),
        new URL(this.page.url()).hash.slice(1),
      );
      return kinds.every((kind) => answer.marks?.[kind]);
    });
  }

  async stamp(png: Uint8Array): Promise<void> {
    await this.heading(this.texts.stamp.title).waitFor();
    await this.addPicture('stamp', png);
    await this.press(this.texts.next);
    await this.heading(this.texts.mark.title).waitFor();
  }

  /** Button that scrolls to a mark not yet seen. */
  get toUnseen(): Locator {
    const [before = ''] = this.texts.review.see('|', 0).split('|');
    return this.page.locator('.action-bar button', { hasText: before });
  }

  /** Scrolls to each place of a mark. */
  async seeAllMarks(): Promise<void> {
    await eventually('every mark in view', async () => {
      const signNow = this.button(this.texts.review.signNow);
      if ((await signNow.isVisible()) && (await signNow.isEnabled())) return true;
      await this.toUnseen.click({ timeout: 1_000 }).catch(() => {});
      return false;
    });
  }

  async signNow(): Promise<void> {
    await this.seeAllMarks();
    await this.press(this.texts.review.signNow);
  }

  async choose(way: 'typed' | 'drawn' | 'image'): Promise<void> {
    await this.page.getByText(this.texts.mark[way], { exact: true }).click();
  }

  /** Draws three waves by touch. */
  async drawByTouch(): Promise<void> {
    const pad = this.page.getByRole('img', { name: this.texts.mark.pad });
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly object[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
    for (const line of [0, 1, 2]) {
      const points = wave(box.x + 30, box.y + (box.height * (line + 1)) / 4, box.width - 60);
      await touch('touchStart', [points[0]!]);
      for (const point of points) await touch('touchMove', [point]);
      await touch('touchEnd', []);
    }
  }

  /** Pinch-zooms the document with two fingers. */
  async pinch(times: number): Promise<void> {
    const box = (await this.page.locator('.pdf-pages').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await this.page.context().newCDPSession(this.page);
    function touch(type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) {
      const fingers = [
        { x: x - apart / 2, y, id: 0 },
        { x: x + apart / 2, y, id: 1 },
      ];
      const touchPoints = type === 'touchEnd' ? [] : fingers;
      return session.send('Input.dispatchTouchEvent', { type, touchPoints });
    }
    await touch('touchStart', 80);
    for (let step = 1; step <= 8; step++) await touch('touchMove', 80 * times ** (step / 8));
    await touch('touchEnd', 0);
  }

  /** Draws a wave with the mouse. */
  async drawByMouse(): Promise<void> {
    const pad = this.page.getByRole('img', { name: this.texts.mark.pad });
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    const [first, ...rest] = wave(box.x + 30, box.y + box.height / 2, box.width - 60);
    await this.page.mouse.move(first!.x, first!.y);
    await this.page.mouse.down();
    for (const { x, y } of rest) await this.page.mouse.move(x, y);
    await this.page.mouse.up();
  }

  /** Number of inked pixels on the pad, or in its last two columns. */
  drawnPixels(where: 'anywhere' | 'right edge' = 'anywhere'): Promise<number> {
    return this.page.getByRole('img', { name: this.texts.mark.pad }).evaluate((element, part) => {
      const { width, height } = element as HTMLCanvasElement;
      const copy = new OffscreenCanvas(width, height).getContext('2d', {
        willReadFrequently: true,
      })!;
      copy.drawImage(element as HTMLCanvasElement, 0, 0);
      const left = part === 'right edge' ? width - 2 : 0;
      const { data } = copy.getImageData(left, 0, width - left, height);
      return data.filter((value, index) => index % 4 === 3 && value > 64).length;
    }, where);
  }

  async addPicture(id: 'signature' | 'stamp', png: Uint8Array): Promise<void> {
    await this.addFile(id, { name: `${id}.png`, type: 'image/png', bytes: png });
    await this.page.getByRole('img', { name: this.texts.mark.preview }).last().waitFor();
  }

  async addFile(id: 'signature' | 'stamp', { name, type, bytes }: PictureFile): Promise<void> {
    const file = { name, mimeType: type, buffer: Buffer.from(bytes) };
    await this.page.locator(`#${id}-file`).setInputFiles(file);
  }

  /** Moves with Tab only, like a user without a mouse, then presses Enter. */
  async tabAndEnter(name: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.evaluate(focusedName)) === name) return;
    }
    throw new Error(`the Tab key does not lead to “${name}”`);
  }
}

const wave = (x: number, y: number, width: number) =>
  Array.from({ length: 24 }, (_, step) => ({
    x: x + (step / 23) * width,
    y: y + 18 * Math.sin(step / 2),
  }));
