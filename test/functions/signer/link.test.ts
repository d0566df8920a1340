import { beforeEach, describe, expect, it } from 'vitest';
import { makePurge } from '../../../functions/purge/purge.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import { HANDS } from '../../../shared/domain/fields/hand.ts';
import { handleOf, secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { mintLink } from '../../../shared/messages/mint-link.ts';
import { draft, revision, step } from '../../fixtures/envelope-steps.ts';
import { DIRECTOR, DOCUMENT } from '../../fixtures/sample-envelope.ts';
import {
  arrivedCode,
  Browser,
  completedEnvelope,
  confirmed,
  FIELDS,
  invitedLink,
  onClientsTurn,
  PARTNER,
  recordedTypes,
  SETTINGS,
  type SignerPorts,
  sentEnvelope,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

const DAY = 86_400;

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

const freshBrowser = () => new Browser(signerDoor(ports));
async function opened(which = link) {
  const fresh = freshBrowser();
  return fresh.open(which);
}

describe('a link', () => {
  it('opens the ceremony of its party, with nobody’s contact but a masked one', async () => {
    const { status, body } = await browser.open(link);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'open',
      envelopeId: id,
      company: 'Acme S.r.l.',
      sender: 'Giulia Bianchi',
      message: 'Grazie!',
      me: { id: 'd1', name: 'Maria Rossi', channel: 'm•••@example.com' },
    });
    expect(body.fields.map((field: { id: string }) => field.id)).toEqual(['ds']);
    expect(JSON.stringify(body)).not.toMatch(/maria\.rossi|zoe@|333123/);
  });

  it('says whom to ask only as far as the company wants', async () => {
    const { body } = await browser.open(link);
    for (const name of ['telephone', 'privacyNotice', 'senderAddress'])
      expect(body).not.toHaveProperty(name);
    const told = {
      telephone: '+39 051 555 0147',
      privacyNotice: 'https://acme.example/privacy',
      senderAddress: 'shown',
    } as const;
    const other = new Browser(signerDoor(ports, { ...SETTINGS, ...told }));
    expect((await other.open(link)).body).toMatchObject({
      ...told,
      senderAddress: expect.stringContaining('@'),
    });
  });

  it('offers the languages of the company, and every hand where none can write the name', async () => {
    const director = { ...DIRECTOR, name: '王伟' };
    id = await sentEnvelope(ports, PARTNER, FIELDS, director);
    const { body } = await browser.open(await invitedLink(ports, id, 'd1'));
    expect(body).toMatchObject({ languages: SETTINGS.languages, hands: HANDS });
  });

  it('leads to the privacy notice in the reader’s language, where the address has one', async () => {
    const privacyNotice = 'https://sign.acme.example/privacy/{language}';
    const other = new Browser(signerDoor(ports, { ...SETTINGS, privacyNotice }));
    expect((await other.open(link)).body.privacyNotice).toBe(
      'https://sign.acme.example/privacy/it',
    );
  });

  it('gives a session in a cookie that no script reads and no other site sends', async () => {
    const { result } = await browser.open(link);
    expect(result.cookies).toHaveLength(1);
    const [pair, ...attributes] = result.cookies![0]!.split('; ');
    expect(pair).toMatch(/^__Host-s-[0-9a-f]{8}=[\w-]{43}$/);
    expect(attributes).toEqual(
      expect.arrayContaining(['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict']),
    );
  });

  it('is recorded as opened once, with address and browser', async () => {
    await browser.open(link);
    await opened();
    const entries = (await ports.ledger.entries(id)).filter(({ type }) => type === 'opened');
    expect(entries).toHaveLength(1);
    expect(entries[0]!.actor).toEqual({
      kind: 'party',
      party: 'd1',
      address: '203.0.113.9',
      agent: 'vitest',
    });
  });

  it('is not used up: a mail scanner that runs the page takes nothing away', async () => {
    for (let scan = 0; scan < 20; scan++) expect((await opened()).status).toBe(200);
    await confirmed(ports, browser, link, 'email');
    expect((await browser.show()).body.confirmedUntil).toBeDefined();
  });

  it('opened again in the same browser keeps the confirmed session', async () => {
    await confirmed(ports, browser, link, 'email');
    const again = await browser.open(link);
    expect(again.body.confirmedUntil).toBe('2026-03-02T09:30:00.000Z');
    expect(ports.sessions.rows.size).toBe(1);
  });

  it('opened in another browser gives a session of its own, without the confirmation', async () => {
    await confirmed(ports, browser, link, 'email');
    expect((await opened()).body.confirmedUntil).toBeUndefined();
  });

  it('stays good beside the link of a reminder', async () => {
    const second = await invitedLink(ports, id, 'd1');
    expect(second).not.toBe(link);
    expect([(await opened(link)).status, (await opened(second)).status]).toEqual([200, 200]);
  });

  it('of one party and that of another share one browser', async () => {
    const both = signerPorts();
    const envelope = await onClientsTurn(both);
    const shared = new Browser(signerDoor(both));
    await shared.open(await invitedLink(both, envelope, 'c1'));
    const first = shared.handle;
    await shared.open(await invitedLink(both, envelope, 'c2'));
    expect((await shared.show()).body.me.id).toBe('c2');
    shared.handle = first;
    expect((await shared.show()).body.me.id).toBe('c1');
  });

  it('shows only that others sign first, while it is not the party’s turn', async () => {
    const { body } = await opened(await invitedLink(ports, id, 'c1'));
    expect(body.state).toBe('waiting');
    expect(body.documentSha256).toBeUndefined();
    expect(body.document).toBeUndefined();
  });

  it('shows nothing yet while the document is prepared', async () => {
    const early = await draft(ports);
    const deadline = '2026-03-16T09:00:00.000Z';
    await step(ports, early, 'document.accepted', DOCUMENT);
    const envelope = await step(ports, early, 'sent', { deadline });
    const url = await mintLink(ports, 'https://sign.test', envelope, envelope.parties[0]!);
    const { body } = await opened(url.split('#')[1]!);
    expect(body.state).toBe('waiting');
    expect(body.documentSha256).toBeUndefined();
  });

  it('is answered with the document’s address, which no later answer about the ceremony has', async () => {
    const { body } = await browser.open(link);
    expect(body.document).toEqual((await browser.document()).body);
    expect(body.document.sha256).toBe(body.documentSha256);
    expect((await browser.show()).body.document).toBeUndefined();
  });
});

