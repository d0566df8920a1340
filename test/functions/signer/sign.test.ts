import { PNG } from 'pngjs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { drawingsOf, Submission } from '../../../shared/contract/submission.ts';
import type { Field } from '../../../shared/domain/fields/field.ts';
import { HANDS } from '../../../shared/domain/fields/hand.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { mintLink } from '../../../shared/messages/mint-link.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  completedEnvelope,
  confirmed,
  FIELDS,
  invitedLink,
  mayDecline,
  onClientsTurn,
  recordedTypes,
  type SignerPorts,
  sentEnvelope,
  signedStep,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;
let shown: string;

async function beginAnew(): Promise<void> {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  shown = revision(id, 1).sha256;
  await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
}

beforeEach(beginAnew);

function png(width: number, height: number): Buffer {
  const image = new PNG({ width, height });
  image.data.fill(0x80);
  return PNG.sync.write(image);
}

/** A browser's presigned POST to the bucket. */
async function uploaded(bytes: Uint8Array, kind = 'signature'): Promise<string> {
  const { body } = await browser.upload(kind);
  await ports.documents.put(body.fields.key, bytes, { contentType: 'image/png' });
  return body.upload;
}

const SIGNED_AT = '2026-03-02T09:00:00.000Z';
const VALUES = { ct: 'Łódź, Αθήνα, Москва', ck: true };
const typed = { method: 'typed', text: 'Luca Verdi', hand: 'caveat' } as const;

async function complete(more: object = {}): Promise<object> {
  const stamp = { upload: await uploaded(png(20, 20), 'stamp') };
  return { documentSha256: shown, values: VALUES, signature: typed, stamp, ...more };
}

const signedEntries = async () =>
  (await ports.ledger.entries(id)).filter(
    (entry): entry is Entry<'signed'> => entry.type === 'signed' && entry.data.party === 'c1',
  );

async function submission() {
  const { key, sha256: hash } = (await signedEntries())[0]!.data.submission;
  const bytes = (await ports.documents.get(key))!.bytes;
  expect(sha256(bytes)).toBe(hash);
  expect(key).toBe(`open/${id}/submissions/c1-${hash}.json`);
  return Submission.parse(JSON.parse(Buffer.from(bytes).toString()));
}

async function expectRefused(input: object, status: number, code: string, facts?: object) {
  const answer = await browser.sign(input);
  expect(answer).toMatchObject({ status, body: { code, ...(facts && { facts }) } });
  expect(await signedEntries()).toHaveLength(0);
}

