import { expect, test } from 'vitest';
import { makeDraft, useDesk } from './console-page.ts';

const desk = useDesk();
const DELETE = 'Elimina la bozza';

const row = (title: string) => desk.sender.page.getByRole('link', { name: title });
const inDialog = (name: string) => desk.sender.dialog.getByRole('button', { name, exact: true });

test('a draft is deleted only after one has said so twice, and is gone from the list', async () => {
  const { sender, employee } = desk;
  const id = await makeDraft(employee, { title: 'Bozza sbagliata' });
  await sender.goTo(`/envelopes/${id}/document`);
  await sender.button(DELETE).click();
  await sender.dialog.getByText('La bozza «Bozza sbagliata» e il suo documento').waitFor();
  await sender.expectSound();
  await inDialog('Tienila').click();
  await sender.expectFocus(sender.button(DELETE));
  expect((await employee.show(id)).status).toBe('draft');
  await sender.button(DELETE).click();
  await inDialog(DELETE).click();
  await sender.page.getByText('La bozza «Bozza sbagliata» è eliminata.').waitFor();
  expect(await row('Bozza sbagliata').count()).toBe(0);
  await sender.expectSound();
  await expect(employee.show(id)).rejects.toMatchObject({ status: 404 });
  await sender.page.reload();
  await sender.page.getByRole('navigation', { name: 'Sezioni' }).waitFor();
  await sender.page.locator('.envelopes, .empty').first().waitFor();
  await expect.poll(() => row('Bozza sbagliata').count()).toBe(0);
});

test('what an upload that was refused left behind can be deleted', async () => {
  const { sender } = desk;
  await sender.goTo('/new');
  await sender.drop('Documento rotto.pdf', `%PDF-1.7\n${'rotto '.repeat(50)}`);
  await sender.page.getByRole('alert').getByText('Il PDF è danneggiato').waitFor();
  await sender.goTo('/list/draft');
  await row('Documento rotto').click();
  await sender.button(DELETE).click();
  await inDialog(DELETE).click();
  await sender.page.getByText('La bozza «Documento rotto» è eliminata.').waitFor();
});

test('a deletion that fails says so in its place, and the draft stays', async () => {
  const { sender, employee } = desk;
  const id = await makeDraft(employee, { title: 'Bozza buona' });
  await sender.goTo(`/envelopes/${id}/people`);
  await sender.page.route('**/api/envelopes/*', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await sender.button(DELETE).click();
  await inDialog(DELETE).click();
  await sender.dialog.getByText('La rete non risponde').waitFor();
  await sender.expectSound();
  await sender.page.unroute('**/api/envelopes/*');
  sender.watched.forgive(/ERR_FAILED/);
  expect((await employee.show(id)).status).toBe('draft');
});
