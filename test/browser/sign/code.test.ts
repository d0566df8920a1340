import { describe, expect, it } from 'vitest';
import { maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { sendContract } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, at } = useSigningRoom();

async function directorAtCode() {
  const stage = await newStage();
  const envelopeId = await sendContract(stage);
  const director = await at(stage, 'director');
  await director.page.clock.install();
  return { stage, envelopeId, director, code: await director.toCode() };
}

const wrongFor = (code: string): string => (code === '000000' ? '111111' : '000000');

const errorOf = ({ page }: SigningPage) => page.locator('#code-error');

describe('the code', () => {
  it('that is wrong says so beside the field, with the tries that are left, and may be mended', async () => {
    const { director, code } = await directorAtCode();
    await director.confirm(wrongFor(code));
    await expect.poll(() => errorOf(director).textContent()).toContain('Tentativi rimasti: 4');
    const input = director.page.getByLabel(director.texts.code.label);
    expect(await input.getAttribute('aria-invalid')).toBe('true');
    expect(await input.getAttribute('aria-describedby')).toContain('code-error');
    await expect.poll(() => input.evaluate((field) => field === document.activeElement)).toBe(true);
    await expectSound(director);
    await director.confirm('12');
    await director.page.getByText(director.texts.code.empty).waitFor();
    await director.confirm(toFullWidth(code));
    await director.heading(director.texts.mark.title).waitFor();
  });

  it('that is late says so, and another one is good', async () => {
    const { stage, director, code } = await directorAtCode();
    await stage.desk.advance(5 * 60_000);
    await director.confirm(code);
    await expect.poll(() => errorOf(director).textContent()).toMatch(/scadut/);
    await expectSound(director);
    await director.page.clock.fastForward(61_000);
    await director.press(director.texts.code.again);
    await director.confirm(await director.newCode());
    await director.heading(director.texts.mark.title).waitFor();
  });

  it('is counted down by seconds on the screen, and aloud by minutes', async () => {
    const { director } = await directorAtCode();
    const { page, texts } = director;
    const aloud = page.getByRole('status').filter({ hasText: texts.code.minutesLeft(5) });
    await aloud.waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText(/Vale ancora 4:[0-3]/).waitFor();
    expect(await aloud.count()).toBe(1);
    await page.clock.fastForward(60_000);
    await page
      .getByRole('status')
      .filter({ hasText: texts.code.minutesLeft(4) })
      .waitFor();
  });

  it('is asked for again, not tried again, after five wrong tries', async () => {
    const { director, code } = await directorAtCode();
    for (let left = 4; left >= 0; left--) {
      await director.confirm(wrongFor(code));
      await expect.poll(() => errorOf(director).textContent()).toContain(`rimasti: ${left}`);
    }
    await director.confirm(code);
    await expect.poll(() => errorOf(director).textContent()).toContain('rimasti: 0');
    await expectSound(director);
  });

  it('that cannot be sent again within the hour says so in minutes', async () => {
    const { stage, director } = await directorAtCode();
    const { page, texts } = director;
    for (let sending = 2; sending <= 3; sending++) {
      await stage.desk.advance(61_000);
      await page.clock.fastForward(61_000);
      await director.press(texts.code.again);
      await director.newCode();
    }
    await page.getByText(/^Nuovo codice tra 5\d minuti$/).waitFor();
  });

  it('that was sent five times is locked, says who can help, and offers no further one', async () => {
    const { stage, envelopeId, director } = await directorAtCode();
    const { page, texts } = director;
    const sender = (await stage.employee.show(envelopeId)).owner.name;
    for (let sending = 2; sending <= 6; sending++) {
      await stage.desk.advance(61 * 60_000);
      await page.clock.fastForward(61 * 60_000);
      await director.press(texts.code.again);
      if (sending <= 5) await director.newCode();
    }
    await expect.poll(() => errorOf(director).textContent()).toMatch(/Chi ha inviato il documento/);
    expect(await director.button(texts.code.again).count()).toBe(0);
    await page.clock.fastForward(6 * 60_000);
    await expect.poll(() => page.getByText(texts.code.late).count()).toBe(0);
    await expectSound(director);
    await director.press(texts.code.tellSender);
    await page.getByText(texts.code.senderTold(sender)).waitFor();
    await page.reload();
    await page.getByText(texts.code.senderTold(sender)).waitFor();
    const [party] = (await (await newStage()).employee.show(envelopeId)).parties;
    expect(party).toMatchObject({ lockedAt: expect.any(String) });
  });

  it('has the focus in its field, and what was sent, and sent again, is said', async () => {
    const { stage, director } = await directorAtCode();
    const { page, texts } = director;
    const channel = maskedChannel(director.signer.party.channel);
    const isFocused = () => page.evaluate(() => document.activeElement?.id);
    await page
      .getByRole('status')
      .filter({ hasText: texts.code.sentTo(channel) })
      .waitFor();
    await expect.poll(isFocused).toBe('code');
    await stage.desk.advance(61_000);
    await page.clock.fastForward(61_000);
    await director.press(texts.code.again);
    await page
      .getByRole('status')
      .filter({ hasText: texts.code.sentAgain(channel) })
      .waitFor();
    await expect.poll(isFocused).toBe('code');
  });

  it('is found in the whole message pasted, also where the title has six digits', async () => {
    const { director, code } = await directorAtCode();
    const { page, texts } = director;
    const message = `Il codice per firmare: Ordine 202611\n\nVale 5 minuti.\n\n    ${code}\n\nNessuno`;
    await page.getByLabel(texts.code.label).evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      const options = { clipboardData, bubbles: true, cancelable: true };
      input.dispatchEvent(new ClipboardEvent('paste', options));
    }, message);
    await expect.poll(() => page.getByLabel(texts.code.label).inputValue()).toBe(code);
    await director.press(texts.code.confirm);
    await director.heading(texts.mark.title).waitFor();
  });

  it('asked for on a second device right after the first is no mistake there', async () => {
    const { stage, director, code } = await directorAtCode();
    const second = await at(stage, 'director', PHONE);
    const { page, texts } = second;
    await second.press(texts.sign);
    await second.heading(texts.code.title).waitFor();
    await page.getByRole('status').filter({ hasText: 'appena' }).waitFor();
    expect(await errorOf(second).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    await expectSound(second);
    await second.confirm(code);
    await expect.poll(() => errorOf(second).textContent()).toMatch(/altro dispositivo/);
    await director.confirm(code);
    await director.heading(texts.mark.title).waitFor();
  });
});

const toFullWidth = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
