import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { CLIENT, CONTRACT, useDesk } from './console-page.ts';
import { FieldsPage } from './fields-page.ts';

const desk = useDesk();

interface Counted {
  readonly clicks: number;
  readonly drags: number;
  readonly typed: number;
  readonly wheels: number;
}

const NONE: Counted = { clicks: 0, drags: 0, typed: 0, wheels: 0 };

/** Input events by a user; `isTrusted` excludes events made by scripts. */
function listen(): void {
  const counts = JSON.parse(sessionStorage.getItem('counts') ?? '{}');
  function add(name: string) {
    counts[name] = (counts[name] ?? 0) + 1;
    sessionStorage.setItem('counts', JSON.stringify(counts));
  }
  let from: PointerEvent | undefined;
  let field: EventTarget | null = null;
  const on = (type: string, hear: (event: never) => void) =>
    addEventListener(type, (event) => event.isTrusted && hear(event as never), true);
  on('pointerdown', (event: PointerEvent) => {
    from = event;
  });
  on('pointerup', ({ clientX, clientY }: PointerEvent) => {
    const far = from && Math.hypot(clientX - from.clientX, clientY - from.clientY) > 8;
    add(far ? 'drags' : 'clicks');
  });
  on('input', ({ target }: InputEvent) => {
    const types = (target as HTMLElement).matches(
      'input:not([type=radio], [type=checkbox], [type=file]), textarea',
    );
    if (types && target !== field) add('typed');
    if (types) field = target;
  });
  on('wheel', () => add('wheels'));
}

const counted = async (): Promise<Counted> => ({
  ...NONE,
  ...JSON.parse((await desk.sender.page.evaluate(() => sessionStorage.getItem('counts'))) ?? '{}'),
});

/** As a hand finds it: where it is on the screen now, never scrolled to. */
async function press(one: Locator): Promise<void> {
  await one.waitFor();
  const box = (await one.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { width, height } = desk.sender.page.viewportSize()!;
  expect([x > 0, x < width, box.y >= 0, box.y + box.height <= height]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  await desk.sender.page.mouse.click(x, y);
}

beforeAll(async () => {
  // The document is checked by the server, which takes long on a busy machine.
  desk.sender.page.setDefaultTimeout(90_000);
  await desk.sender.page.addInitScript(listen);
  await desk.sender.page.reload();
  await desk.sender.heading('Documenti').waitFor();
});

test('from the PDF in hand to sent, two parties: seven clicks, two drags, two typed fields, no wheel', {
  timeout: 300_000,
}, async () => {
  const { sender } = desk;
  const { page } = sender;
  const { keyboard } = page;
  const fields = new FieldsPage(sender);

  await press(page.getByRole('link', { name: /^Nuovo documento|^Invii il primo/ }).first());
  await sender.heading('Quale documento va firmato?').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await press(sender.button('Scegli un file'));
  const file = { name: 'Contratto.pdf', mimeType: 'application/pdf' };
  await (await chooser).setFiles({ ...file, buffer: readFileSync(CONTRACT) });
  await sender.heading('Il documento').waitFor();
  await press(sender.button('Continua'));

  await sender.heading('Chi firma?').waitFor();
  await sender.expectFocus(page.getByLabel('Nome e cognome').last());
  await keyboard.type(CLIENT.name);
  await sender.tabTo('Indirizzo e-mail');
  await keyboard.type('paola.verdi@example.com');
  await press(sender.button('Continua'));

  await sender.heading('Dove si firma?').waitFor();
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas');
    return canvas && canvas.width !== 300;
  });
  const sheet = await fields.boxOf(fields.sheet(0));
  await fields.drag(fields.kind('Firma'), { x: sheet.x + sheet.width * 0.3, y: sheet.y + 200 });
  await press(page.locator('.owner', { hasText: CLIENT.name }));
  await fields.drag(fields.kind('Firma'), { x: sheet.x + sheet.width * 0.7, y: sheet.y + 200 });
  await press(sender.button('Continua'));

  await sender.heading('Controllo e invio').waitFor();
  await press(sender.button('Invia e firma'));
  await page.waitForURL(/\/sign#[0-9a-f]{8}$/);

  expect(await counted()).toEqual({ clicks: 7, drags: 2, typed: 2, wheels: 0 });
  // The list is some seconds behind the ledger.
  await expect
    .poll(async () => (await desk.employee.list()).items[0])
    .toMatchObject({ title: 'Contratto', status: 'signing' });
});
