import type { Page } from 'playwright-core';

export interface Room {
  /** Share of the window's height in which the document is visible, not covered by bars. */
  readonly share: number;
  /** Number of its text lines that are completely visible. */
  readonly lines: number;
  /** Height of a line, CSS pixels. */
  readonly lineHeight: number;
}

/** Visible part of the document at the current scroll position. */
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

/** Controls that, when focused, are covered or outside of the window. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
      .filter((control) => control.checkVisibility() && !control.closest('.skip, .field-mark'))
      .filter((control) => {
        control.focus();
        const { left, top, width, height } = control.getClientRects()[0]!; // A link may span lines; its first is measured.
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return !(there && (control.contains(there) || control.closest('label')?.contains(there)));
      })
      .map((control) => control.outerHTML.slice(0, 120)),
  );

/** Elements wider than the window, except the document and rows of choices, which scroll by themselves. */
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
