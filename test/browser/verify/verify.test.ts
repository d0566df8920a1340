import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { isRemovedFor } from '../../../scripts/demo/journey.ts';
import { paperFor } from '../../../scripts/demo/paper.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { VERIFIER_PHRASES } from '../../../shared/contract/verifier-phrases/phrases.ts';
import { groupedEnvelopeId } from '../../../shared/domain/envelope/envelope-id.ts';
import { LANGUAGES, type Language } from '../../../shared/domain/envelope/party.ts';
import { createSignature } from '../../../shared/pki/cms/create-signature.ts';
import { TEXTS } from '../../../web/verify/texts/texts-of.ts';
import { DAY_MS, sendContract, useTarget } from '../../flow/theatre.ts';
import { foreignDocument } from '../../pdf/verify/foreign-document.ts';
import { ACME, createCompany } from '../../pki/company.ts';
import { launchBrowser } from '../launch-browser.ts';
import { recorded, sealContract } from '../sign/sealed-stage.ts';
import { DESKTOP, PHONE } from '../watched-page.ts';
import { filmQrCode } from './qr-film.ts';
import { VerifyPage } from './verify-page.ts';

const target = useTarget();
const folder = mkdtempSync(join(tmpdir(), 'sigillo-verify-'));
/** Image of the simulated camera. */
const film = join(folder, 'camera.y4m');
let browser: Browser;
let stage: Stage;
let signed: Buffer;
let code: string;
let address: string;
let claim: string;

