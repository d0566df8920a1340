import { beforeEach, describe, expect, it } from 'vitest';
import { makeForget } from '../../../functions/purge/forget.ts';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import { EnvelopeInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { suggestionsKey } from '../../../shared/contract/sender/stored-suggestions.ts';
import {
  ChangeTemplateInput,
  DuplicateTemplateInput,
  NewTemplateInput,
  TemplatesQuery,
  UseTemplateInput,
} from '../../../shared/contract/sender/template-inputs.ts';
import { bySystem } from '../../../shared/domain/ledger/ledger.ts';
import { DAILY_LIMITS, LIMITS } from '../../../shared/domain/limits.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const OWNER = EMPLOYEE;
const OTHER = { ...OWNER, subject: 'u2', name: 'Bruno' };
const ADMIN = { ...OWNER, subject: 'u3', name: 'Carla', isAdministrator: true };

const INPUT = EnvelopeInput.parse({
  title: 'Contratto di fornitura',
  message: 'Da firmare',
  language: 'it',
  parties: [DIRECTOR, CLIENT],
  deadlineDays: 20,
});
const VALUES = { f3: 'Spett.le Verdi S.r.l.' };
const PDF = new TextEncoder().encode('%PDF-1.7 as it was accepted');
const SOURCE = DOCUMENT.key;

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
let source: string;

const ask = <B, Q = unknown>(
  id: string,
  body: B,
  caller = OWNER,
  query: Q = {} as Q,
): SenderRequest<B, Q> => ({ body, query, path: { id }, language: 'it', caller });

async function draft(): Promise<string> {
  const { id } = await api.create(ask('', INPUT));
  await ports.documents.put(SOURCE, PDF, { contentType: 'application/pdf' });
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: DOCUMENT }),
  );
  await api.place(ask(id, { fields: [...FIELDS] as never }));
  await api.fill(ask(id, { values: VALUES }));
  return id;
}

const PLACES = [
  { id: 'd1', name: 'Direzione', keepPerson: true },
  { id: 'c1', name: 'Cliente' },
];

const asNew = (given: object = {}) =>
  NewTemplateInput.parse({
    from: source,
    name: 'Fornitura',
    visibility: 'company',
    places: PLACES,
    ...given,
  });

const made = async (given: object = {}, caller = OWNER) =>
  api.newTemplate(ask('', asNew(given), caller));

const LAURA = {
  place: 'c1',
  name: 'Laura Verdi',
  channel: { kind: 'email', address: 'laura@verdi.example' },
};

const use = (id: string, given: object = {}, caller = OWNER) =>
  api.useTemplate(ask(id, UseTemplateInput.parse({ people: [LAURA], ...given }), caller));

const change = (id: string, given: object, caller = OWNER) =>
  api.changeTemplate(ask(id, ChangeTemplateInput.parse(given), caller));

const list = (given: object = {}, caller = OWNER) =>
  api.listTemplates(ask('', undefined, caller, TemplatesQuery.parse(given)));

const show = (id: string, caller = OWNER, version?: number) =>
  api.showTemplate(ask(id, undefined, caller, version === undefined ? {} : { version }));

const refusal = (code: string) => ({ code });

beforeEach(async () => {
  ports = memoryPorts();
  api = senderDesk(ports);
  source = await draft();
});

