import { expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();

async function makeTemplate(name: string): Promise<string> {
  const fields = [signatureOf(DIRECTOR, 200), signatureOf(CLIENT, 300)];
  const from = await makeDraft(desk.employee, {}, fields);
  return desk.employee.makeTemplate(from, name, [
    { id: 'p1', name: 'Azienda', keepPerson: true },
    { id: 'p2', name: 'Cliente' },
  ]);
}

const row = (name: string) =>
  desk.sender.page.locator('.templates > li', {
    has: desk.sender.page.getByText(name, { exact: true }),
  });

async function act(name: string, what: string): Promise<void> {
  await row(name).getByText('Altro', { exact: true }).click();
  await desk.sender.button(`${what}: ${name}`).click();
}

test('a template is duplicated, shared, archived, put back and deleted once that is confirmed', async () => {
  const { sender } = desk;
  const { page } = sender;
  await sender.goTo('/templates');
  await page.getByText('Qui compariranno i modelli').waitFor();
  const id = await makeTemplate('Offerta');
  await page.reload();
  await row('Offerta').getByText('solo mio').waitFor();
  expect(await row('Offerta').getByRole('listitem').allTextContents()).toEqual([
    'Azienda',
    'Cliente',
  ]);

  await act('Offerta', 'Condividi con l’azienda');
  await sender.expectFocus(page.getByRole('status').filter({ hasText: 'è di tutta l’azienda' }));
  await row('Offerta').getByText('dell’azienda, di Giulia Rinaldi').waitFor();
  await act('Offerta', 'Duplica');
  await row('Copia di Offerta').getByText('solo mio').waitFor();

  await act('Copia di Offerta', 'Archivia');
  await page.getByText('«Copia di Offerta» è archiviato.').waitFor();
  expect(await row('Copia di Offerta').count()).toBe(0);
  await page.getByRole('link', { name: 'Archiviati' }).click();
  await act('Copia di Offerta', 'Rimetti in uso');
  await page.getByText('Nessun modello archiviato.').waitFor();
  await page.getByRole('link', { name: 'In uso' }).click();

  await act('Copia di Offerta', 'Elimina');
  await sender.dialog.getByRole('button', { name: 'Tienilo' }).click();
  await row('Copia di Offerta').waitFor();
  await act('Copia di Offerta', 'Elimina');
  expect(await sender.watched.inaccessible()).toEqual([]);
  await sender.dialog.getByRole('button', { name: 'Elimina il modello' }).click();
  await page.getByText('Il modello «Copia di Offerta» è eliminato.').waitFor();
  expect(await row('Copia di Offerta').count()).toBe(0);
  expect(await desk.employee.templates('visible')).toEqual([id]);
});
