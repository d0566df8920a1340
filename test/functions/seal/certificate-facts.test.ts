import { beforeEach, describe, expect, it } from 'vitest';
import {
  type CertificatePrivacy,
  certificateFacts,
} from '../../../functions/seal/certificate-facts.ts';
import type { Signed } from '../../../shared/domain/envelope/envelope.ts';
import { correctContact } from '../../../shared/domain/transitions/sender-acts.ts';
import { codeSent, codeWrong, consent, open } from '../../../shared/domain/transitions/signing.ts';
import { deliveryFailed, invited } from '../../../shared/domain/transitions/workflow-steps.ts';
import {
  append,
  decide,
  ENVELOPE_ID,
  prepare,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../fixtures/sealing.ts';

const SENDER = { kind: 'sender', subject: 'employee' } as const;
const CLIENT = { kind: 'party', party: 'client' } as const;

let ports: SealingPorts;
beforeEach(async () => {
  ports = sealingPorts();
  await sentEnvelope(ports);
  await prepare(ports);
});

type Steps = [by: Parameters<typeof decide>[1], transition: Parameters<typeof decide>[2]];

const invite = (party: string, notice: 'invitation' | 'reminder') =>
  step('invite', (envelope) => invited(envelope, { party, notice }));

async function step(...[by, transition]: Steps) {
  ports.clock.advance(60);
  await decide(ports, by, transition);
  return ports.clock.now().toISOString();
}

const PRIVATE: CertificatePrivacy = { contacts: 'masked', addresses: 'masked' };

const signed = async () => (await ports.ledger.load(ENVELOPE_ID)) as Signed;

const facts = async (privacy = PRIVATE, envelope?: Signed) =>
  certificateFacts(envelope ?? (await signed()), await ports.ledger.entries(ENVELOPE_ID), {
    company: 'Acme S.r.l.',
    timeZone: 'Europe/Rome',
    verifierUrl: 'https://verify.example.com',
    claimUrl: 'https://verify.example.com/v/x#y',
    sealedAt: ports.clock.now(),
    privacy,
  });

async function signedByAll() {
  await signBy(ports, 'director');
  await append(ports);
  await signBy(ports, 'client');
  await append(ports);
}

describe('the certificate', () => {
  it('tells what happened to a party in order of time, each kind once, with how often and when last', async () => {
    await signBy(ports, 'director');
    await append(ports);
    const invitedAt = await invite('client', 'invitation');
    const failure = { to: 'client', notice: 'invitation', reason: 'bounce' } as const;
    const undelivered = await step('feedback', (it) => deliveryFailed(it, failure));
    for (const kind of ['delayed', 'complaint'] as const)
      await step('feedback', (it) =>
        deliveryFailed(it, { ...failure, reason: 'other', kind, round: 0, message: kind }),
      );
    const channel = { kind: 'sms', number: '+393337654321' } as const;
    const corrected = await step(SENDER, (it, now) => correctContact(it, 'client', channel, now));
    const again = await invite('client', 'invitation');
    await invite('client', 'reminder');
    await invite('client', 'reminder');
    const reminded = await invite('client', 'reminder');
    const terms = {
      party: 'client',
      version: '1',
      language: 'it',
      sha256: 'e'.repeat(64),
    } as const;
    await step(CLIENT, (it) => open(it, 'client'));
    await step(CLIENT, (it, now) => consent(it, terms, now));
    await step(CLIENT, (it, now) => codeSent(it, { party: 'client', channel: 'masked' }, now));
    const wrong = await step(CLIENT, (it, now) =>
      codeWrong(it, { party: 'client', triesLeft: 4 }, now),
    );
    await signBy(ports, 'client');
    await append(ports);
    const moments = (await facts()).parties[1]!.moments;
    expect(moments.map(({ kind, times }) => [kind, times])).toEqual([
      ['invited', 1],
      ['undelivered', 1],
      ['corrected', 1],
      ['invitedAgain', 1],
      ['reminded', 3],
      ['opened', 1],
      ['consented', 1],
      ['codeWrong', 1],
      ['codeSent', 2],
      ['confirmed', 1],
      ['signed', 1],
    ]);
    expect(moments.slice(0, 5).map(({ at }) => at)).toEqual([
      invitedAt,
      undelivered,
      corrected,
      again,
      reminded,
    ]);
    expect(moments[7]!.at).toBe(wrong);
  });

  it('counts the entries up to the head that it prints, and none that came later', async () => {
    await signedByAll();
    const envelope = await signed();
    const before = await facts();
    const late = { to: 'client', notice: 'code', reason: 'bounce' } as const;
    await decide(ports, 'feedback', (it) => deliveryFailed(it, late));
    const told = await facts(PRIVATE, envelope);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(told.ledgerHead).toBe(entries[told.ledgerEntries - 1]!.hash);
    expect(told.parties).toEqual(before.parties);
  });

  it.each([
    ['masked', 'masked', 'j•••@acme.example', '203.0.113.•••'],
    ['hidden', 'hidden', undefined, undefined],
    ['masked', 'shown', 'j•••@acme.example', '203.0.113.7'],
  ] as const)(
    'has contacts %s and addresses %s as the company configures',
    async (contacts, addresses, contact, address) => {
      await signedByAll();
      const [director] = (await facts({ contacts, addresses })).parties;
      expect(director!.channel.masked).toBe(contact);
      expect(director!.ipAddress).toBe(address);
    },
  );

  it('holds no contact and no address whole, unless the company wants it', async () => {
    await signedByAll();
    const text = JSON.stringify(await facts());
    expect(text).not.toMatch(/julia@|\+393331234567|203\.0\.113\.7/);
  });
});