describe('a template', () => {
  it('keeps document, places, fields, values, message and schedule, and the persons who are to stay', async () => {
    const { id } = await made();
    expect(await show(id)).toMatchObject({
      name: 'Fornitura',
      version: 1,
      title: INPUT.title,
      message: 'Da firmare',
      deadlineDays: 20,
      reminderDays: [3, 7],
      values: VALUES,
      document: { sha256: DOCUMENT.sha256, name: DOCUMENT.name },
      places: [
        { id: 'd1', name: 'Direzione', channel: 'email', person: { name: DIRECTOR.name } },
        { id: 'c1', name: 'Cliente' },
      ],
      versions: [{ number: 1, by: OWNER.name }],
      mayChange: true,
    });
    const { fields, places } = await show(id);
    expect(fields).toHaveLength(FIELDS.length);
    expect(places[1]).not.toHaveProperty('person');
  });

  it('stands when the envelope it was made from is gone', async () => {
    const { id } = await made();
    await api.discard(ask(source, undefined));
    await ports.documents.removeAll(`${SOURCE.slice(0, SOURCE.lastIndexOf('/'))}/`);
    const { id: envelope } = await use(id);
    expect((await api.show(ask(envelope, undefined))).document?.sha256).toBe(DOCUMENT.sha256);
  });

  it('is not made of an envelope without a document, of a stranger’s, or without the names of all places', async () => {
    const { id: empty } = await api.create(ask('', INPUT));
    await expect(made({ from: empty })).rejects.toMatchObject(refusal('document_missing'));
    await expect(made({}, OTHER)).rejects.toMatchObject(refusal('envelope_unknown'));
    await expect(made({ places: PLACES.slice(1) })).rejects.toMatchObject(refusal('place_unnamed'));
    const stranger = [...PLACES, { id: 'x', name: 'X' }];
    await expect(made({ places: stranger })).rejects.toMatchObject(refusal('place_unknown'));
    expect((await list()).items).toEqual([]);
  });

  it('is not made of a document that was removed', async () => {
    await api.send(ask(source, {}));
    await api.void(ask(source, { reason: 'x' }));
    ports.clock.advance(15 * 86_400);
    await expect(made()).rejects.toMatchObject(refusal('document_removed'));
  });

  it('is not made twice as often in a day as the limit says', async () => {
    const templatesOfSender = 1;
    const settings = { ...SENDER_SETTINGS, DAILY_LIMITS: { ...DAILY_LIMITS, templatesOfSender } };
    api = senderDesk(ports, settings);
    await made();
    await expect(made()).rejects.toMatchObject({ code: 'too_many', detail: { act: 'template' } });
    await expect(made({}, ADMIN)).resolves.toBeDefined();
  });
});

