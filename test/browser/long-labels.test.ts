import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { sendEnvelope } from '../../scripts/demo/drafting.ts';
import { companyStamp } from '../../scripts/demo/marks.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import { writePdf } from '../fixtures/write-pdf.ts';
import { tooWide } from './room.ts';
import { isDrawn, partiesIn, useSigningRoom } from './sign/signing-room.ts';
import { PHONE } from './watched-page.ts';

const { stage: newStage, at } = useSigningRoom();

const UNBROKEN = 'x'.repeat(80);
const WIDTHS = [390, 320];

const field = (id: string, kind: Field['kind'], label: string, place: Partial<Field>): Field => ({
  ...{ id, party: 'director', kind, label, required: true, page: 0 },
  ...{ x: 60, y: 100, width: 100, height: 20, ...place },
});

/** Boxes too small for their labels, at both sides of the page. */
const FIELDS: readonly Field[] = [
  field('sign', 'signature', 'Unterschrift', { y: 600, width: 160, height: 50 }),
  field('little', 'signature', 'Unterschrift', { x: 500, y: 600, width: 40, height: 20 }),
  field('stamp', 'stamp', 'Timbro', { x: 300, y: 600, width: 24, height: 24 }),
  field('day', 'date', 'Data', { x: 60, y: 300, width: 46, height: 9 }),
  field('yes', 'checkbox', 'Sì', { x: 200, y: 300, width: 9, height: 9 }),
  field('unbroken', 'text', UNBROKEN, { x: 60, y: 400, width: 120, height: 14 }),
  field('right', 'text', UNBROKEN, { x: 450, y: 400, width: 90, height: 14 }),
  field('words', 'text', 'In qualità di rappresentante', { x: 60, y: 200, width: 90, height: 40 }),
];

/** Labels that are clipped, overflow their box or the page, or are split. */
const cut = (labels: Locator): Promise<string[]> =>
  labels.evaluateAll((all) =>
    all
      .filter((label) => {
        const own = label.getBoundingClientRect();
        const beside = label.classList.contains('outside');
        const around = label.closest(beside ? '.pdf-page' : '.field-mark, .placed')!;
        const room = around.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(label);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        const words = label.textContent!.split(' ').length;
        const broken = label.textContent!.length < 80 && lines > words;
        return (
          broken ||
          label.scrollWidth > label.clientWidth + 1 ||
          own.left < room.left - 2 ||
          own.right > room.right + 2 ||
          own.top < room.top - 2 ||
          own.bottom > room.bottom + 2
        );
      })
      .map((label) => `${label.className} ${label.textContent}`),
  );

test('on the signing page every label is whole, and none widens a step', async () => {
  const stage = await newStage(partiesIn('de', 'de'));
  const clients = field('theirs', 'signature', 'Unterschrift', { y: 700, party: 'client' });
  const paper = {
    fileName: `${UNBROKEN}.pdf`,
    bytes: writePdf(),
    fields: () => [...FIELDS, { ...clients, party: 'client' }],
    ownValues: {},
  };
  await sendEnvelope(stage, paper);
  const signing = await at(stage, 'director', PHONE);
  const { page, texts } = signing;
  async function check() {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(() => tooWide(page)).toEqual([]);
      await expect.poll(() => cut(page.locator('.field-mark .label'))).toEqual([]);
    }
  }
  await isDrawn(signing);
  expect(await page.locator('.field-mark .label').count()).toBe(FIELDS.length);
  await check();
  await signing.confirm(await signing.toCode());
  await signing.heading(texts.fill.title).waitFor();
  await check();
  await page.locator('#field-unbroken').click();
  await page.getByRole('dialog').waitFor();
  await check();
  await page.keyboard.press('Escape');
  await signing.press(texts.next);
  await page.locator('#list-unbroken-error').waitFor();
  await check();
  for (const id of ['unbroken', 'right', 'words']) await page.locator(`#list-${id}`).fill('Ja');
  await page.locator('#list-day').fill('2026-11-24');
  await page.locator('#list-yes').check();
  await signing.press(texts.next);
  await signing.stamp(companyStamp());
  await signing.choose('drawn');
  await check();
  const pad = (await page.getByRole('img', { name: texts.mark.pad }).boundingBox())!;
  expect(pad.width / pad.height).toBeCloseTo(160 / 50, 1);
  expect(await page.getByText(texts.mark.padHint).isVisible()).toBe(true);
  expect(await page.getByText(texts.mark.padKeys).isVisible()).toBe(false);
});
