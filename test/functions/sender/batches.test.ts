import { beforeEach, describe, expect, it } from 'vitest';
import { makeResumeStill } from '../../../functions/sender/batches/resume-still.ts';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import { BatchesQuery, NewBatchInput } from '../../../shared/contract/sender/batch-inputs.ts';
import { EnvelopeInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { NewTemplateInput } from '../../../shared/contract/sender/template-inputs.ts';
import { readCsv } from '../../../shared/csv/read-csv.ts';
import type { Batch } from '../../../shared/domain/batch/batch.ts';
import { MAX_TRIES } from '../../../shared/domain/batch/batch-changes.ts';
import { bySystem } from '../../../shared/domain/ledger/ledger.ts';
import { DAILY_LIMITS } from '../../../shared/domain/limits.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import { batchTaker, runBatch } from '../../fixtures/batch-desk.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS, field } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const OTHER = { ...EMPLOYEE, subject: 'u2', name: 'Bruno' };
const ADMIN = { ...EMPLOYEE, subject: 'u3', name: 'Carla', isAdministrator: true };
const INPUT = EnvelopeInput.parse({
  title: 'Contratto di fornitura',
  language: 'it',
  parties: [DIRECTOR, CLIENT],
});
const OWN = [
  { ...field('n1', null, 'number'), label: 'Importo' },
  { ...field('g1', null, 'date'), label: 'Data di inizio', required: false },
  { ...field('k1', null, 'checkbox'), label: 'Rinnovo', required: false },
  {
    ...field('o1', null, 'choice'),
    ...{ label: 'Sede', required: false, options: ['Milano', 'Forlì'] },
  },
];
const PDF = new TextEncoder().encode('%PDF-1.7 as it was accepted');
const PLACES = [
  { id: 'd1', name: 'Direzione', keepPerson: true },
  { id: 'c1', name: 'Cliente' },
];

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
let template: string;

const ask = <B, Q = unknown>(
  id: string,
  body: B,
  caller = EMPLOYEE,
  query: Q = {} as Q,
): SenderRequest<B, Q> => ({ body, query, path: { id }, language: 'it', caller });

async function newTemplate(): Promise<string> {
  const { id } = await api.create(ask('', INPUT));
  await ports.documents.put(DOCUMENT.key, PDF, { contentType: 'application/pdf' });
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: DOCUMENT }),
  );
  await api.place(ask(id, { fields: [...FIELDS, ...OWN] as never }));
  await api.fill(ask(id, { values: { f3: 'Spett.le Verdi S.r.l.' } }));
  const named = { from: id, name: 'Fornitura', visibility: 'company', places: PLACES };
  const kept = await api.newTemplate(ask('', NewTemplateInput.parse(named)));
  return kept.id;
}

const HEADER = 'Cliente: nome;Cliente: e-mail;Importo';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const file = (text: string) =>
  NewBatchInput.parse({ fileName: 'clienti.csv', base64: base64(text) });
const check = (text: string, caller = EMPLOYEE) => api.newBatch(ask(template, file(text), caller));
const people = (count: number) =>
  Array.from({ length: count }, (_, at) => `Persona ${at};p${at}@verdi.example;${at},50`);

async function ready(count: number): Promise<string> {
  const { batch, problems } = await check([HEADER, ...people(count)].join('\r\n'));
  expect(problems).toEqual([]);
  return batch!.id;
}

const start = (id: string) => api.startBatch(ask(id, {}));
const current = async (id: string): Promise<Batch> => (await ports.batches.find(id))!;
async function sent(id: string, given = ports) {
  await runBatch(batchTaker(given), await current(id));
}

/** Rows of a batch → how many of its envelopes were sent for each. */
async function sentByRow(id: string): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  for (const envelopeId of ports.ledger.ids()) {
    const { template: used, status } = await ports.ledger.load(envelopeId);
    if (used?.batch?.id === id && status !== 'draft')
      counts.set(used.batch.row, (counts.get(used.batch.row) ?? 0) + 1);
  }
  return counts;
}
/** A port of which some calls go another way. */
const instead = <T extends object>(port: T, others: Partial<T>): T =>
  new Proxy(port, {
    get: (target, name) => {
      const own = Reflect.get(target, name);
      const other = Reflect.get(others, name);
      return other ?? (typeof own === 'function' ? own.bind(target) : own);
    },
  });

