import { beforeEach, describe, expect, it } from 'vitest';
import { makeArchiveCompleted } from '../../../functions/relay/archive-completed.ts';
import { eventOf } from '../../../functions/relay/event-of.ts';
import { projectSettings } from '../../../functions/relay/project-settings.ts';
import { publicRecord } from '../../../functions/relay/public-record.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import { archivedKeys } from '../../../shared/contract/archived.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import type { EntryType } from '../../../shared/domain/ledger/entries.ts';
import { ledgerFile } from '../../../shared/domain/ledger/ledger.ts';
import { complete, draft, step, underWay } from '../../fixtures/envelope-steps.ts';
import { MemoryArchive } from '../../fixtures/memory/archive.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { DOCUMENT, OWNER } from '../../fixtures/sample-envelope.ts';

let ports: MemoryPorts;
beforeEach(() => {
  ports = memoryPorts();
});

/** What the bus is told of an entry. */
async function told(id: string, type: EntryType, changed: object = {}, isArchived?: boolean) {
  const entries = await ports.ledger.entries(id);
  const entry = entries.findLast((each) => each.type === type)!;
  const envelope = { ...(await ports.ledger.load(id)), ...changed };
  return eventOf(entry, envelope as Envelope, isArchived)?.detail;
}

describe('an event', () => {
  it('of an envelope’s beginning says whose it is, of how many parties, and of which template', async () => {
    const id = await draft(ports);
    const [created] = await ports.ledger.entries(id);
    const envelope = await ports.ledger.load(id);
    const data = { owner: OWNER.subject, parties: 2 };
    expect(eventOf(created!, envelope)?.detail.data).toEqual(data);
    const template = { id: 't1', version: 3 };
    const used = { ...created, data: { ...created?.data, template } } as typeof created;
    expect(eventOf(used!, envelope)?.detail.data).toEqual({ ...data, template });
  });

  it('of a sent one has the hash of its document', async () => {
    const id = await underWay(ports);
    const { deadline } = (await ports.ledger.load(id)) as { deadline?: string };
    const data = { deadline, documentSha256: DOCUMENT.sha256 };
    expect((await told(id, 'sent'))?.data).toEqual(data);
  });

  it('has the other system’s id and pairs, where there are any, until the envelope is erased', async () => {
    const id = await underWay(ports);
    const metadata = async (changed: object) => (await told(id, 'sent', changed))?.metadata;
    const own = await metadata({});
    expect(Object.keys(own!).sort()).toEqual(['at', 'envelopeId', 'id', 'owner', 'version']);
    expect(await metadata({ externalId: '' })).toEqual({ ...own, externalId: '' });
    const external = { externalId: 'A-7', metadata: { order: '12' } };
    expect(await metadata(external)).toEqual({ ...own, ...external });
    expect(await metadata({ ...external, erasedAt: '2026-03-02T09:00:00.000Z' })).toEqual(own);
  });

  it('of a completed one says where it is archived, if it is', async () => {
    const id = await complete(ports);
    expect((await told(id, 'completed'))?.data).not.toHaveProperty('archive');
    const archived = await told(id, 'completed', {}, true);
    expect(archived?.data).toMatchObject({ archive: archivedKeys(id) });
  });

  it('of what a party reported, and of who owns it now, says no more than that', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'reported', { party: 'd1', about: 'locked' });
    await step(ports, id, 'owner.changed', {
      owner: { subject: 'user-2', email: 'x@acme.example', name: 'X' },
      by: 'Anna',
    });
    const report = { party: 'd1', role: 'director', about: 'locked' };
    expect((await told(id, 'reported'))?.data).toEqual(report);
    expect((await told(id, 'owner.changed'))?.data).toEqual({ owner: 'user-2' });
  });

  it('of a failure says in which stage and why, and of a message its round if it had one', async () => {
    const id = await underWay(ports);
    const failure = { to: 'd1', notice: 'invitation', reason: 'x', kind: 'failed' } as const;
    await step(ports, id, 'delivery.failed', failure);
    expect(Object.keys((await told(id, 'delivery.failed'))!.data)).not.toContain('round');
    await step(ports, id, 'failed', { stage: 'seal', code: 'x' });
    expect((await told(id, 'failed'))?.data).toEqual({ stage: 'seal', code: 'x' });
  });

  it('of a draft that was discarded is that of a voided envelope', async () => {
    const id = await draft(ports);
    await step(ports, id, 'discarded', {});
    const [discarded] = (await ports.ledger.entries(id)).slice(-1);
    expect(eventOf(discarded!, await ports.ledger.load(id))).toMatchObject({
      ...{ type: 'envelope.voided', detail: { data: {} } },
    });
  });

  it('of a link that was opened is none for how the document was shown, nor for an internal step', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'opened', { party: 'd1' });
    expect((await told(id, 'opened'))?.data).toEqual({ party: 'd1', role: 'director' });
    await step(ports, id, 'opened', { party: 'd1', documentSha256: 'a', shown: 'drawn' });
    expect(await told(id, 'opened')).toBeUndefined();
    expect(await told(id, 'prepared')).toBeUndefined();
  });
});

