import { afterEach, describe, expect, it } from 'vitest';
import { publicRecord } from '../../../functions/relay/public-record.ts';
import type { Signing } from '../../../shared/domain/envelope/envelope.ts';
import { type Party, turnsOf } from '../../../shared/domain/envelope/party.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { draft, revision, step } from '../../fixtures/envelope-steps.ts';
import { inTurns, ORDERS } from '../../fixtures/in-turns.ts';
import { CREATED, DOCUMENT } from '../../fixtures/sample-envelope.ts';
import { bytesOf, finished, load, prepared } from '../../fixtures/sealed-journey.ts';
import { append, close, ENVELOPE_ID, signBy } from '../../fixtures/sealing.ts';
import type { SignerPorts } from '../../fixtures/signer-door.ts';
import { DAY_MS, VirtualCompany } from '../../fixtures/virtual-company.ts';
import { readPages } from '../../pdf/read-pdf.ts';

const idsOf = (parties: readonly Party[]) => parties.map(({ id }) => id).sort();

describe.each(ORDERS)('the workflow of %s', (order) => {
  const parties = inTurns(order);
  const [first = []] = turnsOf(parties);
  let company: VirtualCompany;
  let read = 0;
  afterEach(() => company.close());

  async function begun(): Promise<void> {
    company = new VirtualCompany();
    read = 0;
    await company.begin((ports) => sentTo(ports, parties));
  }

  /** Recipients of new mails, sorted, because mails of one moment may be sent in any order. */
  function written(): string[] {
    const all = company.ports.mailer.sent.map(({ tags }) => tags.party ?? '');
    const news = all.slice(read);
    read = all.length;
    return news.sort();
  }

  it('writes to each turn when the one before has signed, and to everyone at the end', async () => {
    await begun();
    let signed = 0;
    for (const turn of turnsOf(parties)) {
      expect(written()).toEqual(idsOf(turn));
      for (const { id } of turn.toReversed()) await company.signs(id, signed);
      signed += turn.length;
    }
    expect(await company.status()).toBe('completed');
    expect(written()).toEqual([...idsOf(parties), 'sender']);
    const told = await company.ports.ledger.entries(company.id);
    const when = (type: string, id: string) =>
      told.findIndex(
        (entry) => entry.type === type && (entry.data as { party: string }).party === id,
      );
    for (const [before, after] of neighbours(turnsOf(parties)))
      for (const { id } of before)
        for (const { id: later } of after) {
          expect(when('appended', id)).toBeLessThan(when('invited', later));
          expect(when('appended', id)).toBeGreaterThan(when('signed', id));
        }
  });

  it('reminds those whose turn it is, of whichever side, and tells nobody else of the end', async () => {
    await begun();
    written();
    await company.pass(4 * DAY_MS);
    expect(written()).toEqual(idsOf(first));
    await step(company.ports, company.id, 'voided', { reason: 'Errore' });
    await company.drain();
    expect(written()).toEqual([...idsOf(first), 'sender']);
  });
});

describe.each(ORDERS)('the sealed file of %s', (order) => {
  const parties = inTurns(order);

  it('verifies, and says of each signer the side, in the order of the turns', async () => {
    const ports = await prepared(parties);
    for (const turn of turnsOf(parties)) {
      const waiting = parties.filter((party) => party.turn > turn[0]!.turn);
      for (const { id } of waiting)
        await expect(signBy(ports, id)).rejects.toMatchObject({ code: 'not_your_turn' });
      for (const { id } of turn) await signBy(ports, id);
      await append(ports);
    }
    expect(((await load(ports)) as Signing).revisions).toHaveLength(parties.length + 1);
    expect(await close(ports)).toEqual({ outcome: 'done' });
    const { envelope, root, bytes } = await finished(ports);
    const report = await verifyDocument(bytes, { roots: [root], envelopeId: ENVELOPE_ID });
    expect(report.verdict).toBe('authentic');
    expect(report.signatures.map(({ kind, signer }) => [kind, signer]).slice(0, -2)).toEqual(
      parties.map(({ name }) => ['party', name]),
    );
    expect(await bytesOf(ports, envelope.file.key)).toEqual(bytes);
    expect(await sidesPrinted(bytes, parties)).toEqual(
      parties.map(({ name, role }) => `${name} ${SIDE[role]}`),
    );
    const record = publicRecord(envelope, { company: 'Acme S.r.l.', showTitle: false });
    expect(record?.signers.map(({ role }) => role)).toEqual(parties.map(({ role }) => role));
  });
});

const SIDE: Record<Party['role'], string> = { director: 'Per l’azienda', client: 'Controparte' };

/** Each name on the printed certificate with the text after it. */
async function sidesPrinted(bytes: Uint8Array, parties: readonly Party[]): Promise<string[]> {
  const [, ...certificate] = await readPages(new Uint8Array(bytes));
  const words = certificate
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');
  const names = parties.map(({ name }) => name).join('|');
  const sides = Object.values(SIDE).join('|');
  return [...words.matchAll(new RegExp(`(?:${names}) (?:${sides})`, 'g'))].map(([found]) => found);
}

const neighbours = <T>(all: readonly T[]): [T, T][] =>
  all.slice(1).map((after, index) => [all[index]!, after]);

async function sentTo(ports: SignerPorts, parties: readonly Party[]): Promise<string> {
  const id = await draft(ports);
  const { owner: _, documentDays: __, ...facts } = CREATED;
  const deadline = new Date(ports.clock.now().getTime() + 14 * DAY_MS).toISOString();
  await step(ports, id, 'edited', { ...facts, parties });
  await step(ports, id, 'document.accepted', DOCUMENT);
  await step(ports, id, 'sent', { deadline });
  await step(ports, id, 'prepared', { revision: revision(id, 0), certificatePages: 1 });
  return id;
}
