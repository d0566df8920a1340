import { beforeEach, expect, it } from 'vitest';
import { CODE } from '../../shared/domain/secrets/code.ts';
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

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  await browser.open(await invitedLink(ports, id, 'c2'));
  await browser.shown();
  await browser.consent();
  await browser.sendCode();
});

const right = () => arrivedCode(ports, 'email');
const wrong = () => String((Number(right()) + 1) % 1_000_000).padStart(6, '0');
const atOnce = (codes: readonly string[]) =>
  Promise.all(codes.map((code) => browser.confirm(code)));
const confirmations = async () =>
  (await recordedTypes(ports, id)).filter((type) => type === 'code.right');

/**
 * Invariant 4: a code succeeds at most once; at most 5 comparisons a code and 25 a party, under any
 * concurrency. The same over DynamoDB: test/ports/codes.contract.ts.
 */
it('a code that is entered right twenty times at once confirms once, and gives no minute more', async () => {
  const answers = await atOnce(Array<string>(20).fill(right()));
  const granted = answers.filter(({ status }) => status === 200);
  expect(new Set(granted.map(({ body }) => body.confirmedUntil)).size).toBe(1);
  expect(await confirmations()).toHaveLength(1);
  ports.clock.advance(60);
  const later = await browser.confirm(right());
  expect(later.body.confirmedUntil ?? granted[0]!.body.confirmedUntil).toBe(
    granted[0]!.body.confirmedUntil,
  );
  expect(await confirmations()).toHaveLength(1);
});

it('a code is compared five times, however many enter it at once, right or wrong', async () => {
  await atOnce(Array<string>(20).fill(wrong()));
  expect(ports.comparisons.count).toBe(CODE.triesPerCode);
  expect((await atOnce([right()]))[0]!.status).toBeGreaterThanOrEqual(400);
  expect(ports.comparisons.count).toBe(CODE.triesPerCode);
  expect(await confirmations()).toEqual([]);
});

it('a party has 25 comparisons and then none, whatever it waits', async () => {
  for (let sending = 1; sending <= CODE.perRound; sending++) {
    await atOnce(Array<string>(10).fill(wrong()));
    expect(ports.comparisons.count).toBe(sending * CODE.triesPerCode);
    ports.clock.advance(3_600);
    await browser.sendCode();
  }
  expect(ports.comparisons.count).toBe(25);
  ports.clock.advance(3_600);
  expect((await browser.sendCode()).body.code).toBe('code_locked');
  await atOnce([right(), wrong()]);
  expect(ports.comparisons.count).toBe(25);
  expect(await confirmations()).toEqual([]);
});

it('of a right and many wrong ones at once, at most one confirms and five are compared', async () => {
  const codes = [...Array<string>(7).fill(wrong()), right(), ...Array<string>(7).fill(wrong())];
  await atOnce(codes);
  expect(ports.comparisons.count).toBeLessThanOrEqual(CODE.triesPerCode);
  expect((await confirmations()).length).toBeLessThanOrEqual(1);
});