const once = (count: number) => new Map(Array.from({ length: count }, (_, at) => [at + 2, 1]));

beforeEach(async () => {
  ports = memoryPorts();
  api = senderDesk(ports);
  template = await newTemplate();
});

describe('a dry run', () => {
  it('sends nothing, and says what sending would take', async () => {
    const before = await ports.envelopes.list({ limit: 100 });
    const answer = await check([HEADER, ...people(12)].join('\n'));
    expect(answer).toMatchObject({ rows: 12, mails: 12, texts: 0, seconds: 3, problemCount: 0 });
    expect(answer.batch).toMatchObject({
      ...{ state: 'ready', rows: 12, sent: 0, failed: 0, name: 'clienti.csv' },
      template: { id: template, version: 1, name: 'Fornitura' },
    });
    expect(await ports.envelopes.list({ limit: 100 })).toEqual(before);
    expect(ports.batchRuns.started).toEqual([]);
  });

  it('names every bad cell by row and column, and makes no batch', async () => {
    const { problems, problemCount, batch } = await check(
      [
        'Cliente: nome;Cliente: e-mail;Cliente: cellulare;Cliente: lingua;Importo;Data di inizio;Rinnovo;Sede',
        'Laura;laura@verdi.example;;italiano;12,50;24.11.2026;sì;forli',
        ';laura@verdi.example;;;1;;;',
        'Laura;laura;;;uno;31/02/2026;forse;Roma',
        'Laura;;+39 02 1234567;tedesco;1;;;',
        '',
        'Laura;;;;;;;',
        `${'x'.repeat(121)};name@example.com;;;1;;;`,
      ].join('\n'),
    );
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'Cliente: nome', 'cell_missing'],
      [4, 'Cliente: e-mail', 'contact_invalid'],
      [4, 'Importo', 'field_kind'],
      [4, 'Data di inizio', 'field_kind'],
      [4, 'Rinnovo', 'field_kind'],
      [4, 'Sede', 'field_kind'],
      [5, 'Cliente: cellulare', 'number_not_mobile'],
      [5, 'Cliente: lingua', 'language_not_offered'],
      [7, 'Cliente: cellulare', 'cell_missing'],
      [7, 'Importo', 'cell_missing'],
      [8, 'Cliente: nome', 'field_too_long'],
      [8, 'Cliente: e-mail', 'contact_invalid'],
    ]);
    expect(problemCount).toBe(12);
    expect(problems.every(({ title }) => title.length > 10)).toBe(true);
    expect(batch).toBeUndefined();
    expect((await api.listBatches(ask('', {}, EMPLOYEE, BatchesQuery.parse({})))).items).toEqual(
      [],
    );
  });

  it('takes a language that the company offers alone', async () => {
    const { problems } = await check(
      `${HEADER};Cliente: lingua\nL;l@v.example;1;de\nL;l@v.example;1;Inglese`,
    );
    expect(problems).toMatchObject([{ row: 2, column: 'Cliente: lingua' }]);
  });

  it.each([
    [
      'a column that is missing',
      'Cliente: nome;Importo\nL;1',
      'column_missing',
      'Cliente: cellulare',
    ],
    ['a column that is for nothing', `${HEADER};Colore\nL;l@v.it;1;x`, 'column_unknown', undefined],
    [
      'a column that is there twice',
      `${HEADER};importo\nL;l@v.it;1;1`,
      'column_repeated',
      undefined,
    ],
  ])('names %s', async (_, text, code, column) => {
    const { problems } = await check(text);
    expect(problems).toMatchObject([{ row: 1, code, ...(column && { column }) }]);
  });

  it('reads columns by their names in any language, and what people and spreadsheets write', async () => {
    const text = [
      'sede;cliente name;CLIENTE – mobile number;importo;data di inizio;Rinnovo;Titolo del documento;Kunde',
    ];
    const { problems } = await check([...text, 'x'].join('\n'));
    expect(problems).toMatchObject([{ code: 'column_unknown' }]);
    const header = text[0]!.replace(';Kunde', '');
    const { batch } = await check(
      [header, 'milano;Laura Verdi;393331234567;€ 5;1/2/2027;VERO;Contratto 7'].join('\n'),
    );
    await start(batch!.id);
    await sent(batch!.id);
    const [row] = await ports.batches.rows(batch!.id);
    const envelope = await ports.ledger.load(row!.envelopeId);
    expect(envelope.title).toBe('Contratto 7');
    expect(envelope.parties.map(({ name, channel }) => ({ name, channel }))).toEqual([
      { name: DIRECTOR.name, channel: DIRECTOR.channel },
      { name: 'Laura Verdi', channel: { kind: 'sms', number: '+393331234567' } },
    ]);
  });

  it('reserves its share of the day, or is refused with the number that is left', async () => {
    const limited = { ...DAILY_LIMITS, batchRowsOfSender: 10, textMessagesOfSender: 3 };
    api = senderDesk(ports, { ...SENDER_SETTINGS, DAILY_LIMITS: limited });
    await ready(7);
    await expect(ready(4)).rejects.toMatchObject({
      code: 'batch_over_limit',
      detail: { act: 'batch', asked: 4, left: 3 },
    });
    await ready(3);
    ports.clock.advance(86_400);
    const texts = Array.from({ length: 4 }, (_, at) => `P;+39333123456${at};1`);
    const header = HEADER.replace('e-mail', 'cellulare');
    await expect(check([header, ...texts].join('\n'))).rejects.toMatchObject({
      code: 'batch_over_limit',
      detail: { act: 'text_message', asked: 4, left: 3 },
    });
    await ready(10);
  });

  it('is refused for a file that cannot be read, a template that is unknown or archived', async () => {
    await expect(check('a;b')).rejects.toMatchObject({ code: 'csv_unreadable' });
    await expect(check(`${HEADER}\n"L;l@v.it;1`)).rejects.toMatchObject({
      code: 'csv_unreadable',
      detail: { row: 2 },
    });
    await api.archiveTemplate(ask(template, { archived: true }));
    await expect(ready(1)).rejects.toMatchObject({ code: 'template_archived' });
    await expect(api.newBatch(ask('x', file(HEADER)))).rejects.toMatchObject({
      code: 'template_unknown',
    });
  });
});