describe('a party signs', () => {
  it('once confirmed, and the ledger says by whom, how, and what was handed in', async () => {
    ports.clock.advance(10);
    const answer = await browser.sign(await complete());
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'signed', signedAt: '2026-03-02T09:00:10.000Z' },
    });
    const [entry] = await signedEntries();
    expect(entry).toMatchObject({
      actor: { kind: 'party', party: 'c1', address: '203.0.113.9', agent: 'vitest' },
      data: {
        documentSha256: shown,
        method: 'typed',
        stamp: true,
        confirmation: {
          channel: '+39 ••• ••• 4567',
          codeSentAt: '2026-03-02T09:00:00.000Z',
          confirmedAt: '2026-03-02T09:00:00.000Z',
        },
      },
    });
    expect(JSON.stringify(entry)).not.toContain('Łódź');
  });

  it('hands in its values and a drawing for each signature, initials and stamp', async () => {
    await browser.sign(await complete({ values: { ...VALUES, cd: '2026-11-24', co: 'mensile' } }));
    const stored = await submission();
    expect(stored.values).toEqual({ ...VALUES, cd: '2026-11-24', co: 'mensile' });
    const drawings = drawingsOf(stored);
    expect(Object.keys(drawings).sort()).toEqual(['ci', 'cs', 'cx']);
    expect(drawings.cs).toMatchObject({ width: 160, height: 60 });
    expect(drawings.cs!.items.every(({ kind }) => kind === 'path')).toBe(true);
    expect(drawings.ci!.items).toHaveLength(2);
    expect(drawings.cx!.items[0]).toMatchObject({ kind: 'image', image: { width: 20 } });
  });

  it('in the hand that it chose, its initials as well', async () => {
    async function inHand(hand: string) {
      await beginAnew();
      expect((await browser.sign(await complete({ signature: { ...typed, hand } }))).status).toBe(
        200,
      );
      const { cs, ci } = drawingsOf(await submission());
      return [cs, ci].map((drawing) => JSON.stringify(drawing!.items));
    }
    const drawn = [];
    for (const hand of HANDS) drawn.push(await inHand(hand));
    expect(new Set(drawn.map(([signature]) => signature)).size).toBe(HANDS.length);
    expect(new Set(drawn.map(([, initials]) => initials)).size).toBe(HANDS.length);
  });

  it.each(['drawn', 'image'])('with a picture as well (%s)', async (method) => {
    const signature = { method, upload: await uploaded(png(60, 20)) };
    expect((await browser.sign(await complete({ signature }))).status).toBe(200);
    expect((await signedEntries())[0]!.data.method).toBe(method);
    expect(drawingsOf(await submission()).cs).toMatchObject({ width: 60, height: 20 });
  });

  it('once: anything else the second time is told when it signed', async () => {
    const input = await complete();
    const stranger = new Browser(signerDoor(ports));
    await stranger.open(await invitedLink(ports, id, 'c1'));
    await browser.sign(input);
    ports.clock.advance(60);
    const refused = { status: 409, body: { code: 'already_signed', facts: { at: SIGNED_AT } } };
    const other = { ...input, values: { ...VALUES, ct: 'altro' } };
    expect(await browser.sign(other)).toMatchObject(refused);
    expect(await stranger.sign(input)).toMatchObject(refused);
    expect(await signedEntries()).toHaveLength(1);
  });

  it('and is told again that it has, when the answer was lost, also after the end', async () => {
    const input = await complete();
    const first = await browser.sign(input);
    const done = { status: 200, body: { state: 'signed', signedAt: SIGNED_AT } };
    expect(first).toMatchObject(done);
    ports.clock.advance(60);
    expect(await browser.sign(input)).toMatchObject(done);
    await step(ports, id, 'voided', { reason: 'Sbagliato' });
    ports.clock.advance(3600);
    expect(await browser.sign(input)).toMatchObject(done);
    expect(await signedEntries()).toHaveLength(1);
  });

  it('once also when two requests meet', async () => {
    const input = await complete();
    const answers = await Promise.all([1, 2, 3].map(() => browser.sign(input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await signedEntries()).toHaveLength(1);
  });

  it('after a code whose use was recorded nowhere but in storage: it is recorded first', async () => {
    const input = await complete();
    ports.clock.advance(60);
    await browser.sendCode();
    const code = arrivedCode(ports, 'sms');
    const { change } = ports.ledger;
    ports.ledger.change = async (envelope, by, decide) =>
      change.call(ports.ledger, envelope, by, (current) => {
        const entry = decide(current);
        if (entry?.type === 'code.right') throw new Error('crash');
        return entry;
      });
    expect((await browser.confirm(code)).status).toBe(500);
    ports.ledger.change = change;
    const before = await recordedTypes(ports, id);
    expect((await browser.sign(input)).status).toBe(200);
    expect(await recordedTypes(ports, id)).toEqual([...before, 'code.right', 'signed']);
  });

  it('the document that its turn was shown, though a neighbour signed meanwhile', async () => {
    await signedStep(ports, id, 'c2', 1);
    await step(ports, id, 'appended', { party: 'c2', revision: revision(id, 2) });
    expect((await browser.show()).body.documentSha256).toBe(shown);
    expect((await browser.document()).body).toMatchObject({ sha256: shown });
    expect((await browser.sign(await complete())).status).toBe(200);
  });
});

