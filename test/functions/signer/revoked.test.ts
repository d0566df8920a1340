import { beforeEach, describe, expect, it } from 'vitest';
import { step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  invitedLink,
  recordedTypes,
  type SignerPorts,
  sentEnvelope,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let link: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await sentEnvelope(ports);
  link = await invitedLink(ports, id, 'd1');
  browser = new Browser(signerDoor(ports));
});

/** The sender corrects the contact after a request was authorized and before it is recorded. */
function correctMeanwhile(): void {
  const { change } = ports.ledger;
  ports.ledger.change = async (...of) => {
    ports.ledger.change = change;
    const channel = { kind: 'email', address: 'right@example.com' } as const;
    await step(ports, id, 'contact.corrected', { party: 'd1', channel });
    return ports.ledger.change(...of);
  };
}

async function ready() {
  await browser.open(link);
  await browser.consent();
  await browser.sendCode();
}

describe('what the bearer of a link does while it is revoked counts for nobody', () => {
  it.each([
    ['the first look', async () => {}, () => browser.open(link)],
    ['consent', () => browser.open(link), () => browser.consent()],
    ['how the document was shown', () => browser.open(link), () => browser.shown()],
    [
      'a code',
      async () => void (await ready()),
      () => browser.confirm(arrivedCode(ports, 'email')),
    ],
    ['a wrong code', async () => void (await ready()), () => browser.confirm('000000')],
    ['“this is not for me”', () => browser.open(link), () => browser.notForMe()],
  ])('%s', async (_, before, act) => {
    await before();
    correctMeanwhile();
    expect(await act()).toMatchObject({ status: 404, body: { code: 'link_invalid' } });
    expect((await recordedTypes(ports, id)).at(-1)).toBe('contact.corrected');
  });
});
