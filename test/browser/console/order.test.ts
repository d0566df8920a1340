import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../shared/domain/envelope/party.ts';
import { CLIENT, DIRECTOR, makeDraft, useDesk } from './console-page.ts';

const OTHER = { ...CLIENT, id: 'p3', turn: 2, name: 'Luca Neri' };

const desk = useDesk();
const names = () => desk.sender.page.getByLabel('Nome e cognome');
const together = () => desk.sender.page.getByLabel('Firma insieme alla persona precedente');
const button = (name: string) => desk.sender.button(name);
let id: string;

async function openDraft(parties = [DIRECTOR, CLIENT]) {
  id = await makeDraft(desk.employee, { parties });
  await openPeople();
}
async function openPeople() {
  await desk.sender.goTo('/');
  await desk.sender.goTo(`/envelopes/${id}/people`);
  await desk.sender.heading('Chi firma?').waitFor();
}
const standing = () =>
  names().evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

/** The parties' names, once the server has stored them. */
async function turnsSaved() {
  await button('Continua').click();
  await desk.sender.heading('Dove si firma?').waitFor();
  const { parties } = await desk.employee.show(id);
  return parties.map(({ name, turn }) => [name, turn]);
}

test('the other party goes first by the keyboard alone, which stays with who is moved', async () => {
  const { sender } = desk;
  await openDraft([DIRECTOR, CLIENT, OTHER]);
  await button('Prima: sposta Luca Neri in alto').focus();
  await sender.page.keyboard.press('Enter');
  await sender.page
    .getByRole('status')
    .getByText('Luca Neri: ordine di firma: 2')
    .waitFor({ state: 'attached' });
  await sender.expectFocus(button('Prima: sposta Luca Neri in alto'));
  await sender.page.keyboard.press('Enter');
  await sender.expectFocus(button('Dopo: sposta Luca Neri in basso'));
  expect(await standing()).toEqual(['Luca Neri', DIRECTOR.name, CLIENT.name]);
  expect(await turnsSaved()).toEqual([
    ['Luca Neri', 0],
    [DIRECTOR.name, 1],
    [CLIENT.name, 2],
  ]);
});

test('both sides sign in one turn, and are read back so', async () => {
  await openDraft();
  await together().check();
  expect(await turnsSaved()).toEqual([
    [DIRECTOR.name, 0],
    [CLIENT.name, 0],
  ]);
  await openPeople();
  expect(await together().isChecked()).toBe(true);
});

test('the other party signs alone, and nobody of the company is asked for', async () => {
  await openDraft();
  await button(`Rimuovi ${DIRECTOR.name}`).click();
  expect(await button(`Rimuovi ${CLIENT.name}`).count()).toBe(0);
  expect(await turnsSaved()).toEqual([[CLIENT.name, 0]]);
  await openPeople();
  expect(await standing()).toEqual([CLIENT.name]);
});

test('whoever is removed comes back to the same place', async () => {
  await openDraft([DIRECTOR, CLIENT, OTHER]);
  await button(`Rimuovi ${CLIENT.name}`).click();
  await button('Annulla la rimozione').click();
  expect(await standing()).toEqual([DIRECTOR.name, CLIENT.name, OTHER.name]);
});

test('where the company signs first, people are moved and joined within their side only', async () => {
  const { sender } = desk;
  await sender.page.route('**/api/settings', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      json: { ...(await answer.json()), order: 'directorFirst' },
    });
  });
  await sender.page.reload();
  await openDraft();
  await sender.page.getByText('L’azienda firma per prima').waitFor();
  expect(await button(`Prima: sposta ${CLIENT.name} in alto`).count()).toBe(0);
  expect(await button(`Rimuovi ${DIRECTOR.name}`).count()).toBe(0);
  expect(await together().count()).toBe(0);
  await button('Aggiungi per l’azienda').click();
  await names().nth(1).fill('Anna Gallo');
  await sender.page.getByLabel('Indirizzo e-mail').nth(1).fill('anna.gallo@example.com');
  await button('Prima: sposta Anna Gallo in alto').click();
  await together().check();
  expect(await turnsSaved()).toEqual([
    ['Anna Gallo', 0],
    [DIRECTOR.name, 0],
    [CLIENT.name, 1],
  ]);
  await sender.page.unroute('**/api/settings');
  await sender.page.reload();
});

test.each(LANGUAGES)('the order is sound on phone and desk in %s', async (language) => {
  const { sender } = desk;
  await openDraft([DIRECTOR, { ...CLIENT, turn: 0 }, OTHER]);
  await sender.page.locator('.page-head select').selectOption(language);
  for (const width of [390, 1280]) {
    await sender.page.setViewportSize({ width, height: 844 });
    await sender.expectSound();
  }
  await sender.page.locator('.page-head select').selectOption('it');
});
