import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTRACT, useDesk } from './console-page.ts';

const PDF = new Uint8Array(readFileSync(CONTRACT));
const MEGABYTE = 1_048_576;
const desk = useDesk();

const refusal = () => desk.sender.page.getByRole('alert');

test('a file that is no PDF, or empty, or too large, is refused before anything is sent', async () => {
  const { sender } = desk;
  await sender.goTo('/new');
  await sender.heading('Quale documento va firmato?').waitFor();
  await sender.expectSound();
  const asked: string[] = [];
  sender.page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await sender.drop('lettera.docx', 'PK');
  await refusal().getByText('lettera.docx non è un PDF: lo salvi').waitFor();
  await sender.expectSound();
  await sender.drop('vuoto.pdf', '');
  await refusal().getByText('vuoto.pdf è vuoto').waitFor();
  await sender.page.evaluate((size) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(size)], 'enorme.pdf'));
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
    document.querySelector('.drop')?.dispatchEvent(event);
  }, 51 * MEGABYTE);
  await refusal().getByText('enorme.pdf è troppo grande: al massimo 50 MB').waitFor();
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
});

test('a file that is dropped beside the zone is not opened in place of the console', async () => {
  const prevented = await desk.sender.page.evaluate(() => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true });
    document.querySelector('h1')?.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(prevented).toBe(true);
});

test('what intake refuses is told with its own sentence, and another file can follow', async () => {
  const { sender } = desk;
  await sender.drop('rotto.pdf', `%PDF-1.7\n${'rotto '.repeat(50)}`);
  await refusal().getByText('Il PDF è danneggiato').waitFor();
  await sender.expectSound();
});

test('a dropped PDF shows how far it has come, then the draft, titled after the file that it has', async () => {
  const { sender } = desk;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const upload = (url: URL) => url.port !== new URL(desk.target.api).port;
  await sender.page.route(upload, async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await sender.drop('Contratto_Verdi.pdf', PDF);
  await sender.page
    .getByRole('progressbar', { name: 'Caricamento di Contratto_Verdi.pdf' })
    .waitFor();
  await sender.expectSound();
  release();
  await sender.heading('Il documento').waitFor();
  await sender.page.unroute(upload);
  await sender.page.getByText('Va bene: 3 pagine.').waitFor();
  expect(await sender.page.getByLabel('Titolo').inputValue()).toBe('Contratto Verdi');
  await sender.expectSound();
});

test('another file takes its place, and one that is refused does not', async () => {
  const { sender } = desk;
  await sender.page.getByLabel('Titolo').fill('Il contratto di Verdi');
  await sender.drop('rotto.pdf', `%PDF-1.7\n${'rotto '.repeat(50)}`);
  await refusal().getByText('Il PDF è danneggiato').waitFor();
  await sender.page.getByText('Contratto_Verdi.pdf').waitFor();
  await sender.choose('Contratto_nuovo.pdf', PDF);
  await sender.page.getByText('Contratto_nuovo.pdf').waitFor();
  expect(await refusal().count()).toBe(0);
  expect(await sender.page.getByLabel('Titolo').inputValue()).toBe('Il contratto di Verdi');
});

test('a document needs a title, and a reload loses none that was written', async () => {
  const { sender } = desk;
  await sender.page.getByLabel('Titolo').fill(' ');
  await sender.button('Continua').click();
  await sender.page.getByRole('alert').getByRole('link', { name: 'Scriva un titolo' }).click();
  await sender.expectFocus(sender.page.getByLabel('Titolo'));
  await sender.expectSound();
  await sender.page.getByLabel('Titolo').fill('Contratto di fornitura');
  await sender.page.reload();
  await sender.heading('Il documento').waitFor();
  expect(await sender.page.getByLabel('Titolo').inputValue()).toBe('Contratto di fornitura');
  await sender.button('Continua').click();
  await sender.heading('Chi firma?').waitFor();
});

test('only languages that the company offers can be chosen, for a page, a document or a person', async () => {
  const { sender } = desk;
  const offered = { languages: ['it', 'de'] };
  for (const path of ['sign-in', 'settings'])
    await sender.page.route(`**/api/${path}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...offered } });
    });
  await sender.page.reload();
  await sender.heading('Chi firma?').waitFor();
  const optionsOf = (label: string) =>
    sender.page.getByLabel(label).first().getByRole('option').allTextContents();
  expect(await optionsOf('Lingua della pagina')).toEqual(['Italiano', 'Deutsch']);
  expect(await optionsOf('Lingua dei messaggi')).toEqual(['Italiano', 'Deutsch']);
  await sender.page.getByRole('link', { name: 'Documento', exact: false }).first().click();
  await sender.heading('Il documento').waitFor();
  expect(await optionsOf('Lingua del documento')).toEqual(['Italiano', 'Deutsch']);
  await sender.page.getByRole('link', { name: 'Impostazioni' }).click();
  await sender.page.getByText('Italiano e Deutsch').waitFor();
});
