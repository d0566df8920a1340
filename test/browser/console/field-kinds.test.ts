import { beforeAll, expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();
let fields: FieldsPage;
let id: string;

beforeAll(async () => {
  fields = new FieldsPage(desk.sender);
  const signatures = [signatureOf(DIRECTOR, 600), { ...signatureOf(CLIENT, 600), x: 320 }];
  id = await makeDraft(desk.employee, {}, signatures);
  await fields.open(id);
});

const next = () => desk.sender.button('Continua').click();
const rename = (name: string) => fields.page.getByLabel('Nome del campo').fill(name);

test('every kind can be placed for a person; the company’s own have no signature and no stamp', async () => {
  const kinds = () => fields.page.locator('.kind').allTextContents();
  const values = ['Testo', 'Numero', 'Data', 'Casella', 'Scelta'];
  await expect.poll(kinds).toEqual(['Firma', 'Sigla', 'Timbro', ...values]);
  await fields.chooseOwner(/valori che inserisce ora/);
  await expect.poll(kinds).toEqual(values);
});

test('a choice has its options, one a line; without any it is refused', async () => {
  await fields.chooseOwner(CLIENT.name);
  await fields.kind('Scelta').click();
  await rename('Pagamento');
  const options = fields.page.getByLabel('Voci');
  expect(await options.inputValue()).toBe('Sì\nNo');
  await options.fill(' \n');
  await next();
  await fields.summary.getByRole('link', { name: 'Mancano le voci di «Pagamento»' }).click();
  await desk.sender.expectFocus(desk.sender.button(/^Scelta: Pagamento/));
  await options.fill('30 giorni\n\n 60 giorni \n');
  await fields.kind('Casella').click();
  await rename('Privacy');
  expect(await fields.page.getByLabel('Obbligatorio').isChecked()).toBe(false);
  await fields.kind('Numero').click();
  await rename('Quantità');
  await fields.page.getByLabel('Obbligatorio').uncheck();
  await fields.kind('Testo').click();
  await rename('Note');
  await fields.page.getByLabel('Su più righe').check();
  await desk.sender.expectSound();
});

test('a field with its kind’s name is pointed out, with the focus on it, before anyone goes on', async () => {
  await fields.kind('Data').click();
  await desk.sender.button(`Firma, ${CLIENT.name}`).focus();
  await next();
  await fields.summary.getByText(/Dia un nome al campo «Data» a pagina \d/).waitFor();
  await desk.sender.expectFocus(fields.page.getByLabel('Nome del campo'));
  await desk.sender.expectSound();
  await rename('Data di nascita');
  await desk.sender.button(`Firma, ${CLIENT.name}`).focus();
});

test('the company’s own values are filled in here, and those that are missing are named', async () => {
  await fields.chooseOwner(/valori che inserisce ora/);
  for (const kind of ['Testo', 'Data', 'Numero', 'Casella', 'Scelta']) {
    await fields.kind(kind).click();
    await rename(`Nostro ${kind.toLowerCase()}`);
  }
  await next();
  for (const kind of ['testo', 'data', 'numero', 'scelta'])
    await fields.summary.getByText(`Manca il valore di «Nostro ${kind}»`).waitFor();
  await desk.sender.expectFocus(fields.page.getByLabel('Valore di «Nostro testo»'));
  await desk.sender.expectSound();
  async function fill(kind: string, value: string) {
    await fields.summary.getByRole('link', { name: `«Nostro ${kind}»` }).click();
    await fields.page.getByLabel(`Valore di «Nostro ${kind}»`).fill(value);
  }
  await fill('testo', 'CTR-2026/0147');
  await fill('data', '2026-12-01');
  await fill('numero', 'molti');
  await fields.summary.getByRole('link', { name: '«Nostro scelta»' }).click();
  await fields.page.getByLabel('Valore di «Nostro scelta»').selectOption('Sì');
  await desk.sender.button(/^Casella: Nostro casella/).click();
  await fields.page.getByLabel('Spunta «Nostro casella»').check();
});

test('a value of the wrong kind is refused with its field’s name, where one sees it', async () => {
  await next();
  const refused = fields.page.getByText('Il valore di «Nostro numero» non è valido');
  await refused.waitFor();
  await expect
    .poll(() => refused.evaluate((one) => one.getBoundingClientRect().top))
    .toBeGreaterThan(0);
  await desk.sender.expectSound();
  await desk.sender.button(/^Numero: Nostro numero/).click();
  await fields.page.getByLabel('Valore di «Nostro numero»').fill('18.500,00');
  await next();
  await desk.sender.heading('Controllo e invio').waitFor();
});

test('all of it is kept as it was placed', async () => {
  const { fields: placed, values } = await desk.employee.show(id);
  const named = (label: string) => placed.find((field) => field.label === label)!;
  expect(named('Pagamento').options).toEqual(['30 giorni', '60 giorni']);
  expect(named('Privacy')).toMatchObject({ kind: 'checkbox', required: false, party: CLIENT.id });
  expect(named('Quantità').required).toBe(false);
  expect(named('Note').multiline).toBe(true);
  const own = ['testo', 'data', 'numero', 'casella', 'scelta'].map((kind) =>
    named(`Nostro ${kind}`),
  );
  expect(own.map(({ party }) => party)).toEqual(Array(5).fill(null));
  expect(own.map((field) => values[field.id])).toEqual([
    'CTR-2026/0147',
    '2026-12-01',
    '18.500,00',
    true,
    'Sì',
  ]);
});
