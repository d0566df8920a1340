import { expect, test } from 'vitest';
import { openAndConfirm } from '../../../scripts/demo/ceremony.ts';
import { sendEnvelope } from '../../../scripts/demo/drafting.ts';
import { paperFor } from '../../../scripts/demo/paper.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { silent } from '../../flow/theatre.ts';
import { DESKTOP } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage } = useSigningRoom();

const asked = (id: string, kind: Field['kind'], y: number, label: string): Field => ({
  ...{ id, party: 'director', kind, label, required: id !== 'until' },
  ...{ page: 0, x: 60, y, width: 160, height: 20 },
});

/** Opens the director's fields in Italian: two dates and two amounts. */
async function atFields(): Promise<SigningPage> {
  const stage = await newStage();
  const paper = paperFor(undefined, 2);
  const extra = [
    asked('born', 'date', 80, 'Nato il'),
    asked('until', 'date', 110, 'Valido fino al'),
    asked('price', 'number', 140, 'Prezzo'),
    asked('rate', 'number', 170, 'Aliquota'),
  ];
  await sendEnvelope(stage, {
    ...paper,
    fields: (pages, parties) => [...paper.fields(pages, parties), ...extra],
  });
  const signing = await newPage(stage, 'director', DESKTOP);
  await openAndConfirm(signing.signer, silent);
  await signing.enterSession(stage.api);
  await signing.press(signing.texts.sign);
  await signing.heading(signing.texts.fill.title).waitFor();
  return signing;
}

/** The field's value stored on the server. */
const kept = ({ page }: SigningPage, field: string): Promise<unknown> =>
  page.evaluate(
    ([handle, field]) =>
      fetch(`/api/sign/${handle}`)
        .then((response) => response.json())
        .then(({ values }) => values[field!]),
    [new URL(page.url()).hash.slice(1), field],
  );

test('dates and amounts are taken as hands type them, and asked again where they cannot be meant', async () => {
  const signing = await atFields();
  const { page, texts } = signing;
  async function type(field: string, keys: string) {
    await page.locator(`#list-${field}`).press('Home');
    await page.locator(`#list-${field}`).pressSequentially(keys, { delay: 20 });
  }
  const summary = page.getByRole('alert');

  // Typing a two-digit year gives year 26, or 1126 if the month comes first.
  await type('born', '291126');
  await type('until', '11');
  await type('price', '€ 12,50');
  await type('rate', ',5');
  await signing.press(texts.next);
  await summary.getByText(/Controlli la data di «Nato il».* 1 gennaio 1900 .* 2100/).waitFor();
  await summary.getByText('Completi la data di «Valido fino al».').waitFor();
  await expectSound(signing);

  await page.locator('#list-born').fill('');
  await type('born', '11111984');
  expect(await page.locator('#list-born').inputValue()).toBe('1984-11-11');
  await type('until', '11112027');
  await signing.press(texts.next);
  await signing.heading(texts.mark.title).waitFor();
  expect(await kept(signing, 'born')).toBe('1984-11-11');
  expect(await kept(signing, 'until')).toBe('2027-11-11');
  expect(await kept(signing, 'price')).toBe('€ 12,50');
  expect(await kept(signing, 'rate')).toBe('0,5');
});

test('after an error a value is typed on letter by letter, and lies whole in the draft', async () => {
  const signing = await atFields();
  const { page, texts } = signing;
  await page.locator('#list-price').fill('');
  await signing.press(texts.next);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe(texts.errorsTitle);
  for (const [field, value] of [
    ['price', '1250,75'],
    ['rate', '10,25'],
  ] as const) {
    await page.locator(`#list-${field}`).pressSequentially(value);
    await expect.poll(() => kept(signing, field)).toBe(value);
  }
});
