import type { Page } from 'playwright-core';
import { contract } from '../demo/paper.ts';
import type { Album } from './album.ts';

const CONTRACT = contract();

/** A new document, from the empty page until it is sent. */
export async function draftScreens(page: Page, album: Album): Promise<void> {
  await upload(page, album);
  await people(page, album);
  await fields(page, album);
  await page.getByRole('heading', { name: 'Controllo e invio' }).waitFor();
  await drawn(page);
  await album.take(page, 'console-review', true);
  // The sender signs first and continues with signing at once.
  await page.getByRole('button', { name: 'Invia e firma' }).click();
  await page.waitForURL(/\/sign#/);
}

const next = (page: Page) => page.getByRole('button', { name: 'Continua' }).click();
const drawn = (page: Page) =>
  page.waitForFunction(
    () => (document.querySelector<HTMLCanvasElement>('.pdf-page canvas')?.width ?? 0) > 300,
  );

async function upload(page: Page, album: Album): Promise<void> {
  await page.getByRole('link', { name: 'Documenti', exact: true }).click();
  await page.getByRole('link', { name: 'Nuovo documento' }).click();
  await page.getByRole('heading', { name: 'Quale documento va firmato?' }).waitFor();
  await album.take(page, 'console-new');
  const choose = (name: string, bytes: Uint8Array) =>
    page.setInputFiles('input[type=file]', {
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(bytes),
    });
  await choose('danneggiato.pdf', Buffer.from(`%PDF-1.7\n${'x'.repeat(400)}`));
  await page.getByText('Il PDF è danneggiato').waitFor();
  await album.take(page, 'console-new-refused');
  await choose(CONTRACT.fileName, CONTRACT.bytes);
  await page.getByText('Va bene').waitFor();
  await album.take(page, 'console-document', true);
  await next(page);
}

async function people(page: Page, album: Album): Promise<void> {
  await page.getByRole('heading', { name: 'Chi firma?' }).waitFor();
  await next(page);
  await album.take(page, 'console-people-errors', true);
  await page.getByLabel('Nome e cognome').nth(1).fill('Paola Verdi');
  await page.getByRole('radio', { name: 'SMS' }).nth(1).check();
  await page.getByLabel('Numero di cellulare').fill('347 123 4567');
  await page.getByLabel('Chiedi anche il timbro dell’azienda').nth(1).check();
  await album.take(page, 'console-people', true);
  await next(page);
}

async function fields(page: Page, album: Album): Promise<void> {
  await page.getByRole('heading', { name: 'Dove si firma?' }).waitFor();
  await drawn(page);
  await album.take(page, 'console-fields-empty');
  const add = (kind: string) => page.getByRole('button', { name: kind, exact: true }).click();
  await add('Firma');
  await next(page);
  await album.take(page, 'console-fields-errors', true);
  await page.getByRole('radio', { name: 'Paola Verdi' }).check({ force: true });
  async function named(kind: string, name: string) {
    await add(kind);
    await page.getByLabel('Nome del campo').fill(name);
  }
  for (const kind of ['Firma', 'Timbro']) await add(kind);
  await named('Data', 'Data di decorrenza');
  await named('Casella', 'Consenso');
  await named('Scelta', 'Pagamento');
  await page.getByLabel('Voci', { exact: true }).fill('Mensile\nAnnuale');
  await page.getByRole('radio', { name: /valori che inserisce ora/ }).check({ force: true });
  await named('Testo', 'Contratto n.');
  await page.getByLabel('Valore di «Contratto n.»').fill('2026/0147');
  await album.take(page, 'console-fields', true);
  await next(page);
}
