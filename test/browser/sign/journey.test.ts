import { describe, expect, it } from 'vitest';
import { companyStamp } from '../../../scripts/demo/marks.ts';
import type { Stage } from '../../../scripts/demo/stage.ts';
import { sendContract } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, isDrawn, partiesIn, useSigningRoom } from './signing-room.ts';

const { stage: newStage, at } = useSigningRoom();

describe('the signing page', () => {
  it('takes a director by keyboard and a client by touch to the sealed document', async () => {
    const stage = await newStage(partiesIn('it', 'de'));
    const envelopeId = await sendContract(stage);
    await byKeyboard(stage);
    await byTouch(stage);
    expect((await stage.employee.show(envelopeId)).status).toBe('completed');
  });

  async function byKeyboard(stage: Stage): Promise<void> {
    const director = await at(stage, 'director');
    const { texts, page } = director;
    expect(page.url()).toMatch(/\/sign#[0-9a-f]{8}$/);
    await isDrawn(director);
    await expectSound(director);
    await director.tabAndEnter(texts.sign);
    await director.heading(texts.terms.title).waitFor();
    await expectSound(director);
    await director.tabAndEnter(texts.terms.agree);
    const code = await director.newCode();
    await expectSound(director);
    await director.tabTo(texts.code.label);
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await director.heading(texts.mark.title).waitFor();
    await director.tabTo(texts.mark.hand(1));
    await page.keyboard.press('ArrowDown');
    await expectSound(director);
    await director.tabAndEnter(texts.next);
    await director.heading(texts.review.title).waitFor();
    await expectSound(director);
    await director.tabAndEnter(texts.review.signNow);
    await director.heading(texts.done.waitingTitle).waitFor();
    await expectSound(director);
  }

  async function byTouch(stage: Stage): Promise<void> {
    const client = await at(stage, 'client', PHONE);
    const { texts, page } = client;
    await isDrawn(client);
    await expectSound(client);
    await client.confirm(await client.toCode());
    await client.press(texts.copy.none);
    await client.heading(texts.fill.title).waitFor();
    await fill(client);
    await client.press(texts.next);
    await client.heading(texts.stamp.title).waitFor();
    await expectSound(client);
    await client.stamp(companyStamp());
    await client.choose('drawn');
    await client.drawByTouch();
    await expectSound(client);
    await client.press(texts.next);
    await client.heading(texts.review.title).waitFor();
    await page.locator('dd', { hasText: '24 nov 2026' }).waitFor();
    await expectSound(client);
    await client.signNow();
    await client.heading(texts.done.title).waitFor();
    await expectSound(client);
    await client.press(texts.done.see);
    await isDrawn(client);
    await seesDownload(client);
    await page.reload();
    await client.heading(texts.done.title).waitFor();
  }

  async function fill(client: SigningPage): Promise<void> {
    const { texts, page } = client;
    await client.press(texts.next);
    await page.getByRole('heading', { name: texts.errorsTitle }).waitFor();
    await expectSound(client);
    await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
    await page.locator('#list-signdate').fill('2026-11-24');
    await page.locator('#field-signdate', { hasText: '24 nov 2026' }).waitFor();
    await page.locator('#list-privacy').check();
    await page.getByText(texts.fill.saved).waitFor();
    await expectSound(client);
  }

  async function seesDownload({ page, texts }: SigningPage): Promise<void> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.done.download }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  }
});
