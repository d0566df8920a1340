import { describe, expect, it } from 'vitest';
import type { Field } from '../../shared/domain/fields/field.ts';
import { assertLayout, assertMarkFields } from '../../shared/domain/fields/field-layout.ts';
import { checkedValues } from '../../shared/domain/fields/field-values.ts';
import { field, party } from './envelope-story.ts';

const refusal = (code: string, detail = {}) =>
  expect.objectContaining({ name: 'Refusal', code, detail: expect.objectContaining(detail) });
const fields: Field[] = [
  field('text', 'c1', 'text'),
  { ...field('more', 'c1', 'text'), required: false, multiline: true },
  { ...field('count', 'c1', 'number'), required: false },
  { ...field('day', 'c1', 'date'), required: false },
  { ...field('tick', 'c1', 'checkbox'), required: false },
  { ...field('pick', 'c1', 'choice'), required: false, options: ['a', 'b'] },
  field('mark', 'c1', 'signature'),
  field('other', 'd1', 'text'),
];
const check = (values: Record<string, string | boolean>) =>
  checkedValues(fields, 'c1', values, { complete: true });

describe('values', () => {
  it('must be there where required, and white space is nothing', () => {
    expect(() => check({})).toThrow(refusal('field_missing', { field: 'text' }));
    expect(() => check({ text: '  ' })).toThrow(refusal('field_missing', { field: 'text' }));
    expect(check({ text: ' e\u0300 ' })).toEqual({ text: 'è' });
  });

  it('may be missing while drafting', () => {
    expect(checkedValues(fields, 'c1', {}, { complete: false })).toEqual({});
  });

  it('a required checkbox must be ticked', () => {
    const box = [{ ...field('tick', 'c1', 'checkbox') }];
    expect(() => checkedValues(box, 'c1', { tick: false }, { complete: true })).toThrow(
      refusal('field_missing'),
    );
  });

  it.each([
    ['count', 'twelve'],
    ['count', '1,2,3'],
    ['count', '1.23,4567.8'],
    ['day', '2026-02-30'],
    ['day', '1.2.2026'],
    ['pick', 'c'],
    ['tick', 'yes'],
    ['text', true],
    ['more', true],
    ['count', true],
    ['day', true],
    ['pick', true],
    ['text', 'two\nlines'],
  ])('%s is not of the kind %j', (id, value) => {
    expect(() => check({ text: 'x', [id]: value })).toThrow(refusal('field_kind', { field: id }));
  });

  it('of every kind are kept as they were given', () => {
    const given = { text: 'x', count: '12,50', tick: true, pick: 'b', day: '1900-01-01' };
    expect(check(given)).toEqual(given);
    expect(check({ ...given, day: '2100-12-31' })).toEqual({ ...given, day: '2100-12-31' });
  });

  it.each([
    ['day', '0026-11-29', '29 11 26 in the order of a day'],
    ['day', '1126-02-09', '29 11 26 in the order of a month'],
    ['day', '1899-12-31', 'before'],
    ['day', '2101-01-01', 'after'],
  ])('%s asks again for %s: %s', (id, date) => {
    const between = { field: id, date, earliest: '1900-01-01', latest: '2100-12-31' };
    expect(() => check({ text: 'x', [id]: date })).toThrow(refusal('date_out_of_range', between));
  });

  it('a date field may say otherwise', () => {
    const founded = { ...field('day', 'c1', 'date'), earliest: '1126-01-01', latest: '1899-12-31' };
    const dated = (day: string) => checkedValues([founded], 'c1', { day }, { complete: true });
    expect(dated('1126-02-09')).toEqual({ day: '1126-02-09' });
    expect(dated('1899-12-31')).toEqual({ day: '1899-12-31' });
    expect(() => dated('1900-01-01')).toThrow(refusal('date_out_of_range'));
  });

  it.each([
    ['a control character', 'a\u0007b'],
    ['an override of direction', 'Rossi\u202e'],
    ['an isolate', 'Ro\u2066ssi'],
    ['a mark of direction', 'a\u200fb'],
    ['half of a surrogate pair', 'a\ud800'],
    ['more marks on a letter than any writing has', `a${'\u0301'.repeat(31)}`],
  ])('a text with %s cannot be read as it stands', (_, text) => {
    expect(() => check({ text })).toThrow(refusal('text_unreadable', { field: 'text' }));
  });

  it.each(['\u200b', '\u3164\u2800', '\ufeff \u00ad', '\u0301', '\u{e0041}', '\u{1d159}'])(
    'a text of nothing that can be seen (%j) is empty',
    (text) => {
      expect(() => check({ text })).toThrow(refusal('field_missing', { field: 'text' }));
    },
  );

  it('a text of several lines may have line ends', () => {
    expect(check({ text: 'x', more: 'a\nb' })).toMatchObject({ more: 'a\nb' });
  });

  it('are taken as they are pasted: tabs are spaces, and line ends are those of any program', () => {
    expect(check({ text: ' Rossi\tMaria ', more: 'a\r\nb\rc' })).toMatchObject({
      text: 'Rossi Maria',
      more: 'a\nb\nc',
    });
  });

  it.each(['\u202a12,50\u202c', '\u206612,50\u2069', '12,50\u200e'])(
    'are taken without the marks that an address book puts around them: %j',
    (count) => {
      expect(check({ text: 'x', count })).toMatchObject({ count: '12,50' });
    },
  );

  it('are not taken with marks that turn them around, closed or not', () => {
    for (const text of ['\u202eRossi\u202c', '\u2067Rossi\u2069', 'Ro\u202assi\u202c'])
      expect(() => check({ text })).toThrow(refusal('text_unreadable', { field: 'text' }));
  });

  it('are limited in length', () => {
    const text = 'x'.repeat(2_000);
    expect(check({ text })).toEqual({ text });
    expect(() => check({ text: `${text}x` })).toThrow(
      refusal('field_too_long', { field: 'text', label: 'text', most: 2_000 }),
    );
  });

  it('of another party, of no field and of a mark are refused', () => {
    for (const [field, code] of [
      ['other', 'field_not_yours'],
      ['none', 'field_unknown'],
      ['mark', 'field_unknown'],
    ] as const)
      expect(() => check({ text: 'x', [field]: 'y' })).toThrow(refusal(code, { field }));
  });
});

