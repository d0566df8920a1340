import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';

const AXE = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** WCAG 2.2 AA and what axe holds to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** A page in a browser profile of its own, whose every complaint is kept. */
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

  /** In the same profile: another tab. */
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

  /** Takes back what a test itself has caused, such as a request that it let fail. */
  forgive(caused: RegExp): void {
    const left = this.#complaints.filter((complaint) => !caused.test(complaint));
    this.#complaints.splice(0, Infinity, ...left);
  }

  async anotherTab(): Promise<WatchedPage> {
    return WatchedPage.in(await this.page.context().newPage());
  }

  /** What the console, the policy and exceptions said so far. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** What axe finds on the page as it stands; each with the elements it is about. */
  async inaccessible(): Promise<string[]> {
    await this.page.evaluate(AXE);
    // What a bar at the foot covers comes out by scrolling, and when it gets the focus; axe holds it lost.
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

  /** A refusal of the API is an answer, though the browser prints it as an error. */
  #hear(message: ConsoleMessage): void {
    const refusal = /status of 4\d\d/.test(message.text());
    if (refusal && message.location().url.includes('/api/')) return;
    if (message.type() === 'error' || message.type() === 'warning')
      this.#complaints.push(`${message.type()}: ${message.text()}`);
  }
}

/** In the page: what has the focus, by the name that a screen reader says. */
export function focusedName(): string {
  const focused = document.activeElement as HTMLInputElement | null;
  const label = focused?.labels?.[0]?.textContent ?? focused?.textContent;
  return focused?.getAttribute('aria-label') ?? label?.trim() ?? '';
}
