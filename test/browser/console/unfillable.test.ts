import { beforeAll, expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();
let fields: FieldsPage;
let id: string;

beforeAll(async () => {
  fields = new FieldsPage(desk.sender);
  const signatures = [signatureOf(DIRECTOR, 600), { ...signatureOf(CLIENT, 600), x: 320 }];
  id = await makeDraft(desk.employee, {}, signatures);
  await fields.open(id);
});

const problem = () => fields.page.locator('.inspector [role=status]');
const choice = () => desk.sender.button(/^Scelta: Pagamento/);
const LONG = 'Pagamento anticipato con bonifico bancario entro sessanta giorni dalla firma';

test('a field that nobody could fill says so while it is drawn, and what would do', async () => {
  await fields.chooseOwner(CLIENT.name);
  await fields.kind('Scelta').click();
  await fields.page.getByLabel('Nome del campo').fill('Pagamento');
  const options = fields.page.getByLabel('Voci');
  await options.fill('✓ Sì\nNo');
  await expect
    .poll(() => problem().textContent())
    .toMatch(/di «Pagamento» «✓ Sì» contiene un carattere che non può essere stampato: «✓»/);
  await options.fill(`${LONG}\nNo`);
  await expect
    .poll(() => problem().textContent())
    .toMatch(/non entra nel campo «Pagamento» a pagina 1: la accorci o allarghi .* \d+ punti/);
  expect(await fields.page.locator('.placed.unfit').count()).toBe(1);
  await desk.sender.expectSound();

  await desk.sender.button('Continua').click();
  await fields.summary.getByText(/non entra nel campo «Pagamento»/).waitFor();
  const { timeline } = await desk.employee.show(id);
  expect(timeline.filter(({ type }) => type === 'placed')).toHaveLength(1);

  await choice().focus();
  const { x, y, width, height } = await fields.boxOf(choice());
  await fields.hold(fields.page.locator('.corner'), { x: x + width + 120, y: y + height });
  await expect.poll(() => problem().textContent()).toBe('');
  await fields.page.mouse.up();
  expect(await fields.page.locator('.placed.unfit').count()).toBe(0);
});

test('no field is drawn smaller than a value of its kind', async () => {
  await fields.kind('Data').click();
  const date = desk.sender.button(/^Data, /);
  const box = await fields.boxOf(date);
  await fields.drag(fields.page.locator('.corner'), { x: box.x + 1, y: box.y + 1 });
  await expect.poll(async () => (await fields.placeOf(date)).width).toBeLessThan(31);
  const { width, height } = await fields.placeOf(date);
  expect(width).toBeCloseTo(30, 0);
  expect(height).toBeCloseTo(8, 0);
  await date.press('Delete');
  await desk.sender.button('Continua').click();
  await desk.sender.heading('Controllo e invio').waitFor();
  expect((await desk.employee.show(id)).fields).toHaveLength(3);
});