describe('who sees a template', () => {
  it('is everyone where it is the company’s, and changes it its owner or an administrator', async () => {
    const { id, version } = await made();
    expect(await show(id, OTHER)).toMatchObject({ mayChange: false });
    await expect(use(id, {}, OTHER)).resolves.toBeDefined();
    await expect(change(id, { version, name: 'X' }, OTHER)).rejects.toMatchObject(
      refusal('forbidden'),
    );
    await expect(api.deleteTemplate(ask(id, undefined, OTHER))).rejects.toMatchObject(
      refusal('forbidden'),
    );
    await expect(api.archiveTemplate(ask(id, { archived: true }, OTHER))).rejects.toMatchObject(
      refusal('forbidden'),
    );
    expect(await change(id, { version, name: 'Nuovo' }, ADMIN)).toMatchObject({
      name: 'Nuovo',
      versions: [{ by: OWNER.name }, { by: ADMIN.name }],
    });
  });

  it('is its owner and administrators where it is an own one; to others it does not exist', async () => {
    const { id, version } = await made({ visibility: 'own' });
    const unknown = refusal('template_unknown');
    const calls = [
      () => show(id, OTHER),
      () => use(id, {}, OTHER),
      () => change(id, { version, name: 'X' }, OTHER),
      () => api.archiveTemplate(ask(id, { archived: true }, OTHER)),
      () => api.deleteTemplate(ask(id, undefined, OTHER)),
      () => api.templateOriginal(ask(id, undefined, OTHER, {})),
      () => api.duplicateTemplate(ask(id, DuplicateTemplateInput.parse({ name: 'X' }), OTHER)),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(unknown);
    expect((await list({}, OTHER)).items).toEqual([]);
    expect((await list({ of: 'all' }, ADMIN)).items).toMatchObject([{ id, mayChange: true }]);
    await expect(list({ of: 'all' }, OTHER)).rejects.toMatchObject(refusal('forbidden'));
  });

  it('is refused alike for an id that no template can have', async () => {
    for (const id of ['../x', source, '0'.repeat(26)])
      await expect(show(id)).rejects.toMatchObject(refusal('template_unknown'));
  });
});

describe('a further version', () => {
  it('has the changes, and the one before stays as it was', async () => {
    const { id, version, owner: _, ...before } = await made();
    const { title, language, places, fields, values } = before;
    const content = { title: 'Altro', language, places, fields, values, deadlineDays: 5 };
    const changed = await change(id, { version, content });
    expect(changed).toMatchObject({
      version: 2,
      title: 'Altro',
      deadlineDays: 5,
      reminderDays: [3],
    });
    expect(await show(id, OWNER, 1)).toMatchObject({ title, shownVersion: 1, version: 2 });
    await expect(show(id, OWNER, 3)).rejects.toMatchObject(refusal('template_unknown'));
  });

  it('is refused where somebody else was first', async () => {
    const { id, version } = await made();
    await change(id, { version, name: 'Primo' });
    await expect(change(id, { version, name: 'Secondo' })).rejects.toMatchObject(
      refusal('template_changed'),
    );
  });

  it('has one writer, of two that change it at once', async () => {
    const { id, version } = await made();
    const both = [change(id, { version, name: 'Primo' }), change(id, { version, name: 'Secondo' })];
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await show(id)).versions).toHaveLength(2);
  });

  it('can have another document, and keeps the names of its places', async () => {
    const { id, version } = await made();
    const { id: next } = await use(id);
    const other = {
      ...DOCUMENT,
      sha256: 'e'.repeat(64),
      key: `open/${next}/original.pdf`,
      upload: 'u9',
    };
    await ports.documents.put(other.key, PDF, { contentType: 'application/pdf' });
    await step(ports, next, 'document.accepted', { ...other, requestedAt: '2099-01-01T00:00:00Z' });
    const changed = await change(id, { version, from: next });
    expect(changed).toMatchObject({
      version: 2,
      document: { sha256: other.sha256 },
      places: [{ name: 'Direzione', person: { name: DIRECTOR.name } }, { name: 'Cliente' }],
    });
    expect(changed.places[1]).not.toHaveProperty('person');
    const { url } = await api.templateOriginal(ask(id, undefined, OWNER, {}));
    expect(url).toContain(other.sha256);
  });

  it('is refused if it could not be used: parties in no order, a field of nobody or outside its page', async () => {
    const { id, version, title, language, places, fields } = await made();
    const content = { title, language, places, fields };
    const bad = [
      [{ ...content, places: places.slice(0, 1) }, 'field_of_nobody'],
      [{ ...content, places: [places[0], places[0]], fields: [] }, 'parties_invalid'],
      [{ ...content, fields: [{ ...fields[0], page: 99 }] }, 'fields_invalid'],
      [{ ...content, language: 'de' }, 'language_not_offered'],
      [{ ...content, values: { nobody: 'x' } }, 'field_unknown'],
    ] as const;
    for (const [given, code] of bad)
      await expect(
        change(id, { version, content: { values: {}, ...given } }),
      ).rejects.toMatchObject(refusal(code));
    expect((await show(id)).version).toBe(version);
  });

  it('is refused after the last that one may have', async () => {
    const { id } = await made();
    const row = (await ports.templates.find(id))!;
    const versions = Array.from({ length: LIMITS.templateVersions }, () => row.versions[0]!);
    ports.templates.rows.set(id, { ...row, versions });
    await expect(change(id, { version: 1, name: 'X' })).rejects.toMatchObject(
      refusal('template_full'),
    );
  });
});

