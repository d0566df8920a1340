import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Employee, EnvelopeFacts } from '../../../scripts/demo/employee.ts';
import type { PrivateTarget } from '../../../scripts/demo/private-target.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { stageOn, useTarget } from '../../flow/theatre.ts';
import { launchBrowser } from '../launch-browser.ts';
import { DESKTOP, focusedName, WatchedPage } from '../watched-page.ts';

export const CONTRACT = new URL('../../fixtures/contratto.pdf', import.meta.url).pathname;

function party(id: string, role: Party['role'], turn: number, name: string): Party {
  const address = `${name.toLowerCase().replace(' ', '.')}@example.com`;
  return { id, role, turn, name, channel: { kind: 'email', address }, language: 'it' };
}

/** The company's signer and the client of most drafts here. */
export const DIRECTOR = party('p1', 'director', 0, 'Giulia Rinaldi');
export const CLIENT = party('p2', 'client', 1, 'Paola Verdi');

export const signatureOf = ({ id }: Party, y: number, page = 0): Field => ({
  ...{ id: `s${id}`, party: id, kind: 'signature', label: 'Firma', required: true },
  ...{ page, x: 80, y, width: 180, height: 56 },
});

/** Page object of the console in Italian. */
export class ConsolePage {
  readonly watched: WatchedPage;
  readonly #api: string;

  private constructor(watched: WatchedPage, api: string) {
    this.watched = watched;
    this.#api = api;
  }

  static async open(browser: Browser, api: string, device: BrowserContextOptions = DESKTOP) {
    return new ConsolePage(await WatchedPage.open(browser, device, 'it-IT'), api);
  }

  /** Opens the console in an existing tab. */
  static in(watched: WatchedPage, api: string): ConsolePage {
    return new ConsolePage(watched, api);
  }

  get page() {
    return this.watched.page;
  }

  /** Opens a page of the console, such as `/new`. */
  async goTo(place = '/'): Promise<void> {
    await this.page.goto(`${this.#api}/console#${place}`);
  }

  async signIn(place = '/', who: RegExp = /Giulia Rinaldi/): Promise<void> {
    await this.goTo(place);
    await this.button('Accedi').click();
    await this.page.getByRole('button', { name: who }).click();
    await this.page.getByRole('navigation', { name: 'Sezioni' }).waitFor();
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 1, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async choose(name: string, bytes: Uint8Array | string): Promise<void> {
    const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
    await this.page.setInputFiles('input[type=file]', file);
  }

  /** Drags a file from the desktop onto the drop zone. */
  async drop(name: string, bytes: Uint8Array | string): Promise<void> {
    const base64 = Buffer.from(bytes).toString('base64');
    const transfer = await this.page.evaluateHandle(
      ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64!), (one) => one.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], name!));
        return transfer;
      },
      [name, base64],
    );
    for (const type of ['dragover', 'drop'])
      await this.page.dispatchEvent('.drop', type, { dataTransfer: transfer });
  }

  /** Pages are rendered when they come into view; an empty canvas is 300 pixels wide. */
  async documentDrawn(): Promise<void> {
    await this.page.locator('.pdf-viewer').scrollIntoViewIfNeeded();
    await this.page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas');
      return canvas && canvas.width !== 300;
    });
  }

  /** Waits, because an element gets the focus only after it is rendered. */
  async expectFocus(one: Locator): Promise<void> {
    await expect
      .poll(() => one.evaluate((element) => element === document.activeElement))
      .toBe(true);
  }

  /** Moves the focus with Tab to the element with this accessible name. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses++) {
      await this.page.keyboard.press('Tab');
      if ((await this.page.evaluate(focusedName)) === name) return;
    }
    throw new Error(`the Tab key does not lead to “${name}”`);
  }

  /** CSS pixels by which the page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Expects no axe violations and no horizontal overflow. */
  async expectSound(): Promise<void> {
    expect(await this.watched.inaccessible()).toEqual([]);
    expect(await this.overflow()).toBe(0);
  }
}

interface Desk {
  readonly target: PrivateTarget;
  /** Signed in as Giulia Rinaldi. */
  readonly sender: ConsolePage;
  readonly browser: Browser;
  /** The same person as an API client. */
  readonly employee: Employee;
}

/** A local target and a signed-in sender for a test file; a message on the browser console fails the test. */
export function useDesk({ signedIn = true } = {}): Desk {
  const target = useTarget();
  const desk = { target } as { -readonly [K in keyof Desk]: Desk[K] };
  beforeAll(async () => {
    desk.browser = await launchBrowser();
    desk.employee = (await stageOn(target)).employee;
    desk.sender = await ConsolePage.open(desk.browser, target.api);
    if (signedIn) await desk.sender.signIn();
  });
  afterAll(() => desk.browser.close());
  afterEach(() => expect(desk.sender.watched.complaints).toEqual([]));
  return desk;
}

/** A draft with a document, and with fields if given. */
export async function makeDraft(
  employee: Employee,
  facts: Partial<EnvelopeFacts> = {},
  fields: readonly Field[] = [],
): Promise<string> {
  const parties = [DIRECTOR, CLIENT];
  const id = await employee.create({ title: 'Contratto', language: 'it', parties, ...facts });
  await employee.upload(id, 'contratto.pdf', new Uint8Array(readFileSync(CONTRACT)));
  if (fields.length > 0) await employee.place(id, fields);
  return id;
}
