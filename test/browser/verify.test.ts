import { Buffer } from 'node:buffer';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { completed, isRemovedFor } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { VERIFIER_PHRASES } from '../../shared/contract/verifier-phrases/phrases.ts';
import { groupedEnvelopeId } from '../../shared/domain/envelope-id.ts';
import { LANGUAGES, type Language } from '../../shared/domain/party.ts';
import { TEXTS } from '../../web/verify/texts/texts.ts';
import { DAY_MS, sendContract, silent, stageOn, useTarget } from '../flow/theatre.ts';
import { launchBrowser } from './launch-browser.ts';
import { VerifyPage } from './verify-page.ts';
import { DESKTOP, PHONE } from './watched-page.ts';

const target = useTarget();
let browser: Browser;
let stage: Stage;
let signed: Buffer;
let code: string;
let address: string;
let claim: string;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await stageOn(target);
  code = await sendContract(stage);
  for (const id of ['director', 'client']) await signCeremony(signerOf(stage, id), silent);
  await completed(stage, code);
  address = (await stage.employee.show(code)).verifyUrl;
  signed = Buffer.from(await stage.employee.download(code));
  await recorded(address, 'completed');
  claim = claimIn(signed);
  expect(claim).toHaveLength(155);
});
afterAll(() => browser.close());

