import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EnvelopeAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { EditInput, SaveInput } from '../../shared/contract/sender/sender-inputs.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { documentChecked } from '../../shared/domain/transitions/drafting.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, field } from '../fixtures/sample-envelope.ts';
import { EMPLOYEE, senderDesk } from '../fixtures/sender-desk.ts';

const LAYOUT = [
  field('f1', 'd1', 'signature'),
  field('f2', 'c1', 'signature'),
  field('f3', null, 'text'),
  { ...field('f4', 'd1', 'initials'), y: 780 },
  { ...field('f5', null, 'text'), y: 700 },
];

const ask = <B>(id: string, body: B) =>
  ({ body, query: {}, path: { id }, language: 'it', caller: EMPLOYEE }) as const;

/** A sender working on a draft; records what she placed and typed last. */
class Sender {
  readonly #ports = memoryPorts();
  readonly #desk = senderDesk(this.#ports);
  #id = '';
  #parties = [DIRECTOR, CLIENT];
  #saves = 0;
  #height = 842;
  fields: readonly Field[] = [];
  values: Readonly<Record<string, string>> = {};

  async begin(): Promise<void> {
    const input = EditInput.parse({ title: 'Contratto', language: 'it', parties: this.#parties });
    ({ id: this.#id } = await this.#desk.create(ask('', input)));
    await this.uploads(this.#height);
  }

  /** Another document, of one page of that height. */
  async uploads(height: number): Promise<void> {
    this.#ports.clock.advance(60);
    this.#height = height;
    const upload = `upload-${this.#ports.clock.now().getTime()}`;
    const document = { ...DOCUMENT, upload, pages: [{ width: 595, height }] };
    const checked = { accepted: document };
    await this.#ports.ledger.change(
      this.#id,
      bySystem('intake', this.#ports.clock.now()),
      (envelope) => documentChecked(envelope, checked),
    );
  }

  async names(...ids: readonly string[]): Promise<void> {
    this.#ports.clock.advance(60);
    this.#parties = [DIRECTOR, CLIENT].filter(({ id }) => ids.includes(id));
    const input = { title: 'Contratto', language: 'it', parties: this.#parties };
    await this.#desk.edit(ask(this.#id, EditInput.parse(input)));
  }

  /** Reopens her page: loads the displayed fields and those outside of the pages. */
  async saves(fields: readonly Field[], text: string, place: boolean): Promise<void> {
    this.#ports.clock.advance(60);
    const values = Object.fromEntries(
      fields.filter(({ party }) => party === null).map(({ id }) => [id, text]),
    );
    const { version } = (await this.sees()).draft!;
    this.#saves += 1;
    const tab = `page-number-${this.#saves}`;
    const body = SaveInput.parse({ version, tab, turn: 1, fields, values, place });
    await this.#desk.save(ask(this.#id, body));
    [this.fields, this.values] = [fields, values];
  }

  async sees() {
    return EnvelopeAnswer.parse(await this.#desk.show(ask(this.#id, {})));
  }

  /** Fields that fit neither the document nor the present parties cannot be placed yet. */
  mayPlace(fields: readonly Field[]): boolean {
    const ids = this.#parties.map(({ id }) => id);
    return fields.every(
      ({ party, y, height }) =>
        (party === null || ids.includes(party)) && y + height <= this.#height,
    );
  }
}

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('upload' as const), height: fc.constantFrom(842, 700, 760) }),
    fc.record({ act: fc.constant('people' as const), both: fc.boolean() }),
    fc.record({
      act: fc.constant('save' as const),
      fields: fc.subarray(LAYOUT),
      text: fc.constantFrom('Verdi', 'Rossi'),
      place: fc.boolean(),
    }),
  ),
  { minLength: 2, maxLength: 10 },
);

type Acts = typeof acts extends fc.Arbitrary<infer A> ? A : never;

async function work(sender: Sender, done: Acts): Promise<void> {
  for (const act of done) {
    if (act.act === 'upload') await sender.uploads(act.height);
    if (act.act === 'people') await sender.names(...(act.both ? ['d1', 'c1'] : ['d1']));
    if (act.act === 'save')
      await sender.saves(act.fields, act.text, act.place && sender.mayPlace(act.fields));
  }
}

const byId = (fields: readonly Field[]) => [...fields].sort((a, b) => a.id.localeCompare(b.id));

/**
 * Invariant 12: a draft loses nothing that its sender placed, typed or uploaded, whatever is changed, closed or
 * replaced; she is warned before anything is dropped. The console's warnings: test/browser/console/draft.test.ts
 * and console-document.test.ts.
 */
it('whatever becomes of document and people, all that was placed and typed last is shown', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const sender = new Sender();
      await sender.begin();
      await work(sender, done);
      const { fields, outside = [], values } = await sender.sees();
      expect(byId([...fields, ...outside] as Field[])).toEqual(byId(sender.fields));
      expect(values).toEqual(sender.values);
    }),
    { numRuns: 150, seed: 20260302 },
  );
});
