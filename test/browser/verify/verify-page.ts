import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { WatchedPage } from '../watched-page.ts';

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

  async chooseFrom(path: string): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(path);
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
    await this.page.waitForFunction(() => document.activeElement?.matches('.verdict h1'));
    return heading.innerText();
  }

  async openDetails(): Promise<void> {
    for (const summary of await this.page.locator('summary').all()) await summary.click();
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

  /** Nothing axe would object to, nothing else the console says, nothing wider than the screen. */
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

/** Chromium prints a missing network, which is what is tested. */
const isComplaint = (text: string): boolean => !/ERR_INTERNET_DISCONNECTED/.test(text);
