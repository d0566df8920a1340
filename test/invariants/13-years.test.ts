import { describe, expect, it } from 'vitest';
import { makeProject } from '../../functions/relay/project.ts';
import { dueAt } from '../../shared/domain/envelope/due.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { purgeAt } from '../../shared/domain/envelope/retention.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import {
  Browser,
  confirmed,
  invitedLink,
  onClientsTurn,
  SETTINGS,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';
import { recordings } from '../released/recording.ts';

const RETENTION = { evidenceYears: 10, draftDays: 60 };
const SHOWN = { company: 'Acme', showTitle: true, retention: RETENTION };

/** Every ledger of every released version, with the state after each entry. */
const everyLedger = (): (readonly Entry[])[] =>
  recordings().flatMap(({ ledgers }) => [...ledgers.values()].map(({ entries }) => entries));

const everyState = (): (readonly Entry[])[] =>
  everyLedger().flatMap((entries) => entries.map((_, index) => entries.slice(0, index + 1)));

/**
 * Invariant 13: no changed setting, upgrade, rollback, second region or restore makes an envelope unreadable or
 * a deployment impossible. Waiting executions: test/released/; the matrix of settings and regions:
 * test/infra/deployable/; the drill: test/flow/restore-drill.test.ts.
 */
describe('a release rolled forward', () => {
  it('reads every ledger of every earlier one in each of its states, and goes on with it', async () => {
    const states = everyState();
    expect(states.length).toBeGreaterThan(400);
    for (const entries of states) {
      const envelope = folded(entries);
      const isWaiting = envelope.status !== 'draft' && envelope.status !== 'purged';
      expect(dueAt(envelope) !== undefined).toBe(isWaiting);
    }
  });

  it('makes list and public record anew from each ledger alone, as after a restore', async () => {
    const { ledger, envelopes, records } = memoryPorts();
    const all = everyLedger();
    for (const entries of all) {
      ledger.restore(entries);
      await makeProject({ envelopes, records }, SHOWN)(await ledger.load(entries[0]!.envelopeId));
    }
    expect(envelopes.rows.size).toBe(all.length);
    const sent = all.filter((entries) => entries.some(({ type }) => type === 'sent'));
    expect(records.rows.size).toBe(sent.length);
  });
});

describe('a release rolled back', () => {
  it('says of what a newer one wrote that it is newer, and refuses nothing for it', () => {
    for (const entries of everyLedger()) {
      const last = entries.at(-1)!;
      for (const newer of [
        { ...last, type: 'witnessed' },
        { ...last, version: 99 },
      ])
        expect(() => folded([...entries.slice(0, -1), newer as unknown as Entry])).toThrow(
          expect.objectContaining({ name: 'NewerRelease', code: 'newer_release' }),
        );
    }
  });
});

describe('a setting changed', () => {
  it('leaves an envelope the days and instants that it was made with', async () => {
    for (const entries of everyLedger()) {
      const envelope = folded(entries);
      if (!('endedAt' in envelope)) continue;
      const days = (Date.parse(purgeAt(envelope)!) - Date.parse(envelope.endedAt)) / 86_400_000;
      expect(days).toBe((entries[0]!.data as { documentDays: number }).documentDays);
    }
  });

  it('to fewer languages, another colour or address lets who was invited sign', async () => {
    const ports = signerPorts();
    const id = await onClientsTurn(ports);
    const browser = new Browser(
      signerDoor(ports, {
        ...SETTINGS,
        languages: ['de'],
        country: 'DE',
        evidenceYears: 1,
      }),
    );
    await confirmed(ports, browser, await invitedLink(ports, id, 'c2'), 'email');
    const { documentSha256 } = (await browser.show()).body;
    const signature = { method: 'typed', text: 'Zoë Müller', hand: 'caveat' };
    expect((await browser.sign({ documentSha256, values: {}, signature })).status).toBe(200);
  });
});
