import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { counted, countInput, pressIn } from '../counted-input.ts';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
const press = (one: Locator) => pressIn(desk.sender.page, one);

/** Templates of the signed-in employee. */
const ME = { kind: 'email', address: 'giulia.rinaldi@officine-aurora.example' } as const;
const parties = [{ ...DIRECTOR, channel: ME }, CLIENT];
const signatures = [signatureOf(DIRECTOR, 200), signatureOf(CLIENT, 300)];

/** A template that keeps the company's signer. */
async function makeTemplate(name: string): Promise<string> {
  const from = await makeDraft(desk.employee, { title: 'Contratto', parties }, signatures);
  return desk.employee.makeTemplate(from, name, [
    { id: 'p1', name: 'Azienda', keepPerson: true },
    { id: 'p2', name: 'Cliente' },
  ]);
}

beforeAll(async () => {
  desk.sender.page.setDefaultTimeout(60_000);
  await makeTemplate('Contratto di servizio');
});

test('from the console’s first page to sent, two parties: three clicks and two typed fields', {
  timeout: 300_000,
}, async () => {
  const { sender } = desk;
  const { page } = sender;
  await countInput(page);
  await sender.heading('Documenti').waitFor();

  await press(page.getByRole('link', { name: 'Modelli' }));
  await sender.heading('Modelli').waitFor();
  await press(page.getByRole('link', { name: 'Usa: Contratto di servizio' }));
  await sender.heading('Contratto di servizio').waitFor();
  await sender.expectFocus(page.getByLabel('Nome e cognome'));
  await page.keyboard.type(CLIENT.name);
  await sender.tabTo('Indirizzo e-mail');
  await page.keyboard.type('paola.verdi@example.com');
  await press(sender.button('Invia e firma'));
  await page.waitForURL(/\/sign#[0-9a-f]{8}$/);

  expect(await counted(page)).toEqual({ clicks: 3, drags: 0, typed: 2, wheels: 0 });
  await expect
    .poll(async () => (await desk.employee.list()).items[0], { timeout: 20_000 })
    .toMatchObject({ title: 'Contratto', status: 'signing', template: { version: 1 } });
});

test('the person who stays in a place may be replaced, for this once', async () => {
  const { sender } = desk;
  const { page } = sender;
  const id = await makeTemplate('Con un altro firmatario');
  await sender.goTo(`/templates/${id}`);
  await sender.button('Sostituisci Giulia Rinaldi con un’altra persona').click();
  const company = page.getByRole('group', { name: 'Azienda' });
  await company.getByLabel('Nome e cognome').fill('Aldo Neri');
  await company.getByLabel('Indirizzo e-mail').fill('aldo.neri@example.com');
  const client = page.getByRole('group', { name: 'Cliente' });
  await client.getByLabel('Nome e cognome').fill(CLIENT.name);
  await client.getByLabel('Indirizzo e-mail').fill('paola.verdi@example.com');
  await sender.button('Invia a Aldo Neri').click();
  await page.getByText('Aldo Neri').first().waitFor();
  await sender.heading('Contratto').waitFor();
  await sender.goTo(`/templates/${id}`);
  await page.getByText('Giulia Rinaldi', { exact: true }).waitFor();
});

test.each([390, 1280])(
  'list and use fit a window of %i pixels and are sound to a screen reader',
  async (width) => {
    const { sender } = desk;
    const { page } = sender;
    const before = page.viewportSize()!;
    await page.setViewportSize({ width, height: 800 });
    await sender.goTo('/templates');
    await page.getByRole('link', { name: 'Usa: Contratto di servizio' }).waitFor();
    await sender.expectSound();
    await page.getByText('Altro', { exact: true }).first().click();
    await sender.expectSound();
    await page.getByRole('link', { name: 'Usa: Contratto di servizio' }).click();
    await sender.heading('Contratto di servizio').waitFor();
    await sender.expectSound();
    await page.setViewportSize(before);
  },
);
