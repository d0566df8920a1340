import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useTarget } from '../flow/theatre.ts';
import { launchBrowser } from './launch-browser.ts';
import { DESKTOP, WatchedPage } from './watched-page.ts';

const CONTRACT = new URL('../fixtures/contratto.pdf', import.meta.url).pathname;
const CLIENT = { name: 'Paola Verdi', address: 'paola.verdi@cliente.example' };

const target = useTarget();
let browser: Browser;
let sender: WatchedPage;

beforeAll(async () => {
  browser = await launchBrowser();
  sender = await WatchedPage.open(browser, DESKTOP, 'it-IT');
});
afterAll(() => browser.close());
afterEach(() => expect(sender.complaints).toEqual([]));

const heading = (name: string) => sender.page.getByRole('heading', { name, level: 1 });
const button = (name: string | RegExp) => sender.page.getByRole('button', { name });
const boxOf = async (where: Locator) => (await where.boundingBox())!;

/** Where a field lies on its page, in hundredths of the page. */
async function placeOf(field: Locator) {
  const box = await boxOf(field);
  const page = await boxOf(sender.page.locator('.pdf-page').filter({ has: field }));
  return {
    x: ((box.x - page.x) / page.width) * 100,
    y: ((box.y - page.y) / page.height) * 100,
    width: (box.width / page.width) * 100,
  };
}

async function drag(from: Locator, to: { x: number; y: number }) {
  const box = await boxOf(from);
  await sender.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await sender.page.mouse.down();
  await sender.page.mouse.move(to.x, to.y, { steps: 8 });
  await sender.page.mouse.up();
}

