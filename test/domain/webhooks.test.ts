import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/errors.ts';
import {
  attemptsMade,
  type Delivery,
  isDelivered,
  isDeliveryId,
  isGone,
  newDelivery,
} from '../../shared/domain/webhook/delivery.ts';
import {
  afterAttempt,
  assertMayHave,
  changedEndpoint,
  type Endpoint,
  endpointIdFrom,
  exchangedSecret,
  isEndpointId,
  isWanted,
  liveSecrets,
  newEndpoint,
  seesEndpoint,
} from '../../shared/domain/webhook/endpoint.ts';
import { RETRY_SECONDS, retryIn } from '../../shared/domain/webhook/retry-schedule.ts';

const OWNER = {
  subject: 'u1',
  name: 'Anna',
  email: 'anna@aurora.example',
  language: 'it',
} as const;
const START = Date.parse('2026-03-02T09:00:00.000Z');
const hour = (n: number) => new Date(START + n * 3_600_000);

const endpoint = (facts: Partial<Endpoint> = {}): Endpoint => ({
  ...newEndpoint(
    { url: 'https://erp.example/hooks', scope: 'company' },
    { id: 'e1', owner: OWNER, sealed: 'first', now: hour(0) },
  ),
  ...facts,
});

const ANNA = { subject: 'u1', isAdministrator: false };
const BRUNO = { subject: 'u2', isAdministrator: false };
const ADMIN = { subject: 'u3', isAdministrator: true };

describe('an endpoint', () => {
  it('has an id in small letters, and nothing around it', () => {
    const id = endpointIdFrom(new Uint8Array(17).fill(0xab));
    const others = [id.toUpperCase(), `0${id}`, `${id}0`];
    expect([id, ...others].map(isEndpointId)).toEqual([true, false, false, false]);
  });

  it('gets the chosen events, or all, those of later releases too', () => {
    const chosen = endpoint({ events: ['envelope.completed'] });
    expect(isWanted(chosen, { type: 'envelope.completed' })).toBe(true);
    expect(isWanted(chosen, { type: 'envelope.sent' })).toBe(false);
    expect(isWanted(endpoint(), { type: 'invented.later' })).toBe(true);
  });

  it('of an employee gets events of the own envelopes alone', () => {
    const own = endpoint({ scope: 'own' });
    expect(isWanted(own, { type: 'envelope.sent', owner: 'u1' })).toBe(true);
    expect(isWanted(own, { type: 'envelope.sent', owner: 'u2' })).toBe(false);
    expect(isWanted(own, { type: 'envelope.sent' })).toBe(false);
    expect(isWanted(endpoint(), { type: 'envelope.sent', owner: 'u2' })).toBe(true);
  });

  it('of the whole company is seen, and made, by administrators alone', () => {
    const own = endpoint({ scope: 'own' });
    expect([ANNA, BRUNO, ADMIN].map((caller) => seesEndpoint(caller, own))).toEqual([
      true,
      false,
      true,
    ]);
    expect([ANNA, BRUNO, ADMIN].map((caller) => seesEndpoint(caller, endpoint()))).toEqual([
      false,
      false,
      true,
    ]);
    expect(() => assertMayHave(ANNA, 'company')).toThrow(new Refusal('forbidden'));
    assertMayHave(ANNA, 'own');
    assertMayHave(ADMIN, 'company');
  });

  it('keeps the events that were chosen when it was made, and those chosen later instead', () => {
    const facts = { url: endpoint().url, scope: 'company' } as const;
    const made = newEndpoint(
      { ...facts, events: ['envelope.sent'] },
      { id: 'e1', owner: OWNER, sealed: 'first', now: hour(0) },
    );
    expect(made.events).toEqual(['envelope.sent']);
    const chosen = (events?: readonly string[]) =>
      changedEndpoint(made, { ...facts, events, isOn: true }, hour(1));
    expect(chosen(['envelope.completed']).events).toEqual(['envelope.completed']);
    for (const one of [endpoint(), chosen()]) expect(one).not.toHaveProperty('events');
  });

  it('that is paused gets nothing until it is switched on again', () => {
    const facts = { url: endpoint().url, scope: 'company' } as const;
    const paused = changedEndpoint(endpoint(), { ...facts, isOn: false }, hour(1));
    expect(paused.off).toEqual({ at: hour(1).toISOString(), because: 'paused' });
    expect(isWanted(paused, { type: 'envelope.sent' })).toBe(false);
    const on = changedEndpoint(paused, { ...facts, isOn: true }, hour(2));
    expect(isWanted(on, { type: 'envelope.sent' })).toBe(true);
    expect(on.seq).toBe(2);
  });
});

describe('an endpoint that fails', () => {
  const failing = () => afterAttempt(endpoint(), 'failed', hour(0))!;

  it('is switched off when nothing got through for three days, and not before', () => {
    expect(failing()).toMatchObject({ failingSince: hour(0).toISOString(), seq: 1 });
    expect(afterAttempt(failing(), 'failed', hour(71.99))).toBeUndefined();
    expect(afterAttempt(failing(), 'failed', hour(72))).toMatchObject({
      off: { at: hour(72).toISOString(), because: 'failing' },
      seq: 2,
    });
  });

  it('counts from anew after one delivery', () => {
    const well = afterAttempt(failing(), 'delivered', hour(70))!;
    const { failingSince: _, ...before } = failing();
    expect(well).toEqual({ ...before, seq: 2 });
    expect(afterAttempt(well, 'failed', hour(73))?.off).toBeUndefined();
    expect(afterAttempt(endpoint(), 'delivered', hour(1))).toBeUndefined();
  });

  it('is switched off at once by 410, and stays off', () => {
    const off = afterAttempt(endpoint(), 'gone', hour(1))!;
    expect(off.off?.because).toBe('gone');
    expect(afterAttempt(off, 'failed', hour(90))).toBeUndefined();
    expect(afterAttempt(off, 'delivered', hour(90))).toBeUndefined();
  });

  it('counts from anew when it is switched on again', () => {
    const { url, scope } = endpoint();
    const off = changedEndpoint(failing(), { url, scope, isOn: false }, hour(1));
    expect(off.failingSince).toBeUndefined();
    const on = { ...off, failingSince: hour(0).toISOString() };
    expect(changedEndpoint(on, { url, scope, isOn: true }, hour(2)).failingSince).toBeUndefined();
  });

  it('counts from anew at another address, but not for other events', () => {
    const { url, scope } = endpoint();
    const moved = changedEndpoint(
      failing(),
      { url: 'https://b.example/', scope, isOn: true },
      hour(1),
    );
    const other = changedEndpoint(failing(), { url, scope, events: ['a'], isOn: true }, hour(1));
    expect([moved.failingSince, other.failingSince]).toEqual([undefined, hour(0).toISOString()]);
  });
});

