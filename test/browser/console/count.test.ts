import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { counted, countInput, pressIn } from '../counted-input.ts';
import { CLIENT, CONTRACT, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();

const press = (one: Locator) => pressIn(desk.sender.page, one);

beforeAll(async () => {
  // Intake of the document takes long on a busy machine.
  desk.sender.page.setDefaultTimeout(90_000);
  await countInput(desk.sender.page);
  await desk.sender.heading('Documenti').waitFor();
});

test('from the PDF in hand to sent, two parties: seven clicks, two drags, two typed fields, no wheel', {
  timeout: 300_000,
}, async () => {
  const { sender } = desk;
  const { page } = sender;
  const { keyboard } = page;
  const fields = new FieldsPage(sender);

  await press(page.getByRole('link', { name: /^Nuovo documento|^Invii il primo/ }).first());
  await sender.heading('Quale documento va firmato?').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await press(sender.button('Scegli un file'));
  const file = { name: 'Contratto.pdf', mimeType: 'application/pdf' };
  await (await chooser).setFiles({ ...file, buffer: readFileSync(CONTRACT) });
  await sender.heading('Il documento').waitFor();
  await press(sender.button('Continua'));

  await sender.heading('Chi firma?').waitFor();
  await sender.expectFocus(page.getByLabel('Nome e cognome').last());
  await keyboard.type(CLIENT.name);
  await sender.tabTo('Indirizzo e-mail');
  await keyboard.type('paola.verdi@example.com');
  await press(sender.button('Continua'));

  await sender.heading('Dove si firma?').waitFor();
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas');
    return canvas && canvas.width !== 300;
  });
  const sheet = await fields.boxOf(fields.sheet(0));
  await fields.drag(fields.kind('Firma'), { x: sheet.x + sheet.width * 0.3, y: sheet.y + 200 });
  await press(page.locator('.owner', { hasText: CLIENT.name }));
  await fields.drag(fields.kind('Firma'), { x: sheet.x + sheet.width * 0.7, y: sheet.y + 200 });
  await press(sender.button('Continua'));

  await sender.heading('Controllo e invio').waitFor();
  await press(sender.button('Invia e firma'));
  await page.waitForURL(/\/sign#[0-9a-f]{8}$/);

  expect(await counted(page)).toEqual({ clicks: 7, drags: 2, typed: 2, wheels: 0 });
  // The list is eventually consistent with the ledger.
  await expect
    .poll(async () => (await desk.employee.list()).items[0])
    .toMatchObject({ title: 'Contratto', status: 'signing' });
});