describe('no signature', () => {
  it('without a right code in that session', async () => {
    const input = await complete();
    const other = new Browser(signerDoor(ports));
    await other.open(await invitedLink(ports, id, 'c1'));
    expect(await other.sign(input)).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    });
    expect(await signedEntries()).toHaveLength(0);
  });

  it('thirty minutes after the code', async () => {
    const input = await complete();
    ports.clock.advance(30 * 60);
    await expectRefused(input, 403, 'confirmation_required');
  });

  it('of another document than the one that was shown', async () => {
    const documentSha256 = revision(id, 0).sha256;
    await expectRefused(await complete({ documentSha256 }), 409, 'document_changed');
  });

  it('of a client before the director', async () => {
    id = await sentEnvelope(ports);
    await browser.open(await invitedLink(ports, id, 'c1'));
    await expectRefused(
      { documentSha256: revision(id, 0).sha256, values: VALUES, signature: typed },
      409,
      'not_your_turn',
    );
  });

  it('in an envelope that was voided under the signer’s hands', async () => {
    const input = await complete();
    await step(ports, id, 'voided', { reason: 'errore' });
    await expectRefused(input, 409, 'envelope_closed', { status: 'voided' });
    expect((await browser.show()).body.state).toBe('voided');
    expect((await browser.document()).status).toBe(200);
  });
});

describe('a refused value loses nothing and names its field', () => {
  const withValues = async (values: object) => complete({ values: { ...VALUES, ...values } });

  it('a required field left empty', async () => {
    await expectRefused(await withValues({ ct: '  ' }), 422, 'field_missing', { field: 'ct' });
    await expectRefused(await withValues({ ck: false }), 422, 'field_missing', { field: 'ck' });
    expect((await browser.sign(await complete())).status).toBe(200);
  });

  it('a value of the wrong kind', async () => {
    for (const [field, value] of [
      ['cn', 'dodici'],
      ['cd', '2026-02-30'],
      ['co', 'settimanale'],
      ['ck', 'sì'],
    ] as const) {
      const input = await withValues({ [field]: value });
      await expectRefused(input, 422, 'field_kind', { field });
    }
  });

  it('a text too long for anything, and one too long for its box', async () => {
    await expectRefused(await withValues({ ct: 'a'.repeat(2001) }), 422, 'field_too_long', {
      field: 'ct',
    });
    await expectRefused(await withValues({ ct: 'Wagen '.repeat(40) }), 422, 'value_too_long', {
      field: 'ct',
    });
  });

  it('a character that the document’s font lacks', async () => {
    await expectRefused(await withValues({ ct: '漢字' }), 422, 'text_not_covered', {
      field: 'ct',
      character: '漢',
    });
    await expectRefused(
      await complete({ signature: { ...typed, text: '漢字' } }),
      422,
      'text_not_covered',
    );
  });

  it('a field of someone else’s, of nobody’s, or a mark sent as a value', async () => {
    await expectRefused(await withValues({ pt: 'x' }), 403, 'field_not_yours');
    await expectRefused(await withValues({ zz: 'x' }), 400, 'field_unknown');
    await expectRefused(await withValues({ cs: 'x' }), 400, 'field_unknown');
  });
});

