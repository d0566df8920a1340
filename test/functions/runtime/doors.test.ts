import { beforeEach, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../shared/aws/documents/content-disposition.ts';
import { SIGNER_ROUTES } from '../../../shared/contract/api/routes.ts';
import { parsed } from '../../../shared/contract/parsed.ts';
import {
  ContactInput,
  EnvelopeInput,
  UploadInput,
} from '../../../shared/contract/sender/sender-inputs.ts';
import { chainFault } from '../../../shared/domain/ledger/ledger.ts';
import type { HttpHandler } from '../../../shared/runtime/http-pipeline.ts';
import { httpEvent, lambdaContext } from '../../fixtures/http-event.ts';
import {
  Browser,
  confirmed,
  invitedLink,
  onClientsTurn,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let door: HttpHandler;
let browser: Browser;
let id: string;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  door = signerDoor(ports);
  browser = new Browser(door);
  await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
});

const BEARING_SESSIONS = Object.entries(SIGNER_ROUTES).filter(([, name]) => name !== 'exchange');

async function ask(routeKey: string, body: string, cookies: readonly string[] = []) {
  const path = { handle: cookies.length > 0 ? browser.handle : '00000000' };
  const { statusCode, body: text = '' } = await door(
    httpEvent(routeKey, { body, path, cookies }),
    lambdaContext,
  );
  return { status: statusCode, text, body: JSON.parse(text) };
}

const cookies = () => [...browser.cookies].map(([name, value]) => `${name}=${value}`);

describe('without a session', () => {
  it.each(BEARING_SESSIONS)('%s reads no body', async (routeKey) => {
    for (const body of ['{', '{"admin":1}', `{"reason":"a${'\u0301'.repeat(3_000)}"}`])
      expect((await ask(routeKey, body)).status).toBe(401);
  });

  it('a body of many keys, or of marks that take long to put in order, is refused by its size', async () => {
    const keys = Object.fromEntries(Array.from({ length: 150_000 }, (_, key) => [`k${key}`, 1]));
    const marks = `a${'\u0301'.repeat(100_000)}${'\u0316'.repeat(100_000)}`;
    const many = await ask('PUT /api/sign/{handle}/draft', JSON.stringify({ values: keys }));
    const long = await ask('POST /api/sign/{handle}/decline', JSON.stringify({ reason: marks }));
    for (const answer of [many, long]) {
      expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
      expect(answer.text.length).toBeLessThan(1_000);
    }
  });
});

describe('with a session', () => {
  it('500 bad values are told as at most twenty problems', async () => {
    const values = Object.fromEntries(Array.from({ length: 500 }, (_, key) => [`k${key}`, 7]));
    const answer = await ask('PUT /api/sign/{handle}/draft', JSON.stringify({ values }), cookies());
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(answer.body.issues).toHaveLength(20);
    expect(answer.text.length).toBeLessThan(4_000);
  });

  it('more values than a document has fields are not looked at one by one', async () => {
    const values = Object.fromEntries(Array.from({ length: 501 }, (_, key) => [`k${key}`, 7]));
    const answer = await ask('PUT /api/sign/{handle}/draft', JSON.stringify({ values }), cookies());
    expect(answer.body.issues).toEqual([{ path: 'values', message: 'at most 500 values' }]);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'a value for %s is of no field',
    async (name) => {
      const body = `{"values":{"${name}":"x"}}`;
      const answer = await ask('PUT /api/sign/{handle}/draft', body, cookies());
      expect(answer).toMatchObject({ status: 400, body: { code: 'field_unknown' } });
    },
  );

  it('a browser whose long name is cut within a character leaves the ledger whole', async () => {
    const stranger = new Browser((event, context) => {
      const http = { ...event.requestContext.http, userAgent: `${'x'.repeat(299)}👩` };
      return door({ ...event, requestContext: { ...event.requestContext, http } }, context);
    });
    await stranger.open(await invitedLink(ports, id, 'c2'));
    const entries = await ports.ledger.entries(id);
    const opened = entries.findLast(({ type }) => type === 'opened');
    expect(opened?.actor).toMatchObject({ agent: expect.stringMatching(/^x{299}\ufffd$/) });
    const stored = JSON.parse(Buffer.from(JSON.stringify(entries)).toString());
    expect(chainFault(stored)).toBeUndefined();
  });
});

describe('texts', () => {
  const PARTY = {
    id: 'd1',
    role: 'director',
    turn: 0,
    name: 'Laura Bianchi',
    language: 'it',
    channel: { kind: 'email', address: 'l@example.com' },
  };
  const FACTS = { title: 'Contratto', language: 'it', parties: [PARTY] };

  it.each([
    ['\u3164', 'text_empty'],
    ['\u200b\u200b', 'text_empty'],
    ['Contratto\u202e', 'text_unreadable'],
    ['Contratto\u2066', 'text_unreadable'],
    ['a\ud800', 'text_unreadable'],
    ['a\u0000', 'text_unreadable'],
  ])('%j is refused as a title and as a name', (text, code) => {
    const refused = expect.objectContaining({ name: 'Refusal', code });
    const named = { ...FACTS, parties: [{ ...PARTY, name: text }] };
    expect(() => parsed(EnvelopeInput, { ...FACTS, title: text })).toThrow(refused);
    expect(() => parsed(EnvelopeInput, named)).toThrow(refused);
  });

  it('half a character is refused as a file’s name', () => {
    const refused = expect.objectContaining({ code: 'text_unreadable' });
    expect(() => parsed(UploadInput, { fileName: 'a\ud800.pdf', size: 1 })).toThrow(refused);
  });

  it.each(['a\u202e', 'a\ud800', 'a\u0000'])('%j is refused as a message, too', (message) => {
    const refused = expect.objectContaining({ code: 'text_unreadable' });
    expect(() => parsed(EnvelopeInput, { ...FACTS, message })).toThrow(refused);
  });

  it('a corrected contact takes no name beside it', () => {
    const contact = { channel: PARTY.channel, name: 'Anna' };
    expect(() => parsed(ContactInput, contact)).toThrow(
      expect.objectContaining({ issues: [{ path: 'name', message: 'unknown property' }] }),
    );
  });

  it('a file’s name that was stored with half a character can be downloaded', () => {
    expect(contentDisposition('a\ud800.pdf', true)).toBe(
      `inline; filename="a_.pdf"; filename*=UTF-8''a%EF%BF%BD.pdf`,
    );
  });
});
