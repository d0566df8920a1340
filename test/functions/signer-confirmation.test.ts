import { beforeEach, describe, expect, it } from 'vitest';
import { revision, step } from '../fixtures/envelope-steps.ts';
import {
  Browser,
  clientsTurn,
  confirmed,
  invitedLink,
  mayDecline,
  recordedTypes,
  type SignerPorts,
  signedStep,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;
let input: object;

beforeEach(async () => {
  ports = signerPorts();
  id = await clientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  await confirmed(ports, browser, await invitedLink(ports, id, 'c2'), 'email');
  const signature = { method: 'typed', text: 'Zoë Müller', hand: 'caveat' };
  input = { documentSha256: revision(id, 1).sha256, values: {}, signature };
});

/** As if the code had been entered for another revision of the document. */
function confirmAnotherRevision(): void {
  for (const [key, session] of ports.sessions.rows) {
    if (!session.confirmed) continue;
    const other = { ...session.confirmed, documentSha256: 'd'.repeat(64) };
    ports.sessions.rows.set(key, { ...session, confirmed: other });
  }
}

const submissions = () =>
  [...ports.documents.objects.keys()].filter((key) => key.includes('/submissions/c2'));

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