describe('a refused picture', () => {
  const drawn = async (bytes: Uint8Array) =>
    complete({ signature: { method: 'drawn', upload: await uploaded(bytes) } });

  it('an SVG, whatever type it was sent as', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    await expectRefused(await drawn(svg), 422, 'image_type');
  });

  it('more than 5 MiB', async () => {
    const picture = png(10, 10);
    const room = Buffer.alloc(5 * 1024 * 1024 - picture.length + 1);
    const tooLarge = await drawn(Buffer.concat([picture, room]));
    const read = vi.spyOn(ports.documents, 'get');
    const facts = { bytes: 5 * 1024 * 1024 + 1, maxBytes: 5 * 1024 * 1024 };
    await expectRefused(tooLarge, 422, 'image_too_large', facts);
    expect(read.mock.calls.flat().join()).not.toContain('/marks/');
    const most = await browser.sign(await drawn(Buffer.concat([picture, room.subarray(1)])));
    expect(most.status).toBe(200);
  });

  it('more than 16 million pixels, by what its header claims, before it is decoded', async () => {
    const bomb = png(10, 10);
    bomb.writeUInt32BE(16_000_001, 16);
    bomb.writeUInt32BE(1, 20);
    await expectRefused(await drawn(bomb), 422, 'image_too_large');
  });

  it('a damaged one', async () => {
    await expectRefused(await drawn(png(40, 40).subarray(0, 60)), 422, 'image_damaged');
  });

  it('one that was never uploaded, or by someone else', async () => {
    const signature = { method: 'drawn', upload: 'A'.repeat(22) };
    await expectRefused(await complete({ signature }), 409, 'upload_missing');
    const stolen = 'B'.repeat(22);
    await ports.documents.put(`open/${id}/marks/c2/${stolen}`, png(9, 9), {
      contentType: 'image/png',
    });
    const theirs = { method: 'drawn', upload: stolen };
    await expectRefused(await complete({ signature: theirs }), 409, 'upload_missing');
  });

  it('a stamp that was asked for and is not there', async () => {
    await expectRefused(await complete({ stamp: undefined }), 422, 'stamp_missing');
  });

  it('a picture on which nothing was drawn', async () => {
    const white = new PNG({ width: 30, height: 20 });
    white.data.fill(255);
    for (const blank of [new PNG({ width: 30, height: 20 }), white])
      await expectRefused(await drawn(PNG.sync.write(blank)), 422, 'signature_blank');
  });

  it('a typed signature that nobody can see', async () => {
    const signature = { ...typed, text: '\u200b\u200d' };
    await expectRefused(await complete({ signature }), 422, 'signature_missing');
  });

  it.each(['.', '1234', 'Luca\nVerdi', '—', '\u3164.'])(
    'a typed signature that is no name: %j',
    async (text) => {
      const signature = { ...typed, text };
      await expectRefused(await complete({ signature }), 422, 'signature_unreadable');
      await expectRefused(await complete({ initials: signature }), 422, 'signature_unreadable');
    },
  );

  it('a hand that is not offered', async () => {
    const signature = { ...typed, hand: 'comic' };
    await expectRefused(await complete({ signature }), 400, 'malformed');
  });
});

describe('an upload', () => {
  it('is offered to nobody who has not entered a code', async () => {
    const stranger = new Browser(signerDoor(ports));
    await stranger.open(await invitedLink(ports, id, 'c1'));
    expect((await stranger.upload('signature')).body.code).toBe('confirmation_required');
  });

  it('is one picture of one type under a key of the party’s own', async () => {
    const { status, body } = await browser.upload('stamp');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      upload: expect.stringMatching(/^[\w-]{22}$/),
      maxBytes: 5 * 1024 * 1024,
      fields: { key: `open/${id}/marks/c1/${body.upload}`, 'Content-Type': 'image/png' },
    });
  });

  it('of an SVG is not even offered', async () => {
    const ask = { kind: 'stamp', contentType: 'image/svg+xml' };
    expect((await browser.ask('POST /api/sign/{handle}/upload', ask)).status).toBe(400);
  });
});

describe('declining', () => {
  it('ends the envelope with the reason', async () => {
    ports.clock.advance(60);
    await mayDecline(ports, browser, 'sms');
    expect(await browser.decline('  Il prezzo è un altro.  ')).toMatchObject({
      status: 200,
      body: { state: 'declined', removedAt: '2026-03-16T09:01:00.000Z', declinedBy: 'c1' },
    });
    const last = (await ports.ledger.entries(id)).at(-1);
    expect(last).toMatchObject({
      type: 'declined',
      data: {
        party: 'c1',
        reason: 'Il prezzo è un altro.',
        confirmation: {
          channel: '+39 ••• ••• 4567',
          codeSentAt: '2026-03-02T09:01:00.000Z',
          confirmedAt: '2026-03-02T09:01:00.000Z',
        },
      },
    });
    const input = { documentSha256: shown, values: VALUES, signature: typed };
    expect(await browser.sign(input)).toMatchObject({
      status: 409,
      body: { code: 'envelope_closed', facts: { status: 'declined' } },
    });
  });

  it('takes a code to decline: with none, or one to sign, nothing happens', async () => {
    const stranger = new Browser(signerDoor(ports));
    await stranger.open(await invitedLink(ports, id, 'c1'));
    for (const each of [stranger, browser])
      expect(await each.decline('no')).toMatchObject({
        status: 403,
        body: { code: 'confirmation_required' },
      });
    expect(await recordedTypes(ports, id)).not.toContain('declined');
  });

  it('takes no consent', async () => {
    const partner = new Browser(signerDoor(ports));
    await partner.open(await invitedLink(ports, id, 'c2'));
    await mayDecline(ports, partner, 'email');
    expect((await partner.show()).body.declineUntil).toBe('2026-03-02T09:30:00.000Z');
    expect((await partner.decline('no')).body.state).toBe('declined');
  });

  it('asked for again, since the answer was lost, is answered as done', async () => {
    ports.clock.advance(60);
    await mayDecline(ports, browser, 'sms');
    await browser.decline('no');
    expect(await browser.decline('no')).toMatchObject({ status: 200, body: { state: 'declined' } });
    const types = await recordedTypes(ports, id);
    expect(types.filter((type) => type === 'declined')).toHaveLength(1);
  });

  it('takes what was filled in out of sight, and signing a code of its own again', async () => {
    const input = await complete();
    await browser.draft(VALUES);
    ports.clock.advance(60);
    await mayDecline(ports, browser, 'sms');
    expect((await browser.show()).body).toMatchObject({ values: {} });
    expect((await browser.show()).body.confirmedUntil).toBeUndefined();
    await expectRefused(input, 403, 'confirmation_required');
  });

  it('needs a reason', async () => {
    expect((await browser.decline('   ')).status).toBe(400);
    expect(await recordedTypes(ports, id)).not.toContain('declined');
  });

  it('is over once signed', async () => {
    await browser.sign(await complete());
    expect((await browser.decline('no')).body.code).toBe('already_signed');
  });
});

