import { beforeAll, expect, test } from 'vitest';
import { CLIENT, DIRECTOR, makeDraft, signatureOf, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();
let fields: FieldsPage;

beforeAll(async () => {
  fields = new FieldsPage(desk.sender);
  const parties = [DIRECTOR, { ...CLIENT, stamps: true }];
  await fields.open(await makeDraft(desk.employee, { parties }));
});

const mine = () => desk.sender.button('Firma, Giulia Rinaldi');
const theirs = () => desk.sender.button(`Firma, ${CLIENT.name}`);

test('a field lies exactly where the mouse dropped it, and is moved and resized by it', async () => {
  await desk.sender.expectSound();
  const sheet = await fields.boxOf(fields.sheet(0));
  const spot = { x: sheet.x + sheet.width * 0.3, y: sheet.y + 300 };
  await fields.drag(fields.kind('Firma'), spot);
  const before = await fields.middleOf(mine());
  expect(before.x).toBeCloseTo(spot.x, -1);
  expect(before.y).toBeCloseTo(spot.y, -1);
  await fields.drag(mine(), { x: before.x + 90, y: before.y + 60 });
  const after = await fields.boxOf(mine());
  expect(after.x + after.width / 2 - before.x).toBeCloseTo(90, -1);
  expect(after.y + after.height / 2 - before.y).toBeCloseTo(60, -1);
  await fields.drag(fields.page.locator('.corner'), {
    x: after.x + after.width + 40,
    y: after.y + after.height,
  });
  await expect
    .poll(async () => (await fields.boxOf(mine())).width)
    .toBeGreaterThan(after.width + 25);
  await desk.sender.expectSound();
});

test('a change is taken back and made again, by the buttons and by the keys', async () => {
  const width = async () => Math.round((await fields.placeOf(mine())).width);
  const large = await width();
  await desk.sender.button('Annulla modifica').click();
  await expect.poll(width).toBeLessThan(large);
  await desk.sender.button('Ripristina').click();
  await expect.poll(width).toBe(large);
  await fields.page.keyboard.press('Control+z');
  await expect.poll(width).toBeLessThan(large);
  await fields.page.keyboard.press('Control+Shift+z');
  await expect.poll(width).toBe(large);
});

test('a field that comes near another is drawn into line with it, and a guide shows the line', async () => {
  await fields.chooseOwner(CLIENT.name);
  const first = await fields.boxOf(mine());
  const sheet = await fields.boxOf(fields.sheet(0));
  await fields.drag(fields.kind('Firma'), { x: sheet.x + sheet.width * 0.7, y: first.y + 110 });
  const there = await fields.boxOf(theirs());
  const wanted = { x: first.x + 3 + there.width / 2, y: there.y + there.height / 2 + 5 };
  await fields.hold(theirs(), wanted);
  await fields.page.locator('.guide').first().waitFor();
  await fields.page.mouse.up();
  expect(await fields.page.locator('.guide').count()).toBe(0);
  await expect
    .poll(async () => (await fields.placeOf(theirs())).x)
    .toBeCloseTo((await fields.placeOf(mine())).x, 0);
});

test('a field is dragged from one page to another, also beyond what is in view', async () => {
  const frame = await fields.boxOf(fields.page.locator('.pdf-pages'));
  const edge = { x: frame.x + frame.width / 2, y: frame.y + frame.height - 10 };
  await fields.hold(theirs(), edge);
  const second = fields.sheet(1);
  for (let step = 0; step < 400; step++) {
    await fields.page.mouse.move(edge.x + (step % 2), edge.y);
    if ((await fields.boxOf(second)).y < frame.y + 200) break;
  }
  await fields.page.mouse.move(edge.x, frame.y + 350, { steps: 3 });
  await fields.page.mouse.up();
  await expect.poll(async () => (await fields.placeOf(theirs())).page).toBe(1);
  await desk.sender.button('Annulla modifica').click();
  await expect.poll(async () => (await fields.placeOf(theirs())).page).toBe(0);
  await desk.sender.button('Ripristina').click();
});

test('Escape lets go of a field where it was', async () => {
  const before = await fields.placeOf(mine());
  const { x, y } = await fields.middleOf(mine());
  await fields.hold(mine(), { x: x + 60, y: y + 120 });
  await fields.page.keyboard.press('Escape');
  await fields.page.mouse.up();
  expect(await fields.placeOf(mine())).toEqual(before);
});

test('nobody goes on while someone has nowhere to sign or to stamp', async () => {
  await theirs().focus();
  await fields.page.keyboard.press('Delete');
  await desk.sender.button('Continua').click();
  await fields.summary.getByText(`Manca il posto in cui firma ${CLIENT.name}`).waitFor();
  await fields.summary.getByText(`Manca il posto in cui ${CLIENT.name} mette il timbro`).waitFor();
  await desk.sender.expectSound();
});

test('a stamp is required unless the sender says otherwise, which holds wherever that person stamps', async () => {
  const { page } = fields;
  const id = await makeDraft(desk.employee, { parties: [DIRECTOR, { ...CLIENT, stamps: true }] }, [
    signatureOf(DIRECTOR, 20),
    signatureOf(CLIENT, 90),
  ]);
  const required = async () =>
    (await desk.employee.show(id)).fields
      .filter(({ kind }) => kind === 'stamp')
      .map((stamp) => `${stamp.party} ${stamp.required}`)
      .sort();
  await fields.open(id);
  for (const owner of [CLIENT.name, CLIENT.name, 'Giulia Rinaldi']) {
    await fields.chooseOwner(owner);
    await fields.kind('Timbro').click();
    expect(await page.getByLabel('Obbligatorio: senza non si firma').isChecked()).toBe(true);
  }
  await desk.sender.button(`Timbro, ${CLIENT.name}`).first().focus();
  await page.getByLabel('Facoltativo: si può firmare anche senza').check();
  await desk.sender.expectSound();
  await desk.sender.button('Continua').click();
  await page.getByText('Timbro dell’azienda: facoltativo').waitFor();
  await page.getByText('Timbro dell’azienda: obbligatorio').waitFor();
  expect(await required()).toEqual([
    `${DIRECTOR.id} true`,
    `${CLIENT.id} false`,
    `${CLIENT.id} false`,
  ]);
  await fields.open(id);
  await fields.chooseOwner(CLIENT.name);
  await fields.kind('Timbro').click();
  expect(await page.getByLabel('Facoltativo: si può firmare anche senza').isChecked()).toBe(true);
});

test('a tap places a field on a phone, and a finger moves it', async () => {
  const { page } = fields;
  await page.setViewportSize({ width: 390, height: 844 });
  await fields.open(await makeDraft(desk.employee));
  await fields.kind('Firma').click();
  await mine().scrollIntoViewIfNeeded();
  const before = await fields.middleOf(mine());
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0, dy = 0) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: before.x + dx, y: before.y + dy }],
    });
  await touch('touchStart');
  for (let step = 1; step <= 5; step++) await touch('touchMove', step * 8, step * 6);
  await touch('touchEnd');
  await expect.poll(async () => (await fields.middleOf(mine())).x - before.x).toBeCloseTo(40, -1);
  expect((await fields.middleOf(mine())).y - before.y).toBeCloseTo(30, -1);
  await desk.sender.expectSound();
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('more fields than a document can have are refused, with both numbers', async () => {
  const most = Array.from({ length: 500 }, (_, index) => ({
    ...signatureOf(index % 2 ? DIRECTOR : CLIENT, 20 + (index % 13) * 60, index % 3),
    id: `f${index}`,
  }));
  await fields.open(await makeDraft(desk.employee, {}, most));
  await fields.kind('Sigla').click();
  await desk.sender.button('Continua').click();
  await fields.summary
    .getByText('I campi sono 501: un documento ne può avere al massimo 500')
    .waitFor();
});

