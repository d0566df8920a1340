import { describe, expect, it } from 'vitest';
import { isOnPage } from '../../shared/domain/fields/field-layout.ts';
import { checkedValues } from '../../shared/domain/fields/field-values.ts';
import { meantParty } from '../../shared/domain/fields/suggestion.ts';
import { companyValues } from '../../shared/domain/fields/working-draft.ts';
import { field, party } from './envelope-story.ts';

describe('the company’s own values', () => {
  const fields = [
    field('own', null, 'text'),
    field('empty', null, 'text'),
    field('c', 'c1', 'text'),
  ];

  it('are those of its own fields that have one', () => {
    const values = companyValues(fields, { own: 'Acme', c: 'x', gone: 'y' });
    expect(Object.entries(values)).toEqual([['own', 'Acme']]);
    expect(companyValues([field('toString', null, 'text')], {})).toEqual({});
  });
});

describe('a field', () => {
  it('of a page that the document does not have is on none', () => {
    const pages = [{ width: 595, height: 842 }];
    const onPage = (page: number) => isOnPage({ ...field('s', 'd1', 'signature'), page }, pages);
    expect([0, 1].map(onPage)).toEqual([true, false]);
  });

  it('of a choice without options takes no value', () => {
    const choice = [{ ...field('pick', 'c1', 'choice') }];
    expect(() => checkedValues(choice, 'c1', { pick: 'a' }, { complete: true })).toThrow(
      expect.objectContaining({ code: 'field_kind' }),
    );
  });
});

describe('a suggested field', () => {
  const parties = [party('d1', 'director', 0), party('c1', 'client', 1), party('c2', 'client', 1)];

  it('is meant for the n-th of a role, and for nobody if the document does not say', () => {
    expect(meantParty({ role: 'client', number: 2 }, parties)).toBe('c2');
    expect(meantParty({ role: 'client', number: 3 }, parties)).toBeUndefined();
    expect(meantParty(undefined, parties)).toBeUndefined();
  });
});