describe('a party that may read no document is told why', () => {
  async function told(party: string, one = id) {
    const envelope = await ports.ledger.load(one);
    const of = envelope.parties.find((each) => each.id === party)!;
    const url = await mintLink(ports, 'https://sign.test', envelope, of);
    const reader = freshBrowser();
    await reader.open(url.split('#')[1]!);
    const { code, facts } = (await reader.document()).body;
    return { code, ...(facts && { facts }) };
  }

  it('others sign first', async () => {
    expect(await told('c1')).toEqual({ code: 'not_your_turn' });
  });

  it('it is prepared, or was until the deadline', async () => {
    const early = await draft(ports);
    await step(ports, early, 'document.accepted', DOCUMENT);
    await step(ports, early, 'sent', { deadline: '2026-03-16T09:00:00.000Z' });
    expect(await told('d1', early)).toEqual({ code: 'document_not_ready' });
    ports.clock.advance(14 * DAY);
    const expired = { code: 'envelope_closed', facts: { status: 'expired' } };
    expect(await told('d1', early)).toEqual(expired);
  });

  it('it could not be completed', async () => {
    await step(ports, id, 'failed', { stage: 'seal', code: 'x' });
    expect(await told('d1')).toEqual({ code: 'envelope_closed', facts: { status: 'failed' } });
  });
});

