import { describe, expect, it } from 'vitest';
import { eventOf } from '../../functions/relay/event-of.ts';
import { makeRelay } from '../../functions/relay/relay.ts';
import { isListed, notCalledFor } from '../../shared/contract/followers.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { recordings } from '../released/recording.ts';

/** Every ledger of every released version, entry by entry: state before, entry, state after. */
const steps = recordings().flatMap(({ version, ledgers }) =>
  [...ledgers.values()].flatMap(({ entries }) =>
    entries.slice(1).map((entry, index) => ({
      name: `${version} ${entry.envelopeId} ${entry.seq} ${entry.type}`,
      entry: entry as Entry,
      before: folded(entries.slice(0, index + 1)),
      after: folded(entries.slice(0, index + 2)),
    })),
  ),
);

function listed(envelope: (typeof steps)[number]['before']) {
  const { updatedAt: _, ...summary } = summaryOf(envelope);
  return summary;
}

describe('the followers of the ledger’s stream', () => {
  it('are seen with entries of many types', () => {
    expect(new Set(steps.map(({ entry }) => entry.type)).size).toBeGreaterThan(25);
  });

  it('are called for each entry that is told on the bus', () => {
    const silent = notCalledFor('publish');
    const told = steps.filter(({ entry, after }) => eventOf(entry, after) !== undefined);
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter(({ entry }) => silent.includes(entry.type))).toEqual([]);
  });

  it('are called for each entry that steers the workflow', async () => {
    const unsteered = steps.filter(({ entry }) => notCalledFor('relay').includes(entry.type));
    expect(new Set(unsteered.map(({ entry }) => entry.type)).size).toBeGreaterThan(12);
    for (const { entry, after, name } of unsteered) {
      const steered: PropertyKey[] = [];
      const asked = new Proxy({}, { get: (_, method) => () => void steered.push(method) });
      const ports = { ledger: { load: async () => after }, taskTokens: asked, workflow: asked };
      await makeRelay(ports as never, async () => undefined)(entry);
      expect(steered, name).toEqual([]);
    }
  });

  it('are called for each entry that moves the list, but for who opens a link that seemed not to reach them', () => {
    for (const { name, entry, before, after } of steps)
      if (!isListed(entry.type) && entry.type !== 'opened')
        expect(listed(after), name).toEqual(listed(before));
  });
});
