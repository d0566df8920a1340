import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '../../../shared/domain/ledger/canonical-json.ts';
import { type Notice, UNDELIVERABLE } from '../../../shared/domain/ledger/entries.ts';
import { mintLink } from '../../../shared/messages/mint-link.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  confirmed,
  invitedLink,
  mayDecline,
  onClientsTurn,
  recordedTypes,
  type SignerPorts,
  sentEnvelope,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let link: string;
let browser: Browser;

beforeEach(async () => {
  ports = signerPorts();
  id = await sentEnvelope(ports);
  link = await invitedLink(ports, id, 'd1');
  browser = new Browser(signerDoor(ports));
  await browser.open(link);
});

const arrived = () => arrivedCode(ports, 'email');
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const codeMails = () => ports.mailer.sent.filter(({ tags }) => tags.notice === 'code');
const count = async (type: string) =>
  (await recordedTypes(ports, id)).filter((each) => each === type).length;

async function consentedAndSent(): Promise<string> {
  await browser.consent();
  await browser.sendCode();
  return arrived();
}

describe('consent', () => {
  it('comes before a code', async () => {
    expect(await browser.sendCode()).toMatchObject({
      status: 409,
      body: { code: 'consent_required' },
    });
    expect(codeMails()).toHaveLength(0);
  });

  it('records which words were agreed to', async () => {
    const { terms } = (await browser.show()).body;
    const { body } = await browser.consent();
    expect(body.consentedAt).toBe('2026-03-02T09:00:00.000Z');
    const entry = (await ports.ledger.entries(id)).find(({ type }) => type === 'consented');
    expect(entry?.data).toEqual({
      party: 'd1',
      version: terms.version,
      sha256: terms.sha256,
      language: 'it',
    });
  });

  it('is answered to whoever of several parties gave it', async () => {
    id = await onClientsTurn(ports);
    await browser.open(await invitedLink(ports, id, 'c2'));
    const { body } = await browser.consent();
    expect(body).toMatchObject({ me: { id: 'c2' }, consentedAt: '2026-03-02T09:00:00.000Z' });
  });

  it('to other words than those in force is refused', async () => {
    const { version, sha256 } = (await browser.show()).body.terms;
    for (const outdated of [
      { version: '2020-01-01', sha256 },
      { version, sha256: 'f'.repeat(64) },
    ]) {
      const body = { ...outdated, language: 'it' };
      const answer = await browser.ask('POST /api/sign/{handle}/consent', body);
      expect(answer).toMatchObject({ status: 409, body: { code: 'consent_outdated' } });
    }
  });
});

