import { describe, expect, it } from 'vitest';
import { shownRevision } from '../../shared/domain/envelope/envelope.ts';
import { folded } from '../../shared/domain/envelope/fold.ts';
import { isRemoved, linkRowExpiry, purgeAt } from '../../shared/domain/envelope/retention.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import {
  create,
  documentChecked,
  edit,
  place,
  send,
} from '../../shared/domain/transitions/drafting.ts';
import {
  correctContact,
  remind,
  resend,
  stop,
} from '../../shared/domain/transitions/sender-acts.ts';
import {
  codeRight,
  consent,
  decline,
  onTurn,
  readyToSign,
  sign,
} from '../../shared/domain/transitions/signing.ts';
import {
  appended,
  completed,
  delivered,
  expired,
  failed,
  isReadyToClose,
  purged,
  waitingSignatures,
} from '../../shared/domain/transitions/workflow-steps.ts';
import {
  AT_START,
  accepted,
  drafted,
  FACTS,
  field,
  hash,
  minutesLater,
  OWNER,
  party,
  revision,
  running,
  SENDER,
  Story,
  submission,
  T0,
} from './envelope-story.ts';

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const PARTY = { kind: 'party', party: 'd1' } as const;
const DAY = 24 * 60;
const CONSENT = { party: 'd1', version: '1', language: 'it', sha256: hash('e') } as const;

const codeFor = (purpose: 'sign' | 'decline') => ({
  party: 'd1',
  documentSha256: hash('0'),
  purpose,
  codeSentAt: T0.toISOString(),
});

function declining(reason: string) {
  const { party, round, documentSha256, confirmation } = submission('d1', hash('0'));
  return { party, round, documentSha256, confirmation, reason };
}

const completedStory = (): Story =>
  running()
    .signedBy('d1', hash('0'), 10)
    .appendedFor('d1', 1, 11)
    .signedBy('c1', hash('1'), 20)
    .appendedFor('c1', 2, 21)
    .decide(bySystem('seal', minutesLater(22)), (envelope) =>
      completed(envelope, {
        file: revision(3),
        beforeSeal: revision(2),
        ledgerHead: envelope.head,
      }),
    );

describe('drafting', () => {
  it('refuses a deadline of more than sixty days', () => {
    const schedule = { deadlineDays: 61, reminderDays: [] };
    expect(() => create({ ...FACTS, schedule }, OWNER, 14, T0)).toThrow(refusal('parties_invalid'));
  });

  it('is not sent without a document, nor without a place to sign for each party', () => {
    const story = new Story().add(AT_START, create(FACTS, OWNER, 14, T0));
    expect(() => send(story.envelope, {}, minutesLater(1))).toThrow(refusal('document_missing'));
    story.decide(bySystem('intake', minutesLater(1)), (envelope) =>
      documentChecked(envelope, { accepted }),
    );
    story.decide({ actor: SENDER, now: minutesLater(2) }, (envelope) =>
      place(envelope, [field('s', 'd1', 'signature')], minutesLater(2)),
    );
    expect(() => send(story.envelope, {}, minutesLater(3))).toThrow(
      refusal('signature_field_missing'),
    );
  });

  it('is not sent while someone who must stamp has no place for it', () => {
    const parties = FACTS.parties.map((party) => ({ ...party, stamps: party.role === 'client' }));
    const story = new Story().add(AT_START, create({ ...FACTS, parties }, OWNER, 14, T0));
    story.decide(bySystem('intake', minutesLater(1)), (envelope) =>
      documentChecked(envelope, { accepted }),
    );
    const signatures = parties.map(({ id }, index) => ({
      ...field(`s${index}`, id, 'signature'),
      y: 100 + index * 100,
    }));
    story.decide({ actor: SENDER, now: minutesLater(2) }, (envelope) =>
      place(envelope, signatures, minutesLater(2)),
    );
    expect(() => send(story.envelope, {}, minutesLater(3))).toThrow(refusal('stamp_field_missing'));
    const stamp = { ...field('t', parties.at(-1)!.id, 'stamp'), y: 400 };
    story.decide({ actor: SENDER, now: minutesLater(3) }, (envelope) =>
      place(envelope, [...signatures, stamp], minutesLater(3)),
    );
    expect(send(story.envelope, {}, minutesLater(4)).type).toBe('sent');
  });

  it("is not sent while one of the company's own values is missing", () => {
    const story = drafted();
    const fields = [...story.envelope.fields, field('own', null, 'text')];
    story.decide({ actor: SENDER, now: minutesLater(2) }, (envelope) =>
      place(envelope, fields, minutesLater(2)),
    );
    expect(() => send(story.envelope, {}, minutesLater(3))).toThrow(refusal('field_missing'));
    expect(send(story.envelope, { own: 'Acme' }, minutesLater(3)).type).toBe('sent');
  });

  it('cannot be changed once it was sent', () => {
    const { envelope } = running();
    expect(() => edit(envelope, FACTS, minutesLater(5))).toThrow(refusal('not_draft'));
    expect(() => send(envelope, {}, minutesLater(5))).toThrow(refusal('not_draft'));
    expect(documentChecked(envelope, { accepted })).toBeUndefined();
  });

  it('forgets the fields of a document that was replaced, and of a party that was removed', () => {
    const replaced = drafted().decide(bySystem('intake', minutesLater(3)), (envelope) =>
      documentChecked(envelope, { accepted: { ...accepted, upload: 'u2' } }),
    );
    expect(replaced.envelope.fields).toEqual([]);
    const facts = { ...FACTS, parties: [party('d1', 'director', 0)] };
    const edited = drafted().decide({ actor: SENDER, now: minutesLater(3) }, (envelope) =>
      edit(envelope, facts, minutesLater(3)),
    );
    expect(edited.envelope.fields.map(({ party }) => party)).toEqual(['d1']);
  });
});

