import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/domain/limits.ts';
import {
  assertSendable,
  partiesFrom,
  standIns,
  valuesFrom,
} from '../../shared/domain/template/filled-template.ts';
import { contentFrom } from '../../shared/domain/template/from-envelope.ts';
import {
  assertMayChange,
  assertNotArchived,
  assertSeesTemplate,
  type TemplateContent,
} from '../../shared/domain/template/template.ts';
import {
  archivedTemplate,
  assertMayChangeVersion,
  begunTemplate,
  changedTemplate,
  deletedTemplate,
  finishedTemplate,
} from '../../shared/domain/template/template-changes.ts';
import { isTemplateId, templateIdFrom } from '../../shared/domain/template/template-id.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS } from '../fixtures/sample-envelope.ts';

const OWNER = { subject: 'u1', name: 'Anna' };
const NOW = new Date('2026-03-02T09:00:00.000Z');
const LATER = new Date('2026-03-03T09:00:00.000Z');

const ENVELOPE = {
  title: 'Fornitura',
  language: 'it',
  schedule: { deadlineDays: 9, reminderDays: [3], lastDay: { day: '2026-03-11', timeZone: 'UTC' } },
  parties: [DIRECTOR, CLIENT].map((party) => ({ ...party, round: 0 })),
} as const;
const NAMED = [
  { id: DIRECTOR.id, name: 'Direzione', keepPerson: true },
  { id: CLIENT.id, name: 'Cliente', keepPerson: false },
];

const content = (): TemplateContent =>
  contentFrom(ENVELOPE, { fields: FIELDS, values: {} }, DOCUMENT, NAMED);
const stored = { sha256: 'a'.repeat(64), content: content() };
const template = (visibility: 'own' | 'company' = 'own') =>
  finishedTemplate(begunTemplate('t', { name: 'X', visibility }, OWNER, NOW), stored, NOW);

const user = (subject: string, isAdministrator = false) => ({ subject, isAdministrator });
const refused = (code: string, detail = expect.anything()) =>
  expect.objectContaining({ code, detail });

describe('a template', () => {
  it('keeps no day of the envelope it is made from, and no person who was not to stay', () => {
    expect(content()).toMatchObject({ deadlineDays: 9, reminderDays: [3] });
    expect(JSON.stringify(content())).not.toContain('2026-03-11');
    expect(JSON.stringify(content())).not.toContain(CLIENT.name);
    expect(content().places[0]?.person).toEqual({ name: DIRECTOR.name, channel: DIRECTOR.channel });
  });

  it('is seen by nobody while it is made and after it was deleted', () => {
    const begun = begunTemplate('t', { name: 'X', visibility: 'company' }, OWNER, NOW);
    const states = [undefined, begun, deletedTemplate(template('company'), LATER)];
    for (const state of states)
      for (const who of [user('u1'), user('u9', true)])
        expect(() => assertSeesTemplate(who, state)).toThrow(refused('template_unknown'));
  });

  it('is seen and changed by owner and administrators; the company’s is seen by all', () => {
    for (const who of [user('u1'), user('u9', true)]) assertMayChange(who, template());
    expect(() => assertSeesTemplate(user('u2'), template())).toThrow(refused('template_unknown'));
    assertSeesTemplate(user('u2'), template('company'));
    expect(() => assertMayChange(user('u2'), template('company'))).toThrow(refused('forbidden'));
  });

  it('says of each version who made it and when, and of what it was nothing once deleted', () => {
    const by = { subject: 'u9', name: 'Carla' };
    const named = { name: 'Y', visibility: 'company' } as const;
    const changed = changedTemplate(template(), named, stored, by, LATER);
    expect(changed.versions.map(({ number, at, by: { name } }) => [number, at, name])).toEqual([
      [1, NOW.toISOString(), 'Anna'],
      [2, LATER.toISOString(), 'Carla'],
    ]);
    expect(changed).toMatchObject({ seq: 2, version: 2, name: 'Y', owner: OWNER });
    const gone = deletedTemplate(changed, LATER);
    expect(gone).toMatchObject({ seq: 3, name: '', versions: [], unlistedAt: LATER.toISOString() });
    expect(gone).toMatchObject({ visibility: 'own', owner: { subject: 'u1', name: '' } });
  });

  it('says in lists whose places it has, and of how many pages it is', () => {
    const places = [DIRECTOR, CLIENT].map(({ id, role, turn }, index) => ({
      ...{ id, role, turn, name: NAMED[index]?.name },
    }));
    expect(template()).toMatchObject({ places, pages: DOCUMENT.pages.length });
  });

  it('has so many versions at most, and is changed from its newest alone', () => {
    const most = LIMITS.templateVersions;
    const [version] = template().versions;
    const full = { ...template(), versions: Array.from({ length: most }, () => version!) };
    expect(() => assertMayChangeVersion(user('u1'), full, 1)).toThrow(
      refused('template_full', { most }),
    );
    expect(() => assertMayChangeVersion(user('u1'), template(), 2)).toThrow(
      refused('template_changed'),
    );
    expect(assertMayChangeVersion(user('u1'), template(), 1)).toBeUndefined();
  });

  it('keeps of each party whether it stamps, where that was said', () => {
    const parties = ENVELOPE.parties.map((party, index) =>
      index === 0 ? { ...party, stamps: false } : party,
    );
    const { places } = contentFrom(
      { ...ENVELOPE, parties },
      { fields: FIELDS, values: {} },
      DOCUMENT,
      NAMED,
    );
    expect(places.map((place) => Object.hasOwn(place, 'stamps'))).toEqual([true, false]);
    expect(places[0]?.stamps).toBe(false);
  });

  it('names a role for each party, and none for a stranger', () => {
    const named = (roles: typeof NAMED) =>
      contentFrom(ENVELOPE, { fields: FIELDS, values: {} }, DOCUMENT, roles);
    expect(() => named([NAMED[0]!])).toThrow(refused('place_unnamed', { name: CLIENT.name }));
    const stranger = { id: 'x9', name: 'Garante', keepPerson: false };
    expect(() => named([...NAMED, stranger])).toThrow(refused('place_unknown', { place: 'x9' }));
  });

  it('is archived once, and taken out once', () => {
    const archived = archivedTemplate(template(), true, LATER)!;
    expect(archived).toMatchObject({ archivedAt: LATER.toISOString(), version: 1 });
    expect(archivedTemplate(archived, true, LATER)).toBeUndefined();
    expect(archivedTemplate(archived, false, LATER)).not.toHaveProperty('archivedAt');
    expect(archivedTemplate(template(), false, LATER)).toBeUndefined();
    expect(() => assertNotArchived(archived)).toThrow(
      refused('template_archived', { at: LATER.toISOString() }),
    );
  });

  it('has an id that no envelope can have', () => {
    const id = templateIdFrom(new Uint8Array(17).fill(0xab));
    expect(isTemplateId(id)).toBe(true);
    for (const other of [id.toUpperCase(), `0${id}`, `${id}0`])
      expect(isTemplateId(other)).toBe(false);
  });
});

