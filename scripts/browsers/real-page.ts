import { writeFileSync } from 'node:fs';
import { eventually } from '../demo/eventually.ts';
import type { Wire } from './wire.ts';

/** The key under which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A page in a real browser, used as its reader does: by what is written on it, with real events. */
export class RealPage {
  readonly #wire: Wire;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  async go(url: string): Promise<void> {
    await this.#wire.send('go', { url });
  }

  /** `body` runs as a function; what it returns comes back. */
  run<T>(body: string): Promise<T> {
    return this.#wire.send('run', { script: body, args: [] }) as Promise<T>;
  }

  /** Waits `seconds` for the button. */
  async press(button: string, seconds?: number): Promise<void> {
    const xpath = `//button[normalize-space()="${button}"][not(@aria-disabled="true")]`;
    await this.#click(xpath, seconds);
  }

  async pressId(id: string): Promise<void> {
    await this.#click(`//*[@id="${id}"]`);
  }

  async type(id: string, text: string): Promise<void> {
    const element = await this.#find(`//*[@id="${id}"]`);
    await this.#wire.send('type', { id: element, text });
  }

  async heading(text: string): Promise<void> {
    await this.#find(`//h1[normalize-space()="${text}"]`);
  }

  async hasText(text: string): Promise<boolean> {
    return this.run(`return document.body.innerText.includes(${JSON.stringify(text)})`);
  }

  /** Pixels of the first page that are dark, once there are any. */
  async inked(): Promise<number> {
    return eventually('ink on the first page', () => this.run<number>(INKED));
  }

  async picture(file: string): Promise<void> {
    writeFileSync(file, Buffer.from((await this.#wire.send('picture')) as string, 'base64'));
  }

  async #click(xpath: string, seconds?: number): Promise<void> {
    const id = await this.#find(xpath, seconds);
    await this.run(
      `document.evaluate(${JSON.stringify(xpath)}, document, null, 9).singleNodeValue
        ?.scrollIntoView({ block: 'center' })`,
    );
    await this.#wire.send('click', { id });
  }

  #find(xpath: string, seconds?: number): Promise<string> {
    const find = async () => {
      const found = this.#wire.send('find', { using: 'xpath', value: xpath });
      return ((await found.catch(() => undefined)) as Record<string, string> | undefined)?.[
        ELEMENT
      ];
    };
    return eventually(xpath, find, seconds);
  }
}

const INKED = `
  const canvas = document.querySelector('.pdf-page canvas[data-drawn]');
  if (!canvas) return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 128 && data[i] < 128) dark++;
  return dark;`;
