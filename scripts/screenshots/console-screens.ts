import type { Page } from 'playwright-core';
import { cast } from '../demo/cast.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { journey } from '../demo/journey.ts';
import { contract } from '../demo/paper.ts';
import { type Step, setStage } from '../demo/stage.ts';
import type { Album } from './album.ts';

const silent: Step = (_, act) => act();

/** The console with documents in several states, and a new one up to its sending. */
export async function consoleScreens(api: string, album: Album): Promise<void> {
  const stage = await setStage(api, cast(2), silent);
  await journey(stage, contract());
  await sendEnvelope(await setStage(api, cast(2), silent), contract());
  const { page, close } = await signedIn(api, album);
  await album.take(page, 'console-list');
  await page.getByRole('link', { name: 'contratto' }).first().click();
  await settled(page);
  await album.take(page, 'console-envelope', true);
  await page.goto(`${api}/console#/settings`);
  await settled(page);
  await album.take(page, 'console-settings', true);
  await newEnvelope(page, api, album);
  await close();
}

async function signedIn(api: string, album: Album) {
  const watched = await album.page('it');
  const { page } = watched;
  await page.goto(`${api}/console`);
  await page.getByRole('button', { name: 'Accedi' }).waitFor();
  await album.take(page, 'console-sign-in');
  await page.getByRole('button', { name: 'Accedi' }).click();
  await page.getByRole('button', { name: /Giulia Rinaldi/ }).click();
  await page.getByRole('heading', { name: 'Documenti', level: 1 }).waitFor();
  await settled(page);
  return { page, close: () => watched.close() };
}

/** The console draws what it has and then loads the rest. */
const settled = (page: Page) => page.waitForLoadState('networkidle').catch(() => {});

async function newEnvelope(page: Page, api: string, album: Album): Promise<void> {
  await page.goto(`${api}/console#/new`);
  await page.getByRole('heading', { name: 'Quale documento va firmato?' }).waitFor();
  await album.take(page, 'console-new');
  const { fileName, bytes } = contract();
  const file = { name: fileName, mimeType: 'application/pdf', buffer: Buffer.from(bytes) };
  await page.setInputFiles('input[type=file]', file);
  await page.getByText('Va bene').waitFor();
  await album.take(page, 'console-document', true);
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('heading', { name: 'Chi firma?' }).waitFor();
  await page.getByRole('button', { name: 'Continua' }).click();
  await album.take(page, 'console-people-errors', true);
  await page.getByLabel('Nome e cognome').nth(1).fill('Paola Verdi');
  await page.getByLabel('Indirizzo e-mail').nth(1).fill('paola.verdi@cliente.example');
  await album.take(page, 'console-people', true);
  await page.getByRole('button', { name: 'Continua' }).click();
  await page.getByRole('heading', { name: 'Dove si firma?' }).waitFor();
  await page.locator('.pdf-page canvas').first().waitFor();
  await album.take(page, 'console-fields');
}
