import { beforeEach, describe, expect, test } from 'vitest';
import { writePdf } from '../../fixtures/write-pdf.ts';
import { WatchedPage } from '../watched-page.ts';
import { CLIENT, ConsolePage, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();
let id: string;
let fields: FieldsPage;

const shown = () => desk.employee.show(id);
const entries = async () => (await shown()).timeline.map(({ type }) => type);
const kinds = async () => (await shown()).fields.map(({ kind }) => kind);

/** Another tab of the same sender, as opened by a link. */
async function anotherTab(): Promise<ConsolePage> {
  const tokens = await desk.sender.page.evaluate(() => sessionStorage.getItem('sigillo.tokens'));
  const page = await desk.sender.page.context().newPage();
  await page.addInitScript((text) => {
    if (location.pathname === '/console' && text) sessionStorage.setItem('sigillo.tokens', text);
  }, tokens);
  return ConsolePage.in(await WatchedPage.in(page), desk.target.api);
}

async function openFields(sender: ConsolePage): Promise<FieldsPage> {
  const page = new FieldsPage(sender);
  await page.open(id);
  return page;
}

beforeEach(async () => {
  id = await makeDraft(desk.employee, {}, [signatureOf(DIRECTOR, 100), signatureOf(CLIENT, 300)]);
});

describe('a tab that is closed at once after a change', () => {
  test.each([
    ['closed', (tab: ConsolePage) => tab.page.close({ runBeforeUnload: true })],
    ['left for another address', (tab: ConsolePage) => tab.page.goto('about:blank')],
    ['loaded anew', (tab: ConsolePage) => tab.page.reload()],
  ])('has saved it: %s', async (_, end) => {
    const tab = await anotherTab();
    fields = await openFields(tab);
    await fields.kind('Sigla').click();
    await end(tab);
    await expect.poll(kinds).toContain('initials');
    if (!tab.page.isClosed()) await tab.page.close();
  });

  test('keeps in this browser what is too large to be sent then, and sends it when it is opened', async () => {
    const options = Array.from({ length: 50 }, (_, index) => `${index} `.padEnd(190, 'x'));
    const large = Array.from({ length: 8 }, (_, index) => ({
      ...signatureOf(CLIENT, 20 + index * 90, 1),
      ...{
        id: `c${index}`,
        kind: 'choice' as const,
        options: options.map((one) => one.slice(0, 180)),
      },
      ...{ x: 10, width: 500, height: 40 },
    }));
    await desk.employee.place(id, [...(await shown()).fields, ...large] as never);
    const tab = await anotherTab();
    await openFields(tab);
    await new FieldsPage(tab).kind('Sigla').click();
    await tab.page.close({ runBeforeUnload: true });
    const later = await anotherTab();
    await openFields(later);
    await expect.poll(kinds).toContain('initials');
    await later.page.close();
  });
});

test('a change is saved after a pause, with the hour, and without an entry for each', async () => {
  const before = await entries();
  fields = await openFields(desk.sender);
  await fields.kind('Sigla').click();
  await expect.poll(kinds).toContain('initials');
  await desk.sender.page.getByText(/^Salvato alle \d\d:\d\d$/).waitFor();
  await fields.kind('Data').click();
  await expect.poll(kinds).toContain('date');
  expect(await entries()).toEqual(before);
  await desk.sender.expectSound();
});

test('a value of the company is typed letter by letter, and lies whole in the draft', async () => {
  fields = await openFields(desk.sender);
  await fields.chooseOwner(/valori che inserisce ora/);
  await fields.kind('Testo').click();
  await desk.sender.page.getByLabel('Valore di «Testo»').pressSequentially('DNGMTT80A01F205X', {
    delay: 40,
  });
  await expect
    .poll(async () => Object.values((await shown()).values))
    .toEqual(['DNGMTT80A01F205X']);
  await desk.sender.button('Continua').click();
  await desk.sender.heading('Controllo e invio').waitFor();
  expect((await entries()).slice(-2)).toEqual(['placed', 'filled']);
});

test('undo still reaches what was done before one looked at another step', async () => {
  fields = await openFields(desk.sender);
  await fields.kind('Sigla').click();
  await desk.sender.button('Indietro').click();
  await desk.sender.heading('Chi firma?').waitFor();
  await desk.sender.button('Continua').click();
  await desk.sender.heading('Dove si firma?').waitFor();
  await desk.sender.button('Annulla modifica').click();
  await expect.poll(kinds).toEqual(['signature', 'signature']);
  await desk.sender.button('Ripristina').click();
  await expect.poll(kinds).toContain('initials');
});

describe('of two tabs with one draft', () => {
  test('the older is told, and may take over or load the other', async () => {
    const older = await openFields(desk.sender);
    const tab = await anotherTab();
    const newer = await openFields(tab);
    await newer.kind('Data').click();
    await expect.poll(kinds).toContain('date');
    await older.kind('Sigla').click();
    await desk.sender.page.getByText(/modificata in un’altra scheda/).waitFor();
    expect(await kinds()).toContain('date');
    await desk.sender.expectSound();
    await desk.sender.button('Tieni quella di qui').click();
    await expect.poll(kinds).toEqual(['signature', 'signature', 'initials']);
    await newer.kind('Numero').click();
    await tab.page.getByText(/modificata in un’altra scheda/).waitFor();
    await tab.button('Carica l’altra').click();
    await tab
      .button(/^Sigla/)
      .and(tab.page.locator('.placed button'))
      .waitFor();
    await expect.poll(kinds).toEqual(['signature', 'signature', 'initials']);
    await tab.button('Annulla modifica').click();
    await expect.poll(kinds).toContain('number');
    await tab.page.close();
  });

  test('who would overwrite people that were changed meanwhile is told', async () => {
    await desk.sender.goTo(`/envelopes/${id}/people`);
    await desk.sender.heading('Chi firma?').waitFor();
    const { parties, title, language } = await shown();
    const renamed = parties.map((one) => (one.id === 'p2' ? { ...one, name: 'Paola Neri' } : one));
    await desk.employee.edit(id, { title, language, parties: renamed as never });
    await desk.sender.button('Continua').click();
    await desk.sender.page
      .getByText(/modificata in un’altra scheda o/)
      .first()
      .waitFor();
    expect((await shown()).parties[1]?.name).toBe('Paola Neri');
    await desk.sender.button('Tieni quella di qui').click();
    await desk.sender.button('Tieni quella di qui').waitFor({ state: 'detached' });
    await desk.sender.button('Continua').click();
    await desk.sender.heading('Dove si firma?').waitFor();
    expect((await shown()).parties[1]?.name).toBe('Paola Verdi');
  });
});

describe('a person who is removed', () => {
  test('leaves her fields to nobody yet: to be given to somebody, and not sent before', async () => {
    const { sender } = desk;
    await sender.goTo(`/envelopes/${id}/people`);
    await sender.button('Rimuovi Paola Verdi').click();
    await sender.page.getByText('Il suo campo resta, per ora di nessuno').waitFor();
    await sender.expectSound();
    await sender.button('Annulla la rimozione').click();
    expect(await sender.page.getByLabel('Nome e cognome').nth(1).inputValue()).toBe('Paola Verdi');
    await sender.button('Rimuovi Paola Verdi').click();
    await sender.button('Aggiungi una persona').click();
    await sender.page.keyboard.type('Luca Neri');
    await sender.page.getByLabel('Indirizzo e-mail').nth(1).fill('luca.neri@example.com');
    await sender.button('Continua').click();
    await sender.heading('Dove si firma?').waitFor();
    await sender.documentDrawn();
    await sender.button('Firma, Di nessuno, per ora').waitFor();
    await sender.expectSound();
    await sender.button('Continua').click();
    await sender.page.getByRole('alert').getByText('«Firma» non è di nessuno').waitFor();
    await sender.button('A Luca Neri').click();
    await sender.button('Continua').click();
    await sender.heading('Controllo e invio').waitFor();
    const { parties, fields: kept } = await shown();
    expect(kept.map(({ party }) => party)).toEqual(parties.map(({ id }) => id));
  });

  test('may be replaced by another, who has her fields', async () => {
    const { sender } = desk;
    await sender.goTo(`/envelopes/${id}/people`);
    await sender.button('Sostituisci Paola Verdi con un’altra persona').click();
    await sender.page.keyboard.type('Luca Neri');
    await sender.page.getByLabel('Indirizzo e-mail').nth(1).fill('luca.neri@example.com');
    await sender.button('Continua').click();
    await sender.heading('Dove si firma?').waitFor();
    await sender.documentDrawn();
    await sender.button('Firma, Luca Neri').waitFor();
  });
});

test('another PDF keeps the fields that fit it and the company’s values, and names the others', async () => {
  const { sender } = desk;
  const own = { ...signatureOf(DIRECTOR, 500), id: 'own', party: null, kind: 'text' as const };
  const last = {
    ...signatureOf(CLIENT, 60, 2),
    id: 'last',
    kind: 'initials' as const,
    label: 'Sigla',
  };
  const before = (await shown()).fields;
  await desk.employee.place(id, [...before, { ...own, label: 'Oggetto' }, last] as never);
  await desk.employee.fill(id, { own: 'Fornitura' });
  await sender.goTo(`/envelopes/${id}/document`);
  await sender.heading('Il documento').waitFor();
  await sender.choose('corretto \u202e è.pdf', writePdf());
  await sender.page.getByText('«Sigla», a pagina 3').waitFor();
  await sender.expectSound();
  const now = await shown();
  expect(now.fields.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), 'own']);
  expect(now.values).toEqual({ own: 'Fornitura' });
  expect(now.document?.name).toBe('corretto è.pdf');
  await sender.button('Torna a «contratto.pdf»').click();
  await expect.poll(async () => (await shown()).fields.length).toBe(4);
});

test.each([
  ['desktop', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
])('the way on is in view in every step: %s', async (_, size) => {
  await desk.sender.page.setViewportSize(size);
  for (const [step, heading, name] of [
    ['document', 'Il documento', 'Continua'],
    ['people', 'Chi firma?', 'Continua'],
    ['fields', 'Dove si firma?', 'Continua'],
    ['review', 'Controllo e invio', /^Invia a/],
  ] as const) {
    await desk.sender.goTo(`/envelopes/${id}/${step}`);
    await desk.sender.heading(heading).waitFor();
    if (step === 'fields') await desk.sender.documentDrawn();
    const { y, height } = (await desk.sender.button(name).boundingBox())!;
    expect(y + height, step).toBeLessThanOrEqual(size.height);
    await desk.sender.expectSound();
  }
  await desk.sender.page.setViewportSize({ width: 1280, height: 800 });
});
