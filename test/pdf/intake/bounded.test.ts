import { beforeEach, expect, test, vi } from 'vitest';
import { checkDocument } from '../../../shared/pdf/intake/intake.ts';

const BYTES = 200_000;
const repeated = (text: string) => text.repeat(BYTES / text.length);

/** pdf-lib logs a warning for every object that it cannot parse. */
beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
});

/** Each makes a naive parser rescan the rest of the file at every byte or object. */
test.each([
  ['digits without end', repeated('1')],
  ['comments without a line end', repeated('%')],
  ['blanks within what is no object', `a${repeated(' ')}a`],
  ['streams without their end', repeated('1 0 obj<<>>stream\nendobj\n')],
  ['strings without their end', repeated('1 0 obj(endobj\n')],
  ['hexadecimal strings without their end', repeated('1 0 obj<0 endobj\n')],
  ['what begins like an object and is none', repeated('1 0 ob ')],
  ['arrays that open and never close', repeated('1 0 obj[endobj\n')],
  ['dictionaries that open and never close', repeated('1 0 obj<<endobj\n')],
])('%s end in a refusal, for the work is bounded', async (_, body) => {
  await expect(checkDocument(Buffer.from(`%PDF-1.7\n${body}`))).rejects.toMatchObject({
    name: 'PdfRefusal',
    code: expect.stringMatching(/^pdf_(unsafe|damaged)$/),
  });
});