describe('sending a code', () => {
  it('goes to the party’s own mailbox and nowhere else', async () => {
    await consentedAndSent();
    expect(codeMails().map(({ to }) => to.address)).toEqual(['maria.rossi@example.com']);
    expect(ports.textMessages.sent).toHaveLength(0);
    expect(codeMails()[0]?.text).toMatch(/\b5 minuti/);
  });

  it('goes to the phone of a party reached by text message', async () => {
    id = await onClientsTurn(ports);
    await confirmed(ports, browser, await invitedLink(ports, id, 'c1'), 'sms');
    expect(ports.textMessages.sent.map(({ number }) => number)).toEqual([
      '+393331234567',
      '+393331234567',
    ]);
    expect(codeMails()).toHaveLength(0);
    expect((await browser.show()).body.confirmedUntil).toBeDefined();
  });

  it('says where it went, until when it is good and when another may be asked for', async () => {
    await browser.consent();
    const { body } = await browser.sendCode();
    expect(body).toEqual({
      channel: 'm•••@example.com',
      expiresAt: '2026-03-02T09:05:00.000Z',
      expiresInSeconds: 300,
      nextInSeconds: 60,
    });
    const entry = (await ports.ledger.entries(id)).find(({ type }) => type === 'code.sent');
    expect(entry?.data).toEqual({
      party: 'd1',
      channel: 'm•••@example.com',
      purpose: 'sign',
    });
  });

  it('waits 60 seconds before the next', async () => {
    await consentedAndSent();
    ports.clock.advance(59);
    expect(await browser.sendCode()).toMatchObject({
      status: 429,
      body: { code: 'code_too_soon', facts: { seconds: 1 } },
    });
    ports.clock.advance(1);
    expect((await browser.sendCode()).status).toBe(200);
  });

  it('happens three times an hour at most', async () => {
    await consentedAndSent();
    for (const _ of [2, 3]) {
      ports.clock.advance(60);
      expect((await browser.sendCode()).status).toBe(200);
    }
    ports.clock.advance(60);
    expect(await browser.sendCode()).toMatchObject({
      status: 429,
      body: { code: 'code_limit', facts: { seconds: 3600 - 180 } },
    });
    ports.clock.advance(3600 - 180);
    expect((await browser.sendCode()).status).toBe(200);
  });

  it('happens five times, then is locked until the sender re-sends', async () => {
    await browser.consent();
    for (let sending = 0; sending < 5; sending++) {
      expect((await browser.sendCode()).status).toBe(200);
      ports.clock.advance(1800);
    }
    ports.clock.advance(3600 * 6);
    expect(await browser.sendCode()).toMatchObject({ status: 423, body: { code: 'code_locked' } });
    await step(ports, id, 're-sent', { party: 'd1' });
    await browser.open(await invitedLink(ports, id, 'd1'));
    expect((await browser.sendCode()).status).toBe(200);
  });

  it('asked for again within seconds by the same page has happened: the answer was lost', async () => {
    await browser.consent();
    await browser.sendCode();
    ports.clock.advance(29);
    expect(await browser.sendCode()).toMatchObject({
      status: 200,
      body: { expiresAt: '2026-03-02T09:05:00.000Z', expiresInSeconds: 271, nextInSeconds: 31 },
    });
    expect(codeMails()).toHaveLength(1);
    const other = new Browser(signerDoor(ports));
    await other.open(link);
    for (const [each, purpose] of [
      [other, 'sign'],
      [browser, 'decline'],
    ] as const)
      expect(await each.sendCode(purpose)).toMatchObject({
        status: 429,
        body: { code: 'code_too_soon', facts: { seconds: 31 } },
      });
    ports.clock.advance(1);
    expect((await browser.sendCode()).status).toBe(429);
  });

  it('that fails is not counted: once messages go again, one may be asked for at once', async () => {
    await browser.consent();
    const { send } = ports.mailer;
    ports.mailer.send = async () => {
      throw new Error('SES is down');
    };
    for (const _ of [1, 2, 3, 4, 5, 6]) expect((await browser.sendCode()).status).toBe(500);
    ports.mailer.send = send;
    expect((await browser.sendCode()).body).toMatchObject({ nextInSeconds: 60 });
    expect(codeMails()).toHaveLength(1);
    expect(await count('code.sent')).toBe(1);
  });

  it('that could not be recorded or kept is not counted either', async () => {
    await browser.consent();
    const { put } = ports.codes;
    ports.codes.put = async () => {
      throw new Error('DynamoDB is down');
    };
    expect((await browser.sendCode()).status).toBe(500);
    ports.codes.put = put;
    expect((await browser.sendCode()).status).toBe(200);
    expect((await browser.confirm(arrived())).status).toBe(200);
  });

  it('is no lost answer once the code is spent: nobody waits for one that was not sent', async () => {
    const code = await consentedAndSent();
    for (const _ of [1, 2, 3, 4, 5]) await browser.confirm(other(code));
    expect(await browser.sendCode()).toMatchObject({
      status: 429,
      body: { code: 'code_too_soon', facts: { seconds: 60 } },
    });
  });

  it('sends nothing while the key that keeps codes is out of reach', async () => {
    await browser.consent();
    const { generate } = ports.codeKey;
    ports.codeKey.generate = async () => {
      throw new Error('KMS is down');
    };
    expect((await browser.sendCode()).status).toBe(500);
    expect(codeMails()).toHaveLength(0);
    ports.codeKey.generate = generate;
    expect((await browser.sendCode()).status).toBe(200);
  });

  it('says what the code confirms, in the subject and in the text message', async () => {
    await consentedAndSent();
    expect(codeMails().at(-1)?.subject).toBe('Il codice per firmare: Contratto di fornitura');
    ports.clock.advance(60);
    await browser.sendCode('decline');
    expect(codeMails().at(-1)?.subject).toBe('Il codice per rifiutare: Contratto di fornitura');
    id = await onClientsTurn(ports);
    await browser.open(await invitedLink(ports, id, 'c1'));
    await browser.sendCode('decline');
    expect(ports.textMessages.sent.at(-1)?.text).toContain(
      'è il codice di Luca Verdi per rifiutare "Contratto di fornitura"',
    );
  });

  it('asked for twice at once happens once', async () => {
    await browser.consent();
    const answers = await Promise.all([browser.sendCode(), browser.sendCode()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect(answers.find(({ status }) => status === 429)!.body).toMatchObject({
      code: 'code_too_soon',
      facts: { seconds: 60 },
    });
    expect(codeMails()).toHaveLength(1);
    expect(await count('code.sent')).toBe(1);
  });

  it('to a contact that takes no messages says so and shows the sender', async () => {
    await browser.consent();
    ports.mailer.undeliverable.add('maria.rossi@example.com');
    expect(await browser.sendCode()).toMatchObject({
      status: 422,
      body: { code: 'contact_invalid' },
    });
    expect(await recordedTypes(ports, id)).not.toContain('code.sent');
    const entry = (await ports.ledger.entries(id)).at(-1);
    expect(entry).toMatchObject({ type: 'delivery.failed', data: { to: 'd1', notice: 'code' } });
    for (const _ of Array.from({ length: 9 }))
      expect((await browser.sendCode()).body.code).toBe('contact_invalid');
    expect(await count('delivery.failed')).toBe(5);
  });

  it('that can never arrive is shown at most five times for each party and round, whatever else failed', async () => {
    id = await onClientsTurn(ports);
    for (const address of ['zoe@example.com', 'zoe@elsewhere.example'])
      ports.mailer.undeliverable.add(address);
    await failed({ to: 'c2', notice: 'invitation', occasion: 'first' });
    for (const time of [1, 2, 3, 4, 5])
      await failed({ to: 'c1', notice: 'code', occasion: `code ${time}` });
    const channel = { kind: 'email', address: 'zoe@elsewhere.example' } as const;
    const rounds = [
      async () => {},
      () => step(ports, id, 're-sent', { party: 'c2' }),
      () => step(ports, id, 'contact.corrected', { party: 'c2', channel }),
    ];
    for (const [index, begin] of rounds.entries()) {
      await begin();
      await openAndConsent(await clientsLink());
      await askInVain(3);
      if (index > 0) await othersRoundAndOwnEntry();
      await askInVain(3);
      expect(await failuresOfC2()).toBe(5 * (index + 1));
    }
  });

  async function clientsLink() {
    const envelope = await ports.ledger.load(id);
    const party = envelope.parties.find((each) => each.id === 'c2')!;
    return (await mintLink(ports, 'https://sign.test', envelope, party)).split('#')[1]!;
  }
  async function openAndConsent(own: string) {
    await browser.open(own);
    await browser.consent();
  }
  async function askInVain(times: number) {
    for (let time = 0; time < times; time++)
      expect((await browser.sendCode()).body.code).toBe('contact_invalid');
  }
  async function othersRoundAndOwnEntry() {
    await step(ports, id, 're-sent', { party: 'c1' });
    await step(ports, id, 'opened', { party: 'c2' });
  }
  const failed = (about: { to: string; notice: Notice; occasion: string }) =>
    step(ports, id, 'delivery.failed', {
      ...about,
      ...{ round: 0, reason: UNDELIVERABLE, kind: 'failed' },
    });
  const failuresOfC2 = async () =>
    (await ports.ledger.entries(id)).filter(
      ({ type, data }) => type === 'delivery.failed' && data.to === 'c2' && data.notice === 'code',
    ).length;

  it('is not for a party whose turn has not come', async () => {
    await browser.open(await invitedLink(ports, id, 'c2'));
    expect(await browser.consent()).toMatchObject({ status: 409, body: { code: 'not_your_turn' } });
    expect(await browser.sendCode()).toMatchObject({
      status: 409,
      body: { code: 'not_your_turn' },
    });
  });
});

describe('a right code', () => {
  it('confirms the session for 30 minutes', async () => {
    const code = await consentedAndSent();
    expect(await browser.confirm(code)).toMatchObject({
      status: 200,
      body: { confirmedUntil: '2026-03-02T09:30:00.000Z' },
    });
    expect(await count('code.right')).toBe(1);
    ports.clock.advance(30 * 60 - 1);
    const { confirmedUntil, confirmedForSeconds } = (await browser.show()).body;
    expect(confirmedUntil).toBeDefined();
    expect(confirmedForSeconds).toBe(1);
    ports.clock.advance(1);
    expect((await browser.show()).body.confirmedUntil).toBeUndefined();
    expect((await browser.show()).body.confirmedForSeconds).toBeUndefined();
  });

  it('is good until 300 seconds have passed, and not at that instant', async () => {
    const code = await consentedAndSent();
    ports.clock.advance(299.999);
    expect((await browser.confirm(code)).status).toBe(200);
    ports.clock.advance(60);
    await browser.sendCode();
    ports.clock.advance(300);
    expect(await browser.confirm(arrived())).toMatchObject({
      status: 410,
      body: { code: 'code_expired' },
    });
    expect(await count('code.right')).toBe(1);
  });

  it('is taken as people type and paste it', async () => {
    const code = await consentedAndSent();
    const fullWidth = Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const typed = ` ${fullWidth.slice(0, 3).join('')} - ${fullWidth.slice(3).join('')} `;
    expect((await browser.confirm(typed)).status).toBe(200);
  });

  it('is good once: entered again by its page, it gives no minute more', async () => {
    const code = await consentedAndSent();
    const first = await browser.confirm(code);
    ports.clock.advance(100);
    const again = await browser.confirm(code);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(await count('code.right')).toBe(1);
    expect(await browser.confirm(other(code))).toMatchObject({
      status: 410,
      body: { code: 'code_used' },
    });
    expect(await count('code.wrong')).toBe(0);
  });

  it('entered thrice at once succeeds once, and all three hear of it', async () => {
    const code = await consentedAndSent();
    const answers = await Promise.all([1, 2, 3].map(() => browser.confirm(code)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await count('code.right')).toBe(1);
  });

  it('whose entry was cut short is recorded by the next try', async () => {
    const code = await consentedAndSent();
    const { change } = ports.ledger;
    ports.ledger.change = async () => {
      throw new Error('crash');
    };
    expect((await browser.confirm(code)).status).toBe(500);
    ports.ledger.change = change;
    expect(await count('code.right')).toBe(0);
    expect((await browser.confirm(code)).status).toBe(200);
    expect(await count('code.right')).toBe(1);
  });

  it('is of no use in another browser, and loses no try there', async () => {
    const code = await consentedAndSent();
    const thief = new Browser(signerDoor(ports));
    await thief.open(link);
    for (const _ of Array.from({ length: 6 }))
      expect(await thief.confirm(code)).toMatchObject({
        status: 409,
        body: { code: 'code_elsewhere' },
      });
    expect(ports.comparisons.count).toBe(0);
    expect((await browser.confirm(code)).status).toBe(200);
  });

  it('is void once a newer one was sent, and that is said', async () => {
    const first = await consentedAndSent();
    ports.clock.advance(60);
    await browser.sendCode();
    const typed = first === arrived() ? other(first) : first;
    expect(await browser.confirm(typed)).toMatchObject({
      status: 422,
      body: { code: 'code_wrong', facts: { triesLeft: 4, codes: 2 } },
    });
    expect(browser.answers.at(-1)?.body.title).toContain('Sono stati inviati 2 codici');
    expect((await browser.confirm(arrived())).status).toBe(200);
  });

  it('for one act is no good for the other', async () => {
    const toSign = await consentedAndSent();
    expect((await browser.confirm(toSign, 'decline')).body.code).toBe('code_wrong');
    expect((await browser.decline('no')).body.code).toBe('confirmation_required');
    ports.clock.advance(60);
    await browser.sendCode('decline');
    expect((await browser.confirm(arrived())).body.code).toBe('code_wrong');
    expect((await browser.confirm(arrived(), 'decline')).status).toBe(200);
    expect((await browser.show()).body.confirmedUntil).toBeUndefined();
  });

  it('that was sent before there were two acts is for signing', async () => {
    const { put } = ports.codes;
    const { generate } = ports.codeKey;
    function without(message: Uint8Array) {
      const { purpose: _, ...bound } = JSON.parse(new TextDecoder().decode(message));
      return new TextEncoder().encode(canonicalJson(bound));
    }
    ports.codeKey.generate = (message) => generate(without(message));
    ports.codes.put = (to, { purpose: _, ...old }) => put.call(ports.codes, to, old);
    const code = await consentedAndSent();
    expect((await browser.confirm(code, 'decline')).body.code).toBe('code_wrong');
    expect((await browser.confirm(code)).status).toBe(200);
    expect((await browser.show()).body.confirmedUntil).toBeDefined();
  });

  it('is found in the whole message pasted', async () => {
    await consentedAndSent();
    expect((await browser.confirm(codeMails().at(-1)!.text)).status).toBe(200);
  });

  it('of another party is wrong, though they share turn and document', async () => {
    id = await onClientsTurn(ports);
    const [mine, theirs] = [new Browser(signerDoor(ports)), new Browser(signerDoor(ports))];
    await mine.open(await invitedLink(ports, id, 'c1'));
    await theirs.open(await invitedLink(ports, id, 'c2'));
    for (const each of [mine, theirs]) {
      await each.consent();
      await each.sendCode();
    }
    expect((await theirs.confirm(arrivedCode(ports, 'sms'))).body.code).toBe('code_wrong');
  });

  it('that another took the place of while it was compared confirms nothing', async () => {
    const code = await consentedAndSent();
    const { confirm } = ports.codes;
    ports.codes.confirm = async (to, compared, by) => {
      const newer = { mac: new Uint8Array(32), sentAt: compared.sentAt + 60_000 };
      await ports.codes.put(to, { ...compared, ...newer });
      return confirm.call(ports.codes, to, compared, by);
    };
    expect((await browser.confirm(code)).body.code).toBe('code_used');
    expect((await browser.show()).body.confirmedUntil).toBeUndefined();
  });

  it('of an earlier round is wrong in the next', async () => {
    const code = await consentedAndSent();
    await step(ports, id, 're-sent', { party: 'd1' });
    await browser.open(await invitedLink(ports, id, 'd1'));
    expect((await browser.confirm(code)).status).not.toBe(200);
  });

  it('cannot be entered before one was sent', async () => {
    await browser.consent();
    expect(await browser.confirm('123456')).toMatchObject({
      status: 410,
      body: { code: 'code_expired' },
    });
    expect(ports.comparisons.count).toBe(0);
  });
});

describe('a wrong code', () => {
  it('says so and how many tries are left', async () => {
    const code = await consentedAndSent();
    expect(await browser.confirm(other(code))).toMatchObject({
      status: 422,
      body: { code: 'code_wrong', facts: { triesLeft: 4 } },
    });
    expect(browser.answers.at(-1)!.body.facts).not.toHaveProperty('codes');
    const entry = (await ports.ledger.entries(id)).at(-1);
    expect(entry).toMatchObject({ type: 'code.wrong', data: { party: 'd1', triesLeft: 4 } });
    expect((await browser.confirm(code)).status).toBe(200);
  });

  it('five times spends the code, and a new one may be asked for', async () => {
    const code = await consentedAndSent();
    for (const left of [4, 3, 2, 1, 0])
      expect((await browser.confirm(other(code))).body.facts.triesLeft).toBe(left);
    expect((await browser.confirm(code)).body).toMatchObject({
      code: 'code_wrong',
      facts: { triesLeft: 0 },
    });
    ports.clock.advance(60);
    await browser.sendCode();
    expect((await browser.confirm(arrived())).status).toBe(200);
  });

  it('is compared five times at most, however many come at once', async () => {
    const code = await consentedAndSent();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => browser.confirm(other(code))),
    );
    expect(ports.comparisons.count).toBe(5);
    expect(answers.every(({ status }) => status === 422)).toBe(true);
    expect(await count('code.wrong')).toBe(5);
  });

  it('of the fifth sending locks the party once it is spent', async () => {
    await browser.consent();
    for (let sending = 0; sending < 5; sending++) {
      ports.clock.advance(1800);
      await browser.sendCode();
    }
    for (let tries = 0; tries < 5; tries++) await browser.confirm(other(arrived()));
    expect(await browser.confirm(arrived())).toMatchObject({
      status: 423,
      body: { code: 'code_locked' },
    });
  });

  it('never more than 25 comparisons a round', async () => {
    await browser.consent();
    for (let sending = 0; sending < 9; sending++) {
      await browser.sendCode();
      for (let tries = 0; tries < 9; tries++) await browser.confirm(other(arrived()));
      ports.clock.advance(1800);
    }
    expect(ports.comparisons.count).toBe(25);
  });
});

describe('no secret', () => {
  const written: string[] = [];

  beforeEach(() => {
    written.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      written.push(String(line));
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());

  it('stands in an answer, a log line, the ledger or the table', async () => {
    const code = await consentedAndSent();
    await browser.confirm(other(code));
    await browser.confirm(code);
    ports.clock.advance(60);
    await mayDecline(ports, browser, 'email');
    await browser.decline('no');
    const session = [...browser.cookies.values()][0]!;
    const bodies = browser.answers.map(({ result }) => result.body).join('\n');
    const ledger = JSON.stringify(await ports.ledger.entries(id));
    const kept = JSON.stringify([...ports.links.rows, ...ports.sessions.rows]);
    for (const place of [bodies, written.join(''), ledger, kept]) {
      expect(place.length).toBeGreaterThan(100);
      for (const secret of [link, session]) expect(place).not.toContain(secret);
      expect(place).not.toMatch(new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`));
    }
  });
});
