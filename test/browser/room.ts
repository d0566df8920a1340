import type { Page } from 'playwright-core';

export interface Room {
  /** The part of the window's height that shows the document, not covered by bars. */
  readonly share: number;
  /** Lines of its text that are seen whole. */
  readonly lines: number;
  /** CSS pixels that a line is high. */
  readonly lineHeight: number;
}

/** What of the document is seen as the page stands. */
export const roomOf = (page: Page): Promise<Room> =>
  page.evaluate(() => {
    const frame = document.querySelector('.pdf-pages')!;
    const { left, width } = frame.getBoundingClientRect();
    const isDocument = (x: number, y: number) =>
      document.elementFromPoint(x, y)?.closest('.pdf-pages') === frame;
    const rows = Array.from({ length: innerHeight }, (_, y) => y + 0.5);
    const seen = rows.filter((y) => isDocument(left + width / 3, y)).length;
    const lines = [...frame.querySelectorAll('.pdf-text span')]
      .filter(({ textContent }) => (textContent ?? '').trim().length > 20)
      .map((line) => line.getBoundingClientRect())
      .filter(({ left, right, top, bottom }) =>
        [left + 1, right - 1].every((x) => [top + 1, bottom - 1].every((y) => isDocument(x, y))),
      );
    return {
      share: seen / innerHeight,
      lines: lines.length,
      lineHeight: Math.min(...lines.map(({ height }) => height)),
    };
  });

/** What can be pressed or filled in and, once it has the focus, lies below something else or outside of the window. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((control) => control.checkVisibility() && !control.closest('.skip, .field-mark'))
      .filter((control) => {
        control.focus();
        const { left, top, width, height } = control.getClientRects()[0]!; // a link's first line
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return !(there && (control.contains(there) || control.closest('label')?.contains(there)));
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );

/** What is wider than the window, but for the document and rows of choices, which scroll in frames of their own. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate((wide) => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    return all
      .filter((element) => element.checkVisibility())
      .filter((element) => !element.closest('.hidden-visually, .skip, .pdf-page, .owners, .kinds'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < -0.5 || right > wide + 0.5 || element.scrollWidth > wide + 1;
      })
      .filter((element) => !element.matches('.pdf-pages'))
      .map(
        (element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`,
      );
  }, page.viewportSize()!.width);
