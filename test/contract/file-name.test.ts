import { expect, test } from 'vitest';
import { UploadInput } from '../../shared/contract/sender/sender-inputs.ts';
import { titleFrom } from '../../web/console/draft/upload.ts';

const accepted = (fileName: string) => UploadInput.parse({ fileName, size: 1 }).fileName;

test.each([
  ['Contratto_Però.pdf', 'Contratto_Però.pdf', 'Contratto Però'],
  ['fdp.\u202eottartnoC.pdf', 'fdp.ottartnoC.pdf', 'fdp.ottartnoC'],
  ['a\u0000b\u0007\nc.pdf', 'ab c.pdf', 'ab c'],
  ['契約書 Rossi 📄.pdf', '契約書 Rossi 📄.pdf', 'Rossi'],
  ['\u200b\u202e', 'document.pdf', ''],
  [`${'x'.repeat(300)}.pdf`, 'x'.repeat(255), 'x'.repeat(200)],
])('a file may be called %j', async (name, kept, title) => {
  expect(accepted(name)).toBe(kept);
  expect(await titleFrom(name)).toBe(title);
});

test('half of a surrogate pair is no character of a file’s name', () => {
  expect(UploadInput.safeParse({ fileName: 'a\ud800.pdf', size: 1 }).success).toBe(false);
});