describe('the turns', () => {
  it('a client cannot sign before the director', () => {
    const { envelope } = running();
    expect(() => onTurn(envelope, 'c1')).toThrow(refusal('not_your_turn'));
    expect(onTurn(envelope, 'd1').party.id).toBe('d1');
  });

  it('come by their number, in whatever order the parties are listed', () => {
    const parties = [party('c1', 'client', 10), party('d1', 'director', 9)];
    const { envelope } = running({ ...FACTS, parties });
    expect(onTurn(envelope, 'd1').party.id).toBe('d1');
    expect(() => onTurn(envelope, 'c1')).toThrow(refusal('not_your_turn'));
  });

  it("a client's turn opens only when the director's signature is in the file", () => {
    const story = running().signedBy('d1', hash('0'), 10);
    expect(() => onTurn(story.envelope, 'c1')).toThrow(refusal('not_your_turn'));
    story.appendedFor('d1', 1, 11);
    expect(onTurn(story.envelope, 'c1').party.id).toBe('c1');
  });

  it('a signature comes into the file once, after the newest revision', () => {
    const story = running().signedBy('d1', hash('0'), 10);
    const inFile = (number: number) =>
      appended(story.envelope, { party: 'd1', revision: revision(number) });
    expect([0, 2].map(inFile)).toEqual([undefined, undefined]);
    expect(inFile(1)?.type).toBe('appended');
    story.appendedFor('d1', 1, 11);
    expect(inFile(2)).toBeUndefined();
  });

  it('parties of one turn sign the same revision, in any order', () => {
    const parties = [
      party('d1', 'director', 0),
      party('d2', 'director', 0),
      party('c1', 'client', 1),
    ];
    const story = running({ ...FACTS, parties }).signedBy('d2', hash('0'), 10);
    story.appendedFor('d2', 1, 11).signedBy('d1', hash('0'), 12);
    expect(waitingSignatures(story.envelope).map(({ id }) => id)).toEqual(['d1']);
    story.appendedFor('d1', 2, 13);
    expect(story.envelope.status === 'signing' && shownRevision(story.envelope, 1)).toEqual(
      revision(2),
    );
  });

  it('a party signs at most once; the same handed in again records nothing', () => {
    const { envelope } = running().signedBy('d1', hash('0'), 10);
    const same = submission('d1', hash('0'));
    const other = { ...same, stored: { ...same.stored, sha256: hash('7') } };
    const elsewhere = { ...same.confirmation, codeSentAt: minutesLater(9).toISOString() };
    expect(sign(envelope, same, minutesLater(11))).toBeUndefined();
    for (const each of [other, { ...same, confirmation: elsewhere }])
      expect(() => sign(envelope, each, minutesLater(11))).toThrow(refusal('already_signed'));
  });

  it('nobody signs without a right code to sign, in this round and for this document', () => {
    const consented = running()
      .shownTo('d1', hash('0'), 4)
      .add(
        { actor: PARTY, now: minutesLater(5) },
        {
          type: 'consented',
          data: { party: 'd1', version: '1', language: 'it', sha256: hash('e') },
        },
      );
    const signing = () => sign(consented.envelope, submission('d1', hash('0')), minutesLater(7));
    const recorded = (data: Partial<EntryData['code.right']>) =>
      consented.add(
        { actor: PARTY, now: minutesLater(6) },
        {
          type: 'code.right',
          data: { party: 'd1', documentSha256: hash('0'), ...data },
        },
      );
    expect(signing).toThrow(refusal('confirmation_required'));
    for (const other of [
      { purpose: 'decline' as const },
      { documentSha256: hash('9') },
      { party: 'c1' },
      { codeSentAt: minutesLater(4).toISOString() },
    ]) {
      recorded(other);
      expect(signing).toThrow(refusal('confirmation_required'));
    }
    recorded({ purpose: 'sign', codeSentAt: T0.toISOString() });
    expect(signing()).toMatchObject({ type: 'signed' });
  });

  it('an entry without purpose or code, as the first releases wrote it, is good for signing', () => {
    const { entries, envelope } = running().signedBy('d1', hash('0'), 10);
    expect(entries.find(({ type }) => type === 'code.right')?.data).toEqual({
      party: 'd1',
      documentSha256: hash('0'),
    });
    expect(envelope.parties[0]?.signature).toBeDefined();
  });

  it('a right code of the round before signs nothing in the next', () => {
    const story = running()
      .decide({ actor: PARTY, now: minutesLater(5) }, (e) => consent(e, CONSENT, minutesLater(5)))
      .decide({ actor: PARTY, now: minutesLater(6) }, (e) =>
        codeRight(e, codeFor('sign'), minutesLater(6)),
      )
      .decide({ actor: SENDER, now: minutesLater(7) }, (e) => resend(e, 'd1', minutesLater(7)));
    const next = { ...submission('d1', hash('0')), round: 1 };
    expect(() => sign(story.envelope, next, minutesLater(8))).toThrow(
      refusal('confirmation_required'),
    );
  });

  it('a right code is recorded once, however often it is told', () => {
    const story = running().decide({ actor: PARTY, now: minutesLater(6) }, (e) =>
      codeRight(e, codeFor('sign'), minutesLater(6)),
    );
    expect(codeRight(story.envelope, codeFor('sign'), minutesLater(7))).toBeUndefined();
    const second = { ...codeFor('sign'), codeSentAt: minutesLater(40).toISOString() };
    expect(codeRight(story.envelope, second, minutesLater(41))).toBeDefined();
  });

  it('declining wants a code of its own, but no consent', () => {
    const story = running();
    const declined = () => decline(story.envelope, declining('no'), minutesLater(9));
    expect(declined).toThrow(refusal('confirmation_required'));
    story.decide({ actor: PARTY, now: minutesLater(6) }, (e) =>
      codeRight(e, codeFor('sign'), minutesLater(6)),
    );
    expect(declined).toThrow(refusal('confirmation_required'));
    story.decide({ actor: PARTY, now: minutesLater(7) }, (e) =>
      codeRight(e, codeFor('decline'), minutesLater(7)),
    );
    expect(declined()).toMatchObject({ type: 'declined', data: { party: 'd1', reason: 'no' } });
    const ended = story.add({ actor: PARTY, now: minutesLater(9) }, declined()).envelope;
    expect(decline(ended, declining('again'), minutesLater(10))).toBeUndefined();
  });

  it('a signature is for the document that was shown', () => {
    const story = running();
    const consented = story.decide({ actor: PARTY, now: minutesLater(5) }, (envelope) => ({
      type: 'consented',
      data: { party: envelope.parties[0]!.id, version: '1', language: 'it', sha256: hash('e') },
    }));
    expect(() => sign(consented.envelope, submission('d1', hash('9')), minutesLater(6))).toThrow(
      refusal('document_changed'),
    );
  });

  it('nobody signs what their page has not shown, nor by what it showed in the round before', () => {
    const confirmed = (story: Story, minutes: number) =>
      story.decide({ actor: PARTY, now: minutesLater(minutes) }, (e) =>
        codeRight(e, codeFor('sign'), minutesLater(minutes)),
      );
    const signing = (story: Story, round: number) =>
      sign(story.envelope, { ...submission('d1', hash('0')), round }, minutesLater(12));
    const story = running().decide({ actor: PARTY, now: minutesLater(5) }, (e) =>
      consent(e, CONSENT, minutesLater(5)),
    );
    confirmed(story, 6);
    expect(() => signing(story, 0)).toThrow(refusal('document_not_shown'));
    story.shownTo('d1', hash('0'), 7);
    expect(signing(story, 0)).toMatchObject({ type: 'signed' });
    story.decide({ actor: SENDER, now: minutesLater(8) }, (e) => resend(e, 'd1', minutesLater(8)));
    confirmed(story, 9);
    expect(() => signing(story, 1)).toThrow(refusal('document_not_shown'));
  });

  it('a code of an earlier round signs nothing', () => {
    const story = running().decide({ actor: SENDER, now: minutesLater(5) }, (envelope) =>
      resend(envelope, 'd1', minutesLater(5)),
    );
    expect(() => story.signedBy('d1', hash('0'), 6)).toThrow(refusal('link_invalid'));
  });

  it('nobody signs without consent', () => {
    const { envelope } = running();
    expect(() => readyToSign(envelope, 'd1', {}, false)).toThrow(refusal('consent_required'));
  });

  it('a required stamp must be there', () => {
    const story = drafted();
    const fields = [...story.envelope.fields, field('st', 'd1', 'stamp')];
    story
      .decide({ actor: SENDER, now: minutesLater(2) }, (envelope) =>
        place(envelope, fields, minutesLater(2)),
      )
      .decide({ actor: SENDER, now: minutesLater(3) }, (envelope) =>
        send(envelope, {}, minutesLater(3)),
      )
      .add(bySystem('intake', minutesLater(4)), {
        type: 'prepared',
        data: { revision: revision(0), certificatePages: 1 },
      })
      .add(
        { actor: PARTY, now: minutesLater(5) },
        {
          type: 'consented',
          data: { party: 'd1', version: '1', language: 'it', sha256: hash('e') },
        },
      );
    story.shownTo('d1', hash('0'), 6);
    expect(() => readyToSign(story.envelope, 'd1', {}, false)).toThrow(refusal('stamp_missing'));
    expect(readyToSign(story.envelope, 'd1', {}, true)).toEqual({});
  });
});

