import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe holds to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** A person at a browser. Whatever the page's policy forbids, or throws, is remembered. */
export class Visitor {
  readonly page: Page;
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(`error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text()))
        this.faults.push(`policy: ${message.text()}`);
    });
  }

  static async open(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'it-IT', ...options });
    return new Visitor(await context.newPage());
  }

  /** Throws if axe finds anything on the page as it stands. */
  async expectAccessible(): Promise<void> {
    await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(
      async (rules) => {
        const { axe } = window as unknown as {
          axe: { run: (where: Document, options: object) => Promise<{ violations: Violation[] }> };
        };
        const found = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
        return found.violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
        }));
      },
      RULES as unknown as string[],
    );
    expect(violations).toEqual([]);
  }
}

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}
