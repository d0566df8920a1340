import fc from 'fast-check';
import { PDFContext, PDFObjectParser, PDFRawStream } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { parseObject } from '../../shared/pdf/syntax/parse-object.ts';

const bytesOf = (syntax: string) => new Uint8Array(Buffer.from(syntax, 'latin1'));
const parsed = (syntax: string) => parseObject(bytesOf(syntax), PDFContext.create());

const blank = fc.constantFrom(' ', '\n', '\r\n', '\t', '\0', '\f', ' % (comment >>\n', '  ');
const name = fc
  .string({ unit: fc.constantFrom(...'AZaz09.-_+#20éß'), maxLength: 8 })
  .map((text) => `/${text.replaceAll('#', '#2')}`);
const string = fc.letrec((tie) => ({
  text: fc.string({ unit: fc.constantFrom(...'ab é%<>[]/\n', '\\(', '\\)', '\\\\', '\\101') }),
  nested: fc.tuple(tie('text'), tie('text')).map(([outer, inner]) => `${outer}(${inner})`),
})).nested;
const { object } = fc.letrec((tie) => ({
  object: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('null', 'true', 'false', '0', '-1', '+17', '3.25', '-.5', '12 0 R', '4 1 R'),
    name,
    string.map((text) => `(${text})`),
    fc.constantFrom('<>', '<48656C6c6f>', '<48 65\n6>'),
    fc.tuple(fc.array(tie('object')), blank).map(([items, gap]) => `[${items.join(gap)}${gap}]`),
    fc
      .tuple(fc.array(fc.tuple(name, tie('object'))), blank)
      .map(([entries, gap]) => `<<${entries.flat().join(gap)}${gap}>>`),
  ),
}));

describe('an object', () => {
  test('means to us what it means to pdf-lib', () => {
    fc.assert(
      fc.property(fc.tuple(blank, object, blank), ([before, syntax, after]) => {
        const whole = bytesOf(`${before}${syntax}${after}endobj`);
        const theirs = PDFObjectParser.forBytes(whole, PDFContext.create()).parseObject();
        expect(String(parseObject(whole, PDFContext.create()))).toBe(String(theirs));
      }),
      { seed: 20261124, numRuns: 2_000 },
    );
  });

  test('keeps each byte of a string, a name and a stream', () => {
    expect(String(parsed('(\\) \xe9 (in) \\\\)'))).toBe('(\\) \xe9 (in) \\\\)');
    expect(String(parsed('/A#20B'))).toBe('/A#20B');
    const stream = parsed('<< /Length 9 >>\nstream\n\x80endstrea\nendstream') as PDFRawStream;
    expect(stream).toBeInstanceOf(PDFRawStream);
    expect(stream.contents).toEqual(bytesOf('\x80endstrea'));
  });

  test.each([
    ['nothing', ''],
    ['an unknown word', 'nil'],
    ['a number that is none', '1.2.3'],
    ['two signs', '--1'],
    ['a string without an end', '(a(b)'],
    ['a hexadecimal string without an end', '<4865'],
    ['a hexadecimal string of other letters', '<4g>'],
    ['an array without an end', '[1 2'],
    ['a dictionary without an end', '<< /A 1'],
    ['a key that is no name', '<< 1 /A >>'],
    ['a key without a value', '<< /A >>'],
    ['a stream without a length', '<< >>\nstream\nabc\nendstream'],
    ['a stream whose length is a reference', '<< /Length 1 0 R >>\nstream\nabc\nendstream'],
    ['a stream of another length', '<< /Length 2 >>\nstream\nabc\nendstream'],
    ['a stream of a length below zero', '<< /Length -2 >>\nstream\nabc\nendstream'],
    ['nesting without an end', '['.repeat(100_000)],
  ])('that is %s is refused', (_, syntax) => {
    expect(() => parsed(syntax)).toThrow(SyntaxError);
  });
});
