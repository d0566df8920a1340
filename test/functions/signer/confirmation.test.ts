import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  confirmed,
  invitedLink,
  mayDecline,
  onClientsTurn,
  recordedTypes,
  type SignerPorts,
  signedStep,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;
let input: object;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  await confirmed(ports, browser, await invitedLink(ports, id, 'c2'), 'email');
  const signature = { method: 'typed', text: 'Zoë Müller', hand: 'caveat' };
  input = { documentSha256: revision(id, 1).sha256, values: {}, signature };
});

/** Simulates a code that was entered for another revision of the document. */
function confirmAnotherRevision(): void {
  for (const [key, session] of ports.sessions.rows) {
    if (!session.confirmed) continue;
    const other = { ...session.confirmed, documentSha256: 'd'.repeat(64) };
    ports.sessions.rows.set(key, { ...session, confirmed: other });
  }
}

const submissions = () =>
  [...ports.documents.objects.keys()].filter((key) => key.includes('/submissions/c2'));

it('a code confirms nothing more once the document is withdrawn', async () => {
  expect((await browser.show()).body.confirmedUntil).toBeDefined();
  await step(ports, id, 'voided', { reason: 'no' });
  expect((await browser.show()).body.confirmedUntil).toBeUndefined();
});

describe('a code that was entered for another revision', () => {
  it('signs nothing, and nothing of it is stored', async () => {
    confirmAnotherRevision();
    expect(await browser.sign(input)).toMatchObject({
      status: 409,
      body: { code: 'document_changed' },
    });
    expect(submissions()).toEqual([]);
  });

  it('opens neither what was filled in nor a place for a picture', async () => {
    await browser.draft({ pt: 'segreto' });
    expect((await browser.show()).body).toMatchObject({
      confirmedUntil: expect.any(String),
      values: { pt: 'segreto' },
    });
    confirmAnotherRevision();
    const { body } = await browser.show();
    expect(body.confirmedUntil).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain('segreto');
    for (const ask of [() => browser.draft({ pt: 'altro' }), () => browser.upload('signature')])
      expect(await ask()).toMatchObject({ status: 403, body: { code: 'confirmation_required' } });
  });

  it('declines nothing', async () => {
    ports.clock.advance(60);
    await mayDecline(ports, browser, 'email');
    confirmAnotherRevision();
    expect((await browser.show()).body.declineUntil).toBeUndefined();
    expect(await browser.decline('no')).toMatchObject({
      status: 409,
      body: { code: 'document_changed' },
    });
    expect(await recordedTypes(ports, id)).not.toContain('declined');
  });
});

describe('a page that showed another revision', () => {
  it('signs nothing, and nothing of it is stored', async () => {
    const documentSha256 = revision(id, 0).sha256;
    expect(await browser.sign({ ...input, documentSha256 })).toMatchObject({
      status: 409,
      body: { code: 'document_changed' },
    });
    expect(submissions()).toEqual([]);
    expect((await browser.sign(input)).status).toBe(200);
    expect(submissions()).toHaveLength(1);
  });
});

describe('a party that has acted', () => {
  it('gets no place for a picture once it signed', async () => {
    await signedStep(ports, id, 'c2', 1);
    expect(await browser.upload('signature')).toMatchObject({
      status: 409,
      body: { code: 'already_signed' },
    });
  });

  it('nor once the envelope ended', async () => {
    await step(ports, id, 'voided', { reason: 'x' });
    expect(await browser.upload('signature')).toMatchObject({
      status: 409,
      body: { code: 'envelope_closed', facts: { status: 'voided' } },
    });
  });
});

describe('places for pictures', () => {
  it('are given to each party so many an hour and a day, and to others of its turn none the fewer', async () => {
    const ask = async () => (await browser.upload('signature')).status;
    const asked = [];
    for (let time = 0; time < LIMITS.picture.perHour; time++) asked.push(await ask());
    expect(new Set(asked)).toEqual(new Set([200]));
    expect(await ask()).toBe(429);
    const other = new Browser(signerDoor(ports));
    await confirmed(ports, other, await invitedLink(ports, id, 'c1'), 'sms');
    expect((await other.upload('signature')).status).toBe(200);
  });
});

describe('a right code that a newer one replaces while it is compared', () => {
  it('confirms nothing', async () => {
    ports.clock.advance(60);
    await browser.sendCode();
    const code = arrivedCode(ports, 'email');
    const { verify } = ports.codeKey;
    ports.codeKey.verify = async (message, mac) => {
      ports.clock.advance(60);
      await browser.sendCode();
      return verify(message, mac);
    };
    const before = (await recordedTypes(ports, id)).filter((type) => type === 'code.right').length;
    expect((await browser.confirm(code)).body.code).toBe('code_used');
    const after = (await recordedTypes(ports, id)).filter((type) => type === 'code.right').length;
    expect(after).toBe(before);
  });
});
