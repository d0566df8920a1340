import { describe, expect, it } from 'vitest';
import {
  endedAs,
  isRunning,
  partiesOnTurn,
  partyOf,
  type Signing,
} from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import type { Decision } from '../../shared/domain/ledger/ledger.ts';
import type { Facts } from '../../shared/domain/transitions/drafting.ts';
import { failed } from '../../shared/domain/transitions/workflow-steps.ts';
import {
  drafted,
  FACTS,
  field,
  hash,
  minutesLater,
  party,
  revision,
  running,
  SENDER,
  type Story,
} from './envelope-story.ts';

const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'Refusal', code, ...(facts && { detail: facts }) });
const actor = { kind: 'party', party: 'd1', address: '203.0.113.7' } as const;

const [D1, C1] = FACTS.parties as [Party, Party];
const THREE: Facts = { ...FACTS, parties: [D1, party('d2', 'director', 0), C1] };

/** Applies the entry without checking transition rules. */
const entry = <T extends keyof EntryData>(
  story: Story,
  type: T,
  data: EntryData[T],
  minutes: number,
  by: typeof actor | typeof SENDER = SENDER,
): Story => story.add({ actor: by, now: minutesLater(minutes) }, { type, data } as Decision);
const partyIn = (story: Story, id = 'd1') => partyOf(story.envelope, id);

it('a chain that does not begin with a creation, or has no entry, is of no envelope', () => {
  expect(() => folded([])).toThrow(refused('envelope_unknown'));
  expect(() => folded(drafted().entries.slice(1))).toThrow(refused('envelope_unknown'));
});

it('a new draft has no fields, and nothing of it was filled in', () => {
  const begun = folded(drafted().entries.slice(0, 1));
  expect(begun.fields).toEqual([]);
  expect(begun).not.toHaveProperty('own');
});

it('what the company filled in is of the fields that were placed, and of none before any were', () => {
  const own = { key: 'k', sha256: hash('c') };
  const filled = (story: Story) =>
    entry(story, 'filled', { ...own, fields: [] } as never, 5).envelope;
  const begun = drafted();
  begun.entries = begun.entries.slice(0, 1);
  expect(filled(begun)).toMatchObject({ own, placed: { fields: [], own } });
  const edited = entry(drafted(), 'edited', { ...FACTS, parties: [D1] }, 4);
  const placed = drafted().envelope.fields;
  expect(edited.envelope.fields).toHaveLength(1);
  expect(filled(edited)).toMatchObject({ placed: { fields: placed } });
});

it('what the company filled in is of the fields that stand', () => {
  const own = { key: 'k', sha256: hash('c') };
  const filled = entry(drafted(), 'filled', { ...own, fields: ['f'] }, 5).envelope;
  expect(filled).toMatchObject({ own, placed: { fields: filled.fields, own } });
});

it('fields of nobody and of those who remain stay when the parties change', () => {
  const story = drafted(THREE);
  const fields = [field('a', null, 'text'), ...story.envelope.fields];
  entry(story, 'placed', { fields }, 5);
  entry(story, 'edited', { ...THREE, parties: THREE.parties.slice(0, 2) }, 6);
  expect(story.envelope.fields.map(({ id }) => id)).toEqual(['a', 'sd1', 'sd2']);
});

describe('a party', () => {
  it('was invited for each occasion, in order, and first when it first was', () => {
    const story = running();
    const invited = { party: 'd1', notice: 'reminder' } as const;
    entry(story, 'invited', { ...invited, occasion: 'first' }, 5);
    entry(story, 'invited', { ...invited, occasion: 'second' }, 6);
    entry(story, 'invited', invited, 7);
    expect(partyIn(story)).toMatchObject({ invitedAt: minutesLater(5).toISOString() });
    expect(partyIn(story).occasions).toEqual(['first', 'second']);
  });

  it('opened when it first did, and was shown what its page says it has shown', () => {
    const story = entry(running(), 'opened', { party: 'd1' }, 5);
    expect(partyIn(story).shown).toBeUndefined();
    entry(story, 'opened', { party: 'd1', documentSha256: hash('0') }, 6);
    expect(partyIn(story).shown).toBeUndefined();
    entry(story, 'opened', { party: 'd1', documentSha256: hash('0'), shown: 'pdf' }, 7);
    expect(partyIn(story)).toMatchObject({
      openedAt: minutesLater(5).toISOString(),
      shown: { documentSha256: hash('0'), as: 'pdf' },
    });
  });

  it('has the right codes that were entered and no others', () => {
    const story = running();
    expect(partyIn(story).rightCodes ?? []).toEqual([]);
    entry(story, 'code.right', { party: 'd1', documentSha256: hash('0') }, 5);
    expect(partyIn(story).rightCodes).toHaveLength(1);
  });

  it('counts how often its contact was corrected', () => {
    const story = running();
    for (const [index, address] of ['a@b.example', 'c@d.example'].entries()) {
      const channel = { kind: 'email', address } as const;
      entry(story, 'contact.corrected', { party: 'd1', channel }, 5 + index);
      expect(partyIn(story)).toMatchObject({ corrections: index + 1, round: index + 1, channel });
    }
  });

  it('that is none is named in the refusal', () => {
    expect(() => partyOf(running().envelope, 'x')).toThrow(
      refused('party_unknown', { party: 'x' }),
    );
  });
});

