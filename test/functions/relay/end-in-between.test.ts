import { beforeEach, describe, expect, it } from 'vitest';
import { makeDeliver } from '../../../functions/deliver/deliver.ts';
import { makeInvite } from '../../../functions/invite/invite.ts';
import type { EntryData } from '../../../shared/domain/ledger/entries.ts';
import { makeNotify } from '../../../shared/messages/notify.ts';
import { CLAIM_SECONDS } from '../../../shared/ports/messages.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import {
  BRAND,
  onClientsTurn,
  SETTINGS,
  type SignerPorts,
  signerPorts,
} from '../../fixtures/signer-door.ts';

const INVITED = 'zoe@example.com';
const ENDS = {
  voided: { reason: 'Prezzo sbagliato' },
  declined: { party: 'c1', reason: 'Non mi riguarda' },
  expired: {},
  failed: { stage: 'seal', code: 'internal' },
} as const satisfies Partial<EntryData>;
type End = keyof typeof ENDS;
const EACH_END = Object.keys(ENDS) as End[];

let ports: SignerPorts;
let id: string;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  await step(ports, id, 'invited', { party: 'd1', notice: 'invitation' });
});

const end = (how: End) => step(ports, id, how, ENDS[how]);

function invite(over: Partial<SignerPorts> = {}, taskToken = 'token') {
  const used = { ...ports, ...over };
  const party = { envelopeId: id, party: 'c2', taskToken, order: 1 };
  return makeInvite(
    { ...used, notify: makeNotify(used, BRAND) },
    BRAND,
  )({ operation: 'invite', notice: 'invitation', ...party });
}
const deliver = () => makeDeliver(ports, SETTINGS)({ operation: 'deliver', envelopeId: id });

/** The port with one call replaced. */
const altered = <P extends object>(port: P, over: Partial<P>): P =>
  new Proxy(port, {
    get: (target, name) => {
      if (Object.hasOwn(over, name)) return Reflect.get(over, name);
      const member = Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
const broken = () => Promise.reject(new Error('no answer'));

const mails = () => ports.mailer.sent.filter(({ to }) => to.address === INVITED);
const [invitations, ends] = [true, false].map(
  (has) => () => mails().filter(({ text }) => text.includes('/sign#') === has).length,
) as [() => number, () => number];
const told = async () =>
  (await ports.ledger.entries(id)).flatMap(({ type, data }) =>
    type === 'delivered' && data.to === 'c2' ? [data] : [],
  );

describe.each(EACH_END)('who was invited when the envelope was %s is told once', (how) => {
  it('though the end came before the entry of the invitation', async () => {
    const send: typeof ports.mailer.send = async (mail) => {
      await ports.mailer.send(mail);
      await end(how);
    };
    expect(await invite({ mailer: altered(ports.mailer, { send }) })).toEqual({ outcome: 'ended' });
    await deliver();
    await deliver();
    expect([invitations(), ends()]).toEqual([1, 1]);
    expect(await told()).toEqual([{ to: 'c2', attached: false }]);
  });

  it('though whoever sent it died before it could say so', async () => {
    const dead = { ledger: altered(ports.ledger, { change: broken }) };
    await expect(
      invite({ ...dead, claims: altered(ports.claims, { settle: broken }) }),
    ).rejects.toThrow('no answer');
    await end(how);
    await expect(deliver()).rejects.toThrow('an invitation is being sent');
    expect(ports.mailer.sent.map(({ to }) => to.address)).toContain(OWNER.email);
    expect(ends()).toBe(0);
    ports.clock.advance(CLAIM_SECONDS + 1);
    await deliver();
    await deliver();
    expect([invitations(), ends()]).toEqual([1, 1]);
  });

  it('though the answer to its message was lost', async () => {
    const send: typeof ports.mailer.send = async (mail) => {
      await ports.mailer.send(mail);
      return broken();
    };
    await expect(invite({ mailer: altered(ports.mailer, { send }) })).rejects.toThrow('no answer');
    await end(how);
    await deliver();
    await deliver();
    expect([invitations(), ends()]).toEqual([1, 1]);
  });
});

describe.each(EACH_END)('a try that finds the envelope %s forgets none before it', (how) => {
  function endBeforeClaim() {
    const take: typeof ports.claims.take = async (...message) => {
      await end(how);
      return ports.claims.take(...message);
    };
    return invite({ claims: altered(ports.claims, { take }) });
  }

  it('whose answer was lost', async () => {
    const send: typeof ports.mailer.send = async (mail) => {
      await ports.mailer.send(mail);
      return broken();
    };
    await expect(invite({ mailer: altered(ports.mailer, { send }) })).rejects.toThrow('no answer');
    expect(await endBeforeClaim()).toEqual({ outcome: 'ended' });
    await deliver();
    expect([invitations(), ends()]).toEqual([1, 1]);
  });

  it('whose sender died', async () => {
    const dead = { ledger: altered(ports.ledger, { change: broken }) };
    await expect(
      invite({ ...dead, claims: altered(ports.claims, { settle: broken }) }),
    ).rejects.toThrow('no answer');
    ports.clock.advance(CLAIM_SECONDS + 1);
    expect(await endBeforeClaim()).toEqual({ outcome: 'ended' });
    await deliver();
    expect([invitations(), ends()]).toEqual([1, 1]);
  });
});

describe.each(EACH_END)('who got no link before the envelope was %s is told nothing', (how) => {
  it('and none is sent after it, though the ledger was read before', async () => {
    const take: typeof ports.claims.take = async (...message) => {
      await end(how);
      return ports.claims.take(...message);
    };
    expect(await invite({ claims: altered(ports.claims, { take }) })).toEqual({ outcome: 'ended' });
    await deliver();
    expect(mails()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it('nor is any failure told, where the invitation could not arrive', async () => {
    ports.mailer.undeliverable.add(INVITED);
    await invite();
    ports.mailer.undeliverable.clear();
    await end(how);
    await deliver();
    expect(mails()).toEqual([]);
  });

  it('nor to whom nobody ever wrote', async () => {
    await end(how);
    await deliver();
    expect(mails()).toEqual([]);
  });
});

it('a new invitation that the sender asked for counts as well', async () => {
  await step(ports, id, 're-sent', { party: 'c2' });
  const send: typeof ports.mailer.send = async (mail) => {
    await ports.mailer.send(mail);
    await end('voided');
  };
  await invite({ mailer: altered(ports.mailer, { send }) });
  await deliver();
  expect([invitations(), ends()]).toEqual([1, 1]);
});