describe('a batch', () => {
  it('sends each row once, with template and row, and is done', async () => {
    const id = await ready(30);
    await start(id);
    expect(ports.batchRuns.started).toEqual([`${id}-1`]);
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(30));
    expect(await api.showBatch(ask(id, {}))).toMatchObject({
      ...{ state: 'done', sent: 30, failed: 0, failures: [] },
    });
  });

  it('goes no faster than the rates say', async () => {
    const id = await ready(30);
    await start(id);
    const pauses = await runBatch(batchTaker(ports), await current(id));
    expect(pauses).toEqual([2, 2]);
    expect(DIRECTOR.channel.kind).toBe('email');
  });

  it('needs its template no longer once it is checked', async () => {
    const id = await ready(2);
    await api.deleteTemplate(ask(template, {}));
    await ports.documents.removeAll(`templates/${template}/`);
    await start(id);
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(2));
  });

  it('is started once by two clicks, and by asking again after an answer that was lost', async () => {
    const id = await ready(2);
    await Promise.all([start(id), start(id)]);
    await start(id);
    expect(ports.batchRuns.started).toEqual([`${id}-1`]);
  });

  it('stops and goes on, and an execution that was followed takes nothing', async () => {
    const id = await ready(25);
    await start(id);
    const take = batchTaker(ports);
    await take({ operation: 'take', batchId: id, run: 1, after: 0 });
    expect(await api.stopBatch(ask(id, {}))).toMatchObject({ state: 'stopped', sent: 10 });
    await sent(id);
    expect((await sentByRow(id)).size).toBe(10);
    expect(await start(id)).toMatchObject({ state: 'running', sent: 10 });
    const stale = await take({ operation: 'take', batchId: id, run: 1, after: 0 });
    expect(stale.outcome).toBe('ended');
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(25));
    expect(ports.batchRuns.started).toEqual([`${id}-1`, `${id}-2`]);
  });

  it('that goes on on another day reserves what is left', async () => {
    const limited = { ...DAILY_LIMITS, batchRowsOfSender: 25 };
    api = senderDesk(ports, { ...SENDER_SETTINGS, DAILY_LIMITS: limited });
    const id = await ready(20);
    await start(id);
    await batchTaker(ports)({ operation: 'take', batchId: id, run: 1, after: 0 });
    await api.stopBatch(ask(id, {}));
    ports.clock.advance(86_400);
    await ready(16);
    await expect(start(id)).rejects.toMatchObject({ detail: { asked: 10, left: 9 } });
    ports.clock.advance(86_400);
    await start(id);
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(20));
  });

  it('fails the rows that are refused, leaves no draft of them, and tries those alone again', async () => {
    const id = await ready(6);
    await start(id);
    const strict = { ...SENDER_SETTINGS, LANGUAGES: ['en' as const] };
    await runBatch(batchTaker(ports, strict), await current(id));
    const refused = await api.showBatch(ask(id, {}));
    expect(refused).toMatchObject({ state: 'done', sent: 0, failed: 6 });
    expect(refused.failures[0]).toMatchObject({ row: 2, code: 'language_not_offered' });
    expect((await sentByRow(id)).size).toBe(0);
    await api.retryBatch(ask(id, {}));
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(6));
    expect(await api.retryBatch(ask(id, {}))).toMatchObject({ state: 'done', sent: 6, failed: 0 });
    expect(ports.batchRuns.started).toHaveLength(2);
  });

  it('gives up on a row that no rule refuses after some tries, and goes on with the others', async () => {
    const id = await ready(12);
    await start(id);
    const { ledger } = ports;
    const cursed = new Set<string>();
    const begin: typeof ledger.begin = async (envelopeId, by, decision) => {
      if (decision.data.template?.batch?.row === 5) {
        cursed.add(envelopeId);
        throw new Error('a fault');
      }
      return ledger.begin(envelopeId, by, decision);
    };
    const faulty = { ...ports, ledger: instead(ledger, { begin }) };
    await sent(id, faulty);
    const shown = await api.showBatch(ask(id, {}));
    expect(shown).toMatchObject({ state: 'done', sent: 11, failed: 1 });
    expect(shown.failures).toMatchObject([{ row: 5, code: 'internal' }]);
    expect(cursed.size).toBe(1);
    expect((await ports.batches.rows(id)).find(({ row }) => row === 5)?.tries).toBe(MAX_TRIES);
    await api.retryBatch(ask(id, {}));
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(12));
  });

  it('that was sent and ended before its row was marked is not sent again', async () => {
    const id = await ready(1);
    await start(id);
    const { batches } = ports;
    const putRow: typeof batches.putRow = async (batch, row) => {
      if (row.state === 'sent') throw new Error('killed');
      return batches.putRow(batch, row);
    };
    const killed = { ...ports, batches: instead(batches, { putRow }) };
    const take = batchTaker(killed);
    await take({ operation: 'take', batchId: id, run: 1, after: 0 }).catch(() => {});
    const [row] = await batches.rows(id);
    await api.void(ask(row!.envelopeId, { reason: 'x' }));
    await sent(id);
    expect(await current(id)).toMatchObject({ state: 'done', sent: 1, failed: 0 });
    expect(await sentByRow(id)).toEqual(once(1));
  });

  it('that stands still is started again by the hourly look, and no other', async () => {
    const [still, going] = [await ready(1), await ready(1)];
    await start(still);
    ports.clock.advance(11 * 60);
    await start(going);
    ports.batchRuns.started.length = 0;
    expect(await makeResumeStill(ports)()).toEqual({ resumed: 1 });
    expect(ports.batchRuns.started).toEqual([`${still}-2`]);
    expect(await makeResumeStill(ports)()).toEqual({ resumed: 0 });
  });

  it('is its owner’s and administrators’', async () => {
    const id = await ready(1);
    for (const act of ['showBatch', 'startBatch', 'stopBatch', 'retryBatch'] as const)
      await expect(api[act](ask(id, {}, OTHER))).rejects.toMatchObject({ code: 'batch_unknown' });
    expect((await api.showBatch(ask(id, {}, ADMIN))).id).toBe(id);
    const list = (of: 'own' | 'all', caller = EMPLOYEE) =>
      api.listBatches(ask('', {}, caller, BatchesQuery.parse({ of })));
    expect((await list('own')).items.map((batch) => batch.id)).toEqual([id]);
    expect((await list('own', OTHER)).items).toEqual([]);
    expect((await list('all', ADMIN)).items).toHaveLength(1);
    await expect(list('all')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('whoever is killed in between', () => {
  /** Each call of a port may be the last one before the sandbox is gone. */
  function killedAt(call: number): MemoryPorts {
    let calls = 0;
    const dying = <T extends object>(port: T): T =>
      new Proxy(port, {
        get: (target, name) => {
          const method = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return (...input: unknown[]) => {
            calls++;
            if (calls > call) throw new Error('killed');
            return method.apply(target, input);
          };
        },
      });
    const { ledger, documents, batches, envelopes } = ports;
    return {
      ...ports,
      ledger: dying(ledger),
      documents: dying(documents),
      batches: dying(batches),
      envelopes: dying(envelopes),
    };
  }

  it('loses no row and doubles none, at whichever call', async () => {
    for (let call = 1; call < 60; call += 1) {
      const id = await ready(2);
      await start(id);
      const take = batchTaker(killedAt(call));
      await take({ operation: 'take', batchId: id, run: 1, after: 0 }).catch(() => {});
      await sent(id);
      expect([call, await sentByRow(id)]).toEqual([call, once(2)]);
    }
  }, 60_000);

  it('nor do two at the same rows', async () => {
    const id = await ready(20);
    await start(id);
    const take = batchTaker(ports);
    const task = { operation: 'take', batchId: id, run: 1, after: 0 } as const;
    await Promise.allSettled([take(task), take(task), take(task)]);
    await sent(id);
    expect(await sentByRow(id)).toEqual(once(20));
  });
});

describe('files', () => {
  async function downloaded(url: string) {
    const [key] = [...ports.documents.objects.keys()].filter((each) => url.includes(each));
    return readCsv((await ports.documents.get(key!))!.bytes);
  }

  it('a sample has the columns that a row needs, and is accepted but for its person', async () => {
    const { url, fileName } = await api.templateSample(ask(template, {}));
    expect(fileName).toBe('Fornitura.csv');
    const { header, rows } = await downloaded(url);
    expect(header).toEqual([
      ...['Direzione: nome', 'Direzione: e-mail', 'Cliente: nome', 'Cliente: cellulare'],
      ...['Campo f3', 'Importo', 'Data di inizio', 'Rinnovo', 'Sede'],
    ]);
    expect(rows).toHaveLength(1);
  });

  it('the results say what became of each row; the failed ones are sent again as they are', async () => {
    const id = await ready(3);
    await start(id);
    const results = async (failed: boolean) =>
      downloaded((await api.batchResults(ask(id, {}, EMPLOYEE, { failed }))).url);
    const strict = { ...SENDER_SETTINGS, LANGUAGES: ['en' as const] };
    expect((await results(false)).rows.map(({ cells }) => cells[1])).toEqual([
      ...['in attesa', 'in attesa', 'in attesa'],
    ]);
    await runBatch(batchTaker(ports, strict), await current(id));
    const failed = await results(true);
    expect(failed.header).toEqual([
      ...['Riga del file inviato', 'Esito', 'Codice di verifica', 'Problema'],
      ...['Cliente: nome', 'Cliente: e-mail', 'Importo'],
    ]);
    expect(failed.rows[1]?.cells).toEqual([
      ...['3', 'non riuscita', '', expect.stringContaining('lingua')],
      ...['Persona 1', 'p1@verdi.example', '1,50'],
    ]);
    const again = [failed.header, ...failed.rows.map(({ cells }) => cells)];
    const { problems, batch } = await check(again.map((cells) => cells.join(';')).join('\n'));
    expect(problems).toEqual([]);
    await start(batch!.id);
    await sent(batch!.id);
    expect(await sentByRow(batch!.id)).toEqual(once(3));
  });
});
