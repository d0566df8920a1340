import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

interface Counted {
  readonly clicks: number;
  readonly drags: number;
  readonly typed: number;
  readonly wheels: number;
}

const NONE: Counted = { clicks: 0, drags: 0, typed: 0, wheels: 0 };

/** Input events by a user; `isTrusted` excludes events made by scripts. */
function listen(): void {
  const counts = JSON.parse(sessionStorage.getItem('counts') ?? '{}');
  function add(name: string) {
    counts[name] = (counts[name] ?? 0) + 1;
    sessionStorage.setItem('counts', JSON.stringify(counts));
  }
  let from: PointerEvent | undefined;
  let field: EventTarget | null = null;
  const on = (type: string, hear: (event: never) => void) =>
    addEventListener(type, (event) => event.isTrusted && hear(event as never), true);
  on('pointerdown', (event: PointerEvent) => {
    from = event;
  });
  on('pointerup', ({ clientX, clientY }: PointerEvent) => {
    const far = from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > 8;
    add(far ? 'drags' : 'clicks');
  });
  on('input', ({ target }: InputEvent) => {
    const types = (target as HTMLElement).matches(
      'input:not([type=radio], [type=checkbox], [type=file]), textarea',
    );
    if (types && target !== field) add('typed');
    if (types) field = target;
  });
  on('wheel', () => add('wheels'));
}

/** Reloads the page and counts input from then on. */
export async function countInput(page: Page): Promise<void> {
  await page.addInitScript(listen);
  await page.reload();
}

export const counted = async (page: Page): Promise<Counted> => ({
  ...NONE,
  ...JSON.parse((await page.evaluate(() => sessionStorage.getItem('counts'))) ?? '{}'),
});

/** Finds the element at its present position on the screen, without scrolling to it. */
export async function pressIn(page: Page, one: Locator): Promise<void> {
  await one.waitFor();
  const box = (await one.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { width, height } = page.viewportSize()!;
  expect([x > 0, x < width, box.y >= 0, box.y + box.height <= height]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  await page.mouse.click(x, y);
}