describe('using a template', () => {
  it('makes a draft with its people and values, of the same document, which says what it was made from', async () => {
    const { id } = await made();
    const { id: envelope } = await use(id, {
      values: { f3: 'Spett.le Bianchi' },
      title: 'Per Laura',
    });
    expect(await api.show(ask(envelope, undefined))).toMatchObject({
      status: 'draft',
      title: 'Per Laura',
      message: 'Da firmare',
      deadlineDays: 20,
      template: { id, version: 1 },
      values: { f3: 'Spett.le Bianchi' },
      parties: [
        { id: 'd1', name: DIRECTOR.name, channel: DIRECTOR.channel },
        { id: 'c1', name: 'Laura Verdi', language: CLIENT.language },
      ],
      document: { name: DOCUMENT.name, sha256: DOCUMENT.sha256, length: DOCUMENT.length },
      fields: FIELDS.map(({ id: field, page, x, y }) => ({ id: field, page, x, y })),
    });
    const { document } = await ports.ledger.load(envelope);
    expect(document?.key).toBe(`open/${envelope}/original-${DOCUMENT.sha256}.pdf`);
    expect((await ports.documents.get(document!.key))?.bytes).toEqual(PDF);
    expect(ports.envelopes.rows.get(envelope)?.template).toEqual({ id, version: 1 });
  });

  it('asks for a person in each place that has none', async () => {
    const { id } = await made();
    await expect(use(id, { people: [] })).rejects.toMatchObject({
      code: 'person_missing',
      detail: { place: 'Cliente' },
    });
    const stranger = { ...LAURA, place: 'x' };
    await expect(use(id, { people: [LAURA, stranger] })).rejects.toMatchObject(
      refusal('place_unknown'),
    );
    await expect(use(id, { people: [LAURA, LAURA] })).rejects.toMatchObject(
      refusal('parties_invalid'),
    );
  });

  it('leaves out the template’s reminders that come after the deadline of this use', async () => {
    const { id } = await made();
    const { id: envelope } = await use(id, { deadlineDays: 4 });
    expect(await api.show(ask(envelope, undefined))).toMatchObject({
      deadlineDays: 4,
      reminderDays: [3],
    });
  });

  it('sends at once where it is asked to', async () => {
    const { id } = await made();
    const { id: envelope } = await use(id, { send: true });
    const entries = await ports.ledger.entries(envelope);
    expect(entries.map(({ type }) => type)).toEqual([
      'created',
      'document.accepted',
      'placed',
      'filled',
      'sent',
    ]);
  });

  it('makes nothing of what may not be sent', async () => {
    const begun = ports.envelopes.rows.size;
    const { id, version, title, language, places, fields } = await made();
    await change(id, {
      version,
      content: {
        title,
        language,
        places,
        values: {},
        fields: fields.filter(({ kind }) => kind !== 'signature'),
      },
    });
    await expect(use(id, { send: true })).rejects.toMatchObject(refusal('signature_field_missing'));
    expect(ports.envelopes.rows.size).toBe(begun);
  });

  it('leaves no draft of what was refused at the sending', async () => {
    const { id } = await made();
    const settings = {
      ...SENDER_SETTINGS,
      DAILY_LIMITS: { ...DAILY_LIMITS, textMessagesOfSender: 0 },
    };
    api = senderDesk(ports, settings);
    const byText = { ...LAURA, channel: { kind: 'sms', number: '+393331234567' } };
    await expect(use(id, { send: true, people: [byText] })).rejects.toMatchObject(
      refusal('too_many'),
    );
    const newest = [...ports.envelopes.rows.values()].at(-1)!;
    expect((await ports.ledger.entries(newest.id)).at(-1)?.type).toBe('discarded');
  });

  it('of an earlier version gives what that had', async () => {
    const { id, version, title, language, places, fields, values } = await made();
    await change(id, { version, content: { title: 'Altro', language, places, fields, values } });
    const { id: earlier } = await use(id, { version: 1 });
    const { id: newest } = await use(id);
    expect(await api.show(ask(earlier, undefined))).toMatchObject({
      title,
      template: { version: 1 },
    });
    expect(await api.show(ask(newest, undefined))).toMatchObject({
      title: 'Altro',
      template: { version: 2 },
    });
  });

  it('twice at once makes two envelopes', async () => {
    const { id } = await made();
    const [one, two] = await Promise.all([use(id), use(id)]);
    expect(one.id).not.toBe(two.id);
    for (const each of [one, two])
      expect(await api.show(ask(each.id, undefined))).toMatchObject({ template: { id } });
  });
});

