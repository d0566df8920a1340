import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Suggestions } from '../../shared/domain/fields/suggestion.ts';
import { checkDocument } from '../../shared/pdf/intake/intake.ts';

const A4 = [595, 842] as const;

/** A page with texts at given positions, from the top left. */
async function written(
  texts: readonly (readonly [x: number, y: number, text: string])[],
  more: (document: PDFDocument) => void = () => {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([...A4]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [x, y, text] of texts) page.drawText(text, { x, y: A4[1] - y, size: 11, font });
  more(document);
  return document.save();
}

const suggested = async (bytes: Uint8Array): Promise<Suggestions> =>
  (await checkDocument(bytes)).suggested;

test('a tag says kind, party, label and whether it must be filled', async () => {
  const { suggestions, wrongTags } = await suggested(
    await written([
      [60, 300, '{{signature:client}}'],
      [60, 400, '{{text:client2:Codice fiscale:optional}}'],
      [300, 400, '{{choice:director:Rate:options=una|due}}'],
    ]),
  );
  expect(wrongTags).toEqual([]);
  expect(suggestions).toEqual([
    expect.objectContaining({
      ...{ source: 'tag', kind: 'signature', page: 0, x: 60, required: true },
      party: { role: 'client', number: 1 },
    }),
    expect.objectContaining({
      ...{ kind: 'text', label: 'Codice fiscale', required: false },
      party: { role: 'client', number: 2 },
    }),
    expect.objectContaining({
      ...{ kind: 'choice', label: 'Rate', options: ['una', 'due'] },
      party: { role: 'director', number: 1 },
    }),
  ]);
});

test('a field stands on the line of its tag', async () => {
  const { suggestions } = await suggested(await written([[60, 300, '{{signature:client}}']]));
  const { y, height } = suggestions[0]!;
  expect(y + height).toBeCloseTo(303, 0);
});

test('a tag goes on in the next line', async () => {
  const { suggestions } = await suggested(
    await written([
      [400, 300, '{{text:client:Codice'],
      [60, 314, 'fiscale:required}}'],
    ]),
  );
  expect(suggestions).toMatchObject([{ label: 'Codice fiscale', page: 0, x: 400, required: true }]);
});

test.each([
  ['{{signature:client', 'unclosed'],
  ['{{nome_cliente}}', 'kind'],
  ['{{signature:witness}}', 'party'],
  ['{{choice:client:Rate}}', 'options'],
  ['{{text:client:Nome:altro}}', 'option'],
])('what is no tag is told with its page and text: %s', async (text, problem) => {
  const { suggestions, wrongTags } = await suggested(await written([[60, 300, text]]));
  expect(suggestions).toEqual([]);
  expect(wrongTags).toEqual([{ page: 0, text, problem }]);
});

test('open fields of the document’s own form keep their place, those filled in are nobody’s', async () => {
  const bytes = await written([], (document) => {
    const form = document.getForm();
    const page = document.getPage(0);
    const name = form.createTextField('cliente.nome');
    name.addToPage(page, { x: 100, y: 500, width: 150, height: 20 });
    name.enableRequired();
    form.createCheckBox('consenso').addToPage(page, { x: 100, y: 400, width: 12, height: 12 });
    const list = form.createDropdown('durata');
    list.addOptions(['un anno', 'due anni']);
    list.addToPage(page, { x: 100, y: 300, width: 100, height: 20 });
    const filled = form.createTextField('numero');
    filled.setText('2026/1');
    filled.addToPage(page, { x: 100, y: 200, width: 100, height: 20 });
    const sign = form.createTextField('firma');
    sign.addToPage(page, { x: 100, y: 100, width: 180, height: 40 });
    sign.acroField.dict.set(PDFName.of('FT'), PDFName.of('Sig'));
  });
  const { suggestions } = await suggested(bytes);
  expect(suggestions.map(({ kind, label }) => [kind, label])).toEqual([
    ['text', 'cliente nome'],
    ['checkbox', 'consenso'],
    ['choice', 'durata'],
    ['signature', 'firma'],
  ]);
  expect(suggestions[0]).toMatchObject({
    ...{ source: 'form', required: true, party: { role: 'client', number: 1 } },
  });
  const { x, y, width, height } = suggestions[0]!;
  const [left, top] = [Math.abs(x - 100), Math.abs(y + height - (842 - 500))];
  expect(Math.max(left, top, Math.abs(width - 150), Math.abs(height - 20))).toBeLessThan(2);
  expect(suggestions[2]).toMatchObject({ options: ['un anno', 'due anni'] });
});

test('a contract’s own lines are places to sign and to fill in', async () => {
  const bytes = readFileSync('test/fixtures/contratto.pdf');
  const { suggestions } = await suggested(bytes);
  const signatures = suggestions.filter(({ kind }) => kind === 'signature');
  expect(signatures.map(({ page, x }) => [page, Math.round(x)])).toEqual([
    [2, 58],
    [2, 318],
  ]);
  expect(suggestions.map(({ label }) => label).filter((label) => label)).toEqual(
    expect.arrayContaining(['Luogo', 'Data', 'Codice fiscale del Prestatore']),
  );
});

test.each([
  ['a table of contents', [[60, 300, 'Oggetto ..................................... 3']]],
  ['a sentence that begins like a label', [[60, 300, 'Il Cliente paga entro trenta giorni.']]],
  ['a side in the middle of the text', [[60, 300, 'Il Cliente']]],
] as const)('%s asks for nothing', async (_, texts) => {
  expect((await suggested(await written(texts))).suggestions).toEqual([]);
});

const LINE = '______________';

test.each([
  ['a sentence', `Il canone annuo ammonta a ${LINE} oltre IVA`],
  ['a sentence that begins with a side', `Il Cliente ${LINE} dichiara di aver letto le condizioni`],
  [
    'a sentence that begins like a label',
    `Nome del prodotto che il Cliente ha scelto ${LINE} in negozio`,
  ],
  ['a sentence that ends with a side', `Il prezzo viene pagato, il Cliente ${LINE}`],
])('a blank in the middle of %s asks for nothing', async (_, text) => {
  expect((await suggested(await written([[60, 300, text]]))).suggestions).toEqual([]);
});

test('a blank at the end of a line asks for nothing if the sentence goes on in the next', async () => {
  const bytes = await written([
    [60, 300, `Prezzo annuo ${LINE}`],
    [60, 314, 'oltre IVA di legge, entro il mese.'],
  ]);
  expect((await suggested(bytes)).suggestions).toEqual([]);
});

test.each([
  ['known words in a sentence', `Io sottoscritto Rossi, nato a ${LINE} in Italia`, ['nato a']],
  ['words of its own before a colon', `Numero di polizza: ${LINE}`, ['Numero di polizza']],
  ['words of its own alone with it', `Targa ${LINE} Modello ${LINE}`, ['Targa', 'Modello']],
])('a blank is a text with the label before it: %s', async (_, text, labels) => {
  const { suggestions } = await suggested(await written([[60, 300, text]]));
  expect(suggestions.map(({ kind, label }) => [kind, label])).toEqual(
    labels.map((label) => ['text', label]),
  );
});
