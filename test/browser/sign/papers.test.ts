import { PDFDocument, StandardFonts } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { sendEnvelope } from '../../../scripts/demo/drafting.ts';
import { fieldsAtTheEnd, OWN_VALUES } from '../../../scripts/demo/fields.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { expectSound, isDrawn, partiesIn, useSigningRoom } from './signing-room.ts';

const { stage: newStage, at } = useSigningRoom();

async function pages(count: number, width: number, height: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let index = 1; index <= count; index++) {
    const size = Math.min(width, height) / 12;
    document.addPage([width, height]).drawText(`Pagina ${index}`, {
      x: width / 10,
      y: height * 0.8,
      size,
      font,
    });
  }
  return document.save();
}

/** Points. */
const PAPERS: readonly (readonly [string, number, number, number])[] = [
  ['sixty pages lying', 60, 842, 595],
  ['a business card', 1, 240, 156],
  ['an A0 poster', 1, 2384, 3370],
];

const LONG = 'Maximiliane-Henriette Freifrau von Württemberg-Hohenzollern-Sigmaringen';

describe('an unusual document', () => {
  it.each(PAPERS)(
    'of %s is read, and its last field found, by someone with a long name',
    async (name, count, width, height) => {
      const parties = partiesIn('it', 'it').map((party) => ({ ...party, name: LONG }));
      const stage = await newStage(parties);
      await sendEnvelope(stage, {
        fileName: `${name}, contratto-quadro-per-la-fornitura-pluriennale.pdf`,
        bytes: await pages(count, width, height),
        fields: fieldsAtTheEnd,
        ownValues: OWN_VALUES,
      });
      for (const device of [PHONE, DESKTOP]) {
        const director = await at(stage, 'director', device);
        const { page, texts } = director;
        await isDrawn(director);
        const all = await page.locator('.pdf-page').count();
        expect(await page.locator('.pdf-page canvas').count()).toBeLessThan(15);
        await director.press(texts.fields.next);
        await page.locator('.pdf-tools').getByText(texts.viewer.page(count, all)).waitFor();
        await expect
          .poll(() => page.locator(`[data-page="${count - 1}"] canvas[data-drawn]`).count())
          .toBe(1);
        await expect
          .poll(() => page.locator('.field-mark.mark').first().evaluate(isUncovered))
          .toBe(true);
        await expectSound(director);
      }
    },
    120_000,
  );
});

/** Whether the element's middle is on the screen and not covered by the action bar. */
function isUncovered(mark: Element): boolean {
  const { left, top, width, height } = mark.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  return there !== null && (mark.contains(there) || mark.closest('.pdf-page')!.contains(there));
}
