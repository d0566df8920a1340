import type { Locator } from 'playwright-core';
import { CODE, LINK } from '../../scripts/demo/mailbox.ts';
import type { Signer } from '../../scripts/demo/signer.ts';
import type { Texts } from '../../web/sign/texts/texts.ts';
import { focusedName, type WatchedPage } from './watched-page.ts';

/** The signing page as its reader sees it: by names and headings, in the reader's language. */
export class SigningPage {
  readonly watched: WatchedPage;
  readonly texts: Texts;
  readonly signer: Signer;

  constructor(watched: WatchedPage, texts: Texts, signer: Signer) {
    this.watched = watched;
    this.texts = texts;
    this.signer = signer;
  }

  get page() {
    return this.watched.page;
  }

  async openLink(api: string): Promise<void> {
    const { match } = await this.signer.mailbox.next(`a link for ${this.signer.party.name}`, LINK);
    await this.page.goto(`${api}/sign#${match[1]}`);
    await this.button(this.texts.sign).waitFor();
  }

  /** Until a page of the document is drawn: a canvas has 300 pixels by itself. */
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

  /** Reads, agrees, and answers the code that arrives. */
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
    await this.page.getByLabel(this.texts.code.label).fill(code);
    await this.press(this.texts.code.confirm);
  }

  async choose(way: 'typed' | 'drawn' | 'image'): Promise<void> {
    await this.page.getByText(this.texts.mark[way], { exact: true }).click();
  }

  /** Three waves with a finger. */
  async drawByTouch(): Promise<void> {
    const pad = this.page.getByRole('img', { name: this.texts.mark.pad });
    await pad.scrollIntoViewIfNeeded();
    const box = (await pad.boundingBox())!;
    const session = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: object[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints } as never);
    for (const line of [0, 1, 2]) {
      const points = wave(box.x + 30, box.y + 40 + line * 20, box.width - 60);
      await touch('touchStart', [points[0]!]);
      for (const point of points) await touch('touchMove', [point]);
      await touch('touchEnd', []);
    }
  }

  async addPicture(id: 'signature' | 'stamp', png: Uint8Array): Promise<void> {
    const file = { name: `${id}.png`, mimeType: 'image/png', buffer: Buffer.from(png) };
    await this.page.locator(`#${id}-file`).setInputFiles(file);
    await this.page.getByRole('img', { name: this.texts.mark.preview }).last().waitFor();
  }

  /** By the Tab key alone, as someone without a mouse; then Enter. */
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

function wave(x: number, y: number, width: number) {
  return Array.from({ length: 24 }, (_, step) => ({
    x: x + (step / 23) * width,
    y: y + 18 * Math.sin(step / 2),
  }));
}
