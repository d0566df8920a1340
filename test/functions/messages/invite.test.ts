import { beforeEach, describe, expect, it } from 'vitest';
import { makeExpire } from '../../../functions/invite/expire.ts';
import { makeInvite } from '../../../functions/invite/invite.ts';
import { secretSha256 } from '../../../shared/domain/secrets/secret.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import {
  BRAND,
  onClientsTurn,
  PARTNER,
  recordedTypes,
  type SignerPorts,
  sentEnvelope,
  signedStep,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;

beforeEach(async () => {
  ports = signerPorts();
  id = await sentEnvelope(ports);
});

const invite = (
  party: string,
  notice: 'invitation' | 'reminder' = 'invitation',
  taskToken = 'token-1',
  over: Partial<SignerPorts> = {},
) =>
  makeInvite(
    { ...ports, ...over },
    BRAND,
  )({ operation: 'invite', envelopeId: id, party, notice, taskToken });

const lastMail = () => ports.mailer.sent.at(-1)!;
const entriesOf = async (type: string) =>
  (await ports.ledger.entries(id)).filter((entry) => entry.type === type);

describe('an invitation', () => {
  it('sends the party a link of its own and leaves the workflow waiting on the token', async () => {
    expect(await invite('d1')).toBeUndefined();
    expect(lastMail()).toMatchObject({
      to: { name: 'Maria Rossi', address: 'maria.rossi@example.com' },
      subject: 'Da firmare: Contratto di fornitura',
      tags: { envelope: id, party: 'd1', notice: 'invitation' },
    });
    expect(lastMail().text).toContain('16 marzo 2026');
    expect(lastMail().text).toContain('> Grazie!');
    expect((await ports.taskTokens.find(id, 'd1'))?.token).toBe('token-1');
    expect(ports.workflow.resumed).toHaveLength(0);
    expect((await entriesOf('invited')).map(({ data }) => data)).toEqual([
      { party: 'd1', notice: 'invitation', occasion: 'first' },
    ]);
  });

  it('keeps only the hash of the link, until 30 days after the latest removal', async () => {
    await invite('d1');
    const token = /#([\w-]{43})/.exec(lastMail().text)![1]!;
    const [hash, row] = [...ports.links.rows][0]!;
    expect(hash).toBe(secretSha256(token));
    expect(row.expiresAt * 1000).toBe(Date.parse('2026-03-02T09:00:00Z') + 58 * 86_400_000);
    expect(JSON.stringify(await ports.ledger.entries(id))).not.toContain(token);
  });

  it('goes by text message to a party reached so', async () => {
    await invite('c1');
    expect(ports.textMessages.sent).toHaveLength(1);
    expect(ports.textMessages.sent[0]).toMatchObject({ number: '+393331234567' });
    expect(ports.textMessages.sent[0]!.text).toMatch(
      /https:\/\/sign\.acme\.example\/sign#[\w-]{43}$/,
    );
    expect(ports.mailer.sent).toHaveLength(0);
  });

  it('by text message names the document and until when it can be signed', async () => {
    await invite('c1');
    const [{ text } = { text: '' }] = ports.textMessages.sent;
    expect(text).toContain('"Contratto di fornitura"');
    expect(text).toContain('16 mar 2026, 10:00 CET');
  });

  it('to the sender does not say that she asks herself', async () => {
    const { name, email } = OWNER;
    id = await sentEnvelope(ports, {
      ...PARTNER,
      name,
      channel: { kind: 'email', address: email },
    });
    await invite('c2');
    expect(lastMail().text).toContain('which you sent for Acme S.r.l., is yours to sign too');
    expect(lastMail()).toMatchObject({ fromName: 'Acme S.r.l.', to: { name, address: email } });
    expect(lastMail().replyTo).toBeUndefined();
  });

  it('is in the party’s language', async () => {
    await invite('c2');
    expect(lastMail().subject).toBe('Please sign: Contratto di fornitura');
    expect(lastMail().text).toContain('16 March 2026');
  });

  it('that cannot be delivered is recorded, and the wait goes on for the sender to mend it', async () => {
    ports.mailer.undeliverable.add('maria.rossi@example.com');
    expect(await invite('d1')).toBeUndefined();
    expect((await entriesOf('delivery.failed'))[0]!.data).toMatchObject({
      to: 'd1',
      notice: 'invitation',
      reason: 'undeliverable',
      kind: 'failed',
      round: 0,
    });
    expect(await entriesOf('invited')).toHaveLength(0);
    expect(await ports.taskTokens.find(id, 'd1')).toBeDefined();
    expect(ports.workflow.resumed).toHaveLength(0);
  });
});

