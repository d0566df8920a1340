import { expect, test } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { companyStamp } from '../../../scripts/demo/marks.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract, silent } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, afterCode } = useSigningRoom();

const TAX_CODE = 'DNGMTT80A01F205X';
const MINUTE = 60_000;

async function filling(): Promise<{ stage: Stage; client: SigningPage }> {
  const stage = await newStage();
  await sendContract(stage);
  await signCeremony(signerOf(stage, 'director'), silent);
  const client = await afterCode(stage, 'client', PHONE);
  return { stage, client };
}

const notice = ({ page }: SigningPage) => page.locator('.confirmation[role="status"]');

/** After the device wakes up, when the page's timers have not advanced. */
const comeBack = ({ page }: SigningPage) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

async function confirmAgain(client: SigningPage): Promise<void> {
  const { texts, page } = client;
  await client.press(texts.confirmation.again);
  const dialog = page.getByRole('dialog', { name: texts.code.title });
  await dialog.waitFor();
  await expectSound(client);
  await client.confirm(await client.newCode());
  await dialog.waitFor({ state: 'detached' }).catch(() => dialog.waitFor({ state: 'hidden' }));
}

test('a few minutes before the end it says so, and a new code goes on from there', async () => {
  const { stage, client } = await filling();
  const { page, texts } = client;
  await stage.desk.advance(24 * MINUTE);
  await comeBack(client);
  await page.locator('#list-taxcode').fill(TAX_CODE);
  await page.getByText(texts.fill.saved).waitFor();
  expect(await notice(client).textContent()).toBe('');
  await stage.desk.advance(2 * MINUTE);
  await comeBack(client);
  await notice(client)
    .getByText(/vale fino alle \d\d:\d\d/)
    .waitFor();
  expect(await notice(client).evaluate((box) => box.getBoundingClientRect().top)).toBeLessThan(844);
  await expectSound(client);
  await confirmAgain(client);
  await expect.poll(() => notice(client).textContent()).toBe('');
  await client.heading(texts.fill.title).waitFor();
  expect(await page.locator('#list-taxcode').inputValue()).toBe(TAX_CODE);
});

test('the warning comes by itself, and may be put away', async () => {
  const { stage, client } = await filling();
  const { page, texts } = client;
  await page.clock.install();
  await page.reload();
  await client.heading(texts.fill.title).waitFor();
  await stage.desk.advance(26 * MINUTE);
  await page.clock.fastForward(26 * MINUTE);
  await notice(client).getByRole('button', { name: texts.confirmation.later }).click();
  expect(await notice(client).textContent()).toBe('');
});

test('a device whose clock runs ahead warns of nothing that the server does not say', async () => {
  const { client } = await filling();
  const { page, texts } = client;
  await page.clock.install();
  await page.reload();
  await client.heading(texts.fill.title).waitFor();
  const asked = page.waitForResponse((answer) => /\/api\/sign\/[^/]+$/.test(answer.url()));
  await page.clock.fastForward(26 * MINUTE);
  await asked;
  await expect.poll(() => notice(client).textContent()).toBe('');
});

test('after the end nothing typed or drawn is lost, and one goes on in the very step', async () => {
  const { stage, client } = await filling();
  const { page, texts } = client;
  await page.locator('#list-signdate').fill('2026-11-24');
  await page.locator('#list-privacy').check();
  await stage.desk.advance(31 * MINUTE);
  await page.locator('#list-taxcode').fill(TAX_CODE);
  await notice(client).getByText(texts.confirmation.ended).waitFor();
  await client.press(texts.next);
  await client.stamp(companyStamp());
  await client.choose('drawn');
  await client.drawByTouch();
  const drawn = await client.drawnPixels();
  expect(drawn).toBeGreaterThan(0);
  await confirmAgain(client);
  await client.heading(texts.mark.title).waitFor();
  expect(await client.drawnPixels()).toBe(drawn);
  await client.marksKept('signature', 'stamp');
  await client.press(texts.next);
  await client.heading(texts.review.title).waitFor();
  await page.locator('dd', { hasText: TAX_CODE }).waitFor();
});