describe('every bad link answers alike', () => {
  function telling({ status, body }: Awaited<ReturnType<typeof opened>>) {
    const { requestId: _, ...rest } = body;
    return { status, rest };
  }
  const bad = { status: 404, rest: expect.objectContaining({ code: 'link_invalid' }) };

  it('unknown, cut short or revoked: 404 link_invalid, to the letter', async () => {
    const unknown = telling(await opened('A'.repeat(43)));
    const cut = telling(await opened(link.slice(0, 20)));
    await step(ports, id, 're-sent', { party: 'd1' });
    const revoked = telling(await opened());
    expect(unknown).toEqual(bad);
    expect(cut).toEqual(unknown);
    expect(revoked).toEqual(unknown);
  });

  it('nor does one whose envelope is forgotten; a service that is down is no bad link', async () => {
    ports.ledger.load = () => Promise.reject(new Refusal('envelope_unknown'));
    expect(telling(await opened())).toEqual(bad);
    ports.ledger.load = () => Promise.reject(new Error('down'));
    expect((await opened()).status).toBe(500);
  });

  it('a corrected contact revokes the links before it, and a new link works', async () => {
    const channel = { kind: 'email', address: 'new@example.com' } as const;
    await step(ports, id, 'contact.corrected', { party: 'd1', channel });
    expect(telling(await opened())).toEqual(bad);
    expect((await opened(await invitedLink(ports, id, 'd1'))).body.me.channel).toBe(
      'n•••@example.com',
    );
  });

  it('a session that began with a revoked link is over with it', async () => {
    await confirmed(ports, browser, link, 'email');
    await step(ports, id, 're-sent', { party: 'd1' });
    expect(telling(await browser.show())).toEqual(bad);
    expect(telling(await browser.sign(SIGNATURE))).toEqual(bad);
  });
});

const SIGNATURE = {
  documentSha256: '0'.repeat(64),
  signature: { method: 'typed', text: 'Maria Rossi', hand: 'caveat' },
};

describe('the deadline', () => {
  it('ends every act at that instant, also before the workflow has recorded it', async () => {
    await confirmed(ports, browser, link, 'email');
    ports.clock.set('2026-03-16T08:59:59.000Z');
    await browser.open(link);
    await browser.sendCode();
    await browser.confirm(arrivedCode(ports, 'email'));
    ports.clock.set('2026-03-16T09:00:00.000Z');
    expect((await browser.show()).body.state).toBe('expired');
    for (const refused of [
      await browser.sendCode(),
      await browser.confirm('123456'),
      await browser.sign(SIGNATURE),
      await browser.decline('no'),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: { code: 'envelope_closed' } });
    }
    expect(await recordedTypes(ports, id)).not.toContain('signed');
  });

  it('leaves links that say so: expired, declined and voided are states, not errors', async () => {
    await step(ports, id, 'expired', {});
    expect((await opened()).body).toMatchObject({
      state: 'expired',
      removedAt: '2026-03-16T09:00:00.000Z',
    });
  });
});

describe('the document of an envelope that stopped', () => {
  let seen: Browser;
  let unseen: string;

  /** The director has signed, both clients are invited, and one of them has opened the document. */
  beforeEach(async () => {
    ports = signerPorts();
    id = await onClientsTurn(ports);
    seen = new Browser(signerDoor(ports));
    await seen.open(await invitedLink(ports, id, 'c1'));
    unseen = await invitedLink(ports, id, 'c2');
  });

  it.each([
    ['declined', { party: 'c1', reason: 'No' }],
    ['voided', { reason: 'No' }],
    ['expired', {}],
  ] as const)('is there as its party had it in view, until its removal: %s', async (type, data) => {
    await step(ports, id, type, data as never);
    const shown = revision(id, 1);
    const { documentSha256 } = (await seen.show()).body;
    expect(documentSha256).toBe(shown.sha256);
    const { status, body } = await seen.document();
    expect([status, body.sha256]).toEqual([200, shown.sha256]);
    expect(body.url).toContain(shown.key);
    ports.clock.advance(14 * DAY);
    expect((await seen.document()).body.code).toMatch(/document_removed|session_/);
  });

  it('is there from the deadline on, also before that is recorded', async () => {
    ports.clock.set('2026-03-16T08:59:00.000Z');
    const late = new Browser(signerDoor(ports));
    await late.open(unseen);
    ports.clock.set('2026-03-16T09:00:00.000Z');
    const { body, status } = await late.document();
    expect([status, body.sha256]).toEqual([200, revision(id, 1).sha256]);
  });

  it('is not there for who never looked', async () => {
    await step(ports, id, 'voided', { reason: 'No' });
    const never = new Browser(signerDoor(ports));
    expect((await never.open(unseen)).body.documentSha256).toBeUndefined();
    expect(await never.document()).toMatchObject({
      status: 409,
      body: { code: 'envelope_closed', facts: { status: 'voided' } },
    });
  });

  it('is not there where the document itself failed', async () => {
    await step(ports, id, 'failed', { stage: 'seal', code: 'x' });
    expect((await seen.document()).status).toBe(409);
  });
});

