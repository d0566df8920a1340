import { describe, expect, it } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { companyStamp } from '../../../scripts/demo/marks.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract, silent } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, at } = useSigningRoom();

/** The client, reached by text message, right after entering the code. */
async function askedClient(): Promise<{ stage: Stage; client: SigningPage }> {
  const stage = await newStage();
  await sendContract(stage);
  await signCeremony(signerOf(stage, 'director'), silent);
  const client = await at(stage, 'client', PHONE);
  await client.confirm(await client.toCode());
  await client.heading(client.texts.copy.title).waitFor();
  return { stage, client };
}

async function toReview(client: SigningPage): Promise<void> {
  const { texts, page } = client;
  await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
  await page.locator('#list-signdate').fill('2026-11-24');
  await page.locator('#list-privacy').check();
  await client.press(texts.next);
  await client.stamp(companyStamp());
  await client.choose('drawn');
  await client.drawByTouch();
  await client.press(texts.next);
  await client.heading(texts.review.title).waitFor();
}

/** Changes the answer from the review and returns to it. */
async function changeAddress(client: SigningPage, shown: string, address: string): Promise<void> {
  const { page, texts } = client;
  await page.getByText(shown).waitFor();
  await client.marksKept('signature', 'stamp');
  await client.press(`${texts.review.change}: ${texts.review.copy}`);
  await client.heading(texts.copy.title).waitFor();
  await page.reload();
  await client.heading(texts.copy.title).waitFor();
  await page.getByLabel(texts.copy.label).fill(address);
  await client.press(texts.next);
  await client.heading(texts.review.title).waitFor();
  await page.getByText(address).waitFor();
}

describe('who is reached by text message', () => {
  it('is asked for an e-mail address once, and gets the signed PDF there', async () => {
    const { stage, client } = await askedClient();
    const { page, texts } = client;
    const input = page.getByLabel(texts.copy.label);
    await expectSound(client);
    await input.fill('matteo');
    await client.press(texts.next);
    await page.locator('#copy-address-error', { hasText: texts.copy.wrong }).waitFor();
    await expectSound(client);
    await page.reload();
    await client.heading(texts.copy.title).waitFor();
    const mistyped = `mateo-${Date.now()}@casa.example`;
    await page.getByLabel(texts.copy.label).fill(mistyped);
    await client.press(texts.next);
    await client.heading(texts.fill.title).waitFor();
    await page.reload();
    await client.heading(texts.fill.title).waitFor();
    await toReview(client);
    const address = `matteo-${Date.now()}@casa.example`;
    await changeAddress(client, mistyped, address);
    await expectSound(client);
    await client.signNow();
    await client.heading(texts.done.title).waitFor();
    const [id] = await eventually('the copy', async () => {
      const mails = await stage.desk.mailsTo(address);
      return mails.length > 0 && mails;
    });
    const mail = Buffer.from(await stage.desk.source(id!)).toString();
    expect(mail).toContain('Content-Type: application/pdf');
    expect(mail).not.toMatch(/\/sign#/);
    expect(await stage.desk.mailsTo(address)).toHaveLength(1);
    expect(await stage.desk.mailsTo(mistyped)).toHaveLength(0);
  });

  it('may go on without, and is not asked on another device either', async () => {
    const { stage, client } = await askedClient();
    const { texts } = client;
    await client.press(texts.copy.none);
    await client.heading(texts.fill.title).waitFor();
    await stage.desk.advance(61_000);
    const tablet = await at(stage, 'client');
    await tablet.press(texts.sign);
    await tablet.confirm(await tablet.newCode());
    await tablet.heading(texts.fill.title).waitFor();
  });
});
