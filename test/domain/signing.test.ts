import { describe, expect, it } from 'vitest';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import {
  codeRight,
  codeWrong,
  consent,
  hasDeclined,
  isPastDeadline,
  marksOf,
  onTurn,
  onTurnInTime,
  sign,
} from '../../shared/domain/transitions/signing.ts';
import { expired, purged } from '../../shared/domain/transitions/workflow-steps.ts';
import { drafted, field, hash, minutesLater, running, submission } from './envelope-story.ts';

const PARTY = { kind: 'party', party: 'd1' } as const;
const DAY = 24 * 60;
const DEADLINE = 14 * DAY + 3;
const CONSENT = { party: 'd1', version: '1', language: 'it', sha256: hash('e') } as const;
const refusal = (code: string, detail = {}) =>
  expect.objectContaining({ code, detail: expect.objectContaining(detail) });

describe('a right code', () => {
  it('is not recorded for another document than the one that is shown', () => {
    const { envelope } = running();
    const data = { party: 'd1', documentSha256: hash('9') };
    expect(() => codeRight(envelope, data, minutesLater(10))).toThrow(refusal('document_changed'));
  });
});

describe('a wrong code', () => {
  it('is recorded of who is on turn, until the deadline', () => {
    const { envelope } = running();
    const wrong = (party: string, minutes: number) =>
      codeWrong(envelope, { party } as never, minutesLater(minutes));
    expect(wrong('d1', 10).data).toEqual({ party: 'd1' });
    expect(() => wrong('c1', 10)).toThrow(refusal('not_your_turn'));
    expect(() => wrong('d1', DEADLINE)).toThrow(refusal('envelope_closed'));
  });
});

describe('nobody is on turn', () => {
  it('before the document is prepared', () => {
    const sent = { ...running().envelope, status: 'preparing' } as never;
    expect(() => onTurn(sent, 'd1')).toThrow(refusal('not_your_turn'));
  });
});

describe('the marks that a party makes', () => {
  it('are its signatures, initials and stamps, and no text', () => {
    const kinds = ['signature', 'initials', 'stamp', 'text', 'checkbox'] as const;
    const fields = [...kinds.map((kind) => field(kind, 'd1', kind)), field('x', 'c1', 'signature')];
    const marks = marksOf({ ...drafted().envelope, fields }, 'd1');
    expect(marks.map(({ id }) => id)).toEqual(['signature', 'initials', 'stamp']);
  });
});

describe('a signature', () => {
  it('is not taken without consent, whatever code was right', () => {
    const documentSha256 = hash('0');
    const story = running()
      .shownTo('d1', documentSha256, 10)
      .decide({ actor: PARTY, now: minutesLater(10) }, (envelope) =>
        codeRight(envelope, { party: 'd1', documentSha256 }, minutesLater(10)),
      );
    const signing = () => sign(story.envelope, submission('d1', documentSha256), minutesLater(11));
    expect(signing).toThrow(refusal('consent_required'));
    story.decide({ actor: PARTY, now: minutesLater(11) }, (envelope) =>
      consent(envelope, CONSENT, minutesLater(11)),
    );
    expect(signing()?.type).toBe('signed');
  });
});

describe('consent', () => {
  it('to the same words is recorded once', () => {
    const story = running().decide({ actor: PARTY, now: minutesLater(10) }, (envelope) =>
      consent(envelope, CONSENT, minutesLater(10)),
    );
    expect(consent(story.envelope, CONSENT, minutesLater(11))).toBeUndefined();
    const others = { ...CONSENT, sha256: hash('d') };
    expect(consent(story.envelope, others, minutesLater(11))?.data).toEqual(others);
  });
});

describe('after its deadline', () => {
  it('an envelope is told as expired, before the workflow has recorded it', () => {
    const { envelope } = running();
    expect(onTurnInTime(envelope, 'd1', minutesLater(DEADLINE - 1)).party.id).toBe('d1');
    expect(isPastDeadline(envelope, minutesLater(DEADLINE))).toBe(true);
    expect(() => onTurnInTime(envelope, 'd1', minutesLater(DEADLINE))).toThrow(
      refusal('envelope_closed', { status: 'expired' }),
    );
  });

  it('one that has ended is past nothing', () => {
    const { envelope } = running().decide(bySystem('invite', minutesLater(DEADLINE)), (it) =>
      expired(it, minutesLater(DEADLINE)),
    );
    expect(isPastDeadline(envelope, minutesLater(DEADLINE + 1))).toBe(false);
  });

  it('one that is purged is still told as what it ended as', () => {
    const { envelope } = running()
      .decide(bySystem('invite', minutesLater(DEADLINE)), (it) =>
        expired(it, minutesLater(DEADLINE)),
      )
      .decide(bySystem('purge', minutesLater(DEADLINE + 14 * DAY)), (it) =>
        purged(it, minutesLater(DEADLINE + 14 * DAY)),
      );
    expect(() => onTurn(envelope, 'd1')).toThrow(refusal('envelope_closed', { status: 'expired' }));
  });
});

describe('whoever declined', () => {
  const declined = { status: 'declined', declinedBy: 'd1' } as never;

  it('has, and nobody else, and nobody in an envelope that ended otherwise', () => {
    expect(hasDeclined(declined, 'd1')).toBe(true);
    expect(hasDeclined(declined, 'c1')).toBe(false);
    expect(hasDeclined({ status: 'voided', declinedBy: 'd1' } as never, 'd1')).toBe(false);
    expect(hasDeclined(running().envelope, 'd1')).toBe(false);
  });
});
