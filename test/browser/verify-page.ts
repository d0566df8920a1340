import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { WatchedPage } from './watched-page.ts';

/** The verify page as a stranger uses it. */
export class VerifyPage {
  readonly #watched: WatchedPage;

  constructor(watched: WatchedPage) {
    this.#watched = watched;
  }

  static async open(browser: Browser, device: BrowserContextOptions, locale: string) {
    return new VerifyPage(await WatchedPage.open(browser, device, locale));
  }

  get page(): Page {
    return this.#watched.page;
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async sees(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The script runs and has fetched what it needs. */
  async ready(): Promise<void> {
    await this.page.locator('input[type=file]').waitFor({ state: 'attached' });
    await this.page.waitForFunction(() => {
      const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return [/root\.der$/, /check-worker/].every((name) =>
        fetched.some((entry) => name.test(entry.name) && entry.responseEnd > 0),
      );
    });
  }

  async choose(buffer: Buffer): Promise<void> {
    const file = { name: 'contratto-firmato.pdf', mimeType: 'application/pdf', buffer };
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Lets the file go on the page, as a mouse would. */
  async drop(bytes: Buffer): Promise<void> {
    await this.page.evaluate((base64) => {
      const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([binary], 'a.pdf', { type: 'application/pdf' }));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
        );
    }, bytes.toString('base64'));
  }

  /** What the large heading says; it has the focus. */
  async verdict(): Promise<string> {
    const heading = this.page.locator('.verdict h1');
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    return heading.innerText();
  }

  async openDetails(): Promise<void> {
    for (const summary of await this.page.locator('summary').all()) await summary.click();
  }

  /** From the next page on, the browser's detector sees this in the picture of its (fake) camera. */
  async seeQrCode(rawValue: string): Promise<void> {
    await this.page.addInitScript((text) => {
      Object.assign(window, {
        BarcodeDetector: class {
          detect = async (video: HTMLVideoElement) =>
            video.videoWidth ? [{ rawValue: text }] : [];
        },
      });
    }, rawValue);
  }

  /** What has the focus after each of so many presses of Tab: element and type. */
  async tabStops(count: number): Promise<string[]> {
    const stops: string[] = [];
    for (let press = 0; press < count; press++) {
      await this.page.keyboard.press('Tab');
      stops.push(
        await this.page.evaluate(() => {
          const element = document.activeElement as HTMLInputElement;
          return `${element.tagName} ${element.type}`;
        }),
      );
    }
    return stops;
  }

  /** Nothing axe would object to, nothing the console says, nothing wider than the screen. */
  async expectSound(): Promise<void> {
    expect(await this.#watched.inaccessible()).toEqual([]);
    expect(this.#watched.complaints.filter(isComplaint)).toEqual([]);
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }

  async close(): Promise<void> {
    await this.#watched.close();
  }
}

/** Chromium prints an unknown code's 404 and a missing network, which are what is tested. */
const isComplaint = (text: string): boolean =>
  !/ERR_INTERNET_DISCONNECTED|status of 404/.test(text);