describe('the archive', () => {
  async function published(id: string, archive?: MemoryArchive): Promise<string[]> {
    const types: string[] = [];
    const options = {
      onPublished: (type: string) => types.push(type),
      archive: archive && makeArchiveCompleted(archive),
    };
    const publish = makePublish(ports, async () => undefined, options);
    for (const entry of await ports.ledger.entries(id)) await publish(entry);
    return types;
  }

  it('gets the signed file and its ledger, before the completion is told', async () => {
    const id = await complete(ports);
    const archive = new MemoryArchive();
    const asked: string[] = [];
    const keep = archive.keep.bind(archive);
    archive.keep = (each, file) => {
      asked.push(each);
      return keep(each, file);
    };
    const types = await published(id, archive);
    const envelope = await ports.ledger.load(id);
    const ledger = ledgerFile(await ports.ledger.entries(id));
    const key = 'file' in envelope && envelope.file?.key;
    expect([...archive.kept]).toEqual([[id, { key, ledger }]]);
    expect(asked).toEqual([id]);
    expect(types).toEqual(ports.bus.events.map(({ type }) => type));
    const completed = ports.bus.events.find(({ type }) => type === 'envelope.completed');
    expect(completed?.detail.data).toMatchObject({ archive: archivedKeys(id) });
  });

  it('gets nothing of an envelope that has not completed, or is purged by then', async () => {
    const archive = new MemoryArchive();
    await published(await underWay(ports), archive);
    const id = await complete(ports);
    ports.clock.advance(14 * 86_400);
    await step(ports, id, 'purged', {});
    await published(id, archive);
    expect(archive.kept.size).toBe(0);
  });

  it('that a company does not have is in no event', async () => {
    await published(await complete(ports));
    const completed = ports.bus.events.find(({ type }) => type === 'envelope.completed');
    expect(completed?.detail.data).not.toHaveProperty('archive');
  });
});

describe('the list', () => {
  async function written(id: string): Promise<number> {
    const seqs: number[] = [];
    const entry = (await ports.ledger.entries(id)).at(-1)!;
    await makePublish(ports, async ({ seq }) => void seqs.push(seq))(entry);
    return seqs.length;
  }

  it('is written for a link that was opened only if that changes it', async () => {
    const id = await underWay(ports);
    await step(ports, id, 'opened', { party: 'd1' });
    expect(await written(id)).toBe(0);
    const failure = { to: 'd1', notice: 'invitation', reason: 'x', kind: 'failed' } as const;
    await step(ports, id, 'delivery.failed', { ...failure, round: 0 });
    expect(await written(id)).toBe(1);
    await step(ports, id, 'opened', { party: 'd1' });
    expect(await written(id)).toBe(1);
  });
});

describe('the public record', () => {
  const settings = { company: 'Rossi S.p.A.', showTitle: false };

  it('of an envelope has where its ledger ends, once it has', async () => {
    const id = await underWay(ports);
    const record = async () => publicRecord(await ports.ledger.load(id), settings)!;
    expect(await record()).not.toHaveProperty('ledger');
    expect((await record()).status).toBe('open');
    const { seq, head } = await step(ports, id, 'voided', { reason: 'x' });
    expect((await record()).ledger).toEqual({ seq, head });
  });

  it('is none of a draft that was stopped before it was sent', async () => {
    const id = await draft(ports);
    expect(publicRecord(await step(ports, id, 'voided', { reason: 'x' }), settings)).toBe(
      undefined,
    );
    const unsent = { ...(await ports.ledger.load(id)), sentAt: undefined } as unknown as Envelope;
    expect(publicRecord(unsent, settings)).toBeUndefined();
  });

  it('shows the title as the company set it', () => {
    const env = { COMPANY_NAME: 'Rossi S.p.A.', EVIDENCE_YEARS: 10, DRAFT_DAYS: 60 };
    const read = (RECORD_TITLE: 'shown' | 'hidden') => projectSettings({ ...env, RECORD_TITLE });
    const retention = { evidenceYears: 10, draftDays: 60 };
    expect(read('hidden')).toEqual({ ...settings, retention });
    expect(read('shown').showTitle).toBe(true);
  });
});