describe('a sender', () => {
  test('signs in, and nothing of it stays in the address bar', async () => {
    const { page } = sender;
    await page.goto(`${target.api}/console`);
    await heading('Documenti da far firmare').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
    await button('Accedi').click();
    await page.getByRole('button', { name: /Giulia Rinaldi/ }).click();
    await heading('Documenti').waitFor();
    expect(page.url()).not.toMatch(/code=|state=/);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('is told at once why a file cannot be used', async () => {
    const { page } = sender;
    await page.getByRole('link', { name: 'Nuovo documento' }).click();
    await heading('Quale documento va firmato?').waitFor();
    await page.setInputFiles('input[type=file]', {
      name: 'lettera.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK'),
    });
    await page.getByText('lettera.docx non è un PDF').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('is told what intake refuses', async () => {
    const { page } = sender;
    await page.setInputFiles('input[type=file]', {
      name: 'rotto.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.7\n${'rotto '.repeat(50)}`),
    });
    await page.getByText('Il PDF è danneggiato').waitFor();
  });

  test('begins an envelope with a PDF, titled after its file', async () => {
    const { page } = sender;
    await page.setInputFiles('input[type=file]', {
      name: 'Contratto_Verdi.pdf',
      mimeType: 'application/pdf',
      buffer: readFileSync(CONTRACT),
    });
    await heading('Il documento').waitFor();
    await page.getByText('Va bene').waitFor();
    await page.getByLabel('Titolo').fill('Contratto Verdi');
    expect(await sender.inaccessible()).toEqual([]);
    await button('Continua').click();
  });

  test('is told beside the field and at the top what people lack', async () => {
    const { page } = sender;
    await heading('Chi firma?').waitFor();
    await button('Continua').click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('C’è qualcosa da sistemare');
    await summary.getByRole('link', { name: 'Scriva nome e cognome' }).click();
    const name = page.getByLabel('Nome e cognome').nth(1);
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('sees himself as the company’s signer, and adds the client', async () => {
    const { page } = sender;
    expect(await page.getByLabel('Nome e cognome').first().inputValue()).toBe('Giulia Rinaldi');
    await page.getByLabel('Nome e cognome').nth(1).fill(CLIENT.name);
    await page.getByLabel('Indirizzo e-mail').nth(1).fill(CLIENT.address);
    await page.getByLabel('Deve anche apporre il timbro').nth(1).check();
    await button('Continua').click();
    await heading('Dove si firma?').waitFor();
    await page.locator('.pdf-page canvas').first().waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('places a field with the mouse, exactly where it is dropped, and moves and resizes it', async () => {
    const { page } = sender;
    const sheet = await boxOf(page.locator('.pdf-page').first());
    const kind = page.getByRole('button', { name: 'Firma', exact: true });
    await drag(kind, { x: sheet.x + sheet.width * 0.3, y: sheet.y + 300 });
    const field = button('Firma, Giulia Rinaldi');
    const before = await boxOf(field);
    expect(before.x + before.width / 2).toBeCloseTo(sheet.x + sheet.width * 0.3, -1);
    expect(before.y + before.height / 2).toBeCloseTo(sheet.y + 300, -1);
    await drag(field, {
      x: before.x + before.width / 2 + 90,
      y: before.y + before.height / 2 + 60,
    });
    const after = await boxOf(field);
    expect(after.x - before.x).toBeCloseTo(90, -1);
    expect(after.y - before.y).toBeCloseTo(60, -1);
    await drag(page.locator('.corner'), {
      x: after.x + after.width + 40,
      y: after.y + after.height,
    });
    expect((await boxOf(field)).width).toBeGreaterThan(after.width + 25);
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('takes a change back and makes it again', async () => {
    const field = button('Firma, Giulia Rinaldi');
    const large = (await placeOf(field)).width;
    await button('Annulla').click();
    expect((await placeOf(field)).width).toBeLessThan(large);
    await button('Ripristina').click();
    expect((await placeOf(field)).width).toBeCloseTo(large, 1);
  });

  test('cannot go on while someone has nowhere to sign or to stamp', async () => {
    const { page } = sender;
    await button('Continua').click();
    const summary = page.getByRole('alert');
    await summary.getByText(`Manca il posto in cui firma ${CLIENT.name}`).waitFor();
    await summary.getByText(`Manca il posto in cui ${CLIENT.name} mette il timbro`).waitFor();
  });

  test('places, moves, resizes, copies and deletes fields with the keyboard alone', async () => {
    const { page } = sender;
    const owner = page.getByRole('radio', { name: 'Giulia Rinaldi' });
    await owner.focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Firma', exact: true }).focus();
    await page.keyboard.press('Enter');
    const field = button(`Firma, ${CLIENT.name}`);
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    const before = await placeOf(field);
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    const after = await placeOf(field);
    expect(after.x).toBeGreaterThan(before.x + 3);
    expect(after.y).toBeGreaterThan(before.y);
    expect(after.width).toBeGreaterThan(before.width);
    await page.getByRole('button', { name: 'Casella', exact: true }).focus();
    await page.keyboard.press('Enter');
    const box = button(`Casella, ${CLIENT.name}`);
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Delete');
    await expect.poll(() => box.count()).toBe(0);
    await page.getByRole('button', { name: 'Timbro', exact: true }).focus();
    await page.keyboard.press('Enter');
    const stamps = button(`Timbro, ${CLIENT.name}`);
    await stamps.waitFor();
    await button('Copia su tutte le pagine').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => stamps.count()).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(() => stamps.count()).toBe(1);
  });

  test('fills in the company’s own values, and is told which are missing', async () => {
    const { page } = sender;
    await page.getByRole('radio', { name: /compila lei/ }).check();
    await page.getByRole('button', { name: 'Testo', exact: true }).click();
    await page.getByLabel('Nome del campo').fill('Numero del contratto');
    await button('Continua').click();
    await page.getByRole('alert').getByText('Manca il valore di «Numero del contratto»').waitFor();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Numero del contratto/ })
      .click();
    await page.getByLabel('Valore di «Numero del contratto»').fill('2026/0147');
    expect(await sender.inaccessible()).toEqual([]);
    await button('Continua').click();
    await heading('Controllo e invio').waitFor();
  });

  test('finds the draft as it was after a reload', async () => {
    const { page } = sender;
    await page.reload();
    await heading('Controllo e invio').waitFor();
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.getByText('2026/0147').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('sends it and sees whom it waits for', async () => {
    const { page } = sender;
    await page.getByLabel('Messaggio (facoltativo)').fill('Buongiorno, ecco il contratto.');
    await page.getByLabel('Giorni per firmare').fill('10');
    await button('Invia a Giulia Rinaldi').click();
    await heading('Contratto Verdi').waitFor();
    await page.getByText('Si attende la firma di Giulia Rinaldi.').waitFor();
    await page.getByText('Invito a Giulia Rinaldi').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('takes the ledger home as a file', async () => {
    const [download] = await Promise.all([
      sender.page.waitForEvent('download'),
      button('Scarica il registro').click(),
    ]);
    const entries = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(entries.map(({ type }: { type: string }) => type)).toContain('sent');
  });

  test('stays signed in when the token ends, with a fresh one', async () => {
    const { page } = sender;
    const tokens = () =>
      page.evaluate(() => JSON.parse(sessionStorage.getItem('sigillo.tokens') ?? '{}'));
    const before = await tokens();
    await page.evaluate(
      (ended) => sessionStorage.setItem('sigillo.tokens', JSON.stringify(ended)),
      { ...before, expiresAt: 0 },
    );
    await page.reload();
    await heading('Contratto Verdi').waitFor();
    expect((await tokens()).expiresAt).toBeGreaterThan(Date.now());
  });

  test('reminds, and corrects a contact of someone who has not signed', async () => {
    const { page } = sender;
    await button('Invia un promemoria a Giulia Rinaldi').click();
    await page.getByText('Il promemoria per Giulia Rinaldi è partito.').waitFor();
    await button(`Correggi il recapito di ${CLIENT.name}`).click();
    await page.getByRole('dialog').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
    await page.getByRole('radio', { name: 'SMS' }).check();
    await page.getByLabel('Numero di cellulare').fill('12');
    await page.getByRole('dialog').getByRole('button', { name: 'Correggi' }).click();
    await page.getByText('Scriva un numero di cellulare valido').waitFor();
    await page.getByLabel('Numero di cellulare').fill('347 123 4567');
    await page.getByRole('dialog').getByRole('button', { name: 'Correggi' }).click();
    await page.getByText('+393471234567').waitFor();
  });

  test('voids it with a reason', async () => {
    const { page } = sender;
    await button('Annulla la richiesta').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla la richiesta' }).click();
    await page.getByText('Scriva il motivo').waitFor();
    await page.getByLabel('Motivo').fill('Prezzo sbagliato');
    await page.getByRole('dialog').getByRole('button', { name: 'Annulla la richiesta' }).click();
    await page.getByText('Motivo: Prezzo sbagliato').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('finds it in the list by a person’s name, whatever the accents', async () => {
    const { page } = sender;
    await page.getByRole('link', { name: 'Documenti', exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Contratto Verdi' });
    await row.getByText('Annullato').waitFor();
    await page.getByRole('searchbox').fill('PAÓLA');
    await row.waitFor();
    await page.getByRole('searchbox').fill('nessuno');
    await page.getByText('Nessun documento corrisponde').waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('is offered the people of earlier envelopes again', async () => {
    const { page } = sender;
    await page.getByRole('link', { name: 'Nuovo documento' }).click();
    await page.setInputFiles('input[type=file]', CONTRACT);
    await button('Continua').click();
    await heading('Chi firma?').waitFor();
    await button(/Paola Verdi/).click();
    expect(await page.getByLabel('Nome e cognome').nth(1).inputValue()).toBe(CLIENT.name);
  });

  test('places a field by a tap and moves it with a finger, on a phone', async () => {
    const { page } = sender;
    await button('Continua').click();
    await heading('Dove si firma?').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.pdf-page canvas').first().waitFor();
    await page.getByRole('button', { name: 'Firma', exact: true }).click();
    const field = button('Firma, Giulia Rinaldi');
    await field.scrollIntoViewIfNeeded();
    const before = await boxOf(field);
    const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y: y + dy }],
      });
    await touch('touchStart');
    for (let step = 1; step <= 5; step++) await touch('touchMove', step * 8, step * 6);
    await touch('touchEnd');
    await expect.poll(async () => (await boxOf(field)).x - before.x).toBeCloseTo(40, -1);
    expect((await boxOf(field)).y - before.y).toBeCloseTo(30, -1);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expect(await sender.inaccessible()).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('reads what the company has configured', async () => {
    const { page } = sender;
    await page.getByRole('link', { name: 'Impostazioni' }).click();
    await page.getByText('Officine Aurora').first().waitFor();
    expect(await sender.inaccessible()).toEqual([]);
  });

  test('signs out, and the back button shows nothing', async () => {
    const { page } = sender;
    await button('Esci').click();
    await page.waitForURL((url) => url.pathname !== '/console' || url.hash === '');
    await page.goto(`${target.api}/console`);
    await heading('Documenti da far firmare').waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('sigillo.tokens'))).toBeNull();
  });
});