describe('a signature', () => {
  const signed = (more: Partial<EntryData['signed']> = {}): EntryData['signed'] => ({
    party: 'd1',
    documentSha256: revision(0).sha256,
    confirmation: { channel: 'd•••', codeSentAt: hash('t'), confirmedAt: hash('t') },
    method: 'typed',
    submission: { key: 'k', sha256: hash('f') },
    stamp: false,
    ...more,
  });

  it('has the address from which the party gave it, and none where none is known', () => {
    const from = (by: typeof actor | typeof SENDER) =>
      partyIn(entry(running(), 'signed', signed(), 5, by)).signature;
    expect(from(actor)).toMatchObject({
      at: minutesLater(5).toISOString(),
      address: '203.0.113.7',
    });
    expect(from(SENDER)).not.toHaveProperty('address');
    const unknown = running().add(
      { actor: { kind: 'party', party: 'd1' }, now: minutesLater(5) },
      { type: 'signed', data: signed() },
    );
    expect(partyIn(unknown).signature).not.toHaveProperty('address');
  });

  it('has where the party’s copy goes, if it said so', () => {
    const given = entry(running(), 'signed', signed({ copyAddress: 'x@y.example' }), 5);
    expect(partyIn(given).signature?.copyAddress).toBe('x@y.example');
    const none = entry(running(), 'signed', signed(), 5);
    expect(partyIn(none).signature).not.toHaveProperty('copyAddress');
  });
});

describe('an end', () => {
  it('has its reason and who declined, where there is one', () => {
    const declined = entry(running(), 'declined', { party: 'd1', reason: 'too dear' }, 5);
    expect(declined.envelope).toMatchObject({ reason: 'too dear', declinedBy: 'd1' });
    const voided = entry(running(), 'voided', { reason: 'a mistake' }, 5).envelope;
    expect(voided).toMatchObject({ status: 'voided', reason: 'a mistake' });
    expect(voided).not.toHaveProperty('declinedBy');
    const expired = entry(running(), 'expired', {}, 5).envelope;
    expect(expired).toMatchObject({ status: 'expired', endedAt: minutesLater(5).toISOString() });
    expect(expired).not.toHaveProperty('reason');
  });

  it('stays known when the envelope is purged; until there is one the status is told', () => {
    const voided = entry(running(), 'voided', { reason: 'no' }, 5);
    expect(endedAs(voided.envelope)).toBe('voided');
    expect(endedAs(entry(voided, 'purged', {}, 6).envelope)).toBe('voided');
    expect(endedAs(running().envelope)).toBe('signing');
  });
});

it('those still wait in a turn who have not signed, and nobody once all have', () => {
  const waiting = (story: Story) => partiesOnTurn(story.envelope as Signing).map(({ id }) => id);
  const story = running(THREE);
  expect(waiting(story)).toEqual(['d1', 'd2']);
  story.signedBy('d2', revision(0).sha256, 5).appendedFor('d2', 1, 6);
  expect(waiting(story)).toEqual(['d1']);
  const signed = running()
    .signedBy('d1', revision(0).sha256, 5)
    .appendedFor('d1', 1, 6)
    .signedBy('c1', revision(1).sha256, 7);
  expect(waiting(signed)).toEqual([]);
  expect(signed.envelope.status).toBe('signed');
  expect(isRunning(signed.envelope)).toBe(true);
});

it('runs from the sending until the end', () => {
  const story = drafted();
  expect(isRunning(story.envelope)).toBe(false);
  expect(failed(story.envelope, { stage: 'prepare', code: 'x' })).toBeUndefined();
  entry(story, 'sent', { deadline: minutesLater(9_000).toISOString() }, 5);
  expect(isRunning(story.envelope)).toBe(true);
  expect(isRunning(running().envelope)).toBe(true);
  const ended = entry(running(), 'voided', { reason: 'no' }, 5);
  expect(isRunning(ended.envelope)).toBe(false);
  const failure = { stage: 'seal', code: 'x' } as const;
  expect(failed(ended.envelope, failure)).toBeUndefined();
  expect(failed(running().envelope, failure)).toEqual({ type: 'failed', data: failure });
});
