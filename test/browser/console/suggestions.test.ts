import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PHONE } from '../watched-page.ts';
import { CLIENT, ConsolePage, DIRECTOR, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const TAGGED = readFileSync('test/fixtures/places/tags-chrome.pdf');
const WRONG = '{{firma:client}}';

const desk = useDesk();
let fields: FieldsPage;

async function draftOf(bytes: Uint8Array): Promise<string> {
  const parties = [DIRECTOR, CLIENT];
  const id = await desk.employee.create({ title: 'Contratto', language: 'it', parties });
  await desk.employee.upload(id, 'contratto.pdf', bytes);
  return id;
}

/** Tags for both parties, an invalid tag, and a signature line without a party. */
async function contract(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const texts = [
    [60, 560, '{{signature:director}}'],
    [320, 560, '{{signature:client}}'],
    [60, 400, WRONG],
    [60, 150, 'Luogo e data: ____________________'],
  ] as const;
  for (const [x, y, text] of texts) page.drawText(text, { x, y, size: 11, font });
  return document.save();
}

const ghost = (name: string) => desk.sender.button(`Proposta: ${name}, pagina 1`);
const placed = (name: string) => desk.sender.button(name);
const SIGNED = [`Firma, ${DIRECTOR.name}`, `Firma, ${CLIENT.name}`] as const;
const [MINE, THEIRS] = SIGNED;
const PLACE = 'Testo: Luogo e data, Di nessuno, per ora';
const said = (text: string | RegExp) => fields.page.getByText(text);

describe('a document that asks for fields', () => {
  let id: string;
  beforeAll(async () => {
    fields = new FieldsPage(desk.sender);
    id = await draftOf(await contract());
    await fields.open(id);
  });

  test('shows them as boxes of their party, and places none', async () => {
    await ghost(THEIRS).waitFor();
    await ghost(MINE).waitFor();
    await ghost(PLACE).waitFor();
    expect(await fields.page.locator('.placed').count()).toBe(0);
    await desk.sender.expectSound();
    expect((await desk.employee.show(id)).fields).toEqual([]);
  });

  test('says which texts are no tags, and that tags are taken out', async () => {
    await said(`«${WRONG}», a pagina 1: il tipo di campo non esiste`).waitFor();
    await said(/^2 tag del testo vengono tolti dal documento quando lo si invia/).waitFor();
  });

  test('pressed a box is a field in its very place, to be changed like any other, and not offered again', async () => {
    const before = await fields.placeOf(ghost(THEIRS));
    await ghost(THEIRS).click();
    await desk.sender.expectFocus(placed(THEIRS));
    await said('1 campo collocato').waitFor({ state: 'attached' });
    const after = await fields.placeOf(placed(THEIRS));
    for (const key of ['x', 'y', 'width', 'height'] as const)
      expect(after[key]).toBeCloseTo(before[key], 0);
    expect(await ghost(THEIRS).count()).toBe(0);
    for (let presses = 0; presses < 20; presses++) await fields.page.keyboard.press('ArrowDown');
    await expect
      .poll(async () => (await fields.placeOf(placed(THEIRS))).y)
      .toBeGreaterThan(after.y + 60);
    expect(await ghost(THEIRS).count()).toBe(0);
    await desk.sender.expectSound();
  });

  test('undone it is offered again', async () => {
    await fields.page.keyboard.press('Control+z');
    await fields.page.keyboard.press('Control+z');
    await ghost(THEIRS).waitFor();
    expect(await placed(THEIRS).count()).toBe(0);
  });

  test('by keys Delete drops and Enter accepts, and the focus goes on', async () => {
    await ghost(MINE).focus();
    await fields.page.keyboard.press('Delete');
    await expect.poll(() => ghost(MINE).count()).toBe(0);
    await said('1 proposta scartata').waitFor({ state: 'attached' });
    await desk.sender.expectFocus(ghost(THEIRS));
    await fields.page.keyboard.press('Enter');
    await desk.sender.expectFocus(placed(THEIRS));
  });

  test('dropped it stays dropped when the draft is opened again, until it is asked for', async () => {
    await expect.poll(async () => (await desk.employee.show(id)).fields.length).toBe(1);
    await said(/^Salvato alle/).waitFor();
    await fields.page.reload();
    await ghost(PLACE).waitFor();
    expect(await ghost(MINE).count()).toBe(0);
    await desk.sender.button('Riproponi 1 campo scartato').click();
    await ghost(MINE).waitFor();
  });

  test('one by one they are accepted from the list, and the focus stays in it', async () => {
    await fields.page.getByText('Uno per uno').click();
    await desk.sender.expectSound();
    await desk.sender.button(`Accetta: ${MINE}, pagina 1`).focus();
    await fields.page.keyboard.press('Enter');
    await desk.sender.expectFocus(desk.sender.button(`Accetta: ${PLACE}, pagina 1`));
    await placed(MINE).waitFor();
  });

  test('one of nobody asks whose it is', async () => {
    await desk.sender.button('Accetta tutti').click();
    await said('1 campo collocato, 1 di nessuno: scelga di chi').waitFor({ state: 'attached' });
    await desk.sender.expectFocus(desk.sender.heading('Dove si firma?'));
    await desk.sender.button(`A ${CLIENT.name}`).click();
    await placed(`Testo: Luogo e data, ${CLIENT.name}`).waitFor();
    await desk.sender.expectSound();
  });

  test('accepted they are saved as the fields of the draft', async () => {
    await desk.sender.button('Continua').click();
    await desk.sender.heading('Controllo e invio').waitFor();
    const { fields: saved } = await desk.employee.show(id);
    expect(saved.map(({ kind, party }) => [kind, party])).toEqual([
      ['signature', CLIENT.id],
      ['signature', DIRECTOR.id],
      ['text', CLIENT.id],
    ]);
  });
});

describe('on a phone', () => {
  let phone: ConsolePage;
  beforeAll(async () => {
    phone = await ConsolePage.open(desk.browser, desk.target.api, PHONE);
    await phone.signIn();
  });
  afterAll(() => phone.page.context().close());

  test('they are accepted by a finger, alone and all at once, and nothing is cut off', async () => {
    await new FieldsPage(phone).open(await draftOf(TAGGED));
    await phone.button(`Proposta: ${THEIRS}, pagina 1`).tap();
    await phone.button(THEIRS).waitFor();
    await phone.expectSound();
    await phone.button('Accetta tutti').tap();
    await phone.page.getByText(/^1 campo è di nessuno/).waitFor();
    expect(await phone.page.locator('.suggested').count()).toBe(0);
    expect(await phone.page.locator('.placed').count()).toBe(5);
    await phone.expectSound();
    expect(phone.watched.complaints).toEqual([]);
  });
});

test('what the document asks for is loaded again if the network failed', async () => {
  fields = new FieldsPage(desk.sender);
  await fields.page.route('**/suggestions', (route) => route.abort());
  await fields.open(await draftOf(TAGGED));
  await said('Non si è potuto caricare quali campi il documento propone.').waitFor();
  await desk.sender.expectSound();
  await fields.page.unroute('**/suggestions');
  await desk.sender.button('Riprova').click();
  await ghost(THEIRS).waitFor();
  desk.sender.watched.forgive(/ERR_FAILED/);
});
