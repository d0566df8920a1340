import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventOf } from '../../../functions/relay/event-of.ts';
import { NEVER_KEPT } from '../../../functions/sender/access/once.ts';
import { MACHINE_ROUTES, SCOPE_OF } from '../../../shared/contract/api/machine-routes.ts';
import { SENDER_OPERATIONS } from '../../../shared/contract/api/operations.ts';
import { SENDER_ROUTES } from '../../../shared/contract/api/routes.ts';
import { summaryOf } from '../../../shared/domain/envelope/summary.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { SCOPES } from '../../../shared/domain/token/scope.ts';
import { ANNA, BRUNO, machineDoor, SARA } from '../../fixtures/machine-door.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR } from '../../fixtures/sample-envelope.ts';

let ports: MemoryPorts;
let door: ReturnType<typeof machineDoor>;

beforeEach(() => {
  ports = memoryPorts();
  door = machineDoor(ports);
});

const CREATE = 'POST /api/v1/envelopes';
const DRAFT = { title: 'Contratto', language: 'it', parties: [DIRECTOR, CLIENT] };
const both = [ANNA, BRUNO].map(({ sub, email, name }) => ({ subject: sub, email, name }));

const secretOf = async (facts: Parameters<typeof door.token>[0] = {}): Promise<string> =>
  (await door.token(facts)).body.secret;

const machine = async (facts: Parameters<typeof door.token>[0] = {}) =>
  door.bearing(await secretOf(facts));

const ownerOf = async (id: string) => (await ports.ledger.load(id)).owner;