describe('an archived template', () => {
  it('is in a list of its own, can be read, and is neither used nor changed until it is taken out', async () => {
    const { id, version } = await made();
    expect(await api.archiveTemplate(ask(id, { archived: true }))).toHaveProperty('archivedAt');
    expect((await list()).items).toEqual([]);
    expect((await list({ archived: 'true' })).items).toMatchObject([{ id }]);
    await expect(use(id)).rejects.toMatchObject(refusal('template_archived'));
    await expect(change(id, { version, name: 'X' })).rejects.toMatchObject(
      refusal('template_archived'),
    );
    expect(await api.archiveTemplate(ask(id, { archived: false }))).not.toHaveProperty(
      'archivedAt',
    );
    await expect(use(id)).resolves.toBeDefined();
  });
});

describe('a duplicate of a template', () => {
  it('is the caller’s own, begins at version 1, and outlives the other', async () => {
    const { id } = await made();
    const named = DuplicateTemplateInput.parse({ name: 'Mio' });
    const copy = await api.duplicateTemplate(ask(id, named, OTHER));
    expect(copy).toMatchObject({
      name: 'Mio',
      visibility: 'own',
      version: 1,
      owner: { subject: 'u2' },
    });
    await api.deleteTemplate(ask(id, undefined));
    await ports.documents.removeAll(`templates/${id}/`);
    await expect(use(copy.id, {}, OTHER)).resolves.toBeDefined();
  });
});

describe('a deleted template', () => {
  const forget = () =>
    makeForget(
      {
        ...ports,
        evidence: {
          endedDrafts: async function* () {},
          untouchedSince: async function* () {},
          remove: async () => {},
        },
      },
      SENDER_SETTINGS.retention,
    )();
  const left = (id: string) =>
    [...ports.documents.objects.keys()].filter((key) => key.startsWith(`templates/${id}/`));

  it('is unknown at once, and an hour later nothing of it is left', async () => {
    const { id } = await made();
    expect(left(id)).toHaveLength(2);
    await api.deleteTemplate(ask(id, undefined));
    await expect(show(id)).rejects.toMatchObject(refusal('template_unknown'));
    await expect(api.deleteTemplate(ask(id, undefined))).rejects.toMatchObject(
      refusal('template_unknown'),
    );
    expect((await list({ of: 'all' }, ADMIN)).items).toEqual([]);
    expect(JSON.stringify(await ports.templates.find(id))).not.toContain('Fornitura');
    await forget();
    expect(left(id)).toHaveLength(2);
    ports.clock.advance(60 * 60 + 1);
    expect(await forget()).toEqual({ forgotten: 1 });
    expect(left(id)).toEqual([]);
    expect(await ports.templates.find(id)).toBeUndefined();
  });

  it('leaves what was made from it as it is', async () => {
    const { id } = await made();
    const { id: envelope } = await use(id);
    await api.deleteTemplate(ask(id, undefined));
    ports.clock.advance(60 * 60 + 1);
    await forget();
    await expect(api.send(ask(envelope, {}))).resolves.toMatchObject({ status: 'preparing' });
  });

  it('while it is used either gives a whole envelope or none', async () => {
    const { id } = await made();
    const begun = ports.envelopes.rows.size;
    const { copy } = ports.documents;
    ports.documents.copy = async (from, to) => {
      await api.deleteTemplate(ask(id, undefined));
      await ports.documents.removeAll(`templates/${id}/`);
      return copy.call(ports.documents, from, to);
    };
    await expect(use(id)).rejects.toMatchObject(refusal('template_unknown'));
    expect(ports.envelopes.rows.size).toBe(begun);
  });

  it('while it is changed does not come back', async () => {
    const { id, version } = await made();
    const { put } = ports.documents;
    ports.documents.put = async (...asked) => {
      ports.documents.put = put;
      await api.deleteTemplate(ask(id, undefined));
      return put.apply(ports.documents, asked);
    };
    await expect(change(id, { version, name: 'X' })).rejects.toMatchObject(
      refusal('template_unknown'),
    );
    expect((await list({ of: 'all' }, ADMIN)).items).toEqual([]);
  });

  it('is what becomes of one whose making was cut short', async () => {
    ports.documents.copy = async () => {
      throw new Error('killed');
    };
    await expect(made()).rejects.toThrow('killed');
    expect((await list()).items).toEqual([]);
    expect(ports.templates.rows.size).toBe(1);
    ports.clock.advance(60 * 60 + 1);
    await forget();
    expect(ports.templates.rows.size).toBe(0);
  });
});

