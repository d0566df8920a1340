import { expect, test } from 'vitest';
import { CLIENT, CONTRACT, useDesk } from './console-page.ts';

const desk = useDesk();

const type = (text: string) => desk.sender.page.keyboard.type(text);
async function press(...keys: readonly string[]) {
  for (const key of keys) await desk.sender.page.keyboard.press(key);
}
async function activate(name: string) {
  await desk.sender.tabTo(name);
  await press('Enter');
}
/** The heading gets the focus, so that a screen reader announces the page. */
const arrive = (heading: string) => desk.sender.expectFocus(desk.sender.heading(heading));

test('a sender who has only a keyboard uploads, names people, places fields, sends and reminds', async () => {
  const { sender } = desk;
  await arrive('Documenti');
  await activate('Nuovo documento');
  await arrive('Quale documento va firmato?');
  const chooser = sender.page.waitForEvent('filechooser');
  await activate('Scegli un file');
  await (await chooser).setFiles(CONTRACT);
  await arrive('Il documento');
  await activate('Continua');

  await arrive('Chi firma?');
  await sender.tabTo('Nome e cognome');
  await sender.tabTo('Nome e cognome');
  await type(CLIENT.name);
  await sender.tabTo('Indirizzo e-mail');
  await type('paola.verdi@example.com');
  await sender.tabTo('Chiedi anche il timbro dell’azienda');
  await press('Space');
  await activate('Continua');

  await arrive('Dove si firma?');
  await sender.documentDrawn();
  await activate('Firma');
  await sender.expectFocus(sender.button('Firma, Giulia Rinaldi'));
  await press('ArrowDown', 'ArrowDown');
  await sender.heading('Dove si firma?').focus();
  await sender.tabTo('Giulia Rinaldi');
  await press('ArrowDown');
  await activate('Firma');
  await sender.expectFocus(sender.button(`Firma, ${CLIENT.name}`));
  await press('PageDown', 'ArrowLeft');
  await sender.heading('Dove si firma?').focus();
  await activate('Timbro');
  await sender.expectFocus(sender.button(`Timbro, ${CLIENT.name}`));
  await activate('Continua');

  await arrive('Controllo e invio');
  await sender.tabTo('Messaggio (facoltativo)');
  await type('Buongiorno');
  await activate('Invia e firma');
  await sender.page.waitForURL(/\/sign#[0-9a-f]{8}$/);
  await arrive('contratto');
  await sender.page.goBack();
  await arrive('contratto');
  await sender.page.getByText('Si attende la firma di Giulia Rinaldi.').waitFor();
  // Offered once the invitation has gone, which is later than the signature is awaited.
  await sender.button('Invia un promemoria a Giulia Rinaldi').waitFor();
  await activate('Invia un promemoria a Giulia Rinaldi');
  await sender.page.getByText('Il promemoria per Giulia Rinaldi è partito.').waitFor();
  await activate('Annulla la richiesta');
  await sender.tabTo('Motivo');
  await type('Prova');
  await activate('Annulla la richiesta');
  await sender.page.getByText('Motivo: Prova').waitFor();
  expect(await sender.watched.inaccessible()).toEqual([]);
});
