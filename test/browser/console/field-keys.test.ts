import { beforeAll, expect, test } from 'vitest';
import { CLIENT, makeDraft, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();
let fields: FieldsPage;

beforeAll(async () => {
  fields = new FieldsPage(desk.sender);
  await fields.open(await makeDraft(desk.employee));
});

async function press(...keys: readonly string[]) {
  for (const key of keys) await fields.page.keyboard.press(key);
}
const theirs = () => desk.sender.button(`Firma, ${CLIENT.name}`);

test('a field is placed for whom the arrow keys chose, and has the focus', async () => {
  await fields.page.getByRole('radio', { name: 'Giulia Rinaldi' }).focus();
  await press('ArrowRight');
  await fields.kind('Firma').focus();
  await press('Enter');
  await desk.sender.expectFocus(theirs());
  await fields.page.getByText('Campo aggiunto a pagina 1: Firma').waitFor({ state: 'attached' });
});

test('arrows move it, with Shift they resize it, with Alt by a single point', async () => {
  const before = await fields.placeOf(theirs());
  await press(...Array(6).fill('ArrowRight'), 'ArrowDown', 'Shift+ArrowRight', 'Alt+ArrowUp');
  const after = await fields.placeOf(theirs());
  expect(after.x - before.x).toBeCloseTo(30, 0);
  expect(after.y - before.y).toBeCloseTo(4, 0);
  expect(after.width - before.width).toBeCloseTo(5, 0);
});

test('it never leaves its page', async () => {
  await press(...Array(130).fill('ArrowLeft'));
  await expect.poll(async () => (await fields.placeOf(theirs())).x).toBeCloseTo(0, 0);
  await press(...Array(80).fill('Shift+ArrowLeft'));
  await expect.poll(async () => (await fields.placeOf(theirs())).width).toBeGreaterThan(6);
  await press(...Array(40).fill('Shift+ArrowRight'), ...Array(10).fill('ArrowRight'));
});

test('Page Down and Up carry it from page to page, keep the focus, and stop at the ends', async () => {
  const page = async () => (await fields.placeOf(theirs())).page;
  await press('PageDown');
  await expect.poll(page).toBe(1);
  await desk.sender.expectFocus(theirs());
  await press('PageDown');
  await expect.poll(page).toBe(2);
  await press('PageDown');
  await expect.poll(page).toBe(2);
  await desk.sender.expectFocus(theirs());
  await press('PageUp', 'PageUp');
  await expect.poll(page).toBe(0);
  await press('PageUp');
  await expect.poll(page).toBe(0);
});

test('Control D doubles it, Delete removes it, Control Z brings it back', async () => {
  await theirs().focus();
  await press('Control+d');
  await expect.poll(() => theirs().count()).toBe(2);
  await theirs().first().focus();
  await press('Delete');
  await expect.poll(() => theirs().count()).toBe(1);
  await desk.sender.expectFocus(desk.sender.heading('Dove si firma?'));
  await press('Control+z');
  await expect.poll(() => theirs().count()).toBe(2);
});

test('what is pressed in a text is not taken for the field’s', async () => {
  await fields.kind('Testo').focus();
  await press('Enter');
  const label = fields.page.getByLabel('Nome del campo');
  await label.fill('Codice fiscal');
  await label.press('End');
  await press('e', 'ArrowLeft', 'Delete', 'e', 'Backspace', 'e', 'Control+z');
  expect(await desk.sender.button(/^Testo: Codice fiscal/).count()).toBe(1);
});

test('copies to all pages are said, and taken back as one', async () => {
  await fields.kind('Sigla').focus();
  await press('Enter');
  const initials = desk.sender.button(`Sigla, ${CLIENT.name}`);
  await desk.sender.expectFocus(initials);
  await desk.sender.button('Copia su tutte le pagine').focus();
  await press('Enter');
  await expect.poll(() => initials.count()).toBe(3);
  await fields.page.getByText('Copiato su 2 pagine').waitFor({ state: 'attached' });
  const places = await Promise.all([0, 1, 2].map((index) => fields.placeOf(initials.nth(index))));
  expect(places.map(({ page }) => page)).toEqual([0, 1, 2]);
  expect(places[2]?.x).toBeCloseTo(places[0]!.x, 0);
  expect(places[2]?.y).toBeCloseTo(places[0]!.y, 0);
  await press('Control+z');
  await expect.poll(() => initials.count()).toBe(1);
  await desk.sender.expectSound();
});