describe('a stamp', () => {
  const withStamp = (change: (stamp: Field) => Field[]) =>
    FIELDS.flatMap((field) => (field.id === 'cx' ? change(field) : [field]));
  async function turnWith(fields: readonly Field[]) {
    id = await onClientsTurn(ports, undefined, fields);
    shown = revision(id, 1).sha256;
    await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
  }
  const optional = withStamp((stamp) => [{ ...stamp, required: false }]);

  it('that may be left out is drawn nowhere then, and the ledger claims none', async () => {
    await turnWith(optional);
    expect((await browser.sign(await complete({ stamp: undefined }))).status).toBe(200);
    expect(Object.keys((await submission()).drawings).sort()).toEqual(['ci', 'cs']);
    expect((await signedEntries())[0]!.data.stamp).toBe(false);
  });

  it('that may be left out is drawn where it was put all the same', async () => {
    await turnWith(optional);
    await browser.sign(await complete());
    expect((await submission()).drawings).toHaveProperty('cx');
    expect((await signedEntries())[0]!.data.stamp).toBe(true);
  });

  it('is asked for if it must be put in one place of several', async () => {
    await turnWith(
      withStamp((stamp) => [
        { ...stamp, required: false },
        { ...stamp, id: 'cy', page: 1 },
      ]),
    );
    await expectRefused(await complete({ stamp: undefined }), 422, 'stamp_missing');
    await browser.sign(await complete());
    expect(Object.keys((await submission()).drawings).sort()).toEqual(['ci', 'cs', 'cx', 'cy']);
  });

  it('that nobody asked for goes nowhere, and the ledger claims none', async () => {
    await turnWith(withStamp(() => []));
    await browser.sign(await complete());
    expect((await submission()).drawings).not.toHaveProperty('cx');
    expect((await signedEntries())[0]!.data.stamp).toBe(false);
  });
});

describe('the download', () => {
  it('waits for a signature', async () => {
    expect(await browser.download()).toMatchObject({
      status: 409,
      body: { code: 'not_completed' },
    });
  });

  it('then shows and gives the sealed file', async () => {
    id = await completedEnvelope(ports);
    const envelope = await ports.ledger.load(id);
    const url = await mintLink(ports, 'https://x.test', envelope, envelope.parties[1]!);
    const { body } = await browser.open(url.split('#')[1]!);
    expect(body).toMatchObject({
      state: 'completed',
      verifyUrl: `https://verify.acme.example/v/${id}`,
    });
    expect((await browser.document()).body).toMatchObject({ sha256: revision(id, 4).sha256 });
    expect((await browser.download()).body.url).toContain(`closed/${id}/signed.pdf`);
  });
});
