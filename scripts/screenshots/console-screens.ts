import type { Page } from 'playwright-core';
import { cast } from '../demo/cast.ts';
import { sendEnvelope } from '../demo/drafting.ts';
import { journey } from '../demo/journey.ts';
import { contract, paperFor } from '../demo/paper.ts';
import { type Step, setStage } from '../demo/stage.ts';
import type { Album } from './album.ts';
import { draftScreens } from './draft-screens.ts';

const silent: Step = (_, act) => act();

/** The console: empty, a new document until it is sent, documents in several states. */
export async function consoleScreens(api: string, album: Album): Promise<void> {
  const watched = await album.page('it');
  const { page } = watched;
  await signIn(page, api, album);
  await draftScreens(page, album);
  await sentScreens(page, api, album);
  await page.goto(`${api}/console#/settings`);
  await settled(page);
  await album.take(page, 'console-settings', true);
  await watched.close();
}

async function signIn(page: Page, api: string, album: Album) {
  await page.goto(`${api}/console`);
  await page.getByRole('button', { name: 'Accedi' }).waitFor();
  await album.take(page, 'console-sign-in');
  await page.getByRole('button', { name: 'Accedi' }).click();
  await page.getByRole('button', { name: /Giulia Rinaldi/ }).click();
  await page.getByRole('heading', { name: 'Documenti', level: 1 }).waitFor();
  await settled(page);
  await page.getByRole('searchbox').fill('nessun documento');
  await settled(page);
  await album.take(page, 'console-list-nothing-found');
}

/** Three sent envelopes: completed, waiting, voided. */
async function sentScreens(page: Page, api: string, album: Album): Promise<void> {
  const stage = await setStage(api, cast(2), silent);
  const completed = await journey(stage, contract());
  const waiting = await setStage(api, cast(4), silent);
  const id = await sendEnvelope(waiting, paperFor(undefined, 4));
  await page.goto(`${api}/console#/`);
  await settled(page);
  await album.take(page, 'console-list');
  await page.goto(`${api}/console#/envelopes/${completed.envelopeId}`);
  await settled(page);
  await album.take(page, 'console-envelope-completed', true);
  await page.goto(`${api}/console#/envelopes/${id}`);
  await page.getByText(/Si attende la firma/).waitFor();
  await settled(page);
  await album.take(page, 'console-envelope-waiting', true);
  await page
    .getByRole('button', { name: /Correggi il recapito/ })
    .first()
    .click();
  await album.take(page, 'console-correct');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Annulla la richiesta' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla la richiesta' }).click();
  await album.take(page, 'console-void');
  await page.getByLabel('Motivo').fill('Il prezzo era sbagliato');
  await page.getByRole('dialog').getByRole('button', { name: 'Annulla la richiesta' }).click();
  await page.getByText('Motivo: Il prezzo era sbagliato').waitFor();
  await album.take(page, 'console-envelope-voided', true);
}

/** The console first renders what it has, then loads the rest. */
const settled = (page: Page) => page.waitForLoadState('networkidle').catch(() => {});
