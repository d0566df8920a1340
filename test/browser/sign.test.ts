import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { companyStamp, drawnSignature } from '../../scripts/demo/marks.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { textsOf } from '../../web/sign/texts/texts.ts';
import type { Language } from '../../web/ui/language.ts';
import { sendContract, silent, stageOn, useTarget } from '../flow/theatre.ts';
import { launchBrowser } from './launch-browser.ts';
import { SigningPage } from './signing-page.ts';
import { DESKTOP, PHONE, WatchedPage } from './watched-page.ts';

const target = useTarget();
let browser: Browser;
const opened: WatchedPage[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const watched of opened.splice(0)) await watched.close();
});

const partiesIn = (director: Language, client: Language) =>
  cast(2).map((party) => ({ ...party, language: party.id === 'director' ? director : client }));

async function at(stage: Stage, id: 'director' | 'client', device = DESKTOP): Promise<SigningPage> {
  const signer = signerOf(stage, id);
  const watched = await WatchedPage.open(browser, device, signer.party.language);
  opened.push(watched);
  const signing = new SigningPage(watched, textsOf(signer.party.language), signer);
  await signing.openLink(stage.api);
  return signing;
}

/** Nothing axe would object to, nothing the console says, and nothing wider than the screen. */
async function expectSound({ watched }: { watched: WatchedPage }): Promise<void> {
  expect(await watched.inaccessible()).toEqual([]);
  expect(watched.complaints).toEqual([]);
  const overflow = await watched.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** Something is drawn on the page that is in view: not all of its pixels are white. */
const isDrawn = (signing: SigningPage) =>
  eventually('the drawn page', () =>
    signing.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.some((value, index) => index % 4 === 0 && value < 128);
    }),
  );

async function directorSigns(stage: Stage): Promise<void> {
  await signCeremony(signerOf(stage, 'director'), silent);
}

describe('the signing page', () => {
  it('takes a director by keyboard and a client by touch to the sealed document', async () => {
    const stage = await stageOn(target, partiesIn('it', 'de'));
    const envelopeId = await sendContract(stage);
    await byKeyboard(stage);
    await byTouch(stage);
    expect((await stage.employee.show(envelopeId)).status).toBe('completed');
  }, 90_000);

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
    await client.heading(texts.fill.title).waitFor();
    await isDrawn(client);
    await fill(client);
    await client.press(texts.next);
    await client.choose('drawn');
    await client.drawByTouch();
    await client.addPicture('stamp', companyStamp());
    await expectSound(client);
    await client.press(texts.next);
    await client.heading(texts.review.title).waitFor();
    await expectSound(client);
    await client.press(texts.review.signNow);
    await client.heading(texts.done.title).waitFor({ timeout: 30_000 });
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
    await page.locator('#list-privacy').check();
    await page.getByText(texts.fill.saved).waitFor();
    await expectSound(client);
  }

  async function seesDownload({ page, texts }: SigningPage): Promise<void> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.done.download }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  }

  it('says that a code is wrong, or late, and what to do', async () => {
    const stage = await stageOn(target);
    await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    const code = await director.toCode();
    const wrong = code === '000000' ? '111111' : '000000';
    await director.confirm(wrong);
    await page.getByText('Tentativi rimasti: 4').waitFor();
    await expectSound(director);
    await director.confirm('12');
    await page.getByText(texts.code.empty).waitFor();
    await stage.desk.advance(5 * 60_000);
    await director.confirm(code);
    const label = page.locator('#code-error');
    await expect.poll(() => label.textContent()).toMatch(/scadut/);
    await expectSound(director);
    await page.reload();
    await director.press(texts.sign);
    await director.confirm(toFullWidth(await director.newCode()));
    await director.heading(texts.mark.title).waitFor();
  }, 60_000);

  it('goes back step by step, and after a reload asks for nothing twice', async () => {
    const stage = await stageOn(target);
    await sendContract(stage);
    await directorSigns(stage);
    const client = await at(stage, 'client', PHONE);
    const { texts, page } = client;
    await client.confirm(await client.toCode());
    await client.heading(texts.fill.title).waitFor();
    await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
    await page.getByText(texts.fill.saved).waitFor();
    await page.reload();
    await client.press(texts.sign);
    await client.heading(texts.fill.title).waitFor();
    expect(await page.locator('#list-taxcode').inputValue()).toBe('DNGMTT80A01F205X');
    await page.goBack();
    await client.button(texts.sign).waitFor();
  }, 60_000);

  it('takes a picture of a signature, turned and cut', async () => {
    const stage = await stageOn(target);
    await sendContract(stage);
    const director = await at(stage, 'director', PHONE);
    const { texts, page } = director;
    await director.confirm(await director.toCode());
    await director.choose('image');
    await director.addPicture('signature', drawnSignature());
    await director.press(texts.mark.rotate);
    await page.getByText(texts.mark.crop).click();
    await page.getByLabel(texts.mark.cropSides.left).fill('10');
    await expectSound(director);
    await director.press(texts.next);
    await director.press(texts.review.signNow);
    await director.heading(texts.done.waitingTitle).waitFor();
    await expectSound(director);
  }, 60_000);

  it('lets a party decline with a reason, and says so ever after', async () => {
    const stage = await stageOn(target);
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director', PHONE);
    const { texts, page } = director;
    await director.press(texts.decline);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: texts.declineDialog.send }).click();
    await dialog.getByText(texts.declineDialog.empty).waitFor();
    await expectSound(director);
    await dialog.getByLabel(texts.declineDialog.reason).fill('Il prezzo non è quello concordato.');
    await dialog.getByRole('button', { name: texts.declineDialog.send }).click();
    await director.heading(texts.ended.declined.title).waitFor();
    await expectSound(director);
    expect((await stage.employee.show(envelopeId)).status).toBe('declined');
  }, 60_000);

  it('shows in one tab what was signed in another', async () => {
    const stage = await stageOn(target);
    await sendContract(stage);
    const first = await at(stage, 'director');
    const { texts } = first;
    const second = new SigningPage(await first.watched.anotherTab(), texts, first.signer);
    await second.page.goto(first.page.url());
    await first.confirm(await first.toCode());
    await first.heading(texts.mark.title).waitFor();
    await second.page.reload();
    await second.press(texts.sign);
    for (const tab of [first, second]) {
      await tab.press(texts.next);
      await tab.press(texts.review.signNow);
      await tab.heading(texts.done.waitingTitle).waitFor();
    }
  }, 60_000);

  it('says of a link that is not one, or was withdrawn, what to do', async () => {
    const stage = await stageOn(target);
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    await stage.employee.stop(envelopeId, 'Sbagliato documento');
    await page.reload();
    await director.heading(texts.ended.voided.title).waitFor();
    await expectSound(director);
    await page.goto(`${stage.api}/sign#${'x'.repeat(43)}`);
    await director.heading(texts.ended.linkInvalid.title).waitFor();
    await expectSound(director);
  }, 60_000);
});

const toFullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
