import type { Locator } from 'playwright-core';
import type { ConsolePage } from './console-page.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Page object of the field editor. */
export class FieldsPage {
  readonly console: ConsolePage;

  constructor(console: ConsolePage) {
    this.console = console;
  }

  get page() {
    return this.console.page;
  }

  async open(id: string): Promise<void> {
    await this.console.goTo(`/envelopes/${id}/fields`);
    await this.console.heading('Dove si firma?').waitFor();
    await this.console.documentDrawn();
  }

  async chooseOwner(name: string | RegExp): Promise<void> {
    await this.page.getByRole('radio', { name }).check({ force: true });
  }

  kind(name: string): Locator {
    return this.console.button(name);
  }

  sheet(page: number): Locator {
    return this.page.locator(`.pdf-page[data-page="${page}"]`);
  }

  get summary(): Locator {
    return this.page.getByRole('alert');
  }

  async boxOf(where: Locator) {
    return (await where.boundingBox())!;
  }

  async middleOf(where: Locator): Promise<Point> {
    const { x, y, width, height } = await this.boxOf(where);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** Position of a field: page from 0, and points from the top left of it. */
  async placeOf(field: Locator) {
    const sheet = field.locator('xpath=ancestor::section[@data-page]');
    const [box, page] = [await this.boxOf(field), await this.boxOf(sheet)];
    const scale = 595.28 / page.width;
    return {
      page: Number(await sheet.getAttribute('data-page')),
      x: (box.x - page.x) * scale,
      y: (box.y - page.y) * scale,
      width: box.width * scale,
      height: box.height * scale,
    };
  }

  async hold(from: Locator, to: Point): Promise<void> {
    const { x, y } = await this.middleOf(from);
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
  }

  async drag(from: Locator, to: Point): Promise<void> {
    await this.hold(from, to);
    await this.page.mouse.up();
  }
}
