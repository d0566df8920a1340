import { describe, expect, it } from 'vitest';
import { makeDescribe } from '../../functions/sender/reading/describe.ts';
import { EnvelopeAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { LANGUAGES } from '../../shared/domain/envelope/party.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import type { EntryType } from '../../shared/domain/ledger/entries.ts';
import { chainFault } from '../../shared/domain/ledger/ledger.ts';
import { recordings } from './recording.ts';

/** The first recording that has an entry of each type: a new type is recorded with its release. */
const RECORDED_IN: Record<EntryType, string | 'not released'> = {
  created: '0.1.0-52e2906',
  edited: '0.1.0-52e2906',
  'document.accepted': '0.1.0-52e2906',
  'document.refused': '0.1.0-52e2906',
  placed: '0.1.0-52e2906',
  filled: '0.1.0-52e2906',
  discarded: '0.1.0-52e2906',
  sent: '0.1.0-52e2906',
  prepared: '0.1.0-52e2906',
  invited: '0.1.0-52e2906',
  opened: '0.1.0-52e2906',
  consented: '0.1.0-52e2906',
  'code.sent': '0.1.0-52e2906',
  'code.wrong': '0.1.0-52e2906',
  'code.right': '0.1.0-52e2906',
  signed: '0.1.0-52e2906',
  appended: '0.1.0-52e2906',
  reported: '0.1.0-58e615d',
  declined: '0.1.0-52e2906',
  voided: '0.1.0-52e2906',
  reminded: '0.1.0-52e2906',
  're-sent': '0.1.0-52e2906',
  'contact.corrected': '0.1.0-52e2906',
  'owner.changed': '0.1.0-58e615d',
  expired: '0.1.0-52e2906',
  failed: '0.1.0-52e2906',
  completed: '0.1.0-52e2906',
  delivered: '0.1.0-52e2906',
  'delivery.failed': '0.1.0-52e2906',
  stalled: '0.1.0-58e615d',
  restarted: '0.1.0-58e615d',
  purged: '0.1.0-52e2906',
  erased: 'not released',
};

describe('the released versions together', () => {
  it.each(Object.entries(RECORDED_IN))('recorded an entry %s in %s', (type, version) => {
    const inVersions = recordings()
      .filter(({ ledgers }) =>
        [...ledgers.values()].some(({ entries }) => entries.some((entry) => entry.type === type)),
      )
      .map((recording) => recording.version);
    if (version === 'not released') expect(inVersions).toEqual([]);
    else expect(inVersions).toContain(version);
  });
});

describe.each(recordings())('ledgers of $version', (recording) => {
  it('reached every status', () => {
    const reached = [...recording.ledgers.values()].flatMap(({ states }) => states);
    expect(new Set(reached.map(({ status }) => status))).toEqual(
      new Set([
        ...['draft', 'preparing', 'signing', 'signed', 'completed'],
        ...['declined', 'voided', 'expired', 'failed', 'purged'],
      ]),
    );
  });

  describe.each([...recording.ledgers])('of a journey that was %s', (_, ledger) => {
    const { entries, states, envelopes } = ledger;

    it('are whole chains', () => {
      expect(chainFault(entries)).toBeUndefined();
    });

    it('fold to what they folded to, entry by entry', () => {
      const now = states.map(({ seq }) => {
        const { status, waitingFor } = summaryOf(folded(entries.slice(0, seq + 1)));
        return { seq, status, waitingFor };
      });
      expect(now).toEqual(states);
    });

    it('fold to the same parties, fields, revisions and facts', () => {
      expect(envelopes.length).toBeGreaterThan(0);
      for (const envelope of envelopes) {
        expect(folded(entries.slice(0, envelope.seq + 1))).toMatchObject(envelope);
      }
    });

    it.each(LANGUAGES)('are shown to their sender after every entry, in %s', async (language) => {
      const describeEnvelope = makeDescribe({ VERIFIER_URL: recording.environment.VERIFIER_URL });
      for (const { seq } of states) {
        const shown = entries.slice(0, seq + 1);
        const envelope = folded(shown);
        const answer = await describeEnvelope({ envelope, entries: shown, values: {}, language });
        expect(EnvelopeAnswer.parse(answer).timeline.map((it) => it.seq)).toEqual(
          shown.map((entry) => entry.seq),
        );
      }
    });
  });
});
