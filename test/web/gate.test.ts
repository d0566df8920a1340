import { describe, expect, it } from 'vitest';
import type { Field } from '../../web/sign/ceremony-api.ts';
import { type DrawnPages, gateOf, pagesToSee, withDrawn } from '../../web/sign/gate.ts';
import type { Drawn } from '../../web/ui/document/draw-page.ts';

const on = (page: number) => ({ page }) as Field;

const drawn = (...pages: readonly (readonly [number, Drawn])[]): DrawnPages =>
  pages.reduce<DrawnPages>((all, [page, how]) => withDrawn(all, page, how), new Map());

describe('before someone signs', () => {
  it('the first page and each page with a field of theirs are to be seen, once each', () => {
    expect(pagesToSee({ fields: [on(7), on(3), on(7)] })).toEqual([0, 3, 7]);
    expect(pagesToSee({ fields: [on(0)] })).toEqual([0]);
  });

  it('they are drawn one after the other', () => {
    expect(gateOf([0, 3], drawn())).toEqual({ state: 'waiting', next: 0 });
    expect(gateOf([0, 3], drawn([0, 'whole'], [1, 'whole']))).toEqual({
      state: 'waiting',
      next: 3,
    });
  });

  it('all of them must be whole, and no other', () => {
    const others = [1, 'not'] as const;
    expect(gateOf([0, 3], drawn([0, 'whole'], [3, 'whole'], others))).toEqual({ state: 'open' });
    expect(gateOf([0, 3], drawn([0, 'not'], [3, 'partly'], others))).toEqual({
      state: 'shut',
      pages: [0, 3],
    });
  });

  it('a page that came late counts, and one that was whole stays so', () => {
    expect(gateOf([0], drawn([0, 'not'], [0, 'whole']))).toEqual({ state: 'open' });
    expect(gateOf([0], drawn([0, 'whole'], [0, 'not']))).toEqual({ state: 'open' });
  });
});