/** The seal's claim as the QR code has it; in the file it is a text string of ISO 32000-1 §7.9.2.2. */
function claimIn(file: Buffer): string {
  const [, hex = ''] = /\/SigilloClaim <FEFF([0-9A-F]+)>/.exec(file.toString('latin1')) ?? [];
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

const recorded = (url: string, status: string) =>
  eventually('the public record', async () => {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    return response.ok && ((await response.json()) as { status: string }).status === status;
  });

const open: VerifyPage[] = [];
async function visit(
  path: string,
  language: Language = 'it',
  device: BrowserContextOptions = DESKTOP,
): Promise<VerifyPage> {
  const page = await VerifyPage.open(browser, device, language);
  open.push(page);
  await page.goto(new URL(path, address).href);
  return page;
}
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

/** One bit of one byte in the middle. */
function altered(): Buffer {
  const bytes = Buffer.from(signed);
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
}

const foreign = () => Buffer.from(paperFor(undefined, 2).bytes);

describe('the verify page', () => {
  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
    ['a dark desktop', { ...DESKTOP, colorScheme: 'dark' as const }],
  ])('calls the signed file authentic on %s and names who signed', async (_, device) => {
    const page = await visit(address, 'it', device);
    await page.heading(VERIFIER_PHRASES.it.status.completed).waitFor();
    await page.expectSound();
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.it.verdict.authentic);
    await page.sees(TEXTS.it.sentence.authentic);
    for (const { party } of stage.signers) await page.sees(party.name);
    await page.openDetails();
    await page.expectSound();
  });

  it('sends nothing of the file but its hash', async () => {
    const page = await visit(address);
    const sent: string[] = [];
    page.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.choose(signed);
    await page.verdict();
    expect(sent.filter((text) => text.length > 250)).toEqual([]);
    expect(sent.filter((text) => text.includes('sha256'))).toHaveLength(1);
  });

  it('calls a file with one changed bit altered, with and without its code', async () => {
    for (const path of [address, '/verify']) {
      const page = await visit(path, 'en');
      await page.choose(altered());
      expect(await page.verdict()).toBe(TEXTS.en.verdict.altered);
      await page.openDetails();
      await page.expectSound();
    }
  });

  it('says that nothing is known of another PDF, or of what is none', async () => {
    const start = await visit('/verify', 'de');
    await start.expectSound();
    await start.drop(foreign());
    expect(await start.verdict()).toBe(TEXTS.de.verdict.unknown);
    await start.sees(TEXTS.de.sentence.foreign);
    await start.expectSound();
    await start.button(TEXTS.de.again).click();
    await start.choose(Buffer.from('no PDF'));
    await start.sees(TEXTS.de.sentence.notPdf);
    const under = await visit(address, 'fr');
    await under.choose(foreign());
    await under.sees(TEXTS.fr.sentence.notThis);
  });

  it('finds the record of a signed file that comes without a code', async () => {
    const page = await visit('/verify');
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.it.verdict.authentic);
    await page.sees(TEXTS.it.inRegister);
  });

  it('works without a network once it is loaded, by what the QR code vouches for', async () => {
    const page = await visit(`${address}#${claim}`, 'es', PHONE);
    await page.ready();
    await page.page.context().setOffline(true);
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.es.verdict.authentic);
    await page.sees(TEXTS.es.sentence.authenticByQr);
    await page.button(TEXTS.es.again).click();
    await page.choose(altered());
    expect(await page.verdict()).toBe(TEXTS.es.verdict.altered);
    await page.expectSound();
  });

  it('does not take a QR code for a file that it does not vouch for', async () => {
    const second = await stageOn(target);
    const id = await sendContract(second);
    for (const who of ['director', 'client']) await signCeremony(signerOf(second, who), silent);
    await completed(second, id);
    const { verifyUrl } = await second.employee.show(id);
    await recorded(verifyUrl, 'completed');
    const page = await visit(`${verifyUrl}#${claim}`, 'en');
    await page.choose(Buffer.from(await second.employee.download(id)));
    expect(await page.verdict()).toBe(TEXTS.en.verdict.altered);
    await page.sees(TEXTS.en.sentence.qrDiffers);
    const other = await visit(verifyUrl, 'en');
    await other.choose(signed);
    await other.sees(TEXTS.en.sentence.otherCode);
  }, 90_000);

  it('says of an unsigned document that it is not complete', async () => {
    const id = await sendContract(stage);
    const { verifyUrl } = await stage.employee.show(id);
    await recorded(verifyUrl, 'open');
    const page = await visit(verifyUrl);
    await page.heading(VERIFIER_PHRASES.it.status.open).waitFor();
    await page.expectSound();
    await page.choose(foreign());
    expect(await page.verdict()).toBe(TEXTS.it.verdict.not_complete);
  });

  it('leads a typed code to its record and tells a wrong one beside the field', async () => {
    const page = await visit('/verify', 'it', PHONE);
    const field = page.page.getByLabel(VERIFIER_PHRASES.it.askCode);
    await field.fill('ABC');
    await field.press('Enter');
    await page.sees(TEXTS.it.codeWrong);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.expectSound();
    await field.fill(groupedEnvelopeId(code).toLowerCase());
    await field.press('Enter');
    await page.heading(VERIFIER_PHRASES.it.status.completed).waitFor();
  });

  it('says of a code that nobody has that the document is unknown', async () => {
    const page = await visit(`/v/${'Z'.repeat(26)}`);
    await page.heading(VERIFIER_PHRASES.it.unknown).waitFor();
    await page.expectSound();
  });

  it('reads a QR code from paper through the camera', async () => {
    const page = await visit('/verify');
    await page.seeQrCode(`${address}#${claim}`);
    await page.goto(new URL('/verify', address).href);
    await page.button(TEXTS.it.scan).click();
    await page.heading(VERIFIER_PHRASES.it.status.completed).waitFor();
    expect(page.page.url()).toBe(`${address}#${claim}`);
  });

  it('follows no QR code of anyone else', async () => {
    const page = await visit('/verify');
    await page.seeQrCode('https://evil.example/v/00000000000000000000000000');
    await page.goto(new URL('/verify', address).href);
    await page.button(TEXTS.it.scan).click();
    await page.sees(TEXTS.it.scanForeign);
    await page.expectSound();
  });

  it.each(LANGUAGES)('speaks "%s", chosen on the page and kept', async (language) => {
    const page = await visit(address, language === 'it' ? 'en' : 'it');
    await page.page.getByRole('combobox').selectOption(language);
    await page.heading(VERIFIER_PHRASES[language].status.completed).waitFor();
    expect(await page.page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.page.reload();
    await page.heading(VERIFIER_PHRASES[language].status.completed).waitFor();
  });

  it('shows the record and takes a code without script', async () => {
    const page = await visit(address, 'it', { ...PHONE, javaScriptEnabled: false });
    await page.sees(VERIFIER_PHRASES.it.status.completed);
    await page.sees(groupedEnvelopeId(code));
    const { page: tab } = page;
    await tab.getByLabel(VERIFIER_PHRASES.it.askCode).fill('0'.repeat(26));
    await page.button(VERIFIER_PHRASES.it.show).click();
    await page.sees(VERIFIER_PHRASES.it.unknown);
  });

  it('reaches the file and the code by keyboard alone', async () => {
    const page = await visit('/verify');
    await page.ready();
    const reached = await page.tabStops(8);
    expect(reached).toEqual(expect.arrayContaining(['INPUT file', 'INPUT text', 'BUTTON submit']));
  });
});

describe('after the document was removed', () => {
  it('still tells authentic from altered', async () => {
    await stage.desk.advance(16 * DAY_MS);
    await eventually('the removal', () => isRemovedFor(signerOf(stage, 'client')));
    for (const [bytes, verdict] of [
      [signed, 'authentic'],
      [altered(), 'altered'],
    ] as const) {
      const page = await visit(address);
      await page.choose(bytes);
      expect(await page.verdict()).toBe(TEXTS.it.verdict[verdict]);
    }
  }, 90_000);
});
