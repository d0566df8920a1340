import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESKTOP, PHONE, WatchedPage } from '../../test/browser/watched-page.ts';

export type Device = '390' | '1280';

const DEVICES: Readonly<Record<Device, BrowserContextOptions>> = { 390: PHONE, 1280: DESKTOP };

/** Screenshots named after the page's state and the width. */
export class Album {
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #device: Device;
  #taken = 0;

  constructor(browser: Browser, folder: string, device: Device) {
    this.#browser = browser;
    this.#folder = join(folder, device);
    this.#device = device;
    mkdirSync(this.#folder, { recursive: true });
  }

  async page(locale: string, more: BrowserContextOptions = {}): Promise<WatchedPage> {
    return WatchedPage.open(this.#browser, { ...DEVICES[this.#device], ...more }, locale);
  }

  /** The visible area, or the whole page. */
  async take(page: Page, state: string, fullPage = false): Promise<void> {
    await page.waitForTimeout(350);
    this.#taken += 1;
    const number = String(this.#taken).padStart(2, '0');
    await page.screenshot({ path: join(this.#folder, `${number}-${state}.png`), fullPage });
  }
}
