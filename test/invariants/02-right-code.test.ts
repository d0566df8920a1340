import { beforeEach, describe, expect, it } from 'vitest';
import { revision, step } from '../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  invitedLink,
  onClientsTurn,
  recordedTypes,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;
let other: Browser;

/** Two browsers of one party that viewed the document and consented; no code was entered. */
beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  other = new Browser(signerDoor(ports));
  const link = await invitedLink(ports, id, 'c2');
  for (const each of [browser, other]) await each.open(link);
  await browser.shown();
  await browser.consent();
});

const sign = (by: Browser) =>
  by.sign({
    documentSha256: revision(id, 1).sha256,
    values: {},
    signature: { method: 'typed', text: 'Zoë Müller', hand: 'caveat' },
  });
const enter = (by = browser) => by.confirm(arrivedCode(ports, 'email'));
const wrong = () => String((Number(arrivedCode(ports, 'email')) + 1) % 1_000_000).padStart(6, '0');

/** Another party in the same turn requests a code for the same document. */
async function codeOfAnother(): Promise<string> {
  const partner = new Browser(signerDoor(ports));
  await partner.open(await invitedLink(ports, id, 'c1'));
  await partner.shown();
  await partner.consent();
  await partner.sendCode();
  return arrivedCode(ports, 'sms');
}

/** Simulates a code that was sent for another revision. */
async function codeForAnotherDocument(): Promise<void> {
  const link = { envelopeId: id, party: 'c2', round: 0 };
  const code = (await ports.codes.find(link))!;
  const sentAt = code.sentAt + 1;
  const mac = await ports.codeKey.generate(new TextEncoder().encode('another document'));
  await ports.codes.put(link, { ...code, documentSha256: 'd'.repeat(64), mac, sentAt });
}

/** Every situation without a valid code in this session, for this party, link, document and act. */
const SHORT_OF_IT: Readonly<Record<string, () => Promise<unknown>>> = {
  'no code was sent': async () => undefined,
  'a code was sent and not entered': () => browser.sendCode(),
  'a wrong code was entered': async () => {
    await browser.sendCode();
    await browser.confirm(wrong());
  },
  'it was entered as its 300 seconds ended': async () => {
    await browser.sendCode();
    ports.clock.advance(300);
    await enter();
  },
  'it was sent to another session of the party': async () => {
    await other.sendCode();
    await enter();
  },
  'it was entered in another session of the party': async () => {
    await browser.sendCode();
    await enter(other);
  },
  'it was sent to another party': async () => {
    await browser.sendCode();
    await browser.confirm(await codeOfAnother());
  },
  'it was sent for another document': async () => {
    await browser.sendCode();
    await codeForAnotherDocument();
    await enter();
  },
  'it was sent to decline': async () => {
    await browser.sendCode('decline');
    await browser.confirm(arrivedCode(ports, 'email'), 'decline');
  },
  'a newer one was sent': async () => {
    await browser.sendCode();
    const first = arrivedCode(ports, 'email');
    ports.clock.advance(60);
    await browser.sendCode();
    await browser.confirm(first);
  },
  'the link was replaced since': async () => {
    await browser.sendCode();
    await enter();
    await step(ports, id, 're-sent', { party: 'c2' });
  },
  'the contact was corrected since': async () => {
    await browser.sendCode();
    await enter();
    const channel = { kind: 'email', address: 'zoe.mueller@example.com' } as const;
    await step(ports, id, 'contact.corrected', { party: 'c2', channel });
  },
  'half an hour has passed since': async () => {
    await browser.sendCode();
    await enter();
    ports.clock.advance(30 * 60);
  },
};

/**
 * Invariant 2: no signature without a right code in that session, for that party, link and document hash,
 * within 300 seconds of its issue.
 */
describe('nobody signs where', () => {
  it.each(Object.entries(SHORT_OF_IT))('%s', async (_, act) => {
    await act();
    expect((await sign(browser)).status).toBeGreaterThanOrEqual(400);
    const signed = (await ports.ledger.load(id)).parties.filter(({ signature }) => signature);
    expect(signed.map((party) => party.id)).toEqual(['d1']);
  });

  it('the code was entered elsewhere, not even in the session that saw it all', async () => {
    await browser.sendCode();
    await enter();
    expect((await sign(other)).body.code).toBe('confirmation_required');
  });
});

it('with a right code, a second before its end, a party signs', async () => {
  await browser.sendCode();
  ports.clock.advance(299);
  expect((await enter()).status).toBe(200);
  expect(await sign(browser)).toMatchObject({ status: 200, body: { state: 'signed' } });
  const types = await recordedTypes(ports, id);
  expect(types.indexOf('code.right')).toBeLessThan(types.lastIndexOf('signed'));
});
