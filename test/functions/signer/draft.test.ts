import { beforeEach, describe, expect, it } from 'vitest';
import { makePurge } from '../../../functions/purge/purge.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  confirmed,
  invitedLink,
  mayDecline,
  onClientsTurn,
  type SignerPorts,
  signedStep,
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
  await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
});

const typed = { method: 'typed', text: 'Luca Verdi', hand: 'caveat' } as const;
const PICTURE = new TextEncoder().encode('a picture');

/** A browser's presigned POST to the bucket. */
async function uploaded(kind: string): Promise<string> {
  const { body } = await browser.upload(kind);
  await ports.documents.put(body.fields.key, PICTURE, { contentType: 'image/png' });
  return body.upload;
}

async function onTablet(): Promise<Browser> {
  const tablet = new Browser(signerDoor(ports));
  await tablet.open(await invitedLink(ports, id, 'c1'));
  return tablet;
}

async function enterCode(device: Browser): Promise<void> {
  ports.clock.advance(60);
  await device.sendCode();
  await device.confirm(arrivedCode(ports, 'sms'));
}

describe('a draft', () => {
  it('goes on later, on another device', async () => {
    const values = { ct: 'a metà', cd: '2026-11-24' };
    expect(await browser.draft(values)).toMatchObject({ status: 200, body: { values } });
    const tablet = await onTablet();
    await enterCode(tablet);
    expect((await tablet.show()).body.values).toEqual(values);
  });

  it('is neither read nor changed by who holds the link alone, or a code to decline', async () => {
    await browser.draft({ ct: 'segreto' });
    const stranger = await onTablet();
    const refused = { status: 403, body: { code: 'confirmation_required' } };
    async function expectNothing() {
      expect((await stranger.show()).body.values).toEqual({});
      expect(await stranger.draft({ ct: 'altri' })).toMatchObject(refused);
      expect(await stranger.draft({}, { signature: typed })).toMatchObject(refused);
    }
    await expectNothing();
    ports.clock.advance(60);
    await mayDecline(ports, stranger, 'sms');
    await expectNothing();
    expect((await browser.show()).body.values).toEqual({ ct: 'segreto' });
  });

  it('is not shown to whoever is behind a corrected contact, who agrees to the terms anew', async () => {
    await browser.draft({ ct: 'di un altro' }, { signature: typed });
    ports.clock.advance(60);
    const channel = { kind: 'email', address: 'right@example.com' } as const;
    await step(ports, id, 'contact.corrected', { party: 'c1', channel });
    const right = new Browser(signerDoor(ports));
    await confirmed(ports, right, await invitedLink(ports, id, 'c1'), 'email');
    const { body } = await right.show();
    expect(body.values).toEqual({});
    expect(body.marks).toEqual({});
    const entries = await ports.ledger.entries(id);
    expect(entries.filter(({ type }) => type === 'consented').at(-1)!.seq).toBeGreaterThan(
      entries.findLast(({ type }) => type === 'contact.corrected')!.seq,
    );
  });

  it('that a newer release kept is not read, nor shown as empty', async () => {
    await browser.draft({ ct: 'a metà' });
    const key = `open/${id}/drafts/c1-values.json`;
    const newer = Buffer.from(JSON.stringify({ version: 2, ct: 'a metà' }));
    await ports.documents.put(key, newer, { contentType: 'application/json' });
    expect((await browser.show()).body.code).toBe('newer_release');
  });

  it('is shown to nobody from the deadline on, however lately a code was entered', async () => {
    ports.clock.set('2026-03-16T08:45:00.000Z');
    const late = await onTablet();
    await enterCode(late);
    await late.draft({ ct: 'a metà' });
    expect((await late.show()).body.values).toEqual({ ct: 'a metà' });
    ports.clock.set('2026-03-16T09:00:00.000Z');
    const { body } = await late.show();
    expect(body).toMatchObject({ state: 'expired', values: {} });
  });

  it('stays with a party that is invited once more at the same contact', async () => {
    await browser.draft({ ct: 'a metà' });
    ports.clock.advance(60);
    await step(ports, id, 're-sent', { party: 'c1' });
    const again = new Browser(signerDoor(ports));
    await confirmed(ports, again, await invitedLink(ports, id, 'c1'), 'sms');
    expect((await again.show()).body.values).toEqual({ ct: 'a metà' });
  });

  it('is closed again thirty minutes after the code, and kept', async () => {
    await browser.draft({ ct: 'a metà' });
    ports.clock.advance(30 * 60);
    expect((await browser.show()).body.values).toEqual({});
    expect((await browser.draft({ ct: 'altro' })).body.code).toBe('confirmation_required');
    await enterCode(browser);
    expect((await browser.show()).body.values).toEqual({ ct: 'a metà' });
  });

  it('takes no value that could not be signed, and says of which field', async () => {
    const refused = await browser.draft({ ct: '漢字' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'text_not_covered', facts: { field: 'ct' } });
  });

  it('is the party’s alone', async () => {
    await browser.draft({ ct: 'segreto' }, { signature: typed });
    const partner = new Browser(signerDoor(ports));
    await confirmed(ports, partner, await invitedLink(ports, id, 'c2'), 'email');
    expect((await partner.show()).body).toMatchObject({ values: {}, marks: {} });
    expect((await partner.draft({ ct: 'x' })).body.code).toBe('field_not_yours');
  });

  it('may be incomplete but not of the wrong kind', async () => {
    expect((await browser.draft({})).status).toBe(200);
    expect((await browser.draft({ cd: 'ieri' })).body.code).toBe('field_kind');
  });

  it('is over once signed', async () => {
    await signedStep(ports, id, 'c1', 1);
    expect((await browser.draft({ ct: 'altro' })).body.code).toBe('already_signed');
  });
});

