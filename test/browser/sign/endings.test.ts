import { describe, expect, it } from 'vitest';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { signerOf } from '../../../scripts/demo/stage.ts';
import { DAY_MS, sendContract, silent } from '../../flow/theatre.ts';
import { PHONE } from '../watched-page.ts';
import type { SigningPage } from './signing-page.ts';
import { expectSound, useSigningRoom } from './signing-room.ts';

const { stage: newStage, page: newPage, at, afterCode } = useSigningRoom();

/** Expects a page with a heading and text, and nothing to sign. */
async function expectPlain(signing: SigningPage, title: string): Promise<string> {
  await signing.heading(title).waitFor();
  expect(await signing.button(signing.texts.sign).count()).toBe(0);
  await expectSound(signing);
  return (await signing.page.locator('main').textContent()) ?? '';
}

describe('a link that leads to no signature', () => {
  it('lets a party decline with a reason, and says so ever after', async () => {
    const stage = await newStage();
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director', PHONE);
    const { texts, page } = director;
    await director.press(texts.decline);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: texts.next }).click();
    await dialog.getByText(texts.declineDialog.empty).waitFor();
    await expectSound(director);
    await dialog.getByRole('button', { name: texts.declineDialog.cancel }).click();
    const decline = director.button(texts.decline);
    await expect
      .poll(() => decline.evaluate((button) => button === document.activeElement))
      .toBe(true);
    await director.press(texts.decline);
    await dialog.getByLabel(texts.declineDialog.reason).fill('Il prezzo non è quello concordato.');
    await dialog.getByRole('button', { name: texts.next }).click();
    await director.heading(texts.declineStep.title).waitFor();
    const code = await director.newCode();
    await page.reload();
    await director.heading(texts.declineStep.title).waitFor();
    await expectSound(director);
    await director.enter(code);
    await director.press(texts.declineStep.send);
    await expectPlain(director, texts.ended.declinedByMe.title);
    await page.reload();
    const ended = await expectPlain(director, texts.ended.declinedByMe.title);
    expect(ended).toContain(texts.notSigned);
    expect(ended).not.toContain(texts.notYet);
    expect((await stage.employee.show(envelopeId)).status).toBe('declined');
  });

  it('lets whoever it reached by mistake tell the sender, and ends nothing', async () => {
    const stage = await newStage();
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director', PHONE);
    const { texts, page } = director;
    await director.press(texts.notForMe.open);
    const dialog = page.getByRole('dialog');
    await expectSound(director);
    await dialog.getByRole('button', { name: texts.notForMe.send }).click();
    const { owner } = await stage.employee.show(envelopeId);
    await page.getByText(texts.notForMe.told(owner.name)).waitFor();
    await expectSound(director);
    await page.reload();
    await page.getByText(texts.notForMe.told(owner.name)).waitFor();
    expect(await director.button(texts.notForMe.open).count()).toBe(0);
    const { status, parties } = await stage.employee.show(envelopeId);
    expect(status).toBe('signing');
    expect(parties[0]).toMatchObject({ notMineAt: expect.any(String) });
    await director.toCode();
  });

  it('tells the others who declined', async () => {
    const stage = await newStage();
    await sendContract(stage);
    await signCeremony(signerOf(stage, 'director'), silent);
    const client = signerOf(stage, 'client');
    await client.readLink();
    await client.open();
    await client.decline('Il prezzo non è quello concordato.');
    const director = await newPage(stage, 'director', PHONE);
    await director.page.goto(`${stage.api}/sign#${director.signer.link}`);
    const said = await expectPlain(director, director.texts.ended.declined.title);
    expect(said).toContain(director.texts.ended.declined.lead(client.party.name));
    expect(said).not.toContain('Il prezzo');
  });

  it('says that the request was withdrawn, also to whoever was about to sign', async () => {
    const stage = await newStage();
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    await director.press(texts.sign);
    await director.heading(texts.terms.title).waitFor();
    await stage.employee.stop(envelopeId, 'Sbagliato documento');
    await director.press(texts.terms.agree);
    await expectPlain(director, texts.ended.voided.title);
    await page.reload();
    await expectPlain(director, texts.ended.voided.title);
  });

  it('still shows a document that was withdrawn to whoever had it in view', async () => {
    const stage = await newStage();
    const envelopeId = await sendContract(stage);
    const director = await at(stage, 'director', PHONE);
    const { texts, page } = director;
    await stage.employee.stop(envelopeId, 'Sbagliato documento');
    await page.reload();
    await expectPlain(director, texts.ended.voided.title);
    const asked = page.context().waitForEvent('request', (one) => /r0-.*\.pdf/.test(one.url()));
    const popup = page.waitForEvent('popup');
    await director.press(texts.ended.see);
    expect((await (await fetch((await asked).url())).text()).slice(0, 5)).toBe('%PDF-');
    await (await popup).close();
  });

  it('says so at once to whoever is filling in', async () => {
    const stage = await newStage();
    const envelopeId = await sendContract(stage);
    await signCeremony(signerOf(stage, 'director'), silent);
    const client = await afterCode(stage, 'client');
    const { texts, page } = client;
    await page.locator('#list-taxcode').fill('DNGMTT80A01F205X');
    await page.locator('#list-signdate').fill('2026-11-24');
    await page.locator('#list-privacy').check();
    await stage.employee.stop(envelopeId, 'Sbagliato documento');
    await client.press(texts.next);
    await expectPlain(client, texts.ended.voided.title);
  });

  it('says of a link that is none, cut, or altered, where the right one is', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await newPage(stage, 'director', PHONE);
    const { texts, page } = director;
    const said = {
      ['A'.repeat(43)]: texts.ended.linkInvalid,
      ['x'.repeat(43)]: texts.ended.cut,
      x: texts.ended.lost,
      '': texts.ended.lost,
      '00000000': texts.ended.session,
    };
    for (const [fragment, { title }] of Object.entries(said)) {
      await page.goto('about:blank');
      await page.goto(`${stage.api}/sign#${fragment}`);
      await expectPlain(director, title);
    }
  });

  it('says that one has signed, to whoever opens it again', async () => {
    const stage = await newStage();
    await sendContract(stage);
    await signCeremony(signerOf(stage, 'director'), silent);
    const director = await newPage(stage, 'director', PHONE);
    await director.page.goto(`${stage.api}/sign#${director.signer.link}`);
    await expectPlain(director, director.texts.done.waitingTitle);
  });
});

