import { beforeAll, expect, test } from 'vitest';
import { lawIn } from '../../../shared/contract/law/law.ts';
import { dayAfter, dayIn, endOf } from '../../../shared/domain/envelope/deadline.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
let id: string;

const value = (id: string, party: string | null, label: string, y: number): Field => ({
  ...{ id, party, kind: 'text', label, required: true, page: 0 },
  ...{ x: 80, y, width: 180, height: 22 },
});

beforeAll(async () => {
  const fields = [
    signatureOf(DIRECTOR, 300),
    signatureOf(CLIENT, 400),
    value('own', null, 'Numero', 150),
    value('theirs', CLIENT.id, 'Codice fiscale', 200),
  ];
  id = await makeDraft(desk.employee, {}, fields);
  await desk.employee.fill(id, { own: 'CTR-0147' });
  await desk.sender.goTo(`/envelopes/${id}`);
  await desk.sender.heading('Controllo e invio').waitFor();
  await desk.sender.documentDrawn();
});

const reminders = () =>
  desk.sender.page.getByRole('group', { name: /Promemoria/ }).getByRole('checkbox');
const lastDay = () => desk.sender.page.getByLabel('Ultimo giorno per firmare');
const until = () => desk.sender.page.locator('#deadline-until');
const today = () => dayIn(new Date(), 'Europe/Rome');
const inDays = (days: number) => dayAfter(today(), days);
async function facts() {
  const { message, deadlineDate, reminderDays } = await desk.employee.show(id);
  return { message, deadlineDate, reminderDays };
}

test('a draft that lacks nothing opens where it can be sent, and says who signs when', async () => {
  const turns = desk.sender.page.locator('.turns li');
  expect(await turns.allTextContents()).toEqual([
    expect.stringContaining('Giulia Rinaldi'),
    expect.stringContaining('Paola Verdi'),
  ]);
  await desk.sender.expectSound();
});

test('each sender is told once which acts may want another form, by the law of the company', async () => {
  const { page } = desk.sender;
  await page.getByText(lawIn('it', 'IT').form).waitFor();
  await desk.sender.button('Ho capito').click();
  await page.getByText(lawIn('it', 'IT').form).waitFor({ state: 'detached' });
  await page.reload();
  await desk.sender.heading('Controllo e invio').waitFor();
  await desk.sender.documentDrawn();
  expect(await page.getByText(lawIn('it', 'IT').form).count()).toBe(0);
});

test('each person’s preview shows their own fields and what the company filled in, and no one else’s', async () => {
  const shown = desk.sender.page.locator('.placed');
  expect(await shown.allTextContents()).toEqual(['Firma', 'CTR-0147']);
  await desk.sender.page.getByRole('radio', { name: CLIENT.name }).check({ force: true });
  expect(await shown.allTextContents()).toEqual(['Firma', 'CTR-0147', 'Codice fiscale']);
});

test('the deadline is a day, two weeks from today where none was chosen, told with weekday, hour and zone', async () => {
  expect(await lastDay().inputValue()).toBe(inDays(14));
  await lastDay().fill(inDays(20));
  const day = new Intl.DateTimeFormat('it', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${inDays(20)}T00:00:00Z`));
  await expect
    .poll(() => until().textContent())
    .toMatch(new RegExp(`^Si può firmare fino alle 23:59 \\(CES?T\\) di ${day}\\. `));
});

test('a deadline outside of the limits is refused beside its field', async () => {
  for (const wrong of [inDays(0), inDays(61), '0026-12-14', '']) {
    await lastDay().fill(wrong);
    expect(await until().textContent()).toBe('');
    await desk.sender.button('Invia a Giulia Rinaldi').click();
    await desk.sender.page
      .getByRole('alert')
      .getByText(/^Scelga un giorno (dal |dall’)\d+ \S+ \d{4} (al |all’)\d+ \S+ \d{4}$/)
      .waitFor();
  }
  await desk.sender.page.getByRole('alert').getByRole('link').click();
  await desk.sender.expectFocus(lastDay());
  await desk.sender.expectSound();
});

test('reminders after the deadline are neither offered nor kept, and their pauses are said', async () => {
  const plan = desk.sender.page.getByText(/Con l’invio oggi, per Giulia Rinaldi/);
  await lastDay().fill(inDays(14));
  await expect.poll(() => reminders().count()).toBe(3);
  await reminders().first().check();
  await expect
    .poll(() => plan.textContent())
    .toMatch(/^Il primo parte 1 giorno dopo l’invito, poi a distanza di 2 giorni e 4 giorni\. /);
  await lastDay().fill(inDays(5));
  await expect.poll(() => reminders().count()).toBe(2);
  await expect.poll(() => plan.textContent()).toMatch(/a distanza di 2 giorni\. /);
  await desk.sender.page
    .getByLabel('Messaggio (facoltativo)')
    .fill('Buongiorno,\necco il contratto.');
  await desk.sender.button('Indietro').click();
  await desk.sender.heading('Dove si firma?').waitFor();
  const message = 'Buongiorno,\necco il contratto.';
  expect(await facts()).toEqual({ message, deadlineDate: inDays(5), reminderDays: [1, 3] });
});

test('what was changed and not yet saved is there after a reload', async () => {
  const { page } = desk.sender;
  await desk.sender.goTo(`/envelopes/${id}/review`);
  await lastDay().fill(inDays(30));
  await reminders().last().check();
  await page.reload();
  await desk.sender.heading('Controllo e invio').waitFor();
  await expect.poll(() => lastDay().inputValue()).toBe(inDays(30));
  await expect.poll(() => reminders().last().isChecked()).toBe(true);
});

test('sent, it is followed in its place, and back does not lead to the draft', async () => {
  await desk.sender.button('Invia a Giulia Rinaldi').click();
  await desk.sender.page.getByText('Si attende la firma di Giulia Rinaldi.').waitFor();
  expect((await desk.employee.show(id)).status).toBe('signing');
  const { deadline } = await desk.employee.show(id);
  expect(deadline).toBe(endOf({ day: inDays(30), timeZone: 'Europe/Rome' }));
  await desk.sender.goTo(`/envelopes/${id}/fields`);
  await desk.sender.heading('Contratto').waitFor();
  await desk.sender.page.waitForURL((url) => !url.hash.includes('fields'));
});