describe('a layout', () => {
  const pages = [{ width: 200, height: 100 }];
  const parties = [party('c1', 'client', 0)];
  const one = field('a', 'c1', 'signature');

  it.each([
    ['page', { ...one, page: 1 }],
    ['party', { ...one, party: 'd1' }],
    ['kind', { ...one, party: null }],
    ['options', { ...one, kind: 'choice' as const }],
    ['dates', { ...one, kind: 'date' as const, earliest: '2027-01-01', latest: '2026-12-31' }],
    ['outside_page', { ...one, x: 150 }],
    ['outside_page', { ...one, y: -1 }],
  ])('is refused for its %s', (problem, wrong) => {
    expect(() => assertLayout([wrong], pages, parties)).toThrow(
      refusal('fields_invalid', { problem }),
    );
  });

  it('may reach over the edge by the half point that rounding makes', () => {
    const corner = { ...one, x: 100.5, y: 80.5 };
    expect(() => assertLayout([corner], pages, parties)).not.toThrow();
    for (const beyond of [{ x: 100.6 }, { y: 80.6 }])
      expect(() => assertLayout([{ ...corner, ...beyond }], pages, parties)).toThrow(
        refusal('fields_invalid', { problem: 'outside_page' }),
      );
  });

  it('may leave a date one day, and a choice one option', () => {
    const day = { ...one, kind: 'date', earliest: '2027-01-01', latest: '2027-01-01' } as const;
    const choice = { ...one, id: 'b', kind: 'choice', options: ['a'] } as const;
    expect(() => assertLayout([day, choice], pages, parties)).not.toThrow();
  });

  it('lacks a party’s signature or stamp, and says whose', () => {
    const stamping = { ...parties[0]!, stamps: true };
    const whose = { party: 'c1', name: stamping.name };
    expect(() => assertMarkFields([], parties)).toThrow(refusal('signature_field_missing', whose));
    expect(() => assertMarkFields([one], parties)).not.toThrow();
    expect(() => assertMarkFields([one], [stamping])).toThrow(
      refusal('stamp_field_missing', whose),
    );
    const stamp = field('b', 'c1', 'stamp');
    expect(() => assertMarkFields([one, stamp], [stamping])).not.toThrow();
  });

  it('names the field as people see it', () => {
    const wrong = { ...one, label: 'Firma', y: -1 };
    expect(() => assertLayout([wrong], pages, parties)).toThrow(
      refusal('fields_invalid', { label: 'Firma', page: 1 }),
    );
  });

  it('has every id once', () => {
    expect(() => assertLayout([one, one], pages, parties)).toThrow(
      refusal('fields_invalid', { problem: 'id' }),
    );
    expect(() => assertLayout([one], pages, parties)).not.toThrow();
  });
});
