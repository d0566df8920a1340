import { expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
const fields = [signatureOf(DIRECTOR, 200), signatureOf(CLIENT, 300)];

const templates = async () => (await desk.employee.templateList('visible')).items;

test('a draft is kept as a template with what is typed in its last step, its company’s side stays', async () => {
  const { sender } = desk;
  const { page } = sender;
  const id = await makeDraft(desk.employee, { title: 'Contratto quadro' }, fields);
  await sender.goTo(`/envelopes/${id}/review`);
  await sender.heading('Controllo e invio').waitFor();
  await page.getByLabel('Messaggio (facoltativo)').fill('Buongiorno, ecco il contratto.');
  await sender.button('Salva come modello').click();
  expect(await page.getByLabel('Nome del modello').inputValue()).toBe('Contratto quadro');
  expect(await page.getByLabel('Posto di Giulia Rinaldi').inputValue()).toBe('Azienda');
  await page.getByLabel('Posto di Paola Verdi').fill('');
  await sender.button('Salva il modello').click();
  await sender.dialog.getByRole('alert').getByText('Dia un nome al posto di Paola Verdi').waitFor();
  await sender.expectSound();
  await page.getByLabel('Posto di Paola Verdi').fill('Acquirente');
  await page.getByRole('radio', { name: 'Tutta l’azienda' }).check();
  await sender.button('Salva il modello').click();
  await page.getByText('Il modello «Contratto quadro» è salvato.').waitFor();

  const [kept] = await templates();
  expect(kept).toMatchObject({ name: 'Contratto quadro', visibility: 'company', version: 1 });
  const { places, message } = await desk.employee.template(kept!.id);
  expect(message).toBe('Buongiorno, ecco il contratto.');
  expect(places.map(({ name, person }) => [name, person?.name])).toEqual([
    ['Azienda', 'Giulia Rinaldi'],
    ['Acquirente', undefined],
  ]);
});

test('a sent envelope becomes the next version of a template; where that changed meanwhile, it is told and nothing typed is lost', async () => {
  const { sender } = desk;
  const { page } = sender;
  const id = await makeDraft(desk.employee, { title: 'Nuova stesura' }, fields);
  await desk.employee.send(id);
  const [before] = await templates();
  await sender.goTo(`/envelopes/${id}`);
  await sender.button('Salva come modello').click();
  await page
    .getByLabel('Che cosa si salva')
    .selectOption({ label: `La prossima versione di «${before!.name}»` });
  expect(await page.getByLabel('Posto di Paola Verdi').inputValue()).toBe('Acquirente');
  await page.getByLabel('Nome del modello').fill('Contratto quadro 2027');
  await desk.employee.changeTemplate(before!.id, { version: 1, visibility: 'own' });
  await sender.button('Salva il modello').click();
  await sender.dialog.getByText('Il modello è stato modificato in un’altra scheda').waitFor();
  sender.watched.forgive(/409|412/);
  expect(await page.getByLabel('Nome del modello').inputValue()).toBe('Contratto quadro 2027');
  await sender.button('Salva il modello').click();
  await page.getByText('Il modello «Contratto quadro 2027» è salvato.').waitFor();
  expect(await templates()).toMatchObject([{ id: before!.id, version: 3 }]);
  expect(await desk.employee.template(before!.id)).toMatchObject({ title: 'Nuova stesura' });
});
