import { expect, it } from 'vitest';
import type { AuthorityCopies } from '../../shared/ports/keys.ts';

export const authorityCopiesContract = (given: () => AuthorityCopies) =>
  it('copies of the authority are only ever added, and the newest is the one of the highest number', async () => {
    const copies = given();
    const copy = (number: number, text: string) => ({ number, bytes: Buffer.from(text) });
    expect(await copies.newest()).toBeUndefined();
    for (const number of [1, 2, 10]) await copies.add(copy(number, `{"n":${number}}`));
    await copies.add(copy(10, 'another'));
    await copies.add(copy(9, 'late'));
    const { number, bytes } = (await copies.newest())!;
    expect([number, Buffer.from(bytes).toString()]).toEqual([10, '{"n":10}']);
  });