beforeAll(async () => {
  browser = await launchBrowser(`--use-file-for-fake-video-capture=${film}`);
  ({ stage, code, address, claim, file: signed } = await sealContract(target));
  expect(claim).toMatch(/^\d{270}$/);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
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

/** Flips one bit in the middle of the file. */
function altered(): Buffer {
  const bytes = Buffer.from(signed);
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
}

const ALTERED: readonly (readonly [string, () => Buffer])[] = [
  ['one changed bit', altered],
  ['bytes added at its end', () => Buffer.concat([signed, Buffer.from('\n%%EOF\n')])],
  ['its end cut off', () => signed.subarray(0, -40)],
];

const foreign = () => Buffer.from(paperFor(undefined, 2).bytes);

const wide = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0);

describe('the verify page', () => {
  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
    ['a dark desktop', { ...DESKTOP, colorScheme: 'dark' as const }],
  ])('calls the signed file authentic on %s and names who signed', async (_, device) => {
    const page = await visit(address, 'it', device);
    await page.heading(VERIFIER_PHRASES.it.onRecord).waitFor();
    await page.sees(VERIFIER_PHRASES.it.notYetProof);
    await page.sees(VERIFIER_PHRASES.it.status.completed);
    await page.expectSound();
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.it.verdict.authentic);
    await page.sees(TEXTS.it.sentence.authentic);
    expect(await page.page.locator('details').count()).toBe(1);
    for (const { party } of stage.signers) await page.sees(party.name);
    await page.sees(TEXTS.it.timeStamp.own);
    await page.openDetails();
    await page.expectSound();
  });

  it('sends nothing of the file but its hash', async () => {
    const page = await visit(address);
    await page.ready();
    const sent: string[] = [];
    page.page.on('request', (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
    await page.choose(signed);
    await page.verdict();
    const sha256 = createHash('sha256').update(signed).digest('hex');
    const { origin } = new URL(address);
    expect(sent).toEqual([`POST ${origin}/verify ${JSON.stringify({ sha256, id: code })}`]);
  });

  it.each(ALTERED)('calls a file with %s altered, with and without its code', async (_, file) => {
    for (const path of [address, '/verify']) {
      const page = await visit(path, 'en');
      await page.choose(file());
      expect(await page.verdict()).toBe(TEXTS.en.verdict.altered);
      if (path === address) await page.sees(TEXTS.en.originalOnly);
      await page.openDetails();
      await page.expectSound();
    }
  });

  it('tells an expert what was added to a file, and who had signed it', async () => {
    const page = await visit('/verify', 'fr');
    await page.choose(Buffer.concat([signed, Buffer.from('99999 0 obj\n<< >>\nendobj\n%%EOF\n')]));
    expect(await page.verdict()).toBe(TEXTS.fr.verdict.altered);
    await page.openDetails();
    await page.sees(TEXTS.fr.finding.appended);
    await page.sees(TEXTS.fr.refusedChanges);
    await page.sees('1 new object');
    for (const { party } of stage.signers) await page.sees(party.name);
    await page.expectSound();
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
    await start.button(TEXTS.de.again).click();
    await start.choose(Buffer.alloc(0));
    await start.sees(TEXTS.de.sentence.notPdf);
    const under = await visit(address, 'fr');
    await under.choose(foreign());
    await under.sees(TEXTS.fr.sentence.notThis);
  });

  it('finds the record of a signed file that comes without a code', async () => {
    const page = await visit('/verify');
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.it.verdict.authentic);
    await page.openDetails();
    await page.sees(TEXTS.it.inRegister);
  });

  it.each([
    ['a file that calls itself a PDF', foreign],
    ['what is no PDF', () => Buffer.from('no PDF')],
  ])('takes 60 MB of %s without failing', async (_, start) => {
    const large = join(folder, 'large.pdf');
    writeFileSync(
      large,
      Buffer.concat([start(), Buffer.alloc(60_000_000, '1 0 obj <<>> endobj ')]),
    );
    const page = await visit('/verify', 'en', PHONE);
    await page.chooseFrom(large);
    expect(await page.verdict()).toBe(TEXTS.en.verdict.unknown);
  });

  describe('without a network, once it is loaded,', () => {
    async function cutOff(fragment: string): Promise<VerifyPage> {
      const page = await visit(`${address}${fragment}`, 'es', PHONE);
      await page.ready();
      await page.page.context().setOffline(true);
      return page;
    }

    it('tells by what the QR code vouches for', async () => {
      const page = await cutOff(`#${claim}`);
      await page.drop(signed);
      expect(await page.verdict()).toBe(TEXTS.es.verdict.authentic);
      await page.sees(TEXTS.es.sentence.authenticByQr);
      await page.expectSound();
      for (const [, file] of ALTERED) {
        await page.drop(file());
        await page.sees(TEXTS.es.verdict.altered);
        await page.button(TEXTS.es.again).click();
      }
      await page.drop(foreign());
      expect(await page.verdict()).toBe(TEXTS.es.verdict.unknown);
      await page.expectSound();
    });

    it('tells by the file alone under a claim that cannot be read', async () => {
      const page = await cutOff(`#${claim.slice(0, 90)}`);
      await page.drop(signed);
      expect(await page.verdict()).toBe(TEXTS.es.verdict.authentic);
      await page.sees(TEXTS.es.sentence.authenticOffline);
      await page.openDetails();
      await page.sees(TEXTS.es.qrUnread);
    });
  });

  it('does not take a QR code for a file that it does not vouch for', async () => {
    const second = await sealContract(target);
    const page = await visit(`${second.address}#${claim}`, 'en');
    await page.choose(second.file);
    expect(await page.verdict()).toBe(TEXTS.en.verdict.altered);
    await page.sees(TEXTS.en.sentence.qrDiffers);
  });

  it('calls another document authentic, but another, and leads to its own code', async () => {
    const second = await sealContract(target);
    const page = await visit(`${second.address}#${second.claim}`, 'en');
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.en.verdict.another);
    await page.sees(TEXTS.en.sentence.another);
    await page.expectSound();
    await page.page
      .getByRole('link', { name: groupedEnvelopeId(code) })
      .first()
      .click();
    await page.page.waitForURL(address);
    const forged = await visit(second.address, 'en');
    await forged.choose(altered());
    expect(await forged.verdict()).toBe(TEXTS.en.verdict.altered);
  });

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
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.expectSound();
    await field.fill(groupedEnvelopeId(code).toLowerCase());
    await field.press('Enter');
    await page.heading(VERIFIER_PHRASES.it.onRecord).waitFor();
  });

  it('tells who signed a PDF of others, and that whom to trust is not judged', async () => {
    const other = await createCompany(new Date());
    const page = await visit('/verify', 'fr');
    await page.choose(
      await foreignDocument((digest) => createSignature(other.seal, digest, other.timestamp)),
    );
    expect(await page.verdict()).toBe(TEXTS.fr.verdict.unknown);
    await page.openDetails();
    await page.sees(`${TEXTS.fr.kind.party}: ${ACME.name}`);
    await page.sees(TEXTS.fr.foreignSignature.right);
    await page.expectSound();
  });

  it('stops a check that does not end, says so, and checks the next file', async () => {
    const page = await VerifyPage.open(browser, DESKTOP, 'it');
    open.push(page);
    await page.page.clock.install();
    let body: string | undefined = 'onmessage = () => { for (;;); };';
    await page.page.route(/check-worker/, (route) =>
      body ? route.fulfill({ contentType: 'text/javascript', body }) : route.continue(),
    );
    await page.goto(new URL('/verify', address).href);
    await page.choose(signed);
    await page.sees(TEXTS.it.checking);
    body = undefined;
    await eventually('the sentence', async () => {
      await page.page.clock.fastForward(60_000);
      return (await page.page.getByText(TEXTS.it.tooSlow).count()) > 0;
    });
    await page.choose(signed);
    expect(await page.verdict()).toBe(TEXTS.it.verdict.authentic);
  });

  it('says of a code that nobody has that the document is unknown', async () => {
    const page = await visit(`/v/${'Z'.repeat(26)}`);
    await page.heading(VERIFIER_PHRASES.it.unknown).waitFor();
    await page.expectSound(/status of 404/);
  });

  it.each([
    ['spaces', (text: string) => text.replaceAll('-', ' ')],
    [
      'small letters, O for 0 and l for 1',
      (text: string) => text.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'),
    ],
    [
      'dashes and wide letters',
      (text: string) => text.replaceAll('-', ' – ').replace(/[A-Z0-9]/g, wide),
    ],
    ['the whole address in its place', () => `${address}#${claim}`],
  ])('takes a code that was typed with %s', async (_, typed) => {
    const page = await visit('/verify');
    const field = page.page.getByLabel(VERIFIER_PHRASES.it.askCode);
    await field.fill(typed(groupedEnvelopeId(code)));
    await field.press('Enter');
    await page.heading(VERIFIER_PHRASES.it.onRecord).waitFor();
  });

  it('reads a QR code from paper through the camera', async () => {
    filmQrCode(film, `${address}#${claim}`);
    const page = await visit('/verify', 'it', PHONE);
    await page.button(TEXTS.it.scan).click();
    await page.heading(VERIFIER_PHRASES.it.onRecord).waitFor();
    expect(page.page.url()).toBe(`${address}#${claim}`);
  });

  it('takes the claim of the same document from paper without loading anew', async () => {
    filmQrCode(film, `${address}#${claim}`);
    const page = await visit(address);
    await page.button(TEXTS.it.scan).click();
    await page.page.waitForURL(`${address}#${claim}`);
    await page.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.choose(signed);
    await page.verdict();
    await page.openDetails();
    await page.sees(TEXTS.it.qrMatches);
  });

  it('follows no QR code of anyone else', async () => {
    filmQrCode(film, 'https://evil.example/v/00000000000000000000000000');
    const page = await visit('/verify');
    await page.button(TEXTS.it.scan).click();
    await page.sees(TEXTS.it.scanForeign);
    await page.expectSound();
  });

  it('offers no camera where there is none, and says so where it may not be used', async () => {
    const page = await visit('/verify');
    await page.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.button(TEXTS.it.scan).click();
    await page.sees(TEXTS.it.scanFailed);
    await page.expectSound();
    await page.page.addInitScript(() => {
      navigator.mediaDevices.enumerateDevices = async () => [];
    });
    await page.page.reload();
    await page.ready();
    await page.button(VERIFIER_PHRASES.it.show).waitFor();
    expect(await page.button(TEXTS.it.scan).count()).toBe(0);
  });

  it.each(LANGUAGES)('speaks "%s", chosen on the page and kept', async (language) => {
    const page = await visit(address, language === 'it' ? 'en' : 'it');
    await page.page.getByRole('combobox').selectOption(language);
    await page.heading(VERIFIER_PHRASES[language].onRecord).waitFor();
    await expect.poll(() => page.page.evaluate(() => document.documentElement.lang)).toBe(language);
    await page.page.reload();
    await page.heading(VERIFIER_PHRASES[language].onRecord).waitFor();
  });

  it('shows the record and takes a code without script', async () => {
    const page = await visit(address, 'it', { ...PHONE, javaScriptEnabled: false });
    await page.sees(VERIFIER_PHRASES.it.notYetProof);
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
  });
});
