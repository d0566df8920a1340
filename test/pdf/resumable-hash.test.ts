import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareDocument } from '../../shared/pdf/intake/intake.ts';
import {
  hashFile,
  ResumableHash,
  sha256Padding,
} from '../../shared/pdf/revision/resumable-hash.ts';
import { writePdf } from '../fixtures/write-pdf.ts';
import { layoutWith } from './layout.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a hash that starts behind a padded message is the hash of all the bytes', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (message, rest) => {
      const whole = Buffer.concat([message, sha256Padding(message.length), rest]);
      const hash = await ResumableHash.startPadded(
        createHash('sha256').update(message),
        message.length,
      );
      hash.update(rest);
      expect(hash.finish()).toEqual(await hashFile(whole));
    }),
  );
});

test('two hashes that take turns do not mix', async () => {
  const [first, second] = [await ResumableHash.start(), await ResumableHash.start()];
  for (const part of ['a', 'b', 'c']) {
    first.update(Buffer.from(part));
    second.update(Buffer.from(part.repeat(100)));
  }
  expect(first.finish().sha256).toBe(sha256(Buffer.from('abc')));
  const repeated = ['a', 'b', 'c'].map((part) => part.repeat(100)).join('');
  expect(second.finish().sha256).toBe(sha256(Buffer.from(repeated)));
});

test('the plan of a document knows its digest, and the state from which the hash goes on', async () => {
  const { bytes, plan } = await prepareDocument(writePdf(), layoutWith());
  expect(plan.sha256).toBe(sha256(bytes));
  const hash = await ResumableHash.resume(plan.hashState, bytes.length);
  const appended = Buffer.from('appended later');
  const digest = Buffer.from(hash.digestWith(appended)).toString('hex');
  expect(digest).toBe(sha256(Buffer.concat([bytes, appended])));
});

test('the comment with the padding stays one line, whatever the length of the document', async () => {
  for (let size = 0; size < 200; size += 1) {
    const source = writePdf({ content: `% ${'x'.repeat(size)}` });
    const { bytes, plan } = await prepareDocument(source, layoutWith());
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.slice(0, plan.startxref)).toMatch(/\nendobj\n\n% *\u0080\0[^\r\n]*\n$/);
  }
});
