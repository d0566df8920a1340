import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '../../../scripts/demo/stage.ts';
import { sendContract, stageOn } from '../../flow/theatre.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { CLIENT, ConsolePage, DIRECTOR, useDesk } from './console-page.ts';

const MARCO = 'Marco Conti (marco.conti@officine-aurora.example)';

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

describe.each([
  ['on a desktop', DESKTOP, 'Ordine'],
  ['on a phone', PHONE, 'Offerta'],
] as const)('an administrator hands several over from the list, %s', (_, device, word) => {
  let admin: ConsolePage;
  let ids: string[];
  const titles = ['A', 'B', 'C', 'D'].map((letter) => `${word} ${letter}`);
  const row = (title: string) => admin.page.locator('.envelopes > li').filter({ hasText: title });
  const choose = (title: string) => row(title).getByRole('checkbox').check();
  async function begin() {
    await admin.button('Passa più richieste').click();
    await admin.button('Scegli tutte').waitFor();
  }
  async function toMarco() {
    await admin.button('Passa a un collega').click();
    await admin.dialog.getByLabel('Un altro collega').check();
    await admin.dialog.getByLabel('Collega', { exact: true }).selectOption(MARCO);
    await admin.expectSound();
    await admin.dialog.getByRole('button', { name: 'Passa', exact: true }).click();
  }
  async function mailsToMarco() {
    const ids = await stage.desk.mailsTo('marco.conti@officine-aurora.example');
    const mails = await Promise.all(ids.map((id) => stage.desk.mail(id)));
    return mails.filter(({ text }) => text?.includes(titles[0]!) || text?.includes(titles[1]!));
  }

  beforeAll(async () => {
    admin = await ConsolePage.open(desk.browser, desk.target.api, device);
    await admin.signIn('/', /Sara Galli/);
    ids = [];
    for (const title of titles)
      ids.push(await desk.employee.create({ title, language: 'it', parties: [DIRECTOR, CLIENT] }));
    await admin.page.reload();
    await row(titles[3]!).getByText('di Giulia Rinaldi').waitFor();
  });
  afterAll(() => admin.watched.close());
  afterEach(() => expect(admin.watched.complaints).toEqual([]));

  test('those that she chose among one colleague’s, and they leave the colleague’s list', async () => {
    await admin.page.getByLabel('Di chi').selectOption('Giulia Rinaldi');
    await admin.page.waitForURL(/#\/list\/all\/./);
    await begin();
    await choose(titles[0]!);
    await choose(titles[1]!);
    await admin.page.getByText('2 scelte').waitFor();
    await admin.expectSound();
    await toMarco();
    await admin.page.getByText('2 richieste passate a Marco Conti.').waitFor();
    await admin.expectSound();
    await expect.poll(() => row(titles[0]!).count()).toBe(0);
    expect(await row(titles[2]!).count()).toBe(1);
    await admin.button('Chiudi').click();
    await admin.goTo('/');
    for (const title of titles.slice(0, 2)) await row(title).getByText('di Marco Conti').waitFor();
    await row(titles[2]!).getByText('di Giulia Rinaldi').waitFor();
  });

  test('the new owner gets one mail for both', async () => {
    for (const id of ids.slice(0, 2)) await stage.desk.published(id, 'envelope.owner-changed');
    await expect.poll(async () => (await mailsToMarco()).length).toBe(1);
    const { subject, text } = (await mailsToMarco())[0]!;
    expect(subject).toBe('Sara Galli le passa 2 richieste di firma');
    expect(text).toContain('che era di Giulia Rinaldi');
  });

  test('what cannot be handed over is named with its reason, the others go', async () => {
    await admin.goTo('/');
    await admin.page.getByRole('searchbox').fill(word);
    await row(titles[3]!).waitFor();
    await begin();
    await choose(titles[2]!);
    await choose(titles[3]!);
    await desk.employee.discard(ids[2]!);
    await toMarco();
    await admin.page.getByText('1 richiesta passata a Marco Conti.').waitFor();
    await admin.page.getByText('1 richiesta non è passata e resta a chi l’ha.').waitFor();
    await admin.page.locator('.handed > li').filter({ hasText: titles[2]! }).waitFor();
    admin.watched.forgive(/404/);
    await admin.expectSound();
    await admin.button('Chiudi').click();
  });

  test('where the network goes, the rest stays, is said, and goes with the next try', async () => {
    await admin.goTo('/');
    await admin.page.getByRole('searchbox').fill(word);
    await begin();
    await admin.button('Scegli tutte').click();
    await admin.page.getByText(/^[34] scelte$/).waitFor();
    await admin.page.route('**/owner', (route) => route.abort());
    await admin.button('Passa a un collega').click();
    await admin.dialog.getByRole('button', { name: 'Passa', exact: true }).click();
    await admin.page.getByText('0 richieste passate a Sara Galli.').waitFor();
    await admin.page.getByText(/La rete non risponde/).waitFor();
    await admin.page.unroute('**/owner');
    admin.watched.forgive(/ERR_FAILED/);
    await admin.button('Riprova con queste').click();
    await admin.page.getByText('3 richieste passate a Sara Galli.').waitFor();
    admin.watched.forgive(/404/);
  });
});
