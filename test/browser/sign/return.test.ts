import { describe, expect, it } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { companyStamp } from '../../../scripts/demo/marks.ts';
import type { Stage } from '../../../scripts/demo/stage.ts';
import { signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract, silent } from '../../flow/theatre.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage, at, afterCode } = useSigningRoom();

const directorSigns = (stage: Stage) => signCeremony(signerOf(stage, 'director'), silent);

async function clientsTurn(): Promise<Stage> {
  const stage = await newStage();
  await sendContract(stage);
  await directorSigns(stage);
  return stage;
}

const TAX_CODE = 'DNGMTT80A01F205X';

async function fill({ page, texts }: SigningPage): Promise<void> {
  await page.locator('#list-taxcode').fill(TAX_CODE);
  await page.locator('#list-signdate').fill('2026-11-24');
  await page.locator('#list-privacy').check();
  await page.getByText(texts.fill.saved).waitFor();
}

/** Stores marks of each kind on the server before leaving the page. */
async function drawAndStamp(client: SigningPage): Promise<void> {
  await client.stamp(companyStamp());
  await client.choose('drawn');
  await client.drawByTouch();
  await client.marksKept('signature', 'stamp');
}

describe('a ceremony that is interrupted', () => {
  it('stays at its step through a reload, with what was filled in and drawn', async () => {
    const client = await afterCode(await clientsTurn(), 'client', PHONE);
    const { texts, page } = client;
    await fill(client);
    await page.reload();
    await client.heading(texts.fill.title).waitFor();
    expect(await page.locator('#list-taxcode').inputValue()).toBe(TAX_CODE);
    expect(await page.locator('#list-privacy').isChecked()).toBe(true);
    await client.press(texts.next);
    await drawAndStamp(client);
    await page.reload();
    await client.heading(texts.mark.title).waitFor();
    expect(await page.getByLabel(texts.mark.drawn).isChecked()).toBe(true);
    await page.getByRole('img', { name: texts.mark.preview }).first().waitFor();
    await expectSound(client);
    await client.press(texts.next);
    await client.heading(texts.review.title).waitFor();
    await page.reload();
    await client.heading(texts.review.title).waitFor();
    await page.getByRole('img', { name: texts.review.stamp, exact: true }).waitFor();
    await expectSound(client);
    await client.signNow();
    await client.heading(texts.done.title).waitFor();
  });

  it('names a value that could not be signed beside its field, and keeps the others', async () => {
    const client = await afterCode(await clientsTurn(), 'client', PHONE);
    const { texts, page } = client;
    await fill(client);
    await page.locator('#list-taxcode').fill('漢字');
    await client.press(texts.next);
    await page.locator('#list-taxcode-error').getByText('漢').waitFor();
    await client.heading(texts.fill.title).waitFor();
    await expectSound(client);
    const kept = page.waitForResponse(
      (answer) => answer.ok() && !!answer.request().postData()?.includes('2026-11-25'),
    );
    await page.locator('#list-signdate').fill('2026-11-25');
    await client.press(texts.next);
    await kept;
    await page.locator('#list-taxcode-error').waitFor();
    await page.reload();
    await client.heading(texts.fill.title).waitFor();
    expect(await page.locator('#list-signdate').inputValue()).toBe('2026-11-25');
    await page.locator('#list-taxcode').fill(TAX_CODE);
    await client.press(texts.next);
    await client.heading(texts.stamp.title).waitFor();
  });

  it('goes on with another device after a code of its own, nothing lost', async () => {
    const stage = await clientsTurn();
    const phone = await afterCode(stage, 'client', PHONE);
    await fill(phone);
    await phone.press(phone.texts.next);
    await drawAndStamp(phone);
    const computer = await newPage(stage, 'client', DESKTOP);
    const { texts, page } = computer;
    await page.goto(`${stage.api}/sign#${computer.signer.link}`);
    await stage.desk.advance(61_000);
    await computer.press(texts.sign);
    await computer.heading(texts.code.title).waitFor();
    await computer.confirm(await computer.newCode());
    await computer.heading(texts.review.title).waitFor();
    await page.locator('dd', { hasText: TAX_CODE }).waitFor();
    await page.getByRole('img', { name: texts.review.stamp, exact: true }).waitFor();
    await page.getByRole('img', { name: texts.review.signature, exact: true }).waitFor();
  });

  it('goes on after its code has run out: what was made meanwhile is kept with the next one', async () => {
    const stage = await clientsTurn();
    const client = await afterCode(stage, 'client', PHONE);
    const { texts, page } = client;
    await stage.desk.advance(31 * 60_000);
    await page.locator('#list-taxcode').fill(TAX_CODE);
    await page.locator('#list-signdate').fill('2026-11-24');
    await page.locator('#list-privacy').check();
    await client.press(texts.next);
    await client.stamp(companyStamp());
    await client.choose('drawn');
    await client.drawByTouch();
    await client.press(texts.next);
    await client.signNow();
    await client.heading(texts.code.title).waitFor();
    await client.confirm(await client.newCode());
    await client.heading(texts.review.title).waitFor();
    await client.marksKept('signature', 'stamp');
    await page.reload();
    await client.heading(texts.review.title).waitFor();
    await page.locator('dd', { hasText: TAX_CODE }).waitFor();
    await client.signNow();
    await client.heading(texts.done.title).waitFor();
  });

  it('keeps the terms and the code across a reload, and sends no second code', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    await director.press(texts.sign);
    await director.heading(texts.terms.title).waitFor();
    await page.reload();
    await director.heading(texts.terms.title).waitFor();
    await director.press(texts.terms.agree);
    const code = await director.newCode();
    const counting = page.getByText(/Vale ancora [45]:/);
    await counting.waitFor();
    await page.reload();
    await director.heading(texts.code.title).waitFor();
    await counting.waitFor();
    expect(await page.locator('#code-error').count()).toBe(0);
    await director.confirm(code);
    await director.heading(texts.mark.title).waitFor();
  });
});

