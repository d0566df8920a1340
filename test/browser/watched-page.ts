import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** WCAG 2.2 AA and axe's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** A page in its own browser profile; all browser messages are collected. */
export class WatchedPage {
  readonly page: Page;
  readonly #complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, device: BrowserContextOptions, locale: string) {
    const context = await browser.newContext({ ...device, locale, timezoneId: 'Europe/Rome' });
    return WatchedPage.in(await context.newPage());
  }

  /** Another tab in the same profile. */
  static async in(page: Page): Promise<WatchedPage> {
    const watched = new WatchedPage(page);
    page.setDefaultTimeout(60_000);
    page.on('console', (message) => watched.#hear(message));
    page.on('pageerror', (error) => watched.#complaints.push(`exception: ${error.stack}`));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        console.error(`policy: ${effectiveDirective} forbids ${blockedURI}`),
      );
    });
    return watched;
  }

  /** Drops messages that the test caused on purpose, such as a failed request. */
  forgive(caused: RegExp): void {
    const left = this.#complaints.filter((complaint) => !caused.test(complaint));
    this.#complaints.splice(0, Infinity, ...left);
  }

  async anotherTab(): Promise<WatchedPage> {
    return WatchedPage.in(await this.page.context().newPage());
  }

  /** Messages so far: browser console, content security policy, exceptions. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** Axe violations of the current page, with their elements. */
  async inaccessible(): Promise<string[]> {
    await this.page.evaluate(AXE);
    // Excluded: content under a bar becomes visible by scrolling or focus, but axe counts it as hidden.
    await this.page.evaluate(() => {
      for (const bar of document.querySelectorAll<HTMLElement>('.step-actions'))
        bar.style.position = 'static';
    });
    const { violations } = await this.page.evaluate<AxeResults, string[]>(
      (rules) =>
        (window as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
          runOnly: rules,
        }),
      RULES,
    );
    await this.page.evaluate(() => {
      for (const bar of document.querySelectorAll<HTMLElement>('.step-actions'))
        bar.style.position = '';
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** A refusal by the API is expected behaviour, though the browser logs it as an error. */
  #hear(message: ConsoleMessage): void {
    const refusal = /status of 4\d\d/.test(message.text());
    if (refusal && message.location().url.includes('/api/')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      this.#complaints.push(`${message.type()}: ${message.text()}`);
  }
}

/** Runs in the page: accessible name of the focused element. */
export function focusedName(): string {
  const focused = document.activeElement as HTMLInputElement | null;
  const label = focused?.labels?.[0]?.textContent ?? focused?.textContent;
  return focused?.getAttribute('aria-label') ?? label?.trim() ?? '';
}