describe('the removal after 14 days', () => {
  let done: Browser;
  let doneLink: string;

  beforeEach(async () => {
    ports = signerPorts();
    id = await completedEnvelope(ports);
    doneLink = await invitedLinkOfDelivery();
    done = new Browser(signerDoor(ports));
    await done.open(doneLink);
  });

  it('gives the signed document until the last second', async () => {
    ports.clock.advance(14 * DAY - 1);
    await done.open(doneLink);
    const { status, body } = await done.download();
    expect(status).toBe(200);
    expect(body.url).toContain(`closed/${id}/signed.pdf`);
    expect(body.fileName).toBe('Contratto di fornitura (firmato).pdf');
  });

  it('refuses from that second on, with the date, though the files still lie there', async () => {
    ports.clock.advance(14 * DAY);
    const gone = {
      status: 410,
      body: { code: 'document_removed', facts: { at: '2026-03-16T09:00:00.000Z' } },
    };
    expect(await opened(doneLink)).toMatchObject(gone);
    ports.clock.advance(-60);
    await done.open(doneLink);
    ports.clock.advance(60);
    for (const refused of [await done.show(), await done.download(), await done.document()])
      expect(refused).toMatchObject(gone);
    expect(await ports.documents.size(`closed/${id}/signed.pdf`)).toBeDefined();
  });

  it('answers so for 30 days more, and then no longer knows the link', async () => {
    ports.clock.advance(14 * DAY);
    await makePurge(ports)({ operation: 'purge', envelopeId: id });
    expect((await opened(doneLink)).body.code).toBe('document_removed');
    ports.clock.advance(30 * DAY - 1);
    expect((await opened(doneLink)).status).toBe(410);
    ports.clock.advance(1);
    expect(await opened(doneLink)).toMatchObject({ status: 404, body: { code: 'link_invalid' } });
  });

  async function invitedLinkOfDelivery(): Promise<string> {
    const envelope = await ports.ledger.load(id);
    const url = await mintLink(ports, 'https://sign.test', envelope, envelope.parties[0]!);
    return url.split('#')[1]!;
  }
});

describe('a session', () => {
  it('is needed for everything but the exchange', async () => {
    await browser.open(link);
    browser.cookies.clear();
    for (const refused of [
      await browser.show(),
      await browser.sendCode(),
      await browser.download(),
    ])
      expect(refused).toMatchObject({ status: 401, body: { code: 'session_missing' } });
  });

  it('of a made-up secret is none', async () => {
    await browser.open(link);
    for (const name of browser.cookies.keys()) browser.cookies.set(name, 'B'.repeat(43));
    expect(await browser.show()).toMatchObject({ status: 401, body: { code: 'session_missing' } });
  });

  it('of another link, put in this one’s place, is not taken for its own', async () => {
    await browser.open(await invitedLink(ports, id, 'c2'));
    const theirs = [...browser.cookies.values()][0]!;
    browser.cookies.set(`__Host-s-${handleOf(secretSha256(link))}`, theirs);
    await browser.open(link);
    expect((await browser.show()).body.me.id).toBe('d1');
  });

  it.each([
    ['another envelope', async () => invitedLink(ports, await sentEnvelope(ports), 'd1')],
    ['an earlier invitation', async () => link],
  ])('of %s, put in this one’s place, is not taken for its own', async (_, other) => {
    await browser.open(await other());
    const theirs = [...browser.cookies.values()][0]!;
    await step(ports, id, 're-sent', { party: 'd1' });
    const own = await invitedLink(ports, id, 'd1');
    browser.cookies.set(`__Host-s-${handleOf(secretSha256(own))}`, theirs);
    await browser.open(own);
    expect((await browser.show()).body.envelopeId).toBe(id);
  });

  it('ends after twelve hours, whatever the table still holds', async () => {
    await browser.open(link);
    ports.clock.advance(12 * 3600 - 1);
    expect((await browser.show()).status).toBe(200);
    ports.clock.advance(1);
    expect(await browser.show()).toMatchObject({ status: 401, body: { code: 'session_expired' } });
    expect((await browser.open(link)).status).toBe(200);
    expect((await browser.show()).status).toBe(200);
  });

  it('is shown only what was in the answer’s contract, and looking records nothing', async () => {
    await browser.open(link);
    const before = await recordedTypes(ports, id);
    await browser.show();
    await browser.document();
    expect(await recordedTypes(ports, id)).toEqual(before);
  });
});
