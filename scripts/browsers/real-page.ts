import { writeFileSync } from 'node:fs';
import { untilStill } from './until-still.ts';
import type { Wire } from './wire.ts';

/** Property under which WebDriver returns an element's id. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A page in a real browser, operated as a user would: by visible text, with real input events. */
export class RealPage {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async go(url: string): Promise<void> {
    await this.#wire.send('go', { url });
  }

  /** Runs `body` as a function in the page and returns its result. */
  run<T>(body: string): Promise<T> {
    return this.#wire.send('run', { script: body, args: [] }) as Promise<T>;
  }

  async press(button: string): Promise<void> {
    await this.#click(buttonNamed(button), await this.#wait(buttonNamed(button)));
  }

  /** Clicks the button if it is present and enabled; returns whether it was. */
  async pressIfThere(button: string): Promise<boolean> {
    const id = await this.#find(buttonNamed(button));
    if (id) await this.#click(buttonNamed(button), id);
    return id !== undefined;
  }

  async pressId(id: string): Promise<void> {
    const xpath = `//*[@id="${id}"]`;
    await this.#click(xpath, await this.#wait(xpath));
  }

  async type(id: string, text: string): Promise<void> {
    const element = await this.#wait(`//*[@id="${id}"]`);
    await this.#wire.send('type', { id: element, text });
  }

  async heading(text: string): Promise<void> {
    await this.#wait(`//h1[normalize-space()="${text}"]`);
  }

  hasText(text: string): Promise<boolean> {
    return this.run(`return document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  /** Number of dark pixels on the first page, as soon as there are any. */
  async inked(): Promise<number> {
    return this.until('ink on the first page', () => this.run<number>(INKED));
  }

  async picture(file: string): Promise<void> {
    writeFileSync(file, Buffer.from((await this.#wire.send('picture')) as string, 'base64'));
  }

  /** Waits as long as the page makes progress: only a stalled page fails, not a slow machine. */
  until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
    return untilStill(what, ask, () => this.run<string>(SIGN_OF_LIFE));
  }

  async #click(xpath: string, id: string): Promise<void> {
    await this.run(
      `document.evaluate(${JSON.stringify(xpath)}, document, null, 9).singleNodeValue
        ?.scrollIntoView({ block: 'center' })`,
    );
    await this.#wire.send('click', { id });
  }

  #wait(xpath: string): Promise<string> {
    return this.until(xpath, () => this.#find(xpath));
  }

  async #find(xpath: string): Promise<string | undefined> {
    const found = this.#wire.send('find', { using: 'xpath', value: xpath });
    return ((await found.catch(() => undefined)) as Record<string, string> | undefined)?.[ELEMENT];
  }
}

const buttonNamed = (name: string): string =>
  `//button[normalize-space()="${name}"][not(@aria-disabled="true")]`;

/** Anything that changes when the page loads, draws or sends something or changes step, but not with time. */
const SIGN_OF_LIFE = `return [
  location.href,
  document.querySelector('h1')?.textContent,
  document.querySelectorAll('[data-drawn]').length,
  performance.getEntriesByType('resource').length,
].join(' ')`;

const INKED = `
  const canvas = document.querySelector('.pdf-page canvas[data-drawn]');
  if (!canvas) return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 128 && data[i] < 128) dark++;
  return dark;`;