describe('the back button', () => {
  it('leads one step back, past what is done for good', async () => {
    const client = await afterCode(await clientsTurn(), 'client', PHONE);
    const { texts, page } = client;
    await fill(client);
    await client.press(texts.next);
    await drawAndStamp(client);
    await client.press(texts.next);
    await client.heading(texts.review.title).waitFor();
    await page.goBack();
    await client.heading(texts.mark.title).waitFor();
    expect(await page.getByLabel(texts.mark.drawn).isChecked()).toBe(true);
    await page.goBack();
    await client.heading(texts.stamp.title).waitFor();
    await page.goBack();
    await client.heading(texts.fill.title).waitFor();
    expect(await page.locator('#list-taxcode').inputValue()).toBe(TAX_CODE);
    await page.goBack();
    await client.button(texts.sign).waitFor();
    for (const _ of ['fill', 'stamp', 'mark', 'review']) await page.goForward();
    await client.heading(texts.review.title).waitFor();
  });

  it('from terms and code leads to the document, and from there on again', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    await director.press(texts.sign);
    await director.heading(texts.terms.title).waitFor();
    await page.goBack();
    await director.button(texts.sign).waitFor();
    const code = await director.toCode();
    await page.goBack();
    await director.press(texts.sign);
    await director.confirm(code);
    await director.heading(texts.mark.title).waitFor();
    await page.goBack();
    await director.button(texts.sign).waitFor();
  });
});

describe('two at once', () => {
  it('one tab shows what was signed in another', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const first = await afterCode(stage, 'director');
    const { texts } = first;
    const second = new SigningPage(await first.watched.anotherTab(), texts, first.signer);
    await second.page.goto(first.page.url());
    await second.press(texts.sign);
    for (const tab of [first, second]) {
      await tab.page.bringToFront();
      await tab.press(texts.next);
      await tab.signNow();
      await tab.heading(texts.done.waitingTitle).waitFor();
    }
  });

  it('two parties share one browser, each with a session of its own', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await afterCode(stage, 'director');
    await director.press(director.texts.next);
    await director.signNow();
    await director.heading(director.texts.done.waitingTitle).waitFor();
    const client = new SigningPage(
      await director.watched.anotherTab(),
      director.texts,
      signerOf(stage, 'client'),
    );
    await client.openLink(stage.api);
    await client.page.getByText(client.signer.party.name).first().waitFor();
    await director.page.reload();
    await director.heading(director.texts.done.waitingTitle).waitFor();
    await client.page.reload();
    await client.button(client.texts.sign).waitFor();
  });
});
