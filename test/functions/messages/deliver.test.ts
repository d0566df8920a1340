import { beforeEach, describe, expect, it } from 'vitest';
import { makeDeliver } from '../../../functions/deliver/deliver.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import { NOT_SENT_YET } from '../../../shared/domain/ledger/entries.ts';
import { makeNotify } from '../../../shared/messages/notify.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import {
  BRAND,
  Browser,
  completedEnvelope,
  onClientsTurn,
  PARTNER,
  SETTINGS,
  type SignerPorts,
  sentEnvelope,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;

beforeEach(() => {
  ports = signerPorts();
});

const deliver = () => makeDeliver(ports, SETTINGS)({ operation: 'deliver', envelopeId: id });
const mailTo = (address: string) => ports.mailer.sent.filter(({ to }) => to.address === address);
const deliveredTo = async () =>
  (await ports.ledger.entries(id)).flatMap(({ type, data }) =>
    type === 'delivered' ? [data] : [],
  );

const failures = async () =>
  (await ports.ledger.entries(id)).filter(({ type }) => type === 'delivery.failed');

function delivering(over: Partial<SignerPorts> = {}) {
  const used = { ...ports, ...over };
  return makeDeliver(
    { ...used, notify: makeNotify(used, BRAND) },
    SETTINGS,
  )({
    operation: 'deliver',
    envelopeId: id,
  });
}

describe('each message of the end goes once', () => {
  beforeEach(async () => {
    id = await completedEnvelope(ports);
  });
  const written = () => ports.mailer.sent.length + ports.textMessages.sent.length;

  it('though two tasks run at once', async () => {
    await Promise.allSettled([delivering(), delivering()]);
    await delivering();
    expect(written()).toBe(4);
    expect((await deliveredTo()).map(({ to }) => to).sort()).toEqual(['c1', 'c2', 'd1', 'sender']);
  });

  it('though its entry could not be written', async () => {
    const ledger = Object.assign(Object.create(ports.ledger), {
      change: () => Promise.reject(new Error('no')),
    });
    await expect(delivering({ ledger })).rejects.toThrow('no');
    await delivering();
    expect(written()).toBe(4);
    expect(await deliveredTo()).toHaveLength(4);
  });

  it('but none once the document is gone: the purge waits for nobody', async () => {
    ports.clock.advance(14 * 86_400);
    expect(await delivering()).toEqual({ purgeAt: '2026-03-16T09:00:00.000Z' });
    expect(written()).toBe(0);
  });

  it('and one that cannot be sent is recorded once, and goes when it can', async () => {
    const mailer = Object.assign(Object.create(ports.mailer), {
      send: () => Promise.reject(new Error('no SES')),
    });
    for (let tries = 0; tries < 2; tries++)
      await expect(delivering({ mailer })).rejects.toThrow('no SES');
    expect((await failures()).map(({ data }) => data)).toEqual(
      ['d1', 'c2', 'sender'].map((to) => ({
        ...{ to, notice: 'delivery', reason: NOT_SENT_YET, kind: 'delayed' },
        ...(to !== 'sender' && { round: 0 }),
      })),
    );
    await delivering();
    expect(written()).toBe(4);
  });
});