describe('a duplicate of an envelope', () => {
  const duplicate = (id: string, caller = OWNER) => api.duplicate(ask(id, undefined, caller));

  it('has its people, fields, values and document, sent or not', async () => {
    await api.send(ask(source, {}));
    const { id } = await duplicate(source);
    expect(await api.show(ask(id, undefined))).toMatchObject({
      status: 'draft',
      title: INPUT.title,
      message: 'Da firmare',
      values: VALUES,
      document: { sha256: DOCUMENT.sha256 },
      parties: [{ name: DIRECTOR.name }, { name: CLIENT.name }],
    });
    await expect(api.send(ask(id, {}))).resolves.toMatchObject({ status: 'preparing' });
  });

  const SUGGESTED = {
    ...{ id: 's1', source: 'tag', kind: 'text', label: 'Targa', required: true },
    ...{ page: 0, x: 60, y: 600, width: 180, height: 22 },
  };
  async function suggest(id: string): Promise<void> {
    const stored = { version: 1, suggestions: [SUGGESTED], wrongTags: [] };
    const bytes = new TextEncoder().encode(JSON.stringify(stored));
    const key = suggestionsKey(id, DOCUMENT.sha256);
    await ports.documents.put(key, bytes, { contentType: 'application/json' });
  }

  it('is asked by its document for the same fields; a template has those that its author chose', async () => {
    await suggest(source);
    const copy = await duplicate(source);
    const { suggestions } = await api.suggestions(ask(copy.id, undefined));
    expect(suggestions).toEqual([SUGGESTED]);
    const used = await use((await made()).id);
    expect((await api.suggestions(ask(used.id, undefined))).suggestions).toEqual([]);
  });

  it('after the removal has people and fields alone, which wait for a new file', async () => {
    await api.send(ask(source, {}));
    await api.void(ask(source, { reason: 'x' }));
    ports.clock.advance(15 * 86_400);
    const { id } = await duplicate(source);
    const shown = await api.show(ask(id, undefined));
    expect(shown).not.toHaveProperty('document');
    expect(shown).toMatchObject({ values: {}, parties: [{ name: DIRECTOR.name }, {}] });
    expect(shown.fields).toHaveLength(FIELDS.length);
    const small = { ...DOCUMENT, upload: 'u9', pages: [{ width: 10, height: 10 }] };
    await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
      documentChecked(envelope, { accepted: small }),
    );
    expect((await api.show(ask(id, undefined))).outside).toHaveLength(FIELDS.length);
  });

  it('is not made of an envelope that the caller does not see, or that was deleted', async () => {
    await expect(duplicate(source, OTHER)).rejects.toMatchObject(refusal('envelope_unknown'));
    await api.discard(ask(source, undefined));
    await expect(duplicate(source)).rejects.toMatchObject(refusal('envelope_unknown'));
  });

  it('cut short before its ledger is nobody’s, and leaves only what the lifecycle removes', async () => {
    const before = ports.envelopes.rows.size;
    ports.ledger.begin = async () => {
      throw new Error('killed');
    };
    const begun = new Set(ports.documents.objects.keys());
    await expect(duplicate(source)).rejects.toThrow('killed');
    const left = [...ports.documents.objects.keys()].filter((key) => !begun.has(key));
    expect(left).toHaveLength(2);
    expect(left.every((key) => key.startsWith('open/'))).toBe(true);
    expect(ports.envelopes.rows.size).toBe(before);
  });
});