test('a hundred fields on many pages are kept, one by one where they were', async () => {
  const many = Array.from({ length: 98 }, (_, index) => ({
    ...{ id: `f${index}`, party: CLIENT.id, kind: 'text' as const, label: `Campo ${index + 1}` },
    ...{
      required: false,
      page: index % 3,
      x: 40 + (index % 4) * 130,
      y: 60 + Math.floor(index / 4) * 28,
    },
    ...{ width: 110, height: 20 },
  }));
  const marks = [signatureOf(DIRECTOR, 760, 2), { ...signatureOf(CLIENT, 760, 2), x: 320 }];
  const id = await makeDraft(desk.employee, {}, [...many, ...marks]);
  await fields.open(id);
  expect(await fields.page.locator('.placed').count()).toBe(100);
  await desk.sender.button(/^Testo: Campo 1,/).focus();
  await fields.page.keyboard.press('ArrowRight');
  await desk.sender.button('Continua').click();
  await desk.sender.heading('Controllo e invio').waitFor();
  const placed = (await desk.employee.show(id)).fields;
  expect(placed).toHaveLength(100);
  expect(placed.find(({ id }) => id === 'f0')?.x).toBe(45);
  expect(placed.find(({ id }) => id === 'f50')).toMatchObject(many[50]!);
});