describe('a reminder', () => {
  it('carries a further link and is recorded', async () => {
    await invite('d1');
    const first = lastMail().text;
    await invite('d1', 'reminder', 'token-2');
    expect(lastMail().subject).toContain('Promemoria');
    expect(lastMail().text).not.toBe(first);
    expect(ports.links.rows.size).toBe(2);
    expect((await entriesOf('invited')).map(({ data }) => data)).toContainEqual({
      party: 'd1',
      notice: 'reminder',
      occasion: expect.any(String),
    });
  });

  it('that the sender asked for reads as a reminder, a re-send as an invitation, each recorded', async () => {
    await invite('d1');
    await step(ports, id, 'reminded', { party: 'd1' });
    await invite('d1', 'invitation', 'token-2');
    expect(lastMail().subject).toContain('Promemoria');
    await step(ports, id, 're-sent', { party: 'd1' });
    await invite('d1', 'invitation', 'token-3');
    expect(lastMail().subject).toContain('Da firmare');
    expect((await entriesOf('invited')).map(({ data }) => data)).toMatchObject([
      { party: 'd1', notice: 'invitation' },
      { party: 'd1', notice: 'reminder' },
      { party: 'd1', notice: 'invitation' },
    ]);
  });
});

describe('when the party has acted already', () => {
  it('the wait ends at once, and nothing is sent', async () => {
    await signedStep(ports, id, 'd1', 0);
    expect(await invite('d1')).toEqual({ outcome: 'signed' });
    await step(ports, id, 'voided', { reason: 'errore' });
    expect(await invite('c1', 'invitation', 'token-2')).toEqual({ outcome: 'ended' });
    expect(ports.workflow.resumed).toEqual([
      { taskToken: 'token-1', outcome: 'signed' },
      { taskToken: 'token-2', outcome: 'ended' },
    ]);
    expect(ports.mailer.sent).toHaveLength(0);
    expect(ports.textMessages.sent).toHaveLength(0);
  });

  /** Runs right before the token is stored, when the relay has no token to resume. */
  const actingBeforeTheToken = (act: () => Promise<unknown>) =>
    Object.assign(Object.create(ports.taskTokens), {
      put: async (...args: Parameters<typeof ports.taskTokens.put>) => {
        await act();
        return ports.taskTokens.put(...args);
      },
    });

  it.each([
    ['signed', 'signed', () => signedStep(ports, id, 'd1', 0)],
    ['declined', 'ended', () => step(ports, id, 'declined', { party: 'd1', reason: 'no' })],
    ['re-sent', 'again', () => step(ports, id, 're-sent', { party: 'd1' })],
    ['reminded', 'again', () => step(ports, id, 'reminded', { party: 'd1' })],
  ] as const)('meanwhile (%s), the wait ends as %s', async (_, outcome, act) => {
    const taskTokens = actingBeforeTheToken(act);
    expect(await invite('d1', 'invitation', 'token-9', { taskTokens })).toEqual({ outcome });
    expect(ports.workflow.resumed).toEqual([{ taskToken: 'token-9', outcome }]);
  });

  it('another party’s signature ends no one else’s wait', async () => {
    id = await onClientsTurn(ports);
    const taskTokens = actingBeforeTheToken(() => signedStep(ports, id, 'c2', 1));
    expect(await invite('c1', 'invitation', 'token-9', { taskTokens })).toBeUndefined();
    expect(ports.workflow.resumed).toHaveLength(0);
  });
});

describe('the deadline', () => {
  const expire = () => makeExpire(ports)({ operation: 'expire', envelopeId: id });

  it('ends the envelope', async () => {
    ports.clock.set('2026-03-16T09:00:00.000Z');
    expect(await expire()).toEqual({ outcome: 'ended' });
    expect(await expire()).toEqual({ outcome: 'ended' });
    expect(await entriesOf('expired')).toHaveLength(1);
  });

  it('is asked for again when this clock is behind the workflow’s', async () => {
    ports.clock.set('2026-03-16T08:59:59.999Z');
    await expect(expire()).rejects.toThrow('too early');
    expect(await recordedTypes(ports, id)).not.toContain('expired');
  });

  it('does not undo a last signature that came just before it', async () => {
    id = await onClientsTurn(ports);
    await signedStep(ports, id, 'c1', 1);
    await step(ports, id, 'appended', { party: 'c1', revision: revision(id, 2) });
    await signedStep(ports, id, 'c2', 1);
    ports.clock.set('2026-03-16T09:00:00.000Z');
    expect(await expire()).toEqual({ outcome: 'signed' });
    expect(await recordedTypes(ports, id)).not.toContain('expired');
  });
});