describe('a completed envelope', () => {
  beforeEach(async () => {
    id = await completedEnvelope(ports);
  });

  it('goes to every party and the sender, each once and in their language', async () => {
    expect(await deliver()).toEqual({ purgeAt: '2026-03-16T09:00:00.000Z' });
    expect(ports.mailer.sent.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['maria.rossi@example.com', 'Firmato da tutti: Contratto di fornitura'],
      ['zoe@example.com', 'Signed by everyone: Contratto di fornitura'],
      [OWNER.email, 'Firmato da tutti: Contratto di fornitura'],
    ]);
    expect(ports.textMessages.sent.map(({ number }) => number)).toEqual(['+393331234567']);
    expect(await deliveredTo()).toEqual([
      { to: 'd1', attached: true },
      { to: 'c1', attached: false },
      { to: 'c2', attached: true },
      { to: 'sender', attached: true },
    ]);
  });

  it('comes from its sender, who gets the answers; to her from the company', async () => {
    await deliver();
    const { name, email } = OWNER;
    const fromHer = { fromName: `${name} (Acme S.r.l.)`, replyTo: { name, address: email } };
    expect(mailTo('zoe@example.com')[0]).toMatchObject(fromHer);
    expect(mailTo(email)[0]!.fromName).toBe('Acme S.r.l.');
    expect(mailTo(email)[0]!.replyTo).toBeUndefined();
  });

  it('has the signed PDF attached, and says where to verify it and until when it stays', async () => {
    await deliver();
    const [mail] = mailTo('zoe@example.com');
    expect(mail!.attachments).toEqual([
      {
        fileName: 'Contratto di fornitura (firmato).pdf',
        contentType: 'application/pdf',
        bytes: Buffer.from('%PDF-1.7'),
      },
    ]);
    expect(mail!.text).toContain(`${SETTINGS.verifierUrl}/v/${id}`);
    expect(mail!.text).toContain('16 March 2026');
  });

  it('by text message says for how many days the copy stays, and until when', async () => {
    await deliver();
    const [{ text } = { text: '' }] = ports.textMessages.sent;
    expect(text).toContain('"Contratto di fornitura"');
    expect(text).toContain('14 giorni');
    expect(text).toContain('16 mar 2026, 10:00 CET');
  });

  it('is also at a fresh link that downloads it', async () => {
    await deliver();
    for (const message of [mailTo('zoe@example.com')[0]!.text, ports.textMessages.sent[0]!.text]) {
      const browser = new Browser(signerDoor(ports));
      await browser.open(/\/sign#([\w-]{43})/.exec(message)![1]!);
      expect((await browser.download()).status).toBe(200);
    }
  });

  it('gives the sender no link of anyone’s', async () => {
    await deliver();
    const [mail] = mailTo(OWNER.email);
    expect(mail!.text + mail!.html).not.toMatch(/\/sign#/);
    expect(mail!.text).toContain(`${BRAND.appUrl}/console#/envelopes/${id}`);
  });

  it('above 6 MiB is sent as a link alone', async () => {
    const file = {
      ...revision(id, 4),
      key: `closed/${id}/signed.pdf`,
      length: 6 * 1024 * 1024 + 1,
    };
    const data = { file, beforeSeal: revision(id, 3), ledgerHead: 'c'.repeat(64) };
    await step(ports, id, 'completed', data);
    await deliver();
    expect(ports.mailer.sent.flatMap(({ attachments }) => attachments ?? [])).toEqual([]);
    expect(mailTo('zoe@example.com')[0]!.text).toContain('too large to be attached');
    expect((await deliveredTo()).every(({ attached }) => !attached)).toBe(true);
  });

  it('delivered again after a crash goes only to those who lack it', async () => {
    const { notify } = ports;
    ports.notify = async (envelope, recipient, ...rest) => {
      if (recipient.id === 'c2') throw new Error('throttled');
      return notify(envelope, recipient, ...rest);
    };
    await expect(deliver()).rejects.toThrow('throttled');
    expect((await deliveredTo()).map(({ to }) => to)).toEqual(['d1', 'c1', 'sender']);
    ports.notify = notify;
    await deliver();
    await deliver();
    expect(ports.mailer.sent).toHaveLength(3);
    expect(ports.textMessages.sent).toHaveLength(1);
  });

  it('keeps nobody waiting for one who cannot be reached', async () => {
    ports.mailer.undeliverable.add('maria.rossi@example.com');
    await deliver();
    await deliver();
    const failures = (await ports.ledger.entries(id)).filter(
      ({ type }) => type === 'delivery.failed',
    );
    expect(failures.map(({ data }) => data)).toEqual([
      { to: 'd1', notice: 'delivery', reason: 'undeliverable', kind: 'failed', round: 0 },
    ]);
    expect((await deliveredTo()).map(({ to }) => to)).toEqual(['c1', 'c2', 'sender']);
  });
});

describe('a sender who also signs', () => {
  const { name, email } = OWNER;
  const herself: Party = { ...PARTNER, name, channel: { kind: 'email', address: email } };

  it('gets the signed document once, and it counts for both', async () => {
    id = await completedEnvelope(ports, herself);
    await deliver();
    await deliver();
    expect(mailTo(email)).toHaveLength(1);
    expect(mailTo(email)[0]!.attachments).toHaveLength(1);
    expect(mailTo(email)[0]!.text).toContain(`${BRAND.appUrl}/console#/envelopes/${id}`);
    expect((await deliveredTo()).filter(({ attached }) => attached).map(({ to }) => to)).toEqual([
      ...['d1', 'c2', 'sender'],
    ]);
  });

  it('gets one, though the first of the two entries was the last thing that worked', async () => {
    id = await completedEnvelope(ports, herself);
    let left = 3;
    const change: typeof ports.ledger.change = (...of) =>
      left-- > 0 ? ports.ledger.change(...of) : Promise.reject(new Error('no'));
    const ledger = Object.assign(Object.create(ports.ledger), { change });
    await expect(delivering({ ledger })).rejects.toThrow('no');
    await delivering();
    expect(mailTo(email)).toHaveLength(1);
    expect((await deliveredTo()).map(({ to }) => to)).toEqual(['d1', 'c1', 'c2', 'sender']);
  });

  it('learns once why there will be none', async () => {
    id = await onClientsTurn(ports, herself);
    await step(ports, id, 'invited', { party: 'c2', notice: 'invitation' });
    await step(ports, id, 'declined', { party: 'c1', reason: 'Vedi altro contratto' });
    await deliver();
    expect(mailTo(email).map(({ text }) => text)).toEqual([
      expect.stringContaining('Vedi altro contratto'),
    ]);
    expect((await deliveredTo()).map(({ to }) => to)).toEqual(['c2', 'sender']);
  });

  it('is told apart from another person with the same address, who gets a mail of their own', async () => {
    id = await completedEnvelope(ports, { ...herself, name: 'Paolo Bianchi' });
    await deliver();
    expect(mailTo(email).map(({ to }) => to.name)).toEqual(['Paolo Bianchi', name]);
  });
});

describe('an envelope that stopped', () => {
  beforeEach(async () => {
    id = await onClientsTurn(ports);
    await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
    await step(ports, id, 'invited', { party: 'c1', notice: 'invitation' });
  });

  it('is told to those who were invited and to the sender, with nothing attached', async () => {
    await step(ports, id, 'voided', { reason: 'Prezzo sbagliato' });
    expect(await deliver()).toEqual({ purgeAt: '2026-03-16T09:00:00.000Z' });
    await deliver();
    expect(ports.mailer.sent.map(({ to }) => to.address)).toEqual([
      'maria.rossi@example.com',
      OWNER.email,
    ]);
    expect(ports.textMessages.sent).toHaveLength(1);
    expect(mailTo('maria.rossi@example.com')[0]!.text).toContain('Prezzo sbagliato');
    expect(ports.mailer.sent.flatMap(({ attachments }) => attachments ?? [])).toEqual([]);
    expect(ports.mailer.sent.map(({ text }) => text).join()).not.toMatch(/\/sign#/);
  });

  it('by a refusal tells the reason, and where the request is, to the sender alone', async () => {
    await step(ports, id, 'declined', { party: 'c1', reason: 'Vedi altro contratto' });
    await deliver();
    expect(mailTo(OWNER.email)[0]!.text).toContain('Vedi altro contratto');
    expect(mailTo(OWNER.email)[0]!.text).toContain(`/console#/envelopes/${id}`);
    const [director] = mailTo('maria.rossi@example.com');
    expect(director!.text).toContain('Luca Verdi ha scelto di non firmare');
    expect(director!.text + director!.html).not.toContain('Vedi altro contratto');
    expect(director!.text + director!.html).not.toContain('/console');
  });

  it('by its deadline says when that was', async () => {
    await step(ports, id, 'expired', {});
    await deliver();
    expect(mailTo(OWNER.email)[0]!.text).toContain('entro il 16 marzo 2026');
  });

  it('by a fault tells the sender what to mend', async () => {
    await step(ports, id, 'failed', { stage: 'prepare', code: 'pdf_damaged' });
    await deliver();
    expect(mailTo(OWNER.email)[0]!.text).toContain('Il PDF è danneggiato');
    expect(mailTo('maria.rossi@example.com')[0]!.text).not.toContain('danneggiato');
  });
});

describe('an envelope that has not ended', () => {
  it('is not delivered', async () => {
    id = await sentEnvelope(ports);
    await expect(deliver()).rejects.toThrow('has not ended');
    expect(ports.mailer.sent).toHaveLength(0);
  });
});
