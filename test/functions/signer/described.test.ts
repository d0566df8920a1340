import { beforeEach, describe, expect, it } from 'vitest';
import { makeCountTexts } from '../../../functions/sender/texts/count-texts.ts';
import { SESSION_SECONDS } from '../../../functions/signer/session/session-cookie.ts';
import { PRESIGNED_SECONDS } from '../../../shared/contract/presigned.ts';
import { DAILY_LIMITS, LIMITS } from '../../../shared/domain/limits.ts';
import { handleOf, secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { mintLink } from '../../../shared/messages/mint-link.ts';
import { draft, step } from '../../fixtures/envelope-steps.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS, OWNER } from '../../fixtures/sample-envelope.ts';
import {
  Browser,
  completedEnvelope,
  confirmed,
  invitedLink,
  onClientsTurn,
  SETTINGS,
  type SignerPorts,
  sentEnvelope,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

const OPENED = '2026-03-02T09:00:00.000Z';

let ports: SignerPorts;
let browser: Browser;

beforeEach(() => {
  ports = signerPorts();
  browser = new Browser(signerDoor(ports));
});

const described = async (id: string, party: string) =>
  (await browser.open(await invitedLink(ports, id, party))).body;

/** As the notice of completion has it. */
async function mintedLink(id: string) {
  const envelope = await ports.ledger.load(id);
  const url = await mintLink(ports, 'https://sign.test', envelope, envelope.parties[0]!);
  return url.split('#')[1]!;
}

describe('a page is told', () => {
  it('until when one may sign, and how many pages the document has with its certificate', async () => {
    const body = await described(await sentEnvelope(ports), 'd1');
    expect(body).toMatchObject({ deadline: '2026-03-16T09:00:00.000Z', pages: 2 });
  });

  it('of no pages while the document is prepared', async () => {
    const id = await draft(ports);
    await step(ports, id, 'document.accepted', DOCUMENT);
    await step(ports, id, 'placed', { fields: FIELDS });
    await step(ports, id, 'sent', { deadline: '2026-03-16T09:00:00.000Z' });
    const { body } = await browser.open(await mintedLink(id));
    expect(body.state).toBe('waiting');
    expect(body).not.toHaveProperty('pages');
  });

  it('what it was filled in with until the deadline, though its code still stands', async () => {
    const id = await onClientsTurn(ports);
    ports.clock.advance(14 * 86_400 - 60);
    await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
    await browser.draft({ ct: 'Roma' });
    expect((await browser.show()).body.values).toEqual({ ct: 'Roma' });
    ports.clock.advance(60);
    const { state, values } = (await browser.show()).body;
    expect({ state, values }).toEqual({ state: 'expired', values: {} });
  });

  it('who has signed when, and of nobody else that they did', async () => {
    const { parties } = await described(await onClientsTurn(ports), 'c1');
    expect(parties.map((party: { signedAt?: string }) => party.signedAt)).toEqual([
      OPENED,
      undefined,
      undefined,
    ]);
  });

  it('what may be chosen, and of other fields nothing to choose', async () => {
    const { fields } = await described(await onClientsTurn(ports), 'c1');
    const options = new Map(
      fields.map((field: { id: string; options?: string[] }) => [field.id, field.options]),
    );
    expect(options.get('co')).toEqual(['mensile', 'annuale']);
    expect(options.get('ct')).toBeUndefined();
  });

  it('the hands that can write its name, and not those that cannot', async () => {
    const director = { ...DIRECTOR, name: 'Đặng Thị Hà' };
    const id = await sentEnvelope(ports, undefined, undefined, director);
    expect((await described(id, 'd1')).hands).toEqual(ports.pdf.handsFor(director.name));
  });
});

describe('the document’s address', () => {
  const query = (url: string) => Object.fromEntries(new URL(url).searchParams);
  const expiresAt = new Date(Date.parse(OPENED) + PRESIGNED_SECONDS * 1000).toISOString();

  it('shows the revision in the page, under the title, while it is good', async () => {
    const { document } = await described(await sentEnvelope(ports), 'd1');
    expect(query(document.url)).toEqual({ name: 'Contratto di fornitura.pdf', inline: 'true' });
    expect(document.expiresAt).toBe(expiresAt);
  });

  it('shows the sealed file under the title too, and gives it as the signed one', async () => {
    const id = await completedEnvelope(ports);
    const { document } = (await browser.open(await mintedLink(id))).body;
    const { url } = (await browser.download()).body;
    expect(query(document.url)).toEqual({ name: 'Contratto di fornitura.pdf', inline: 'true' });
    expect(query(url)).toEqual({ name: 'Contratto di fornitura (firmato).pdf', inline: 'false' });
  });
});

describe('a session', () => {
  it('is kept for a day longer than it lasts, so that it is told that it is over', async () => {
    await described(await sentEnvelope(ports), 'd1');
    const secret = [...browser.cookies.values()][0]!;
    ports.clock.advance(SESSION_SECONDS + 86_400 - 1);
    expect(await ports.sessions.find(secretSha256(secret))).toBeDefined();
    ports.clock.advance(1);
    expect(await ports.sessions.find(secretSha256(secret))).toBeUndefined();
  });

  it('of the same party of another envelope, put in this one’s place, is not taken for its own', async () => {
    const [id, other] = [await sentEnvelope(ports), await sentEnvelope(ports)];
    await browser.open(await invitedLink(ports, other, 'd1'));
    const theirs = [...browser.cookies.values()][0]!;
    const link = await invitedLink(ports, id, 'd1');
    browser.cookies.set(`__Host-s-${handleOf(secretSha256(link))}`, theirs);
    await browser.open(link);
    expect((await browser.show()).body.envelopeId).toBe(id);
  });

  it('of a party counts against no other party, nor against that party of another envelope', async () => {
    const [id, other] = [await sentEnvelope(ports), await sentEnvelope(ports)];
    const link = await invitedLink(ports, id, 'd1');
    const links = [await invitedLink(ports, id, 'c2'), await invitedLink(ports, other, 'd1')];
    const open = async (one: string) => (await new Browser(signerDoor(ports)).open(one)).status;
    for (let opening = 0; opening < LIMITS.open.perHour; opening++) await open(link);
    expect(await open(link)).toBe(429);
    for (const one of links) expect(await open(one)).toBe(200);
  });
});

describe('a session too many', () => {
  const { perHour, perDay } = LIMITS.open;

  it.each([
    ['an hour', perHour, 0],
    ['a day', perDay, 60],
  ])('in %s is refused by the name of what was too much', async (_, most, pause) => {
    const link = await invitedLink(ports, await sentEnvelope(ports), 'd1');
    const open = () => new Browser(signerDoor(ports)).open(link);
    for (let opening = 0; opening < most; opening++) {
      expect((await open()).status).toBe(200);
      ports.clock.advance(pause);
    }
    expect(await open()).toMatchObject({
      status: 429,
      body: { code: 'too_many', facts: { act: 'open' } },
    });
  });
});

describe('text messages with codes', () => {
  const settings = { ...SETTINGS, limits: { textMessages: 2 } };
  const tooMany = { status: 429, body: { code: 'too_many', facts: { act: 'text_message' } } };

  async function askedTwice(party: string) {
    const reader = new Browser(signerDoor(ports, settings));
    await reader.open(await invitedLink(ports, id, party));
    await reader.shown();
    await reader.consent();
    const first = await reader.sendCode();
    ports.clock.advance(600);
    return [first, await reader.sendCode()];
  }
  let id: string;

  beforeEach(async () => {
    id = await onClientsTurn(ports);
  });

  it('are counted with the invitations of the company in a day', async () => {
    const count = makeCountTexts(ports, { ...DAILY_LIMITS, textMessages: 2, codeReserve: 1 });
    await count(
      { ...OWNER, emailVerified: true, isAdministrator: false },
      [CLIENT.channel],
      async () => {},
    );
    expect(await askedTwice('c1')).toMatchObject([{ status: 200 }, tooMany]);
  });

  it('leave codes by e-mail alone', async () => {
    await askedTwice('c1');
    expect(await askedTwice('c2')).toMatchObject([{ status: 200 }, { status: 200 }]);
  });
});
