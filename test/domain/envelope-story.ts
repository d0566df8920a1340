import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { applied, folded } from '../../shared/domain/envelope/fold.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import {
  type Actor,
  type By,
  bySystem,
  chained,
  type Decision,
  type Entry,
} from '../../shared/domain/ledger/ledger.ts';
import {
  create,
  documentChecked,
  type Facts,
  place,
  send,
} from '../../shared/domain/transitions/drafting.ts';
import { codeRight, consent, shown, sign } from '../../shared/domain/transitions/signing.ts';
import { appended, prepared } from '../../shared/domain/transitions/workflow-steps.ts';

export const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
export const T0 = new Date('2026-03-02T09:00:00.000Z');
export const OWNER = { subject: 'user-1', email: 'anna@acme.example', name: 'Anna Neri' };
export const SENDER: Actor = { kind: 'sender', subject: OWNER.subject };
/** The sender at the start of the story. */
export const AT_START: By = { actor: SENDER, now: T0 };
export const minutesLater = (minutes: number): Date => new Date(T0.getTime() + minutes * 60_000);
export const hash = (fill: string): string => fill.repeat(64).slice(0, 64);

export const party = (id: string, role: Party['role'], turn: number): Party => ({
  id,
  role,
  turn,
  name: `Name ${id}`,
  channel: { kind: 'email', address: `${id}@example.com` },
  language: 'it',
});

export const FACTS: Facts = {
  title: 'Contratto',
  language: 'it',
  parties: [party('d1', 'director', 0), party('c1', 'client', 1)],
  schedule: { deadlineDays: 14, reminderDays: [3, 7] },
};

export const field = (id: string, owner: string | null, kind: Field['kind']): Field => ({
  id,
  party: owner,
  kind,
  page: 0,
  x: 10,
  y: 10,
  width: 100,
  height: 20,
  label: id,
  required: true,
});

export const revision = (number: number) => ({
  number,
  key: `open/${ID}/r${number}.pdf`,
  sha256: hash(String(number)),
  length: 1000 + number,
});

/** An envelope built entry by entry, with the checks of the ledger port. */
export class Story {
  entries: Entry[] = [];

  get envelope(): Envelope {
    return folded(this.entries);
  }

  add(by: By, decision: Decision | undefined): this {
    if (!decision) throw new Error('nothing was decided');
    const before = this.entries.length > 0 ? this.envelope : undefined;
    const next = chained(ID, before, by, decision);
    if (before) applied(before, next);
    this.entries.push(next);
    return this;
  }

  decide(by: By, decision: (envelope: Envelope) => Decision | undefined): this {
    return this.add(by, decision(this.envelope));
  }

  shownTo(id: string, documentSha256: string, minutes: number): this {
    const actor: Actor = { kind: 'party', party: id };
    const data = { party: id, documentSha256, shown: 'drawn' } as const;
    return this.decide({ actor: actor, now: minutesLater(minutes) }, (envelope) =>
      shown(envelope, data, minutesLater(minutes)),
    );
  }

  signedBy(id: string, documentSha256: string, minutes: number): this {
    const actor: Actor = { kind: 'party', party: id, address: '203.0.113.7' };
    const at = minutesLater(minutes);
    return this.shownTo(id, documentSha256, minutes)
      .decide({ actor: actor, now: at }, (envelope) =>
        consent(envelope, { party: id, version: '1', language: 'it', sha256: hash('e') }, at),
      )
      .decide({ actor: actor, now: at }, (envelope) =>
        codeRight(envelope, { party: id, documentSha256 }, at),
      )
      .decide({ actor: actor, now: at }, (envelope) =>
        sign(envelope, submission(id, documentSha256), at),
      );
  }

  appendedFor(id: string, number: number, minutes: number): this {
    return this.decide(bySystem('seal', minutesLater(minutes)), (envelope) =>
      appended(envelope, { party: id, revision: revision(number) }),
    );
  }
}

export const submission = (id: string, documentSha256: string) => ({
  party: id,
  round: 0,
  documentSha256,
  confirmation: {
    channel: 'd•••@example.com',
    codeSentAt: T0.toISOString(),
    confirmedAt: T0.toISOString(),
  },
  method: 'typed' as const,
  stamp: false,
  stored: { key: `open/${ID}/submissions/${id}.json`, sha256: hash('f') },
});

export const accepted = {
  upload: 'u1',
  name: 'contratto.pdf',
  key: `open/${ID}/original.pdf`,
  sha256: hash('a'),
  length: 900,
  pages: [{ width: 595, height: 842 }],
  removed: [],
};

/** A draft with an accepted document and a signature field for every party. */
export function drafted(facts: Facts = FACTS): Story {
  const fields = facts.parties.map(({ id }) => field(`s${id}`, id, 'signature'));
  return new Story()
    .add(AT_START, create(facts, OWNER, 14, T0))
    .decide(bySystem('intake', minutesLater(1)), (envelope) =>
      documentChecked(envelope, { accepted }),
    )
    .decide({ actor: SENDER, now: minutesLater(2) }, (envelope) =>
      place(envelope, fields, minutesLater(2)),
    );
}

/** Sent and prepared: the first turn may sign. */
export const running = (facts: Facts = FACTS): Story =>
  drafted(facts)
    .decide({ actor: SENDER, now: minutesLater(3) }, (envelope) =>
      send(envelope, {}, minutesLater(3)),
    )
    .decide(bySystem('intake', minutesLater(4)), (envelope) =>
      prepared(envelope, { revision: revision(0), certificatePages: 1 }),
    );