describe('the marks of a draft', () => {
  it('come back on another device after its own code, pictures by address', async () => {
    const [signature, stamp] = [await uploaded('signature'), await uploaded('stamp')];
    const marks = { signature: { method: 'drawn', upload: signature }, stamp: { upload: stamp } };
    expect((await browser.draft({}, marks)).status).toBe(200);
    const tablet = await onTablet();
    await enterCode(tablet);
    const kept = (await tablet.show()).body.marks;
    expect(kept).toMatchObject(marks);
    expect(kept.signature.url).toContain(`open/${id}/marks/c1/${signature}`);
    expect(kept.stamp.url).toContain(`open/${id}/marks/c1/${stamp}`);
  });

  it('are shown to nobody who holds the link alone, nor replaced by them', async () => {
    await browser.draft({}, { signature: typed });
    const stranger = await onTablet();
    expect((await stranger.show()).body.marks).toBeUndefined();
    const answer = await stranger.draft({}, { signature: { ...typed, text: 'Altri' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'confirmation_required' } });
    expect((await browser.show()).body.marks).toEqual({ signature: typed });
  });

  it('stay when only values are kept', async () => {
    await browser.draft({ ct: 'a' }, { signature: typed });
    await browser.draft({ ct: 'b' });
    expect((await browser.show()).body).toMatchObject({
      values: { ct: 'b' },
      marks: { signature: typed },
    });
  });

  it('are pictures that were uploaded by the party itself', async () => {
    for (const upload of ['A'.repeat(22), 'B'.repeat(22)]) {
      await ports.documents.put(`open/${id}/marks/c2/${upload}`, PICTURE, {
        contentType: 'image/png',
      });
      const answer = await browser.draft({}, { stamp: { upload } });
      expect(answer).toMatchObject({ status: 409, body: { code: 'upload_missing' } });
    }
  });

  it('go with the document', async () => {
    await browser.draft({}, { signature: typed, stamp: { upload: await uploaded('stamp') } });
    await step(ports, id, 'voided', { reason: 'Sbagliato' });
    ports.clock.advance(14 * 86_400);
    await makePurge(ports)({ operation: 'purge', envelopeId: id });
    expect([...ports.documents.objects.keys()].filter((key) => key.includes(id))).toEqual([]);
  });
});
