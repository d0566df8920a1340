import { expect, test } from 'vitest';
import { balanceOf, followedBy } from '../../shared/pdf/intake/page/content-balance.ts';

const balance = (content: string) => balanceOf(Buffer.from(content, 'latin1'));
const even = { depth: 0, lowest: 0, marked: 0, inText: false };

test.each([
  ['nothing', '', even],
  ['balanced content', 'q 1 0 0 1 0 0 cm Q', even],
  ['saved states that stay open', 'q q 1 w Q', { ...even, depth: 1 }],
  ['more restored than saved', 'Q Q q', { ...even, depth: -1, lowest: -2 }],
  ['an open text object', 'BT /F 1 Tf (a) Tj', { ...even, inText: true }],
  ['an open layer', '/OC /L BDC 0 0 1 1 re f', { ...even, marked: 1 }],
  ['operators inside a string', '((q) \\( q) Tj <71> Tj', even],
  ['operators in a comment', '% q q q\n1 w', even],
  ['names that look like operators', '/q /Q gs /BT Do', even],
  [
    'an inline image whose data look like operators',
    'BI /W 1 ID q q Q\u00ff q EI Q',
    { ...even, depth: -1, lowest: -1 },
  ],
  ['operators without white space between them', 'q[1]0 d(a)Tj/F 1 Tf Q', even],
])('%s', (_, content, expected) => {
  expect(balance(content)).toEqual(expected);
});

test('the streams of a page count one after the other', () => {
  expect(followedBy(balance('q q'), balance('Q Q Q'))).toEqual({ ...even, depth: -1, lowest: -1 });
});
