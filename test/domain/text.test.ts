import { describe, expect, it } from 'vitest';
import { maskedName } from '../../shared/domain/envelope/party.ts';
import { displayDate, isCalendarDate } from '../../shared/domain/fields/date-value.ts';
import { initialsOf } from '../../shared/domain/fields/initials.ts';
import { isMailAddress } from '../../shared/domain/text/mail-address.ts';
import { plural } from '../../shared/domain/text/plural.ts';
import { oneLine, readableOnly, unwrapped } from '../../shared/domain/text/text.ts';
import { longestOf, textReadings } from '../../shared/domain/text/words.ts';

describe('a text', () => {
  it('of one line has no white space around it, and one space between its words', () => {
    expect(oneLine(' Maria \t\n Rossi ')).toBe('Maria Rossi');
    expect(oneLine('e\u0300')).toBe('è');
  });

  it('loses all marks that an address book puts around it, and none within', () => {
    expect(unwrapped('\u202a\u2066+39 333\u2069\u202c')).toBe('+39 333');
    expect(unwrapped('+39\u202c 333\u200e\u200e')).toBe('+39\u202c 333');
    expect(unwrapped('+39 \u202a333')).toBe('+39 \u202a333');
  });

  it('that only has to be readable loses what is not, and keeps the rest', () => {
    expect(readableOnly('a\u202eb\u0007c\ud800d\te\r\nf')).toBe('abcd\te\r\nf');
    expect(readableOnly('offerta e\u0300 😀.pdf')).toBe('offerta è 😀.pdf');
    expect(readableOnly(`x${'\u0323'.repeat(30)}`)).toBe(`x${'\u0323'.repeat(30)}`.normalize());
    expect(readableOnly(`x${'\u0323'.repeat(40)}y`)).toBe(`x${'\u0323'.repeat(30)}y`.normalize());
  });
});

describe('a count', () => {
  const forms = { one: '# pagina', other: '# pagine' };

  it('takes its form by the language, or the other where there is none', () => {
    expect([0, 1, 2].map((count) => plural('it', count, forms))).toEqual([
      ...['0 pagine', '1 pagina', '2 pagine'],
    ]);
    expect(plural('fr', 0, { one: '# page', other: '# pages' })).toBe('0 page');
    expect(plural('en', 1, { other: '# pages' })).toBe('1 pages');
    expect(plural('de', 12_345, { other: '# Seiten' })).toBe('12.345 Seiten');
  });
});

describe('a search', () => {
  it('looks by its longest word first, the first of those as long', () => {
    expect(longestOf(['di', 'fornitura', 'contratto', 'e'])).toBe('fornitura');
    expect(longestOf([])).toBe('');
  });

  it('for more than a word holds is read as that word alone, too', () => {
    const long = '1a'.repeat(20);
    expect(textReadings(`${long} b`)).toEqual([[long], [long, 'b']]);
  });
});

describe('a mail address', () => {
  const local = 'l'.repeat(64);
  const domain = (length: number) => `${'d.'.repeat((length - 2) / 2)}it`;

  it('has 254 characters at most', () => {
    expect(isMailAddress(`${local}@${domain(188)}d`)).toBe(true);
    expect(isMailAddress(`${local}@d${domain(188)}d`)).toBe(false);
  });

  it.each(['rossi', 'rossi@', '@acme.it', 'a b@acme.it', `l${local}@acme.it`, 'a..b@acme.it'])(
    'is not %s',
    (text) => expect(isMailAddress(text)).toBe(false),
  );
});

describe('a day', () => {
  it.each(['2026', '2026-03', '2026-3-1', '2026-02-30', 'x2026-03-01', '2026-03-011'])(
    'is not %s',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );

  it.each([
    ['it', '24 nov 2026'],
    ['en', '24 Nov 2026'],
    ['de', '24.11.2026'],
    ['fr', '24 nov. 2026'],
    ['es', '24 nov 2026'],
  ])('in "%s" is written as %s', (language, text) => {
    expect(displayDate('2026-11-24', language)).toBe(text);
  });

  it('that is none is shown as it was typed', () => {
    expect(displayDate('tomorrow', 'it')).toBe('tomorrow');
  });
});

describe('a name', () => {
  it.each([
    ['Anna-Maria  Verdi', 'AMV'],
    [' \u200bélodie Roux ', 'ÉR'],
    ['𝒜da', '𝒜'],
    ['', ''],
  ])('“%s” has the initials “%s”', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('in the public record has the first letter of each word, and of none nothing', () => {
    expect([' Maria  Rossi ', ''].map(maskedName)).toEqual(['M••• R•••', '•••']);
  });
});
