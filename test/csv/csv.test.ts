import { describe, expect, it } from 'vitest';
import { CSV_LIMITS } from '../../shared/csv/limits.ts';
import { columnLetters, readCsv } from '../../shared/csv/read-csv.ts';
import { writeCsv } from '../../shared/csv/write-csv.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** As Excel for western Europe saves "CSV": one byte a letter; the euro sign is 0x80. */
const windows1252 = (text: string) =>
  Uint8Array.from(text.replaceAll('€', '\x80'), (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

const HEADER = ['Cliente: nome', 'Città', 'Importo'];
const ROWS = [['Làura "Lalla" Verdi', 'Forlì', '€ 12,50']];
const QUOTED = 'Cliente: nome;Città;Importo\r\n"Làura ""Lalla"" Verdi";Forlì;€ 12,50\r\n';

function read(bytes: Uint8Array) {
  const { header, rows } = readCsv(bytes);
  return { header, rows: rows.map(({ cells }) => cells) };
}

describe('a CSV file is read as it was meant', () => {
  it.each([
    ['Excel, "CSV UTF-8"', utf8(`\uFEFF${QUOTED}`)],
    ['Excel, "CSV" of western Europe', windows1252(QUOTED)],
    ['Excel, "Unicode text"', utf16(QUOTED.replaceAll(';', '\t'))],
    ['Excel, with its separator declared', utf8(`\uFEFFsep=;\r\n${QUOTED}`)],
    [
      'LibreOffice Calc',
      utf8('Cliente: nome,Città,Importo\n"Làura ""Lalla"" Verdi",Forlì,"€ 12,50"\n'),
    ],
    [
      'Google Sheets and Numbers, whose last line has no end',
      utf8('Cliente: nome,Città,Importo\r\n"Làura ""Lalla"" Verdi",Forlì,"€ 12,50"'),
    ],
    [
      'an old Macintosh',
      utf8('Cliente: nome;Città;Importo\r"Làura ""Lalla"" Verdi";Forlì;€ 12,50\r'),
    ],
    [
      'quotes around everything',
      utf8('"Cliente: nome";"Città";"Importo"\n"Làura ""Lalla"" Verdi";"Forlì";"€ 12,50"\n'),
    ],
    [
      'trailing separators, empty lines and columns',
      utf8(
        `\uFEFF${QUOTED.replaceAll('\r\n', ';;\r\n').replace(';;\r\n', ';;\r\n;;;;\r\n\r\n')};;;;\r\n`,
      ),
    ],
  ])('%s', (_, bytes) => {
    expect(read(bytes)).toEqual({ header: HEADER, rows: ROWS });
  });

  it('with line ends, separators and quotes inside cells', () => {
    const { rows } = readCsv(utf8('a;b\n"Via Roma 1\r\nForlì";"x;y,""z"""\n;2\n'));
    expect(rows).toEqual([
      { number: 2, cells: ['Via Roma 1\r\nForlì', 'x;y,"z"'] },
      { number: 3, cells: ['', '2'] },
    ]);
  });

  it('and rows are counted as the spreadsheet counts them, empty ones too', () => {
    const { rows } = readCsv(utf8('a;b\n\n;\n"1\n1";2\n\n3;4'));
    expect(rows.map(({ number }) => number)).toEqual([4, 6]);
  });

  it('short rows are filled, a separator at the very end is a cell', () => {
    expect(read(utf8('a;b;c\n1\n2;')).rows).toEqual([
      ['1', '', ''],
      ['2', '', ''],
    ]);
  });

  it('one column needs no separator', () => {
    expect(read(utf8('name\nLaura')).rows).toEqual([['Laura']]);
  });
});

describe('a file that cannot be read is refused with its place', () => {
  function refused(bytes: Uint8Array, limits = CSV_LIMITS) {
    try {
      return readCsv(bytes, limits);
    } catch (error) {
      const { code, detail } = error as { code: string; detail: object };
      return { code, ...detail };
    }
  }
  const code = 'csv_unreadable';

  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), { code, problem: 'not_text' }],
    ['a broken mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0xff), { code, problem: 'not_text' }],
    ['nothing', utf8(''), { code, problem: 'no_rows' }],
    ['a header alone', utf8('a;b\n;\n'), { code, problem: 'no_rows' }],
    ['a quote', utf8('a;b\n1;2\n3;"4\n5;6\n'), { code, problem: 'quote_open', row: 3 }],
    [
      'a nameless column',
      utf8('a;b\n1;2;3\n'),
      { code, problem: 'no_header', row: 2, column: 'C' },
    ],
  ])('%s', (_, bytes, expected) => {
    expect(refused(bytes)).toEqual(expected);
  });

  it('and so is one beyond the limits, before it costs anything', () => {
    const limits = { bytes: 60, rows: 2, columns: 2, cell: 5 };
    expect(refused(new Uint8Array(61), limits)).toEqual({ code: 'csv_too_large', most: 60 });
    expect(refused(utf8('a\n1\n2\n3'), limits)).toEqual({
      ...{ code, problem: 'too_many_rows', most: 2 },
    });
    expect(refused(utf8('a;b;c\n1'), limits)).toEqual({ code, problem: 'too_many_columns' });
    expect(refused(utf8('a;b\n1;123456'), limits)).toEqual({
      ...{ code, problem: 'cell_too_long', row: 2, column: 'B' },
    });
    expect(refused(utf8('a\n1\n2'), limits)).toMatchObject({ header: ['a'] });
  });
});

describe('a CSV file that we write', () => {
  const TRICKY = ['=1+1', '+39 333', '-5', '@SUM(A1)', 'a;b', 'a,b', 'say "x"', 'two\nlines', 'è'];

  it('calculates nothing in a spreadsheet', () => {
    const text = new TextDecoder().decode(writeCsv([TRICKY.slice(0, 4), [-5]], 'it'));
    expect(text).toBe("'=1+1;'+39 333;'-5;'@SUM(A1)\r\n-5\r\n");
  });

  it.each(['it', 'en'] as const)('is read again as it was (%s)', (language) => {
    const header = TRICKY.map((_, at) => `c${at}`);
    expect(read(writeCsv([header, TRICKY], language))).toEqual({ header, rows: [TRICKY] });
  });

  it('has a mark and the separator of the country', () => {
    const [one, other] = (['de', 'en'] as const).map((language) =>
      writeCsv([['a', 'b']], language),
    );
    expect([...one!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(one)).toBe('a;b\r\n');
    expect(new TextDecoder().decode(other)).toBe('a,b\r\n');
  });
});

it('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  ]);
});