describe('a machine', () => {
  it('makes an envelope for an employee, and the ledger says which machine did it for whom', async () => {
    const { body: token } = await door.token();
    const { status, body } = await door.bearing(token.secret)(CREATE, { body: DRAFT });
    expect(status).toBe(201);
    const [created] = await ports.ledger.entries(body.id);
    expect(created?.actor).toEqual({
      kind: 'sender',
      subject: `token:${token.id}`,
      machine: { id: token.id, name: 'ERP' },
    });
    expect(created?.data).toMatchObject({ owner: { subject: 'u1', email: 'a@b.it' } });
    const seen = await door.ask('GET /api/envelopes', { claims: ANNA });
    expect(seen.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    const path = { id: body.id };
    const shown = await door.ask('GET /api/envelopes/{id}', { path, claims: ANNA });
    expect(shown.body.timeline).toMatchObject([{ type: 'created', facts: { machine: 'ERP' } }]);
  });

  it('of several employees says for whom, by address', async () => {
    const ask = await machine({ owners: both });
    const { body } = await ask(CREATE, { body: { ...DRAFT, owner: 'BRUNO@b.it' } });
    expect((await ownerOf(body.id)).subject).toBe('u2');
    expect((await ask(CREATE, { body: DRAFT })).body.code).toBe('owner_unknown');
    const listed = await ask('GET /api/v1/envelopes', { query: { owner: 'bruno@b.it' } });
    expect(listed.body.items).toHaveLength(1);
    expect((await ask('GET /api/v1/envelopes')).body.code).toBe('owner_unknown');
  });

  it('acts for nobody else, and sees nothing of others', async () => {
    const ask = await machine();
    const named = await ask(CREATE, { body: { ...DRAFT, owner: 'bruno@b.it' } });
    expect(named).toMatchObject({
      status: 422,
      body: { code: 'owner_unknown', facts: { email: 'bruno@b.it' } },
    });
    const { body } = await door.ask('POST /api/envelopes', { body: DRAFT, claims: BRUNO });
    const path = { id: body.id };
    expect((await ask('GET /api/v1/envelopes/{id}', { path })).body.code).toBe('envelope_unknown');
  });

  it('without employees owns what it makes, and its maker hears of it', async () => {
    const { body: token } = await door.token({ owners: [] });
    const { body } = await door.bearing(token.secret)(CREATE, { body: DRAFT });
    expect(await ownerOf(body.id)).toEqual({
      subject: `token:${token.id}`,
      email: SARA.email,
      name: 'ERP',
    });
  });

  it('changes and follows what it and its employees made', async () => {
    const ask = await machine();
    const { body: own } = await door.ask('POST /api/envelopes', { body: DRAFT, claims: ANNA });
    const path = { id: own.id };
    const edited = await ask('PUT /api/v1/envelopes/{id}', {
      path,
      body: { ...DRAFT, title: 'Altro' },
    });
    expect(edited.body.title).toBe('Altro');
    expect((await ask('DELETE /api/v1/envelopes/{id}', { path })).status).toBe(200);
  });

  it('has the daily limits of one sender', async () => {
    const { body: token } = await door.token();
    const ask = door.bearing(token.secret);
    const day = ports.clock.now().toISOString().slice(0, 10);
    await ports.counters.take(`create#${day}#sender#token:${token.id}`, 500, 500);
    expect((await ask(CREATE, { body: DRAFT })).body.code).toBe('too_many');
    expect((await door.ask('POST /api/envelopes', { body: DRAFT, claims: ANNA })).status).toBe(201);
  });
});

describe('an envelope of another system', () => {
  const EXTERNAL = {
    externalId: 'ORD/2026-0042',
    metadata: { customer: '77', 'cost.centre': 'K1' },
  };

  it('bears its id and pairs there, in what is shown, listed and published', async () => {
    const ask = await machine();
    const { body } = await ask(CREATE, { body: { ...DRAFT, ...EXTERNAL } });
    const shown = await ask('GET /api/v1/envelopes/{id}', { path: { id: body.id } });
    expect(shown.body).toMatchObject(EXTERNAL);
    const listed = await ask('GET /api/v1/envelopes');
    expect(listed.body.items).toMatchObject([{ externalId: EXTERNAL.externalId }]);
    const [created] = (await ports.ledger.entries(body.id)) as [Entry];
    const envelope = await ports.ledger.load(body.id);
    expect(eventOf(created, envelope)?.detail.metadata).toMatchObject(EXTERNAL);
    const erased = { ...envelope, erasedAt: ports.clock.now().toISOString() };
    expect(JSON.stringify(eventOf(created, erased))).not.toContain('0042');
    expect(JSON.stringify(summaryOf(erased))).not.toContain('0042');
  });

  it('keeps them when the draft is edited', async () => {
    const ask = await machine();
    const { body } = await ask(CREATE, { body: { ...DRAFT, ...EXTERNAL } });
    const path = { id: body.id };
    const edited = await ask('PUT /api/v1/envelopes/{id}', { path, body: DRAFT });
    expect(edited.body).toMatchObject(EXTERNAL);
  });

  it.each(['ORD/2026-0042', 'ord 2026', '0042'])('is found by its id there: %s', async (search) => {
    const ask = await machine();
    await ask(CREATE, { body: DRAFT });
    const { body } = await ask(CREATE, { body: { ...DRAFT, ...EXTERNAL } });
    const found = await ask('GET /api/v1/envelopes', { query: { search } });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it.each([
    ['21 pairs', Object.fromEntries(Array.from({ length: 21 }, (_, key) => [`k${key}`, '']))],
    ['a value of 501 characters', { key: 'x'.repeat(501) }],
    ['a name with spaces', { 'a b': '1' }],
    ['a number', { key: 1 }],
  ])('is refused with metadata of %s', async (_, metadata) => {
    const answer = await (await machine())(CREATE, { body: { ...DRAFT, metadata } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

describe('a request with an idempotency key', () => {
  const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });
  const title = async (id: string) => (await ports.ledger.load(id)).title;

  it('is carried out once, and answered the same again', async () => {
    const ask = await machine();
    const first = await ask(CREATE, { body: DRAFT, ...keyed('order-42') });
    const again = await ask(CREATE, { body: DRAFT, ...keyed('order-42') });
    expect(again).toEqual(first);
    expect((await ask('GET /api/v1/envelopes')).body.items).toHaveLength(1);
    const other = await ask(CREATE, { body: DRAFT, ...keyed('order-43') });
    expect(other.body.id).not.toBe(first.body.id);
  });

  it('that says something else is refused, and changes nothing', async () => {
    const ask = await machine();
    const { body } = await ask(CREATE, { body: DRAFT, ...keyed('order-42') });
    const other = await ask(CREATE, { body: { ...DRAFT, title: 'Altro' }, ...keyed('order-42') });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await title(body.id)).toBe('Contratto');
  });

  it('that comes while the first is under way is told to wait', async () => {
    const ask = await machine();
    const begin = ports.ledger.begin.bind(ports.ledger);
    let meanwhile: Promise<{ status: number; body: { code: string } }> | undefined;
    ports.ledger.begin = async (...given) => {
      meanwhile ??= ask(CREATE, { body: DRAFT, ...keyed('order-42') });
      await meanwhile;
      return begin(...given);
    };
    expect((await ask(CREATE, { body: DRAFT, ...keyed('order-42') })).status).toBe(201);
    expect(await meanwhile).toMatchObject({ status: 409, body: { code: 'request_under_way' } });
  });

  it('that was refused may be sent again, mended', async () => {
    const ask = await machine();
    const wrong = { ...DRAFT, owner: 'bruno@b.it' };
    expect((await ask(CREATE, { body: wrong, ...keyed('order-42') })).status).toBe(422);
    expect((await ask(CREATE, { body: DRAFT, ...keyed('order-42') })).status).toBe(201);
  });

  it('is its caller’s own, people’s too, and another operation’s is another', async () => {
    const [one, two] = [await machine(), await machine()];
    const ids = [
      await one(CREATE, { body: DRAFT, ...keyed('k') }),
      await two(CREATE, { body: DRAFT, ...keyed('k') }),
      await door.ask('POST /api/envelopes', { body: DRAFT, claims: ANNA, ...keyed('k') }),
      await door.ask('POST /api/envelopes', { body: DRAFT, claims: ANNA, ...keyed('k') }),
    ].map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(3);
    const path = { id: ids[0] };
    const duplicate = await one('POST /api/v1/envelopes/{id}/duplicate', { path, ...keyed('k') });
    expect(duplicate.status).toBe(201);
  });

  it('is kept without its key, and no answer with a secret or an address is', async () => {
    const ask = await machine();
    const { body } = await ask(CREATE, { body: DRAFT, ...keyed('order-42') });
    const file = { fileName: 'a.pdf', size: 1_000 };
    const path = { id: body.id };
    const upload = { path, body: file, ...keyed('up') };
    expect((await ask('POST /api/v1/envelopes/{id}/upload', upload)).status).toBe(200);
    const claims = SARA;
    const token = { name: 'X', scopes: ['webhooks'] };
    await door.ask('POST /api/tokens', { body: token, claims, ...keyed('t') });
    const kept = JSON.stringify([...ports.answers.rows]);
    expect(ports.answers.rows.size).toBe(1);
    for (const text of ['order-42', 'https:', 'sgl_']) expect(kept).not.toContain(text);
  });

  it.each(['', 'x'.repeat(256), 'a b', 'ü'])('is malformed with the key "%s"', async (key) => {
    const answer = await (await machine())(CREATE, { body: DRAFT, ...keyed(key) });
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });
});

it('every answer that is posted for and has a secret or an address is never kept', () => {
  const posted = Object.entries(SENDER_ROUTES).filter(([route]) => route.startsWith('POST '));
  const telling = posted.filter(([, operation]) => {
    const schema = z.toJSONSchema(SENDER_OPERATIONS[operation].answer, { io: 'output' });
    return (
      Object.hasOwn(schema.properties ?? {}, 'url') || /"secrets?":/.test(JSON.stringify(schema))
    );
  });
  expect(telling.map(([, operation]) => operation).sort()).toEqual([...NEVER_KEPT].sort());
});

describe('a token is refused', () => {
  const show = 'GET /api/v1/envelopes';

  it('before the body is read', async () => {
    expect(await door.ask(CREATE, { body: '{' })).toMatchObject({
      status: 401,
      body: { code: 'token_missing' },
    });
  });

  it.each([
    ['of the right form that was never made', `Bearer sgl_${'a'.repeat(43)}`],
    ['that is an ID token', 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.x'],
    ['without Bearer', `sgl_${'a'.repeat(43)}`],
  ])('%s', async (_, authorization) => {
    const answer = await door.ask(show, { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'token_unknown' } });
  });

  it('from the second it ends', async () => {
    const ask = await machine({ days: 1 });
    expect((await ask(show)).status).toBe(200);
    ports.clock.advance(24 * 3_600);
    expect(await ask(show)).toMatchObject({ status: 401, body: { code: 'token_ended' } });
  });

  it('at once when it was withdrawn', async () => {
    const { body: token } = await door.token();
    const ask = door.bearing(token.secret);
    expect((await ask(show)).status).toBe(200);
    const path = { id: token.id };
    await door.ask('DELETE /api/tokens/{id}', { path, claims: SARA });
    expect(await ask(show)).toMatchObject({ status: 401, body: { code: 'token_withdrawn' } });
  });

  it('on the routes of people, and people’s tokens on those of machines', async () => {
    const ask = await machine();
    expect((await ask('GET /api/envelopes')).body.code).toBe('forbidden');
    const idToken = await door.ask(show, { claims: ANNA });
    expect(idToken).toMatchObject({ status: 401, body: { code: 'token_unknown' } });
  });

  it.each(Object.entries(MACHINE_ROUTES))(
    'for %s without its one scope, whatever others it has',
    async (route, operation) => {
      const scopes = SCOPES.filter((scope) => scope !== SCOPE_OF[operation]);
      const ask = await machine({ scopes });
      expect(await ask(route, { body: '{' })).toMatchObject({
        status: 403,
        body: { code: 'scope_missing', facts: { scope: SCOPE_OF[operation] } },
      });
    },
  );
});

it('machines have every route of people but those that only people may use', () => {
  const missing = Object.entries(SENDER_ROUTES)
    .filter(([route]) => !Object.hasOwn(MACHINE_ROUTES, route.replace('/api/', '/api/v1/')))
    .map(([, operation]) => operation);
  const ofBatches = missing.filter((operation) => /batch/i.test(operation));
  expect(ofBatches).toHaveLength(7);
  expect(missing.filter((operation) => !ofBatches.includes(operation)).sort()).toEqual([
    ...['handOver', 'listTokens', 'newToken', 'withdrawToken'],
  ]);
});

describe('an administrator', () => {
  it('sees a secret once, and never again', async () => {
    const { status, body } = await door.token();
    expect([status, body.secret]).toEqual([201, expect.stringMatching(/^sgl_[\w-]{43}$/)]);
    const { body: listed } = await door.ask('GET /api/tokens', { claims: SARA });
    expect(listed.items).toMatchObject([{ id: body.id, name: 'ERP', madeBy: 'Sara' }]);
    for (const text of [JSON.stringify(listed), JSON.stringify([...ports.tokens.rows.values()])])
      expect(text).not.toContain(body.secret.slice(4));
    expect(JSON.stringify(listed)).not.toContain('sha256');
  });

  it('alone makes, lists and withdraws tokens', async () => {
    const { body: token } = await door.token();
    const path = { id: token.id };
    expect((await door.token({}, ANNA)).body.code).toBe('forbidden');
    expect((await door.ask('GET /api/tokens', { claims: ANNA })).body.code).toBe('forbidden');
    const withdrawn = await door.ask('DELETE /api/tokens/{id}', { path, claims: ANNA });
    expect(withdrawn.body.code).toBe('forbidden');
    expect((await ports.tokens.find(token.id))?.withdrawn).toBeUndefined();
  });

  it('sees when a token was used, to the hour', async () => {
    const { body: token } = await door.token();
    const ask = door.bearing(token.secret);
    const lastUsed = async () => (await ports.tokens.find(token.id))?.lastUsedAt;
    await ask('GET /api/v1/envelopes');
    const first = await lastUsed();
    expect(first).toBe(ports.clock.now().toISOString());
    ports.clock.advance(59 * 60);
    await ask('GET /api/v1/envelopes');
    expect(await lastUsed()).toBe(first);
    ports.clock.advance(60);
    await ask('GET /api/v1/envelopes');
    expect(await lastUsed()).toBe(ports.clock.now().toISOString());
  });

  it('is told plainly that there is no such token', async () => {
    for (const id of ['0'.repeat(32), 'x']) {
      const answer = await door.ask('DELETE /api/tokens/{id}', { path: { id }, claims: SARA });
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });
});