describe('a secret', () => {
  const live = (one: Endpoint, at: Date) => liveSecrets(one, at).map(({ sealed }) => sealed);

  it('is exchanged without a gap: the one before is valid beside it for the hours that were said', () => {
    const both = exchangedSecret(endpoint(), 'second', 24, hour(0));
    expect(live(both, hour(23.9))).toEqual(['second', 'first']);
    expect(live(both, hour(24))).toEqual(['second']);
  });

  it('that ended is not kept, and no more than three are', () => {
    const leaked = exchangedSecret(endpoint(), 'second', 0, hour(0));
    expect(leaked).toEqual({ ...endpoint(), seq: 1, secrets: [{ sealed: 'second' }] });
    const many = ['second', 'third', 'fourth'].reduce(
      (one, sealed) => exchangedSecret(one, sealed, 24, hour(0)),
      endpoint(),
    );
    expect(live(many, hour(1))).toEqual(['fourth', 'third', 'second']);
  });

  it('that ends later than a further exchange allows ends then', () => {
    const long = exchangedSecret(endpoint(), 'second', 24, hour(0));
    const short = exchangedSecret(long, 'third', 1, hour(0));
    expect(live(short, hour(0.9))).toEqual(['third', 'second', 'first']);
    expect(live(short, hour(1))).toEqual(['third']);
  });

  it('that leaked ends at once', () => {
    expect(live(exchangedSecret(endpoint(), 'second', 0, hour(0)), hour(0))).toEqual(['second']);
  });

  it('never becomes valid for longer by a further exchange', () => {
    const twice = exchangedSecret(
      exchangedSecret(endpoint(), 'second', 1, hour(0)),
      'third',
      24,
      hour(0),
    );
    expect(live(twice, hour(0.5))).toEqual(['third', 'second', 'first']);
    expect(live(twice, hour(2))).toEqual(['third', 'second']);
  });
});

describe('a delivery', () => {
  let delivery: Delivery;
  beforeEach(() => {
    delivery = newDelivery('e1', {
      id: '0123456789ABCDEFGHJKMNPQRS-7',
      type: 'envelope.sent',
      at: hour(0).toISOString(),
      data: { a: 1 },
    });
  });

  it('has an id without a dot, the same for its event and endpoint, and one that sorts by its event', () => {
    expect(delivery.webhookId).toBe('0123456789ABCDEFGHJKMNPQRS-7-e1');
    expect(delivery.id).toBe('20260302T090000000Z-0123456789ABCDEFGHJKMNPQRS-7');
    expect(isDeliveryId(delivery.id)).toBe(true);
    for (const other of ['', '../x', `${delivery.id}#`, `x${delivery.id}`, 'e1'])
      expect(isDeliveryId(other)).toBe(false);
  });

  it('is posted as Standard Webhooks says', () => {
    expect(JSON.parse(delivery.body)).toEqual({
      type: 'envelope.sent',
      timestamp: hour(0).toISOString(),
      data: { a: 1 },
    });
  });

  it('is delivered by any answer of 2xx and no other; 410 ends it', () => {
    const after = (status: number) => ({
      ...delivery,
      attempts: [{ at: '', ms: 1, status }],
    });
    const kept = [199, 200, 204, 299, 300, 302, 404, 500].filter((one) => isDelivered(after(one)));
    expect(kept).toEqual([200, 204, 299]);
    const mixed = [500, 200].map((status) => ({ at: '', ms: 1, status }));
    expect(isDelivered({ attempts: mixed })).toBe(true);
    expect(isDelivered({ attempts: [] })).toBe(false);
    expect([
      isGone({ status: 410 }),
      isGone({ status: 404 }),
      isGone({ failure: 'no_answer' }),
    ]).toEqual([true, false, false]);
  });

  it('is tried again nine times within some three days; what a person asks for does not count', () => {
    const seconds = RETRY_SECONDS.map((_, index) => retryIn(index + 1)!);
    const hours = seconds.reduce((sum, one) => sum + one, 0) / 3_600;
    expect([seconds.length, Math.round(hours)]).toEqual([9, 76]);
    expect(retryIn(10)).toBeUndefined();
    const attempt = { at: '', ms: 1, status: 500 };
    const byHand = { ...attempt, byHand: true } as const;
    expect(attemptsMade({ ...delivery, attempts: [attempt, byHand, byHand] })).toBe(1);
  });

  it('waits for as long as its receiver asks, a day at most, and never less than planned', () => {
    expect([retryIn(1, 120), retryIn(1, 0.2), retryIn(1, 1e9), retryIn(4, 10)]).toEqual([
      120, 5, 86_400, 7_200,
    ]);
  });
});
