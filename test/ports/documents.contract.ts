import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import type { Documents } from '../../shared/ports/documents.ts';

const PDF = 'application/pdf';
const MIB = 1024 * 1024;

const key = () => `open/${randomBytes(8).toString('hex')}/x.pdf`;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export function documentsContract(given: () => Documents): void {
  const documents: Documents = {
    get: (...asked) => given().get(...asked),
    size: (...asked) => given().size(...asked),
    put: (...asked) => given().put(...asked),
    append: (...asked) => given().append(...asked),
    copy: (...asked) => given().copy(...asked),
    removeAll: (...asked) => given().removeAll(...asked),
  };
  const put = (at: string, bytes: Uint8Array) => documents.put(at, bytes, { contentType: PDF });

  describe('an object', () => {
    it('comes back as it was put, with its type and ETag', async () => {
      const at = key();
      const bytes = randomBytes(1000);
      const etag = await put(at, bytes);
      const object = await documents.get(at);
      expect(object).toMatchObject({ etag, contentType: PDF });
      expect(sha256(object!.bytes)).toBe(sha256(bytes));
      expect(await documents.size(at)).toBe(1000);
    });

    it('that is not there is undefined, not an error', async () => {
      expect(await documents.get(key())).toBeUndefined();
      expect(await documents.size(key())).toBeUndefined();
    });

    it('is a conflict when its ETag is another one', async () => {
      const at = key();
      await put(at, randomBytes(10));
      const stale = documents.get(at, { ifMatch: '"00000000000000000000000000000000"' });
      await expect(stale).rejects.toThrow(Conflict);
    });

    it('is written once when it must be absent, also by two at once', async () => {
      const at = key();
      const options = { contentType: PDF, ifAbsent: true };
      const both = await Promise.allSettled([
        documents.put(at, randomBytes(10), options),
        documents.put(at, randomBytes(10), options),
      ]);
      const lost = both.filter(({ status }) => status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]).toMatchObject({ reason: expect.any(Conflict) });
    });

    it('is replaced only while it has the ETag that is known, also by two at once', async () => {
      const at = key();
      const ifMatch = await put(at, randomBytes(10));
      const options = { contentType: PDF, ifMatch };
      const both = await Promise.allSettled([
        documents.put(at, randomBytes(10), options),
        documents.put(at, randomBytes(10), options),
      ]);
      const lost = both.filter(({ status }) => status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]).toMatchObject({ reason: expect.any(Conflict) });
      await expect(documents.put(key(), randomBytes(10), options)).rejects.toThrow(Conflict);
    });

    it('is not changed by what happens to the bytes that were put or given', async () => {
      const at = key();
      const bytes = new Uint8Array([1, 2, 3]);
      await put(at, bytes);
      bytes.fill(9);
      (await documents.get(at))!.bytes.fill(8);
      expect([...(await documents.get(at))!.bytes]).toEqual([1, 2, 3]);
    });

    it('that is not there cannot be copied', async () => {
      const target = key();
      expect(await documents.copy(key(), target)).toBe(false);
      expect(await documents.size(target)).toBeUndefined();
    });

    it('is copied under a key with any characters', async () => {
      const source = `open/è + spazio/${randomBytes(4).toString('hex')}`;
      const target = key();
      await put(source, Buffer.from('x'));
      expect(await documents.copy(source, target)).toBe(true);
      expect(await documents.size(target)).toBe(1);
    });
  });

  describe.each([
    ['below 5 MiB, read and put', 1000],
    ['of 5 MiB, copied inside S3', 5 * MIB],
    ['of 12 MiB, copied inside S3', 12 * MIB],
  ])('appending to a source %s', (_, length) => {
    const before = randomBytes(length);
    const more = randomBytes(20_000);
    async function source() {
      const at = key();
      return { key: at, etag: await put(at, before), length };
    }

    it('makes a new object of both, and leaves the source', async () => {
      const target = key();
      const from = await source();
      const etag = await documents.append(from, more, target, PDF);
      const object = await documents.get(target, { ifMatch: etag });
      expect(object?.contentType).toBe(PDF);
      expect(sha256(object!.bytes)).toBe(sha256(Buffer.concat([before, more])));
      expect(await documents.size(from.key)).toBe(length);
    });

    it('is a conflict when the source is another one', async () => {
      const from = await source();
      await put(from.key, randomBytes(length));
      const target = key();
      await expect(documents.append(from, more, target, PDF)).rejects.toThrow(Conflict);
      expect(await documents.size(target)).toBeUndefined();
    });

    it('is a conflict when the target is taken, and leaves it as it was', async () => {
      const target = key();
      await put(target, Buffer.from('first'));
      await expect(documents.append(await source(), more, target, PDF)).rejects.toThrow(Conflict);
      expect(Buffer.from((await documents.get(target))!.bytes).toString()).toBe('first');
    });

    it('goes on from what it made', async () => {
      const [second, third] = [key(), key()];
      const etag = await documents.append(await source(), more, second, PDF);
      const next = { key: second, etag, length: length + more.length };
      await documents.append(next, more, third, PDF);
      expect(await documents.size(third)).toBe(length + 2 * more.length);
    });
  });

  describe('removing', () => {
    it('takes every object below the prefix, and no other', async () => {
      const [mine, other] = ['open/AA/', 'open/AAB/'];
      for (const name of ['1', '2', 'values/3']) await put(`${mine}${name}`, Buffer.from('x'));
      await put(`${other}1`, Buffer.from('x'));
      expect(await documents.removeAll(mine)).toBe(3);
      expect(await documents.removeAll(mine)).toBe(0);
      expect(await documents.size(`${other}1`)).toBe(1);
    });

    it.each(['', '/', 'open/AA'])('refuses a prefix that could take more: "%s"', async (prefix) => {
      await expect(documents.removeAll(prefix)).rejects.toThrow(RangeError);
    });
  });
}
