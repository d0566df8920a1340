import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { WatchedPage } from '../watched-page.ts';

/** Page object of the verify page. */
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

  /** Waits until the script runs and has loaded its data. */
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

  async chooseFrom(path: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(path);
  }

  /** Drops the file on the page. */
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

  /** Text of the main heading, which has the focus. */
  async verdict(): Promise<string> {
    const heading = this.page.locator('.verdict h1');
    await heading.waitFor();
    await this.page.waitForFunction(() => document.activeElement?.matches('.verdict h1'));
    return heading.innerText();
  }

  async openDetails(): Promise<void> {
    for (const summary of await this.page.locator('summary').all()) await summary.click();
  }

  /** Element and type of the focus after each of this many presses of Tab. */
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

  /** Expects no axe violations, no browser messages and no horizontal overflow. */
  async expectSound(expected = /^$/): Promise<void> {
    expect(await this.#watched.inaccessible()).toEqual([]);
    const complaints = this.#watched.complaints.filter(isComplaint);
    expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
    const overflow = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }

  async close(): Promise<void> {
    await this.#watched.close();
  }
}

/** Chromium logs failed requests, which the offline test causes on purpose. */
const isComplaint = (text: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(text);
