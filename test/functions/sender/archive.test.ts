import { beforeEach, expect, it } from 'vitest';
import { makeArchiveCompleted } from '../../../functions/relay/archive-completed.ts';
import { makeProject } from '../../../functions/relay/project.ts';
import { makePublish } from '../../../functions/relay/publish.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { recordings } from '../../released/recording.ts';

let ports: MemoryPorts;
let entries: readonly Entry[];

const retention = { evidenceYears: 10, draftDays: 60 };
const project = () => makeProject(ports, { company: 'Rossi', showTitle: false, retention });

/** The ledger of a released version up to its completion. */
beforeEach(() => {
  ports = memoryPorts();
  const ledgers = recordings().flatMap((recording) => [...recording.ledgers.values()]);
  const whole = ledgers.find((ledger) => ledger.entries.some(({ type }) => type === 'completed'))!;
  const end = whole.entries.findIndex(({ type }) => type === 'completed');
  entries = whole.entries.slice(0, end + 1) as Entry[];
  ports.ledger.restore(entries);
});

const publish = (archive = makeArchiveCompleted(ports.archive)) =>
  makePublish(ports, project(), { archive });

it('the file and its whole ledger are archived before anyone is told', async () => {
  const [last] = entries.slice(-1) as [Entry<'completed'>];
  await publish()(last);
  const { key, ledger } = ports.archive.kept.get(last.envelopeId)!;
  expect(key).toBe(last.data.file.key);
  expect(JSON.parse(new TextDecoder().decode(ledger))).toEqual(entries);
  expect(ports.bus.events.at(-1)?.detail.data).toMatchObject({
    archive: {
      signed: `${last.envelopeId}/signed.pdf`,
      ledger: `${last.envelopeId}/ledger.json`,
    },
  });
});

it('nobody is told of a file that could not be archived: the entry is tried again', async () => {
  const last = entries.at(-1)!;
  await expect(publish(() => Promise.reject(new Error('down')))(last)).rejects.toThrow('down');
  expect(ports.bus.events).toEqual([]);
});

it('other entries archive nothing, and without an archive the event names none', async () => {
  for (const entry of entries.slice(0, -1)) await publish()(entry);
  expect(ports.archive.kept.size).toBe(0);
  await makePublish(ports, project())(entries.at(-1)!);
  expect(ports.bus.events.at(-1)?.detail.data).not.toHaveProperty('archive');
});
