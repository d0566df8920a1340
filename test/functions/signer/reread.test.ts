import { beforeEach, describe, expect, it } from 'vitest';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import {
  Browser,
  confirmed,
  FIELDS,
  invitedLink,
  onClientsTurn,
  type SignerPorts,
  signedStep,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let link: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(
    ports,
    undefined,
    FIELDS.filter(({ kind }) => kind !== 'stamp'),
  );
  link = await invitedLink(ports, id, 'c1');
  browser = new Browser(signerDoor(ports));
  await confirmed(ports, browser, link, 'sms');
});

const sign = () =>
  browser.sign({
    documentSha256: revision(id, 1).sha256,
    values: { ct: 'Milano', ck: true },
    signature: { method: 'typed', text: 'Luca Verdi', hand: 'caveat' },
  });

const appended = () => step(ports, id, 'appended', { party: 'c1', revision: revision(id, 2) });

/** Revision that a browser may read: by the page's data, displayed, and as a file. */
async function readBy(reader: Browser) {
  const [{ body: page }, { body: document }, { body: file }] = [
    await reader.show(),
    await reader.document(),
    await reader.download(),
  ];
  expect(document.sha256).toBe(page.documentSha256);
  expect(document.url.split('?')[0]).toBe(file.url.split('?')[0]);
  return { sha256: document.sha256, showsMine: page.showsMine, fileName: file.fileName };
}

/** The revision displayed in the party's turn. */
const asShown = () => ({ sha256: revision(id, 1).sha256, showsMine: undefined });

describe('who has signed, while others still sign,', () => {
  it('reads what was shown, until the signature is in the file, and then what was signed', async () => {
    await sign();
    expect(await readBy(browser)).toMatchObject(asShown());
    await appended();
    expect(await readBy(browser)).toMatchObject({
      sha256: revision(id, 2).sha256,
      showsMine: true,
    });
  });

  it('reads what was signed, not what others signed since', async () => {
    await sign();
    await appended();
    await signedStep(ports, id, 'c2', 1);
    await step(ports, id, 'appended', { party: 'c2', revision: revision(id, 3) });
    expect((await readBy(browser)).sha256).toBe(revision(id, 2).sha256);
  });

  it('sees none of its values by a link alone, as anyone may hold it, but the document', async () => {
    await sign();
    await appended();
    const other = new Browser(signerDoor(ports));
    await other.open(link);
    expect(await readBy(other)).toMatchObject(asShown());
    expect((await other.show()).body).toMatchObject({ state: 'signed', values: {} });
  });

  it('sees none of its values once the thirty minutes are over, but the document', async () => {
    await sign();
    await appended();
    ports.clock.advance(30 * 60 - 1);
    expect((await readBy(browser)).showsMine).toBe(true);
    ports.clock.advance(1);
    expect(await readBy(browser)).toMatchObject(asShown());
  });

  it('takes along a file that is not called signed, which it is not by all', async () => {
    await sign();
    expect((await readBy(browser)).fileName).toBe('Contratto di fornitura.pdf');
  });

  it('lets nobody download who has not signed', async () => {
    expect((await browser.download()).body.code).toBe('not_completed');
  });
});
