import { afterEach, expect, test } from 'vitest';
import { PICTURE, TEXT, withBrokenPicture } from '../../fixtures/broken-picture.ts';
import { writePdf } from '../../fixtures/write-pdf.ts';
import { drawNothing } from '../draw-nothing.ts';
import { CLIENT, DIRECTOR, signatureOf, useDesk } from './console-page.ts';

const desk = useDesk();

const PARTLY = 'Qui questa pagina non si vede per intero.';
const NOT = 'Qui questa pagina non si è potuta mostrare.';

async function draftOf(bytes: Uint8Array): Promise<string> {
  const { employee } = desk;
  const parties = [DIRECTOR, CLIENT];
  const id = await employee.create({ title: 'Contratto', language: 'it', parties });
  await employee.upload(id, 'contratto.pdf', bytes);
  await employee.place(
    id,
    parties.map((party, index) => ({ ...signatureOf(party, 600), x: 80 + 200 * index })),
  );
  return id;
}

/** Warnings of pdf.js that these documents cause on purpose. */
afterEach(() => desk.sender.watched.forgive(/^warning: Warning: /));

async function says(sentence: string) {
  const { page } = desk.sender;
  await page.locator('.pdf-viewer').scrollIntoViewIfNeeded();
  await page.getByText(sentence).first().waitFor();
}

test('the fields’ step and the preview say which page is not shown whole, and leave no worker behind', async () => {
  const { sender } = desk;
  const id = await draftOf(withBrokenPicture(`${TEXT} /Nothing Do ${PICTURE}`));
  for (const step of ['fields', 'review']) {
    await sender.goTo(`/envelopes/${id}/${step}`);
    await says(PARTLY);
    await sender.expectSound();
    expect(sender.page.workers().length).toBe(2);
    await sender.goTo();
    await expect.poll(() => sender.page.workers().length).toBe(0);
  }
});

test('the preview says that a page could not be shown, though pdf.js is content', async () => {
  const { sender } = desk;
  const id = await draftOf(writePdf({ content: TEXT }));
  await sender.page.addInitScript(drawNothing);
  await sender.goTo(`/envelopes/${id}/review`);
  await sender.page.reload();
  await says(NOT);
});
