import { describe, expect, test } from 'vitest';
import { FIELD_RULES } from '../../shared/domain/fields/field-kinds.ts';
import { freePlace, inside, snapped, snappedSize } from '../../web/console/fields/geometry.ts';
import { historyOf, stepped } from '../../web/console/fields/history.ts';
import type { Field } from '../../web/console/sender-api.ts';

const A4 = { width: 595, height: 842 };

const field = (place: Partial<Field>): Field => ({
  id: 'a',
  party: 'p1',
  kind: 'text',
  page: 0,
  x: 100,
  y: 100,
  width: 100,
  height: 20,
  label: 'Testo',
  required: true,
  ...place,
});

describe('a field', () => {
  test('never leaves its page, and is never larger than it', () => {
    expect(inside(field({ x: -5, y: 900 }), A4)).toMatchObject({ x: 0, y: 822 });
    const huge = inside(field({ x: 10, y: 10, width: 2_000, height: 2_000 }), A4);
    expect(huge).toMatchObject({ x: 0, y: 0, ...A4 });
  });

  test('is never drawn smaller than a value of its kind, or than what a hand finds', () => {
    const tiny = (kind: Field['kind']) => inside(field({ kind, width: 1, height: 1 }), A4);
    expect(tiny('checkbox')).toMatchObject({ width: 8, height: 8 });
    expect(tiny('date')).toMatchObject({ width: FIELD_RULES.date.least.width, height: 8 });
    expect(tiny('stamp')).toMatchObject(FIELD_RULES.stamp.least);
  });

  test('snaps to a neighbour’s edge within four points, and not beyond', () => {
    const neighbour = field({ id: 'b', x: 200, y: 400 });
    const near = snapped(field({ x: 203, y: 500 }), [neighbour], A4);
    expect(near.field.x).toBe(200);
    expect(near.guides).toEqual({ x: 200 });
    const far = snapped(field({ x: 206, y: 500 }), [neighbour], A4);
    expect(far.field.x).toBe(206);
    expect(far.guides).toEqual({});
  });

  test('snaps its middle to the middle of the page', () => {
    const { field: moved, guides } = snapped(field({ x: 245, y: 600 }), [], A4);
    expect(moved.x + moved.width / 2).toBe(A4.width / 2);
    expect(guides.x).toBe(A4.width / 2);
  });

  test('is resized to the width of the one above, its corner alone snapping', () => {
    const above = field({ id: 'b', y: 60, width: 150 });
    const { field: sized } = snappedSize(field({ width: 147 }), [above], A4);
    expect(sized).toMatchObject({ x: 100, y: 100, width: 150, height: 20 });
  });

  test('is placed below those it would cover, above them where there is no room below', () => {
    const taken = [field({ id: 'b' }), field({ id: 'c', y: 132 })];
    expect(freePlace(field({}), taken, A4).y).toBe(164);
    const last = [field({ id: 'b', y: 815 })];
    expect(freePlace(field({ y: 815 }), last, A4).y).toBe(783);
  });
});

describe('the history', () => {
  const at = (x: number) => ({ fields: [field({ x })], values: {} });
  const change = (x: number, joins?: string) =>
    ({ type: 'change', layout: at(x), ...(joins !== undefined && { joins }) }) as const;

  test('takes back and makes again, and forgets what was taken back after a new change', () => {
    const moved = [change(1), change(2), { type: 'undo' } as const].reduce(
      stepped,
      historyOf(at(0)),
    );
    expect(moved.now).toEqual(at(1));
    expect(stepped(moved, { type: 'redo' }).now).toEqual(at(2));
    const other = stepped(moved, change(9));
    expect(stepped(other, { type: 'redo' }).now).toEqual(at(9));
  });

  test('joins presses of the same key on the same field into one step', () => {
    const keys = [change(1, 'move:a'), change(2, 'move:a'), change(3, 'move:b')];
    const pressed = keys.reduce(stepped, historyOf(at(0)));
    const once = stepped(pressed, { type: 'undo' });
    expect(once.now).toEqual(at(2));
    expect(stepped(once, { type: 'undo' }).now).toEqual(at(0));
  });

  test('has nothing to take back at the start', () => {
    expect(stepped(historyOf(at(0)), { type: 'undo' }).now).toEqual(at(0));
  });
});
