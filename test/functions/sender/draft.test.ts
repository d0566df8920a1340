import { beforeEach, describe, expect, it } from 'vitest';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import { EnvelopeAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { EditInput, SaveInput } from '../../../shared/contract/sender/sender-inputs.ts';
import type { AcceptedDocument } from '../../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../../shared/domain/ledger/ledger.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS, field } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, senderDesk } from '../../fixtures/sender-desk.ts';

const INPUT = { title: 'Contratto', language: 'it', parties: [DIRECTOR, CLIENT] };
const VALUES = { f3: 'Spett.le Verdi S.r.l.' };

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
let id: string;

const ask = <B>(body: B) =>
  ({ body, query: {}, path: { id }, language: 'it', caller: EMPLOYEE }) satisfies SenderRequest<B>;
const shown = async () => EnvelopeAnswer.parse(await api.show(ask({})));
const version = async () => (await shown()).draft!.version;
const kindsOfEntries = async () => (await ports.ledger.entries(id)).map(({ type }) => type);

/** A browser tab: each save is based on the version returned by the previous one. */
function tab(name: string) {
  let known: string | undefined;
  let turn = 0;
  async function save(body: object = {}) {
    known ??= await version();
    turn += 1;
    const input = { version: known, tab: name, turn, fields: FIELDS, values: VALUES, ...body };
    const answer = await api.save(ask(SaveInput.parse(input)));
    known = answer.version;
    return answer;
  }
  async function look() {
    known = await version();
  }
  return { save, look };
}

async function accept(document: AcceptedDocument): Promise<void> {
  await ports.documents.put(document.key, new Uint8Array(1), { contentType: 'application/pdf' });
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: document }),
  );
}

const without = (...gone: readonly string[]) =>
  ask(
    EditInput.parse({ ...INPUT, parties: [DIRECTOR, CLIENT].filter((p) => !gone.includes(p.id)) }),
  );

beforeEach(async () => {
  ports = memoryPorts();
  api = senderDesk(ports);
  ({ id } = await api.create({ ...ask(EditInput.parse(INPUT)) }));
  await accept(DOCUMENT);
});

describe('a draft under work', () => {
  it('is saved with its fields and values in one call, as often as one likes, without an entry', async () => {
    const page = tab('page-one');
    for (let time = 0; time < 5; time++) await page.save();
    expect(await shown()).toMatchObject({ fields: FIELDS, values: VALUES });
    expect(await kindsOfEntries()).toEqual(['created', 'document.accepted']);
  });

  it('may be unfinished: without names and options, with values half typed', async () => {
    const fields = [{ ...field('f3', null, 'number'), label: '' }];
    await tab('page-one').save({ fields, values: { f3: '12,' } });
    expect(await shown()).toMatchObject({ fields, values: { f3: '12,' } });
  });

  it('is placed and filled in when a step is left, once for each change', async () => {
    const page = tab('page-one');
    await page.save({ place: true });
    await page.save({ place: true });
    const entries = ['created', 'document.accepted', 'placed', 'filled'];
    expect(await kindsOfEntries()).toEqual(entries);
    await page.save({ place: true, values: { f3: 'Verdi' } });
    expect(await kindsOfEntries()).toEqual([...entries, 'filled']);
    expect((await shown()).values).toEqual({ f3: 'Verdi' });
  });

  it('is sent as it was saved last', async () => {
    await tab('page-one').save();
    await api.send(ask({}));
    expect((await kindsOfEntries()).slice(-3)).toEqual(['placed', 'filled', 'sent']);
    expect(await shown()).toMatchObject({ status: 'preparing', fields: FIELDS, values: VALUES });
    expect((await shown()).draft).toBeUndefined();
  });

  it('is not sent while something in it is unfinished', async () => {
    await tab('page-one').save({ fields: FIELDS.map((one) => ({ ...one, label: '' })) });
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'text_empty' });
  });

  it('keeps its values when whoever sends it is cut short after its fields were recorded', async () => {
    await tab('page-one').save();
    const { documents } = ports;
    const put = documents.put.bind(documents);
    documents.put = async (key, ...rest) => {
      if (key.includes('/values/')) throw new Error('killed');
      return put(key, ...rest);
    };
    await expect(api.send(ask({}))).rejects.toThrow('killed');
    documents.put = put;
    expect(await kindsOfEntries()).toEqual(['created', 'document.accepted', 'placed']);
    expect(await shown()).toMatchObject({ fields: FIELDS, values: VALUES });
    await api.send(ask({}));
    expect((await kindsOfEntries()).slice(-3)).toEqual(['placed', 'filled', 'sent']);
    expect((await shown()).values).toEqual(VALUES);
  });

  it('gives way to fields that were placed later', async () => {
    await tab('page-one').save();
    const others = FIELDS.slice(0, 2);
    await api.place(ask({ fields: others as never }));
    expect(await shown()).toMatchObject({ fields: others, values: {} });
  });

  it('of former versions, which has only entries, is read as before', async () => {
    await api.place(ask({ fields: [...FIELDS] as never }));
    await api.fill(ask({ values: VALUES }));
    expect(await shown()).toMatchObject({ fields: FIELDS, values: VALUES });
    await tab('page-one').save({ fields: FIELDS.slice(1) });
    expect((await shown()).fields).toEqual(FIELDS.slice(1));
  });

  it('cannot be saved once it is sent', async () => {
    const page = tab('page-one');
    await page.save();
    await api.send(ask({}));
    await expect(page.save()).rejects.toMatchObject({ code: 'not_draft' });
  });
});

