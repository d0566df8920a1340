import { beforeEach, expect, it } from 'vitest';
import { revision, step } from '../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  invitedLink,
  onClientsTurn,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;

/** All requirements of a signature except that the document was displayed. */
async function confirmedUnseen(): Promise<void> {
  await browser.open(await invitedLink(ports, id, 'c2'));
  await browser.consent();
  await browser.sendCode();
  await browser.confirm(arrivedCode(ports, 'email'));
}

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  await confirmedUnseen();
});

const sign = () =>
  browser.sign({
    documentSha256: revision(id, 1).sha256,
    values: {},
    signature: { method: 'typed', text: 'Zoë Müller', hand: 'caveat' },
  });
const tell = (shown: string, documentSha256 = revision(id, 1).sha256) =>
  browser.ask('POST /api/sign/{handle}/shown', { documentSha256, shown });
const signs = async () => (await ports.ledger.load(id)).parties.map((party) => !!party.signature);

/**
 * Invariant 11: nobody signs a document that their page could not display. That the page does not continue until
 * the document is drawn or opened: test/browser/sign/reading.test.ts.
 */
it('nobody signs before their page said that it showed the document', async () => {
  expect((await sign()).body.code).toBe('document_not_shown');
  expect(await signs()).toEqual([true, false, false]);
});

it.each(['drawn', 'pdf'])('who saw it signs (%s)', async (shown) => {
  await tell(shown);
  expect((await sign()).status).toBe(200);
});

it('a page that showed another revision has shown nothing', async () => {
  expect((await tell('drawn', revision(id, 0).sha256)).body.code).toBe('document_changed');
  expect((await sign()).body.code).toBe('document_not_shown');
});

it('what another party saw is seen by nobody else', async () => {
  await step(ports, id, 'opened', {
    party: 'c1',
    documentSha256: revision(id, 1).sha256,
    shown: 'drawn',
  });
  expect((await sign()).body.code).toBe('document_not_shown');
});

it('whoever gets the link next has to be shown it anew', async () => {
  await tell('drawn');
  const channel = { kind: 'email', address: 'zoe.mueller@example.com' } as const;
  await step(ports, id, 'contact.corrected', { party: 'c2', channel });
  browser = new Browser(signerDoor(ports));
  ports.clock.advance(60);
  await confirmedUnseen();
  expect((await sign()).body.code).toBe('document_not_shown');
  await tell('drawn');
  expect((await sign()).status).toBe(200);
});
