import { beforeEach, describe, expect, it } from 'vitest';
import { makeDescribe } from '../../../functions/sender/reading/describe.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  confirmed,
  invitedLink,
  onClientsTurn,
  recordedTypes,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  await browser.open(await invitedLink(ports, id, 'c1'));
});

const toSender = () => ports.mailer.sent.filter(({ tags }) => tags.party === 'sender');
const reported = async () =>
  (await recordedTypes(ports, id)).filter((type) => type === 'reported').length;

/** The party as the console shows it. */
async function shownParty() {
  const [envelope, entries] = [await ports.ledger.load(id), await ports.ledger.entries(id)];
  const describe = makeDescribe({ VERIFIER_URL: 'https://verify.acme.example' });
  const shown = await describe({ envelope, entries, values: {}, language: 'it' });
  return shown.parties[1]!;
}

describe('“this is not for me”', () => {
  it('takes no code, tells the sender where to correct the contact, and ends nothing', async () => {
    const answer = await browser.notForMe();
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'open', notMineAt: '2026-03-02T09:00:00.000Z' },
    });
    const [mail, ...more] = toSender();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: { address: 'giulia@example.com' },
      subject: 'Persona sbagliata? Contratto di fornitura',
      tags: { envelope: id, notice: 'warning' },
    });
    expect(mail?.text).toContain(`https://sign.acme.example/console#/envelopes/${id}`);
    expect(mail?.text).toMatch(/Luca Verdi \(\+39 ••• ••• 4567\)/);
    expect((await ports.ledger.load(id)).status).toBe('signing');
    expect(await shownParty()).toMatchObject({ notMineAt: '2026-03-02T09:00:00.000Z' });
  });

  it('is told once, however often and whoever presses, until there is a new link', async () => {
    const other = new Browser(signerDoor(ports));
    await other.open(await invitedLink(ports, id, 'c1'));
    for (const each of [browser, browser, other])
      expect((await each.notForMe()).body.notMineAt).toBe('2026-03-02T09:00:00.000Z');
    expect([toSender().length, await reported()]).toEqual([1, 1]);
    await step(ports, id, 're-sent', { party: 'c1' });
    expect((await shownParty()).notMineAt).toBeUndefined();
    await browser.open(await invitedLink(ports, id, 'c1'));
    expect((await browser.show()).body.notMineAt).toBeUndefined();
    await browser.notForMe();
    expect([toSender().length, await reported()]).toEqual([2, 2]);
  });

  it('pressed by many at once sends one mail and records one entry', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => browser.notForMe()));
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(answers.every(({ status }) => status === 200 || status === 503)).toBe(true);
    expect([toSender().length, await reported()]).toEqual([1, 1]);
  });

  it('that could not be sent is recorded nowhere, and sent by the next try', async () => {
    const { send } = ports.mailer;
    ports.mailer.send = async () => {
      throw new Error('SES is down');
    };
    expect((await browser.notForMe()).status).toBe(500);
    expect(await reported()).toBe(0);
    ports.mailer.send = send;
    expect((await browser.notForMe()).status).toBe(200);
    expect([toSender().length, await reported()]).toEqual([1, 1]);
  });

  it('whose entry was cut short sends no second mail', async () => {
    const { change } = ports.ledger;
    ports.ledger.change = async () => {
      throw new Error('crash');
    };
    expect((await browser.notForMe()).status).toBe(500);
    ports.ledger.change = change;
    expect((await browser.notForMe()).status).toBe(200);
    expect([toSender().length, await reported()]).toEqual([1, 1]);
  });

  it('is shown to a sender whose address takes no mail', async () => {
    ports.mailer.undeliverable.add('giulia@example.com');
    expect((await browser.notForMe()).status).toBe(200);
    expect((await shownParty()).notMineAt).toBeDefined();
  });

  it('keeps nobody from signing later', async () => {
    await browser.notForMe();
    await browser.consent();
    await browser.sendCode();
    expect((await browser.confirm(arrivedCode(ports, 'sms'))).status).toBe(200);
  });

  it('needs a session, and an envelope that still waits for this party', async () => {
    const stranger = new Browser(signerDoor(ports));
    stranger.handle = browser.handle;
    expect((await stranger.notForMe()).status).toBe(401);
    await step(ports, id, 'voided', { reason: 'Sbagliato' });
    expect((await browser.notForMe()).body.code).toBe('envelope_closed');
    expect(toSender()).toEqual([]);
  });
});

describe('a party that can get no more codes', () => {
  async function locked(): Promise<void> {
    await browser.consent();
    for (let sending = 0; sending < 5; sending++) {
      await browser.sendCode();
      ports.clock.advance(1800);
    }
    expect((await browser.sendCode()).body.code).toBe('code_locked');
  }

  it('tells the sender, once, who is led to a new invitation', async () => {
    await locked();
    for (const _ of [1, 2])
      expect((await browser.tellLocked()).body.lockedToldAt).toBe('2026-03-02T11:30:00.000Z');
    expect(await reported()).toBe(1);
    const [mail, ...more] = toSender();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Serve un nuovo invito per Luca Verdi: Contratto di fornitura');
    expect(mail?.text).toContain('«Nuovo invito»');
    expect(mail?.text).toContain(`https://sign.acme.example/console#/envelopes/${id}`);
    expect(await shownParty()).toMatchObject({ lockedAt: '2026-03-02T11:30:00.000Z' });
  });

  it('is helped by the new invitation', async () => {
    await locked();
    await browser.tellLocked();
    await step(ports, id, 're-sent', { party: 'c1' });
    expect((await shownParty()).lockedAt).toBeUndefined();
    await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
    expect((await browser.show()).body).toMatchObject({ confirmedUntil: expect.any(String) });
  });

  it('is none as long as a code can still be sent', async () => {
    await browser.consent();
    await browser.sendCode();
    expect(await browser.tellLocked()).toMatchObject({
      status: 409,
      body: { code: 'code_not_locked' },
    });
    expect([toSender().length, await reported()]).toEqual([0, 0]);
  });
});
