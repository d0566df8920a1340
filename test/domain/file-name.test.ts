import { describe, expect, it } from 'vitest';
import { pdfFileName, signedFileName } from '../../shared/domain/text/file-name.ts';

describe('the signed file', () => {
  it.each([
    ['it', 'Contratto (firmato).pdf'],
    ['en', 'Contratto (signed).pdf'],
    ['de', 'Contratto (unterschrieben).pdf'],
    ['fr', 'Contratto (signé).pdf'],
    ['es', 'Contratto (firmado).pdf'],
  ] as const)('in "%s" is called %s', (language, name) => {
    expect(signedFileName({ title: 'Contratto', language })).toBe(name);
  });

  it.each([['Offerta 3/2026: "posa".'], ['...'], ['Contratto '.repeat(30)], ['a\r\nb']])(
    'of “%s” never has the name of the one that was sent, nor what a disk minds',
    (title) => {
      const name = signedFileName({ title, language: 'it' });
      expect(name).not.toBe(pdfFileName(title));
      expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|]+ \(firmato\)\.pdf$/u);
      expect(name.length).toBeLessThanOrEqual(140);
    },
  );
});

it.each([
  ['Contratto', 'Contratto.pdf'],
  ['Offerta 3/2026: "posa"', 'Offerta 3 2026 posa.pdf'],
  ['a\r\n:/b   c', 'a b c.pdf'],
  [' ..n. 5 ... ', 'n. 5.pdf'],
  ['...', 'document.pdf'],
])('the file of “%s” is called %s', (title, name) => {
  expect(pdfFileName(title)).toBe(name);
});
