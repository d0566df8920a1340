import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { completed } from '../../../scripts/demo/journey.ts';
import { Mailbox } from '../../../scripts/demo/mailbox.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { stopExecution } from '../../fixtures/stop-execution.ts';
import { sendContract, silent, stageOn } from '../../flow/theatre.ts';
import { useDesk } from './console-page.ts';

const desk = useDesk();
let stage: Stage;
let id: string;

const textOf = (text: string | RegExp) => desk.sender.page.getByText(text);
const partyNamed = (name: string) =>
  desk.sender.page.locator('.parties > li').filter({ hasText: name });
const inDialog = (name: string) => desk.sender.dialog.getByRole('button', { name });
async function open() {
  stage = await stageOn(desk.target);
  id = await sendContract(stage);
  await desk.sender.goTo(`/envelopes/${id}`);
  await textOf('Si attende la firma di Laura Bianchi.').waitFor();
}
async function download(name: string) {
  const [file] = await Promise.all([
    desk.sender.page.waitForEvent('download'),
    desk.sender.button(name).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('an envelope that stands still', () => {
  beforeAll(open);

  test('says since when, and what a reminder does then', async () => {
    await stopExecution(stage, id);
    await textOf(/^Ferma dal.* per un errore\. Riprenderà da sola/).waitFor();
    await desk.sender.expectSound();
    await desk.sender.button('Invia un promemoria a Laura Bianchi').click();
    await textOf(/^Registrato\. La lavorazione era ferma/).waitFor();
    await textOf('La lavorazione riprende').waitFor();
    await textOf(/^Ferma dal/).waitFor({ state: 'detached' });
    await textOf('Promemoria a Laura Bianchi').first().waitFor();
  });
});

describe('an envelope under way', () => {
  beforeAll(open);

  test('says whom it waits for, who is invited and what happened', async () => {
    await partyNamed('Laura Bianchi').getByText('Invito inviato').waitFor();
    await partyNamed('Matteo D’Angelo').getByText('Non è ancora il turno').waitFor();
    await textOf('Invito a Laura Bianchi').waitFor();
    await desk.sender.expectSound();
  });

  test('is followed live: what a signer does appears without a reload', async () => {
    const director = signerOf(stage, 'director');
    await director.readLink();
    await director.open();
    await partyNamed('Laura Bianchi').getByText('Ha aperto').waitFor();
  });

  test('says at once that a link reached somebody else, which the sender is mailed too', async () => {
    await signerOf(stage, 'director').notForMe();
    await partyNamed('Laura Bianchi').getByText('Dice che non è per lui o lei').waitFor();
    await textOf('Chi ha il link di Laura Bianchi dice che non è per lui o per lei').waitFor();
    await desk.sender.expectSound();
    const { email: address } = (await stage.employee.show(id)).owner;
    const mailbox = new Mailbox(stage.desk, { kind: 'email', address });
    const { message } = await mailbox.next('the mail', new RegExp(`/console#/envelopes/${id}`));
    expect(message.text).toContain('Laura Bianchi');
  });

  test('a reminder leaves at once', async () => {
    await desk.sender.button('Invia un promemoria a Laura Bianchi').click();
    await textOf('Il promemoria per Laura Bianchi è partito.').waitFor();
    await textOf('Chiesto un promemoria per Laura Bianchi').waitFor();
    await textOf(/^Promemoria a Laura Bianchi$/).waitFor();
    await desk.sender.expectSound();
  });

  test('a reminder that was only just sent is not sent again, and the page says when it can be', async () => {
    await desk.sender.button('Invia un promemoria a Laura Bianchi').click();
    await textOf(/appena eseguita\. Si può ripetere tra \d+ second/).waitFor();
    await desk.sender.expectSound();
    desk.sender.watched.forgive(/429/);
  });

  test('until when one can sign stands on top, and how the draft was worked on is told once', async () => {
    const standing = desk.sender.page.locator('.notice', { hasText: 'Si attende la firma' });
    const until = /Si può firmare entro le \d\d:\d\d (del |dell’)\d+ \p{L}+ \d{4} \(.+\)/u;
    await standing.getByText(until).waitFor();
    expect(await textOf(/camp[oi] collocat[oi]/).count()).toBe(1);
  });

  test('a new invitation ends the earlier links, so it asks, and can be left', async () => {
    const director = signerOf(stage, 'director');
    await desk.sender.button('Nuovo invito a Laura Bianchi').click();
    await desk.sender.dialog.getByText('smettono di funzionare').waitFor();
    await desk.sender.expectSound();
    await inDialog('Annulla').click();
    await desk.sender.expectFocus(desk.sender.button('Nuovo invito a Laura Bianchi'));
    await director.open();
  });

  test('a new invitation gives a new link, and the earlier ones open nothing any more', async () => {
    const director = signerOf(stage, 'director');
    await desk.sender.button('Nuovo invito a Laura Bianchi').click();
    await inDialog('Manda il nuovo invito').click();
    await textOf('Laura Bianchi riceve un nuovo link').waitFor();
    await expect.poll(() => director.open().catch(({ status }) => status)).toBe(404);
    await director.readLink();
  });

  test('a contact is corrected, refused while it is none, and the focus comes back', async () => {
    const correct = desk.sender.button('Correggi il recapito di Laura Bianchi');
    await correct.focus();
    await desk.sender.page.keyboard.press('Enter');
    await desk.sender.dialog.waitFor();
    await desk.sender.expectSound();
    await desk.sender.page.keyboard.press('Escape');
    await desk.sender.expectFocus(correct);
    await correct.click();
    await desk.sender.page.getByRole('radio', { name: 'SMS' }).check();
    const number = desk.sender.page.getByLabel('Numero di cellulare');
    await number.fill('+1 202 555 0143');
    await inDialog('Correggi').click();
    await textOf('Non si possono inviare SMS al numero di Laura Bianchi').waitFor();
    await number.fill('12');
    await inDialog('Correggi').click();
    await textOf('Scriva un numero di cellulare valido').waitFor();
    await desk.sender.expectFocus(number);
    await desk.sender.expectSound();
    await number.fill('347 123 4567');
    await inDialog('Correggi').click();
    await partyNamed('Laura Bianchi').getByText('+39 347 123 4567').waitFor();
    await textOf('Il recapito di Laura Bianchi è stato corretto.').waitFor();
  });

  test('the network that fails is told where one sees it, and nothing is done twice', async () => {
    await desk.sender.page.route('**/remind', (route) => route.abort());
    await desk.sender.button('Invia un promemoria a Laura Bianchi').click();
    const failure = desk.sender.page.getByRole('alert');
    await failure.getByText('La rete non risponde').waitFor();
    await desk.sender.expectSound();
    await desk.sender.page.unroute('**/remind');
    desk.sender.watched.forgive(/ERR_FAILED/);
  });

  test('the document as it stands opens in a window of its own', async () => {
    const { page } = desk.sender;
    const asked = page.context().waitForEvent('request', (one) => /r0-.*\.pdf/.test(one.url()));
    const opened = page.waitForEvent('popup');
    await desk.sender.button('Vedi il documento').click();
    const response = await fetch((await asked).url());
    expect((await response.text()).slice(0, 5)).toBe('%PDF-');
    expect(response.headers.get('content-disposition')).toMatch(/^inline/);
    await (await opened).close();
    await desk.sender.expectSound();
  });

  test('its ledger is taken home as a file', async () => {
    const { name, bytes } = await download('Scarica il registro (JSON)');
    expect(name).toMatch(/\.json$/);
    const types = JSON.parse(bytes.toString()).map(({ type }: { type: string }) => type);
    expect(types).toContain('contact.corrected');
    expect(await desk.sender.button('Scarica il PDF firmato').count()).toBe(0);
  });

  test('its ledger is read in words and printed, each entry with the second, without what one presses', async () => {
    const { page } = desk.sender;
    const { timeline } = await stage.employee.show(id);
    await page.getByRole('link', { name: 'Leggi il registro' }).click();
    await page.getByRole('heading', { name: /^Registro di «.+»$/ }).waitFor();
    expect(await page.locator('.ledger tbody tr').count()).toBeGreaterThanOrEqual(timeline.length);
    await page.getByRole('cell', { name: 'Invito a Laura Bianchi' }).first().waitFor();
    await page
      .getByText(/\d\d:\d\d:\d\d CES?T/)
      .first()
      .waitFor();
    await desk.sender.expectSound();
    await page.emulateMedia({ media: 'print' });
    expect(await desk.sender.button('Stampa o salva come PDF').isVisible()).toBe(false);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Torna al documento' }).click();
    await textOf('Si attende la firma di Laura Bianchi.').waitFor();
  });

  test('is voided with a reason, which cannot be left out', async () => {
    const voidIt = desk.sender.button('Annulla la richiesta');
    await voidIt.click();
    await inDialog('Lascia com’è').click();
    await desk.sender.expectFocus(voidIt);
    await voidIt.click();
    await inDialog('Annulla la richiesta').click();
    await textOf('Scriva il motivo').waitFor();
    await desk.sender.expectSound();
    await desk.sender.page.getByLabel('Motivo').fill('Prezzo sbagliato');
    await inDialog('Annulla la richiesta').click();
    await textOf('Motivo: Prezzo sbagliato').waitFor();
    await partyNamed('Matteo D’Angelo').getByText('Non ha firmato').waitFor();
    await textOf('La richiesta di firma è annullata. Chi doveva firmare viene avvisato.').waitFor();
    expect(await desk.sender.button(/promemoria|invito|recapito|Annulla/).count()).toBe(0);
    await desk.sender.expectSound();
  });
});

describe('an envelope that a signer declines', () => {
  beforeAll(open);

  test('says so in place of what was said before, and sends nobody a signed document', async () => {
    await desk.sender.button('Invia un promemoria a Laura Bianchi').click();
    await textOf('Il promemoria per Laura Bianchi è partito.').waitFor();
    const director = signerOf(stage, 'director');
    await director.readLink();
    await director.open();
    await director.decline('Il prezzo non è quello concordato.');
    await textOf('Laura Bianchi ha rifiutato di firmare.').waitFor();
    await textOf('Avviso di chiusura inviato a Giulia Rinaldi').waitFor();
    expect(await textOf(/Documento firmato inviato|Il promemoria per/).count()).toBe(0);
  });
});

describe('a completed envelope', () => {
  beforeAll(async () => {
    await open();
    for (const party of ['director', 'client']) await signCeremony(signerOf(stage, party), silent);
    await completed(stage, id);
  });
  afterEach(() => desk.sender.expectSound());

  test('says so by itself, who signed when, and how long it is there', async () => {
    await textOf('Tutti hanno firmato. Ciascuno ha ricevuto il documento sigillato.').waitFor();
    await partyNamed('Matteo D’Angelo')
      .getByText(/Ha firmato (il |l’)\d/)
      .waitFor();
    await textOf(/disponibile fino al( |l’)\d+/).waitFor();
  });

  test('gives the signed PDF, the very file that everyone has', async () => {
    const { name, bytes } = await download('Scarica il PDF firmato');
    expect(name).toMatch(/contratto.*\.pdf$/i);
    expect(Buffer.compare(bytes, Buffer.from(await stage.employee.download(id)))).toBe(0);
  });
});

test('an envelope of someone else, or none, is not shown', async () => {
  for (const unknown of ['0123456789abcdefghjkmnpqrs', 'x']) {
    await desk.sender.goTo(`/envelopes/${unknown}`);
    await desk.sender.page.getByRole('alert').waitFor();
    await desk.sender.expectSound();
  }
});