describe('of two pages with one draft', () => {
  it('the older is told, and may look and take over', async () => {
    const [older, newer] = [tab('the-older'), tab('the-newer')];
    await older.save();
    await newer.save({ values: { f3: 'newer' } });
    await expect(older.save()).rejects.toMatchObject({ code: 'draft_changed' });
    expect((await shown()).values).toEqual({ f3: 'newer' });
    await older.look();
    await older.save({ values: { f3: 'older' } });
    expect((await shown()).values).toEqual({ f3: 'older' });
    await expect(newer.save()).rejects.toMatchObject({ code: 'draft_changed' });
  });

  it('one wins where both save at once', async () => {
    const [one, other] = [tab('page-one'), tab('page-two')];
    await Promise.all([one.look(), other.look()]);
    const both = await Promise.allSettled([one.save(), other.save()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('the older is told of people who were changed meanwhile, and cannot change them', async () => {
    const page = tab('page-one');
    await page.save();
    const before = await version();
    await api.edit(without('c1'));
    const refused = { code: 'draft_changed' };
    await expect(page.save()).rejects.toMatchObject(refused);
    const stale = EditInput.parse({ ...INPUT, version: before });
    await expect(api.edit(ask(stale))).rejects.toMatchObject(refused);
    await api.edit(ask({ ...stale, version: await version() }));
  });
});

describe('a page that is closed', () => {
  it('goes on from its own last save, whose answer it did not hear', async () => {
    const from = await version();
    const body = { tab: 'page-one', version: from, fields: FIELDS };
    const save = (turn: number, values: object) =>
      api.save(ask(SaveInput.parse({ ...body, turn, values })));
    await save(1, { f3: 'heard by nobody' });
    await save(2, { f3: 'second' });
    expect((await shown()).values).toEqual({ f3: 'second' });
    await save(1, { f3: 'overtaken' });
    expect((await shown()).values).toEqual({ f3: 'second' });
  });
});

describe('what is changed around the fields', () => {
  const small = { ...DOCUMENT, upload: 'upload-2', key: 'open/x/two.pdf' };
  const low = { ...field('f4', 'd1', 'initials'), y: 780 };

  it.each(['saved', 'placed'])('another document keeps those %s that fit it', async (how) => {
    const fields = [...FIELDS, low];
    await tab('page-one').save({ fields, place: how === 'placed' });
    await accept({ ...small, pages: [{ width: 595, height: 700 }] });
    const now = await shown();
    expect(now).toMatchObject({ fields: FIELDS, values: VALUES, outside: [low] });
    await accept({ ...DOCUMENT, upload: 'upload-3' });
    expect((await shown()).fields).toEqual(fields);
  });

  it.each(['saved', 'placed'])('a removed person leaves those %s to nobody yet', async (how) => {
    await tab('page-one').save({ place: how === 'placed' });
    await api.edit(without('c1'));
    expect(await shown()).toMatchObject({ fields: FIELDS, values: VALUES });
    await expect(api.send(ask({}))).rejects.toMatchObject({
      code: 'field_of_nobody',
      detail: { field: 'f2', label: 'Campo f2', page: 1 },
    });
    const page = tab('page-two');
    await expect(page.save({ place: true })).rejects.toMatchObject({ code: 'field_of_nobody' });
    await page.look();
    await page.save({ fields: FIELDS.filter(({ party }) => party !== 'c1') });
    await api.send(ask({}));
  });
});
