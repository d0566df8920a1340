import { beforeEach, describe, expect, it } from 'vitest';
import { makeFeedback } from '../../../functions/feedback/feedback.ts';
import type { Outcome } from '../../../functions/feedback/report.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import { makeHandOver } from '../../../functions/sender/steering/hand-over.ts';
import { HandOverInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { makeMailTo } from '../../../shared/messages/mail-to.ts';
import { listUrl } from '../../../shared/messages/notice.ts';
import { followedLines } from '../../../shared/runtime/followed-lines.ts';
import { draft, step, underWay } from '../../fixtures/envelope-steps.ts';
import { CREATED } from '../../fixtures/sample-envelope.ts';
import { BRAND, type SignerPorts, signerPorts } from '../../fixtures/signer-door.ts';

const ADMIN = { subject: 'boss', email: 'boss@rossi.test', name: 'Bianca Capo' };
const CALLER = { ...ADMIN, isAdministrator: true, emailVerified: true };
const HEIR = { subject: 'heir', email: 'erede@rossi.test', name: 'Elio Erede' };
const NEXT = { subject: 'next', email: 'terza@rossi.test', name: 'Tea Terza' };
const BATCH = { id: 'abcdefgh-12345678', size: 3 };

let ports: SignerPorts;
let outcomes: Outcome[];

beforeEach(() => {
  ports = signerPorts();
  outcomes = [];
});

const handOver = (id: string, body: object) =>
  makeHandOver(ports)({
    body: HandOverInput.parse(body),
    query: {},
    path: { id },
    language: 'it' as const,
    caller: CALLER,
  });

/** The event of each envelope's newest entry, as it reaches the function over the bus. */
async function told(ids: readonly string[], over: Partial<SignerPorts> = {}): Promise<void> {
  const used = { ...ports, ...over };
  const publish = makePublish(ports, async () => {});
  for (const id of ids) await publish((await ports.ledger.entries(id)).at(-1)!);
  for (const { type, detail } of ports.bus.events.splice(0))
    await makeFeedback(
      { ...used, mailTo: makeMailTo(used, BRAND), listUrl: listUrl(BRAND) },
      { linesOf: followedLines, onOutcome: (outcome) => outcomes.push(outcome) },
    )({ source: 'sigillo', 'detail-type': type, detail });
}

const mails = () => ports.mailer.sent;

describe('who is handed an envelope', () => {
  it('learns from whom, which one and where it is, in one mail', async () => {
    const id = await underWay(ports);
    await handOver(id, { to: HEIR });
    await told([id]);
    await told([id]);
    expect(outcomes).toEqual(['told', 'nothing to do']);
    expect(mails().map(({ to }) => to)).toEqual([{ name: HEIR.name, address: HEIR.email }]);
    const { text, subject } = mails()[0]!;
    expect(subject).toBe(`Ora è affidata a lei: ${CREATED.title}`);
    expect(text).toContain(
      `Bianca Capo le ha passato la richiesta di firma «${CREATED.title}», che era di ${CREATED.owner.name}.`,
    );
    expect(text).toContain(`${BRAND.appUrl}/console#/envelopes/${id}`);
    expect(text).toContain('su richiesta di Bianca Capo');
  });

  it('gets no mail about what she takes herself', async () => {
    const id = await underWay(ports);
    await handOver(id, {});
    await told([id]);
    expect(mails()).toEqual([]);
  });

  it('hears of it also when it ended long ago', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'voided', { reason: 'x' });
    ports.clock.advance(400 * 86_400);
    await handOver(id, { to: HEIR });
    await told([id]);
    await told([id]);
    expect(mails()).toHaveLength(1);
  });

  it('is told nothing once it is somebody else’s, or gone, or a month has passed', async () => {
    const passedOn = await underWay(ports);
    await handOver(passedOn, { to: HEIR });
    const [entry] = (await ports.ledger.entries(passedOn)).slice(-1);
    await handOver(passedOn, { to: NEXT });
    await makePublish(ports, async () => {})(entry!);
    await told([passedOn]);
    expect(mails().map(({ to }) => to.address)).toEqual([NEXT.email]);
    const deleted = await draft(ports);
    await handOver(deleted, { to: HEIR });
    const [changed] = (await ports.ledger.entries(deleted)).slice(-1);
    await step(ports, deleted, 'discarded', {});
    await makePublish(ports, async () => {})(changed!);
    await told([]);
    const late = await underWay(ports);
    await handOver(late, { to: HEIR });
    ports.clock.advance(30 * 86_400);
    await told([late]);
    expect(mails()).toHaveLength(1);
  });

  it('is mailed at the next try where the first failed, and only then', async () => {
    const id = await underWay(ports);
    await handOver(id, { to: HEIR });
    const entries = await ports.ledger.entries(id);
    const mailer = { ...ports.mailer, send: () => Promise.reject(new Error('no SES')) };
    const failing = told([id], { mailer: mailer as unknown as SignerPorts['mailer'] });
    await expect(failing).rejects.toThrow('no SES');
    await makePublish(ports, async () => {})(entries.at(-1)!);
    await told([]);
    expect(mails()).toHaveLength(1);
  });

  it('of a former version’s entry is told nothing: it does not say by whom', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'owner.changed', { owner: HEIR });
    await told([id]);
    expect(outcomes).toEqual(['nothing to do']);
  });
});

describe('a batch', () => {
  it('is one mail that says how many and leads to the list', async () => {
    const ids = [await underWay(ports), await underWay(ports), await underWay(ports)];
    for (const id of ids) await handOver(id, { to: HEIR, batch: BATCH });
    await told(ids);
    await told(ids);
    expect(mails()).toHaveLength(1);
    const { text, subject } = mails()[0]!;
    expect(subject).toBe('Bianca Capo le passa 3 richieste di firma');
    expect(text).toContain(`La prima è «${CREATED.title}», che era di ${CREATED.owner.name}.`);
    expect(text).toContain(`${BRAND.appUrl}/console#/`);
    expect(text).not.toContain(ids[0]);
  });

  it('of the same name to another person is another one', async () => {
    const ids = [await underWay(ports), await underWay(ports)] as const;
    await handOver(ids[0], { to: HEIR, batch: BATCH });
    await handOver(ids[1], { to: NEXT, batch: BATCH });
    await told(ids);
    expect(mails().map(({ to }) => to.address)).toEqual([HEIR.email, NEXT.email]);
  });

  it('of all that somebody had names whose they were', async () => {
    const id = await underWay(ports);
    await handOver(id, { to: HEIR, all: true });
    await told([id]);
    expect(mails()[0]!.subject).toBe(
      `Bianca Capo le passa le richieste di firma di ${CREATED.owner.name}`,
    );
  });
});
