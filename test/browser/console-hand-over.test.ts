import { beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../scripts/demo/stage.ts';
import { sendContract, stageOn } from '../flow/theatre.ts';
import { ConsolePage, useDesk } from './console-page.ts';
import { PHONE } from './watched-page.ts';

const desk = useDesk();
let stage: Stage;
let id: string;
let other: string;

beforeAll(async () => {
  stage = await stageOn(desk.target);
  id = await sendContract(stage);
  other = await sendContract(stage);
});

test('an employee is not asked whose envelope it should be, and finds their sign-in ID', async () => {
  await desk.sender.goTo(`/envelopes/${id}`);
  await desk.sender.button('Annulla la richiesta').waitFor();
  expect(await desk.sender.button('Passa a un collega').count()).toBe(0);
  await desk.sender.goTo('/settings');
  await desk.sender.page.getByText('0b7a3a52-6c1f-4f0e-9a53-6f1f6d1c0a01').waitFor();
});

test('an administrator hands over all of an owner’s, on a phone too', async () => {
  const admin = await ConsolePage.open(desk.browser, desk.target.api, PHONE);
  await admin.signIn(`/envelopes/${id}`, /Sara Galli/);
  await admin.button('Passa a un collega').click();
  await admin.dialog.getByLabel('Un altro collega').check();
  await admin.dialog.getByRole('button', { name: 'Passa', exact: true }).click();
  await admin.dialog.getByText('Indichi questo dato.').waitFor();
  await admin.dialog.getByLabel('Nome').fill('Marco Conti');
  await admin.dialog.getByLabel('E-mail').fill('marco.conti@officine-aurora.example');
  await admin.dialog.getByLabel('ID di accesso').fill('0b7a3a52-6c1f-4f0e-9a53-6f1f6d1c0a02');
  await admin.dialog.getByLabel(/anche tutte le altre richieste di Giulia/).check();
  await admin.expectSound();
  await admin.dialog.getByRole('button', { name: 'Passa', exact: true }).click();
  await admin.page.getByText('Passate 2 richieste.').waitFor();
  await admin.page.getByText('Passato a Marco Conti').waitFor();
  const heir = await ConsolePage.open(desk.browser, desk.target.api);
  await heir.signIn(`/envelopes/${other}`, /Marco Conti/);
  await heir.button('Annulla la richiesta').waitFor();
});