describe('a use', () => {
  const laura = { name: 'Laura', channel: { kind: 'email', address: 'l@v.example' } } as const;

  it('puts who is named before who usually takes a place, in the place’s role, turn and language', () => {
    const [director, client] = partiesFrom(content(), [
      { place: CLIENT.id, ...laura, language: 'en' },
      { place: DIRECTOR.id, ...laura },
    ]);
    expect(director).toMatchObject({ ...laura, role: 'director', language: DIRECTOR.language });
    expect(client).toMatchObject({ ...laura, id: CLIENT.id, turn: CLIENT.turn, language: 'en' });
  });

  it('has one person for each role, and none for a role that is not there', () => {
    const place = CLIENT.id;
    expect(() =>
      partiesFrom(
        content(),
        [laura, laura].map((one) => ({ ...one, place })),
      ),
    ).toThrow(refused('parties_invalid', { problem: 'same_id' }));
    expect(() => partiesFrom(content(), [{ ...laura, place: 'x9' }])).toThrow(
      refused('place_unknown', { place: 'x9' }),
    );
  });

  it('is not sent while one of the company’s own values is missing', () => {
    const own = { ...FIELDS.find(({ party }) => party === null)!, required: true };
    const fields = [...FIELDS.filter(({ party }) => party !== null), own];
    const send = (values: Record<string, string>) =>
      assertSendable({ fields }, standIns(content()), values);
    expect(() => send({})).toThrow(refused('field_missing'));
    expect(send({ [own.id]: 'Acme' })).toBeUndefined();
  });

  it('gives values of the company’s fields alone', () => {
    const own = FIELDS.find(({ party }) => party === null)!;
    const others = FIELDS.find(({ party, kind }) => party !== null && kind === 'text');
    const usual = { fields: FIELDS, values: { [own.id]: 'usual' } };
    expect(valuesFrom(usual, {})).toEqual({ [own.id]: 'usual' });
    expect(valuesFrom(usual, { [own.id]: 'given' })).toEqual({ [own.id]: 'given' });
    if (others)
      expect(() => valuesFrom(usual, { [others.id]: 'x' })).toThrow(refused('field_not_yours'));
  });

  it('is not sent while somebody has nowhere to sign', () => {
    const fields = FIELDS.filter(({ kind }) => kind !== 'signature');
    expect(() => assertSendable({ fields }, standIns(content()), {})).toThrow(
      refused('signature_field_missing'),
    );
  });
});