describe('the ends', () => {
  it('closes once every signature is in the file, and only then', () => {
    const story = running().signedBy('d1', hash('0'), 10).appendedFor('d1', 1, 11);
    story.signedBy('c1', hash('1'), 20);
    expect(isReadyToClose(story.envelope)).toBe(false);
    story.appendedFor('c1', 2, 21);
    expect(isReadyToClose(story.envelope)).toBe(true);
    expect(completedStory().envelope.status).toBe('completed');
  });

  it.each([
    [
      'declined',
      (story: Story) =>
        story
          .decide({ actor: PARTY, now: minutesLater(8) }, (e) =>
            codeRight(e, codeFor('decline'), minutesLater(8)),
          )
          .decide({ actor: PARTY, now: minutesLater(9) }, (e) =>
            decline(e, declining('no'), minutesLater(9)),
          ),
    ],
    [
      'voided',
      (story: Story) =>
        story.decide({ actor: SENDER, now: minutesLater(9) }, (e) => stop(e, 'mistake')),
    ],
    [
      'expired',
      (story: Story) =>
        story.decide(bySystem('invite', minutesLater(15 * DAY)), (e) =>
          expired(e, minutesLater(15 * DAY)),
        ),
    ],
    [
      'failed',
      (story: Story) =>
        story.decide(bySystem('seal', minutesLater(9)), (e) =>
          failed(e, { stage: 'seal', code: 'x' }),
        ),
    ],
  ])('%s is final', (status, end) => {
    const { envelope } = end(running());
    expect(envelope.status).toBe(status);
    expect(() => onTurn(envelope, 'd1')).toThrow(refusal('envelope_closed'));
    expect(() => stop(envelope, 'again')).toThrow(refusal('envelope_closed'));
    expect(expired(envelope, minutesLater(30 * DAY))).toBeUndefined();
    expect(
      completed(envelope, { file: revision(1), beforeSeal: revision(0), ledgerHead: '' }),
    ).toBeUndefined();
  });

  it('does not expire before the deadline, nor after the last signature', () => {
    expect(expired(running().envelope, minutesLater(14 * DAY))).toBeUndefined();
    const signed = running()
      .signedBy('d1', hash('0'), 10)
      .appendedFor('d1', 1, 11)
      .signedBy('c1', hash('1'), 20);
    expect(expired(signed.envelope, minutesLater(30 * DAY))).toBeUndefined();
  });

  it('cannot be voided once all have signed', () => {
    const signed = running()
      .signedBy('d1', hash('0'), 10)
      .appendedFor('d1', 1, 11)
      .signedBy('c1', hash('1'), 20);
    expect(() => stop(signed.envelope, 'late')).toThrow(refusal('envelope_closed'));
  });

  it('gives the document for fourteen days and not a second more', () => {
    const { envelope } = completedStory();
    expect(purgeAt(envelope)).toBe(minutesLater(22 + 14 * DAY).toISOString());
    const hour = minutesLater(22 + 14 * DAY).getTime();
    expect(isRemoved(envelope, new Date(hour - 1))).toBe(false);
    expect(isRemoved(envelope, new Date(hour))).toBe(true);
    expect(purged(envelope, new Date(hour - 1))).toBeUndefined();
    const story = completedStory().decide(bySystem('purge', new Date(hour)), (e) =>
      purged(e, new Date(hour)),
    );
    expect(story.envelope).toMatchObject({ status: 'purged', ended: 'completed' });
    expect(purged(story.envelope, minutesLater(100 * DAY))).toBeUndefined();
    expect(delivered(story.envelope, { to: 'd1', attached: true })).toBeUndefined();
  });

  it('keeps a link thirty days longer than the document, so that it can say "removed"', () => {
    const { envelope } = completedStory();
    const seconds = minutesLater(22 + (14 + 30) * DAY).getTime() / 1000;
    expect(linkRowExpiry(envelope)).toBe(seconds);
  });
});

describe('steering', () => {
  it('reminds and re-sends only who is waited for', () => {
    const { envelope } = running();
    expect(remind(envelope, 'd1', minutesLater(5)).type).toBe('reminded');
    expect(() => remind(envelope, 'c1', minutesLater(5))).toThrow(refusal('not_your_turn'));
    expect(() => resend(envelope, 'nobody', minutesLater(5))).toThrow(refusal('party_unknown'));
  });

  it('corrects a contact until that party has signed, and voids the earlier links', () => {
    const channel = { kind: 'sms', number: '+393331234567' } as const;
    const story = running().decide({ actor: SENDER, now: minutesLater(5) }, (e) =>
      correctContact(e, 'c1', channel, minutesLater(5)),
    );
    expect(story.envelope.parties[1]).toMatchObject({ channel, round: 1 });
    story.signedBy('d1', hash('0'), 10);
    expect(() => correctContact(story.envelope, 'd1', channel, minutesLater(11))).toThrow(
      refusal('already_signed'),
    );
  });
});

it('the state is the fold of the ledger: folding twice gives the same', () => {
  const { entries, envelope } = completedStory();
  expect(folded(JSON.parse(JSON.stringify(entries)))).toEqual(envelope);
});
