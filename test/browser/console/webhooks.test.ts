import { expect, test } from 'vitest';
import { useDesk } from './console-page.ts';

const desk = useDesk();

/** No name leads there: every attempt fails at once, and nothing leaves the machine. */
const NOWHERE = 'https://receiver.invalid/hooks';

test('a webhook is added with a secret that is shown once, tested, sent to again, paused and deleted', async () => {
  const { sender } = desk;
  const { page } = sender;
  const card = page.locator('.webhooks > li');
  const posted = card.locator('.webhook-deliveries > ul > li');
  await sender.goTo('/settings');
  await page.getByRole('link', { name: 'Apri i webhook' }).click();
  await page.getByText('Nessun webhook.').waitFor();

  await sender.button('Aggiungi').click();
  await sender.expectFocus(page.getByLabel('Indirizzo'));
  await page.getByText('Scriva l’indirizzo.').waitFor();
  await page.getByLabel('Indirizzo').fill('http://receiver.invalid/');
  await sender.button('Aggiungi').click();
  await page.getByText('L’indirizzo deve iniziare con https://').waitFor();
  await page.getByLabel('Indirizzo').fill(NOWHERE);
  await page.getByLabel('Solo questi').check();
  await page.getByLabel('envelope.sent').check();
  expect(await sender.watched.inaccessible()).toEqual([]);
  await sender.button('Aggiungi').click();

  await sender.expectFocus(sender.page.getByRole('heading', { name: /Il segreto/ }));
  const secret = await page.locator('.webhook-secret').textContent();
  expect(secret).toMatch(/^whsec_/);
  expect(await sender.watched.inaccessible()).toEqual([]);
  await sender.button('L’ho copiato').click();
  expect(await page.content()).not.toContain(secret);
  await card.getByText('envelope.sent, envelope.completed').waitFor();

  await sender.button(`Prova: ${NOWHERE}`).click();
  await page.getByText('La prova è partita').waitFor();
  await card.getByText('Invii degli ultimi 30 giorni').click();
  await posted.getByText('webhook.ping', { exact: true }).waitFor();
  while ((await posted.getByText('nome sconosciuto (a mano)').count()) === 0)
    await card.getByRole('button', { name: 'Aggiorna' }).click();
  await posted.getByRole('button', { name: /^Invia di nuovo/ }).click();
  await card.getByText('L’evento è ripartito').waitFor();
  while ((await posted.getByText('nome sconosciuto (a mano)').count()) < 2)
    await card.getByRole('button', { name: 'Aggiorna' }).click();
  expect(await sender.watched.inaccessible()).toEqual([]);

  await sender.button(`Metti in pausa: ${NOWHERE}`).click();
  await card.getByText(/^In pausa dal/).waitFor();
  await sender.button(`Riattiva: ${NOWHERE}`).click();
  await card.getByText('Attivo', { exact: true }).waitFor();
  await sender.button(`Nuovo segreto: ${NOWHERE}`).click();
  await sender.dialog.getByRole('button', { name: 'Chiedi un nuovo segreto' }).click();
  await page.getByText('Per 24 ore le richieste').waitFor();
  expect(await page.locator('.webhook-secret').textContent()).not.toBe(secret);
  await card.getByText(/Vale anche il segreto precedente, fino al/).waitFor();

  await sender.button(`Elimina: ${NOWHERE}`).click();
  expect(await sender.watched.inaccessible()).toEqual([]);
  await sender.dialog.getByRole('button', { name: 'Elimina' }).click();
  await page.getByText('Il webhook è eliminato.').waitFor();
  await page.getByText('Nessun webhook.').waitFor();
});
