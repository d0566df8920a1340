import type { Page } from 'playwright-core';

/** Preact's virtual node of an element, which every render of its component replaces. */
interface Node {
  readonly __k: readonly (Node | null)[] | null;
  readonly __e: unknown;
  readonly type: unknown;
}

/**
 * Counts matching elements that are re-rendered while `act` runs, whether or not the DOM changes: an unnecessary
 * render costs as much.
 */
export async function afterRerender(page: Page, selector: string, act: () => Promise<unknown>) {
  const before = await page.evaluateHandle(recordsOf, selector);
  const known = await page.evaluate((records) => records.size, before);
  await act();
  const after = await page.evaluateHandle(recordsOf, selector);
  const drawn = await page.evaluate(
    ([before, after]) =>
      [...after].filter(([element, record]) => before.get(element) !== record).length,
    [before, after] as const,
  );
  return { known, drawn };
}

function recordsOf(selector: string): Map<Element, Node> {
  const records = new Map<Element, Node>();
  function collect(node: Node | null): void {
    if (!node) return;
    const element = node.__e;
    if (typeof node.type === 'string' && element instanceof Element && element.matches(selector))
      records.set(element, node);
    node.__k?.forEach(collect);
  }
  collect((document.getElementById('app') as unknown as { __k: Node }).__k);
  return records;
}
