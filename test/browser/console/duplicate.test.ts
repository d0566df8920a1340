import { expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();
const fields = [signatureOf(DIRECTOR, 200), signatureOf(CLIENT, 300)];

test('what was sent is sent again from a draft of the same document', async () => {
  const { sender } = desk;
  const id = await makeDraft(desk.employee, {}, fields);
  await desk.employee.send(id);
  await sender.goTo(`/envelopes/${id}`);
  await sender.button('Duplica').click();
  await sender.heading('Controllo e invio').waitFor();
  const copy = sender.page.url().split('/').at(-1)!;
  expect(copy).not.toBe(id);
  expect(await desk.employee.show(copy)).toMatchObject({ status: 'draft', fields });
});