describe('before the turn', () => {
  it('says who signs first, those after not, and lets one in once the turn has come', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const early = await newPage(stage, 'director', PHONE);
    const { texts, page, signer } = early;
    await signer.readLink();
    const third = { id: 'third', name: 'Terzo Dopo', role: 'client', turn: 2 };
    await page.route('**/api/sign/**', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      const me = answer.parties.find(({ role }: { role: string }) => role === 'client');
      const waiting = { state: 'waiting', me: { ...answer.me, ...me } };
      const parties = [...answer.parties, third];
      const { etag: _, ...headers } = response.headers();
      await route.fulfill({ response, headers, json: { ...answer, ...waiting, parties } });
    });
    await page.goto(`${stage.api}/sign#${signer.link}`);
    const text = await expectPlain(early, texts.ended.waiting.title);
    expect(text).toContain(texts.ended.waiting.lead(signer.party.name));
    await page.unroute('**/api/sign/**');
    await early.button(texts.sign).waitFor();
    await expectSound(early);
  });
});

describe('after the time', () => {
  it('a link says that the deadline has passed, and later that the document was removed', async () => {
    const stage = await newStage();
    await sendContract(stage);
    const director = await at(stage, 'director');
    const { texts, page } = director;
    const link = director.signer.link;
    await stage.desk.advance(14 * DAY_MS + 60_000);
    await page.goto('about:blank');
    await page.goto(`${stage.api}/sign#${link}`);
    const expired = await expectPlain(director, texts.ended.expired.title);
    expect(expired).toContain('mittente');
    await stage.desk.advance(14 * DAY_MS + 60_000);
    await page.goto('about:blank');
    await page.goto(`${stage.api}/sign#${link}`);
    const removed = await expectPlain(director, texts.ended.removed.title);
    expect(removed).toMatch(/\d{4}/);
  });
});
