import { beforeEach, describe, expect, it } from 'vitest';
import { makeCallerFrom } from '../../../functions/sender/access/caller.ts';
import type { SenderRequest } from '../../../functions/sender/sender-request.ts';
import { makeSignIn } from '../../../functions/sender/sign-in.ts';
import { EnvelopeAnswer } from '../../../shared/contract/sender/sender-answers.ts';
import { EnvelopeInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { ticketKey, uploadKey } from '../../../shared/contract/sender/upload-ticket.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import type { EntryData } from '../../../shared/domain/ledger/entries.ts';
import { bySystem, chainFault } from '../../../shared/domain/ledger/ledger.ts';
import { documentChecked } from '../../../shared/domain/transitions/drafting.ts';
import {
  completed,
  deliveryFailed,
  invited,
  prepared,
  purged,
} from '../../../shared/domain/transitions/workflow-steps.ts';
import { step } from '../../fixtures/envelope-steps.ts';
import { type MemoryPorts, memoryPorts } from '../../fixtures/memory-ports.ts';
import { CLIENT, DIRECTOR, DOCUMENT, FIELDS, field } from '../../fixtures/sample-envelope.ts';
import { EMPLOYEE, SENDER_SETTINGS, senderDesk } from '../../fixtures/sender-desk.ts';

const OWNER = EMPLOYEE;
const OTHER = { ...OWNER, subject: 'u2' };
const ADMIN = { ...OWNER, subject: 'u3', isAdministrator: true };

const INPUT = EnvelopeInput.parse({
  title: 'Contratto di fornitura',
  language: 'it',
  parties: [DIRECTOR, CLIENT],
});

let ports: MemoryPorts;
let api: ReturnType<typeof senderDesk>;
let id: string;

const ask = <B>(body: B, path: Record<string, string> = {}, caller = OWNER) =>
  ({ body, query: {}, path: { id, ...path }, language: 'it', caller }) satisfies SenderRequest<B>;

async function accepted(): Promise<void> {
  await ports.documents.put(DOCUMENT.key, new Uint8Array(1), { contentType: 'application/pdf' });
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    documentChecked(envelope, { accepted: DOCUMENT }),
  );
}

async function ready(): Promise<void> {
  await accepted();
  await api.place(ask({ fields: [...FIELDS] as never }));
  await api.fill(ask({ values: { f3: 'Spett.le Verdi S.r.l.' } }));
}

async function sent(): Promise<void> {
  await ready();
  await api.send(ask({}));
}

const revision = (number: number) => ({
  number,
  key: `open/${id}/r${number}.pdf`,
  sha256: String(number).repeat(64),
  length: 1000 + number,
});

async function signing(): Promise<void> {
  await sent();
  await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
    prepared(envelope, { revision: revision(0), certificatePages: 1 }),
  );
  await ports.ledger.change(id, bySystem('invite', ports.clock.now()), (envelope) =>
    invited(envelope, { party: 'd1', notice: 'invitation' }),
  );
}

const signatureOf = (party: string, turn: number): EntryData['signed'] => ({
  party,
  documentSha256: revision(turn).sha256,
  confirmation: {
    channel: 'm•••@example.com',
    codeSentAt: '2026-03-02T09:00:00.000Z',
    confirmedAt: '2026-03-02T09:01:00.000Z',
  },
  method: 'typed',
  submission: { key: `open/${id}/s-${party}.json`, sha256: 'b'.repeat(64) },
  stamp: false,
});

async function finished(): Promise<void> {
  await signing();
  for (const [index, party] of ['d1', 'c1'].entries()) {
    await step(ports, id, 'signed', signatureOf(party, index));
    await step(ports, id, 'appended', { party, revision: revision(index + 1) });
  }
  const file = { ...revision(3), key: `closed/${id}/signed.pdf` };
  const data = { file, beforeSeal: revision(2), ledgerHead: 'c'.repeat(64) };
  await ports.ledger.change(id, bySystem('seal', ports.clock.now()), (envelope) =>
    completed(envelope, data),
  );
}

beforeEach(async () => {
  ports = memoryPorts();
  api = senderDesk(ports);
  ({ id } = await api.create(ask(INPUT)));
});

describe('who sees an envelope', () => {
  it('is its owner and an administrator; to anyone else it does not exist', async () => {
    await expect(api.show(ask({}, {}, OWNER))).resolves.toMatchObject({ id });
    await expect(api.show(ask({}, {}, ADMIN))).resolves.toMatchObject({ id });
    await expect(api.show(ask({}, {}, OTHER))).rejects.toMatchObject({ code: 'envelope_unknown' });
  });

  it('holds for every operation', async () => {
    await finished();
    const refused = { code: 'envelope_unknown' };
    const party = { party: 'd1' };
    const calls = [
      api.edit(ask(INPUT, {}, OTHER)),
      api.upload(ask({ fileName: 'x.pdf', size: 1 }, {}, OTHER)),
      api.original(ask({}, {}, OTHER)),
      api.place(ask({ fields: [] }, {}, OTHER)),
      api.fill(ask({ values: {} }, {}, OTHER)),
      api.send(ask({}, {}, OTHER)),
      api.void(ask({ reason: 'x' }, {}, OTHER)),
      api.discard(ask({}, {}, OTHER)),
      api.remind(ask({}, party, OTHER)),
      api.resend(ask({}, party, OTHER)),
      api.correct(ask({ channel: DIRECTOR.channel }, party, OTHER)),
      api.download(ask({}, {}, OTHER)),
      api.ledger(ask({}, {}, OTHER)),
    ];
    for (const call of calls) await expect(call).rejects.toMatchObject(refused);
  });

  it('is refused alike for an id that no envelope can have', async () => {
    const request = { ...ask({}), path: { id: '../x' } };
    await expect(api.show(request)).rejects.toMatchObject({ code: 'envelope_unknown' });
  });

  it.each([
    [['admin'], true],
    [['other', 'admin'], true],
    ['admin', true],
    [['Sales admin'], false],
    [['x,admin'], false],
    [['administrators'], false],
    [['Admin'], false],
    [[['admin']], false],
    ['[admin]', false],
    ['not admin', false],
    ['other,admin', false],
    [{ admin: true }, false],
    [true, false],
    [null, false],
  ])('an administrator is known by the very word in the claim: %j is %j', (groups, is) => {
    const callerFrom = makeCallerFrom({ ADMIN_CLAIM: 'cognito:groups', ADMIN_VALUE: 'admin' });
    const claims = { sub: 'u', email: 'a@b.it', 'cognito:groups': groups };
    expect(callerFrom(claims).isAdministrator).toBe(is);
  });

  it.each(['\u200b', 'Anna\u202e', 'A\ud800', '', ['Anna'], 'x'.repeat(300)])(
    'the name of a sender whose claim cannot be read (%j) is the address',
    (name) => {
      const callerFrom = makeCallerFrom({ ADMIN_CLAIM: 'groups', ADMIN_VALUE: 'admin' });
      expect(callerFrom({ sub: 'u', email: 'a@b.it', name }).name).toBe('a@b.it');
    },
  );

  it('no administrator by a claim that the token does not have, and nobody without an address', () => {
    const callerFrom = makeCallerFrom({ ADMIN_CLAIM: 'constructor', ADMIN_VALUE: 'admin' });
    expect(callerFrom({ sub: 'u', email: 'a@b.it' }).isAdministrator).toBe(false);
    for (const claims of [{ sub: 'u' }, { email: 'a@b.it' }, { sub: 'u', email: ['a@b.it'] }])
      expect(() => callerFrom(claims)).toThrowError(expect.objectContaining({ code: 'forbidden' }));
  });
});

describe('a draft', () => {
  it.each([
    [14, [3, 7]],
    [7, [3]],
    [2, []],
  ])(
    'with a deadline of %i days reminds, unless told otherwise, after %j',
    async (days, reminders) => {
      const input = EnvelopeInput.parse({ ...INPUT, deadlineDays: days });
      const { id: made } = await api.create(ask(input));
      expect((await api.show(ask({}, { id: made }))).reminderDays).toEqual(reminders);
    },
  );

  it('waits until the end of a day that was chosen, in the company’s zone', async () => {
    const input = EnvelopeInput.parse({ ...INPUT, deadlineDate: '2026-03-12' });
    ({ id } = await api.create(ask(input)));
    expect(await api.show(ask({}))).toMatchObject({
      deadlineDate: '2026-03-12',
      deadlineDays: 10,
      reminderDays: [3, 7],
    });
    await ready();
    expect((await api.send(ask({}))).deadline).toBe('2026-03-12T22:59:59.000Z');
  });

  it('judges such a day when it is chosen, and once more when it is sent', async () => {
    const refused = {
      code: 'deadline_out_of_range',
      detail: { earliest: '2026-03-03', latest: '2026-05-01' },
    };
    const until = (deadlineDate: string) =>
      ask(EnvelopeInput.parse({ ...INPUT, deadlineDate }), { id });
    await expect(api.create(until('2026-03-02'))).rejects.toMatchObject(refused);
    await expect(api.edit(until('2026-05-02'))).rejects.toMatchObject(refused);
    await api.edit(until('2026-03-05'));
    await ready();
    ports.clock.advance(4 * 86_400);
    await api.edit(until('2026-03-05'));
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'deadline_out_of_range' });
    await api.edit(until('2026-03-09'));
    expect((await api.send(ask({}))).deadline).toBe('2026-03-09T22:59:59.000Z');
  });

  it('speaks only languages that the company offers', async () => {
    const refused = { code: 'language_not_offered', detail: { language: 'fr' } };
    const french = { ...INPUT, language: 'fr' } as const;
    await expect(api.create(ask(french))).rejects.toMatchObject(refused);
    const toFrance = { ...INPUT, parties: [DIRECTOR, { ...CLIENT, language: 'fr' as const }] };
    await expect(api.create(ask(toFrance))).rejects.toMatchObject(refused);
    await expect(api.edit(ask(toFrance))).rejects.toMatchObject(refused);
  });

  it('keeps the parties as they sign, whatever order they are given in', async () => {
    const client = { ...CLIENT, turn: 0 };
    const parties = [{ ...DIRECTOR, turn: 4 }, client];
    await api.edit(ask({ ...INPUT, parties }));
    expect((await ports.ledger.load(id)).parties.map((party) => party.id)).toEqual(['c1', 'd1']);
  });

  it('keeps the company first where the company says so, also in a draft from before', async () => {
    const refused = { code: 'director_first' };
    const clientFirst = {
      ...INPUT,
      parties: [
        { ...DIRECTOR, turn: 1 },
        { ...CLIENT, turn: 0 },
      ],
    };
    await api.edit(ask(clientFirst));
    await ready();
    const strict = senderDesk(ports, { ...SENDER_SETTINGS, SIGNING_ORDER: 'directorFirst' });
    await expect(strict.create(ask(clientFirst))).rejects.toMatchObject(refused);
    await expect(strict.edit(ask(clientFirst))).rejects.toMatchObject(refused);
    await expect(strict.send(ask({}))).rejects.toMatchObject(refused);
    await strict.edit(ask(INPUT));
    expect((await strict.send(ask({}))).status).toBe('preparing');
  });

  it('sends text messages only to countries that the company allows', async () => {
    const abroad = { ...CLIENT, channel: { kind: 'sms', number: '+15551234567' } } as const;
    const refused = { code: 'country_not_served', detail: { name: 'Luca Verdi' } };
    const input = { ...INPUT, parties: [DIRECTOR, abroad] };
    await expect(api.create(ask(input))).rejects.toMatchObject(refused);
    await expect(api.edit(ask(input))).rejects.toMatchObject(refused);
    const request = ask({ channel: abroad.channel }, { party: 'c1' });
    await expect(api.correct(request)).rejects.toMatchObject(refused);
  });

  it.each(['+39899784086', '+3906123456', '+39840123456', '+3940404000'])(
    'sends no text message to %s, which is not a mobile number',
    async (number) => {
      const landline = { ...CLIENT, channel: { kind: 'sms', number } } as const;
      const refused = { code: 'number_not_mobile', detail: { name: 'Luca Verdi' } };
      const input = { ...INPUT, parties: [DIRECTOR, landline] };
      await expect(api.create(ask(input))).rejects.toMatchObject(refused);
      await expect(api.edit(ask(input))).rejects.toMatchObject(refused);
      const request = ask({ channel: landline.channel }, { party: 'c1' });
      await expect(api.correct(request)).rejects.toMatchObject(refused);
      await accepted();
      await api.place(ask({ fields: [...FIELDS] as never }));
      await api.fill(ask({ values: { f3: 'Spett.le Verdi S.r.l.' } }));
      const { type, data } = (await ports.ledger.entries(id))[0]!;
      await step(ports, id, 'edited', {
        ...(data as EntryData[typeof type & 'created']),
        parties: input.parties,
      });
      await expect(api.send(ask({}))).rejects.toMatchObject(refused);
    },
  );

  it.each([
    ['Arabic', 'محمد بن علي', 'م'],
    ['Hebrew', 'יוסף לוי', 'י'],
    ['Chinese or Japanese', '山田太郎', '山'],
    ['emoji', 'Anna ❤️ Verdi', '❤'],
    ['emoji beyond the first plane', 'Anna 👩‍💻', '👩'],
    ['a mark that joins no letter', 'Anna\u0489 Verdi', '◌\u0489'],
    ['Hebrew hidden in Latin', 'Anna שVerdi', 'ש'],
  ])(
    'refuses %s in a name or title, which the certificate could not print',
    async (_, text, character) => {
      const refused = {
        code: 'text_not_covered',
        detail: { text: text.normalize('NFC'), character },
      };
      const named = { ...INPUT, parties: [DIRECTOR, { ...CLIENT, name: text }] };
      await expect(api.create(ask(EnvelopeInput.parse(named)))).rejects.toMatchObject(refused);
      await expect(api.edit(ask(EnvelopeInput.parse(named)))).rejects.toMatchObject(refused);
      const titled = EnvelopeInput.parse({ ...INPUT, title: text });
      await expect(api.create(ask(titled))).rejects.toMatchObject(refused);
    },
  );

  it('takes a letter and its mark for one letter, as the certificate prints it', async () => {
    const name = 'Zoe\u0308 Nguye\u0302\u0303n';
    const input = EnvelopeInput.parse({ ...INPUT, parties: [DIRECTOR, { ...CLIENT, name }] });
    const { id: made } = await api.create(ask(input));
    expect((await api.show(ask({}, { id: made }))).parties[1]!.name).toBe('Zoë Nguyễn');
  });

  it('takes one PDF of at most 50 MB under a key of its own, and keeps its name for intake', async () => {
    const ticket = await api.upload(ask({ fileName: 'Contratto Però.pdf', size: 1000 }));
    expect(ticket.fields.key).toBe(uploadKey(id, ticket.upload));
    expect(ticket.maxBytes).toBe(50 * 1024 * 1024);
    const kept = await ports.documents.get(ticketKey(id, ticket.upload));
    expect(JSON.parse(Buffer.from(kept!.bytes).toString())).toEqual({
      fileName: 'Contratto Però.pdf',
      requestedAt: ports.clock.now().toISOString(),
    });
    const large = ask({ fileName: 'x.pdf', size: 50 * 1024 * 1024 + 1 });
    await expect(api.upload(large)).rejects.toMatchObject({ code: 'pdf_too_large' });
  });

  it('says in the language asked for why a document was refused', async () => {
    const refused = { upload: 'u', name: 'x.pdf', code: 'pdf_encrypted' };
    await ports.ledger.change(id, bySystem('intake', ports.clock.now()), (envelope) =>
      documentChecked(envelope, { refused }),
    );
    const answer = await api.show({ ...ask({}), language: 'en' });
    expect(answer.refusedDocument).toMatchObject({ code: 'pdf_encrypted' });
    expect(answer.refusedDocument?.sentence).toContain('password');
  });

  it('keeps the company’s values beside the document, and only their hash in the ledger', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS] as never }));
    const answer = await api.fill(ask({ values: { f3: 'Spett.le Verdi' } }));
    expect(answer.values).toEqual({ f3: 'Spett.le Verdi' });
    expect(JSON.stringify(await ports.ledger.entries(id))).not.toContain('Spett.le');
  });

  it('loses the values with the fields they belonged to', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS] as never }));
    await api.fill(ask({ values: { f3: 'x' } }));
    const answer = await api.place(ask({ fields: [...FIELDS] as never }));
    expect(answer.values).toEqual({});
  });

  it('refuses a value that does not fit its box, and one of a signer', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS, field('f4', 'c1', 'text')] as never }));
    const long = ask({ values: { f3: 'parola '.repeat(80) } });
    await expect(api.fill(long)).rejects.toMatchObject({ code: 'value_too_long' });
    const foreign = ask({ values: { f4: 'x' } });
    await expect(api.fill(foreign)).rejects.toMatchObject({ code: 'field_not_yours' });
  });

  it('is not sent while the company’s own values are missing', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS] as never }));
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'field_missing' });
  });

  it('sent again by its sender, who heard no answer, is sent once and answered as sent', async () => {
    await sent();
    const types = async () => (await ports.ledger.entries(id)).map(({ type }) => type);
    const before = await types();
    expect(await api.send(ask({}))).toMatchObject({ id, status: 'preparing' });
    expect(await types()).toEqual(before);
    await expect(api.send(ask({}, {}, ADMIN))).rejects.toMatchObject({ code: 'not_draft' });
    await api.void(ask({ reason: 'Sbagliato' }));
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'not_draft' });
  });

  it('sent twice at once is sent once, and both hear of it', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS] as never }));
    await api.fill(ask({ values: { f3: 'x' } }));
    const answers = await Promise.all([api.send(ask({})), api.send(ask({}))]);
    expect(answers.map(({ status }) => status)).toEqual(['preparing', 'preparing']);
    const types = (await ports.ledger.entries(id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'sent')).toHaveLength(1);
  });

  it('whose document storage has let go is shown, and sent only after another upload', async () => {
    await accepted();
    await api.place(ask({ fields: [...FIELDS] as never }));
    await api.fill(ask({ values: { f3: 'x' } }));
    ports.documents.objects.clear();
    expect(await api.show(ask({}))).toMatchObject({ status: 'draft', values: {} });
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'document_missing' });
  });

  it('says who and what in characters that can be seen, in the order in which they are written', async () => {
    for (const text of ['\u200b\u2060', 'Contratto \u202efdp.exe', 'Luca\u2066 Verdi']) {
      expect(EnvelopeInput.safeParse({ ...INPUT, title: text }).success).toBe(false);
      const parties = [{ ...DIRECTOR, name: text }, CLIENT];
      expect(EnvelopeInput.safeParse({ ...INPUT, parties }).success).toBe(false);
    }
    expect(EnvelopeInput.safeParse({ ...INPUT, message: 'due\nrighe' }).success).toBe(true);
    expect(EnvelopeInput.safeParse({ ...INPUT, message: 'nul\u0000' }).success).toBe(false);
  });

  it('cannot be changed once it is sent', async () => {
    await sent();
    const refused = { code: 'not_draft' };
    await expect(api.edit(ask(INPUT))).rejects.toMatchObject(refused);
    await expect(api.place(ask({ fields: [] }))).rejects.toMatchObject(refused);
    await expect(api.fill(ask({ values: {} }))).rejects.toMatchObject(refused);
    await expect(api.upload(ask({ fileName: 'x', size: 1 }))).rejects.toMatchObject(refused);
  });

  it('has fields that fit into one entry of the ledger', async () => {
    await accepted();
    const options = Array.from({ length: 50 }, (_, index) => `${index} `.padEnd(200, 'x'));
    const fields = Array.from({ length: 40 }, (_, index) => ({
      ...field(`f${index}`, 'c1', 'choice'),
      options,
    }));
    await expect(api.place(ask({ fields }))).rejects.toMatchObject({
      code: 'fields_invalid',
      detail: { problem: 'too_much' },
    });
  });
});

describe('an envelope under way', () => {
  it('is answered by its contract, with a timeline that holds no secret', async () => {
    await signing();
    const answer = EnvelopeAnswer.parse(await api.show(ask({})));
    expect(answer).toMatchObject({
      status: 'signing',
      waitingFor: ['Maria Rossi'],
      verifyUrl: `https://verify.test/v/${id}`,
    });
    expect(answer.timeline.map(({ type }) => type)).toEqual([
      'created',
      'document.accepted',
      'placed',
      'filled',
      'sent',
      'prepared',
      'invited',
    ]);
    expect(answer.timeline.at(-1)).toMatchObject({ party: 'd1', facts: { notice: 'invitation' } });
  });

  it('is reminded, sent again and corrected only for a party that can still sign', async () => {
    await signing();
    await api.remind(ask({}, { party: 'd1' }));
    await api.resend(ask({}, { party: 'd1' }));
    await expect(api.remind(ask({}, { party: 'c1' }))).rejects.toMatchObject({
      code: 'not_your_turn',
    });
    await expect(api.resend(ask({}, { party: 'zz' }))).rejects.toMatchObject({
      code: 'party_unknown',
    });
    await step(ports, id, 'signed', signatureOf('d1', 0));
    const late = ask({ channel: DIRECTOR.channel }, { party: 'd1' });
    await expect(api.correct(late)).rejects.toMatchObject({ code: 'already_signed' });
  });

  it('says of whom the last message did not arrive, until another one is under way', async () => {
    await signing();
    const data = { to: 'd1', notice: 'invitation', reason: 'bounce' } as const;
    await ports.ledger.change(id, bySystem('feedback', ports.clock.now()), (it) =>
      deliveryFailed(it, data),
    );
    const at = ports.clock.now().toISOString();
    const failed = EnvelopeAnswer.parse(await api.show(ask({})));
    expect(failed.parties.map(({ undeliveredAt }) => undeliveredAt)).toEqual([at, undefined]);
    const anew = await api.resend(ask({}, { party: 'd1' }));
    expect(anew.parties[0]).not.toHaveProperty('undeliveredAt');
  });

  it('shows a corrected contact masked in the timeline', async () => {
    await signing();
    const channel = { kind: 'sms', number: '+393339876543' } as const;
    const answer = await api.correct(ask({ channel }, { party: 'c1' }));
    expect(answer.parties[1]?.channel).toEqual(channel);
    expect(JSON.stringify(answer.timeline)).not.toContain('+393339876543');
  });

  it('deletes a draft, and only a draft', async () => {
    await accepted();
    expect(await api.discard(ask({}))).toEqual({ id });
    const isUnknown = { code: 'envelope_unknown' };
    await expect(api.discard(ask({}))).rejects.toMatchObject(isUnknown);
    await expect(api.edit(ask(INPUT))).rejects.toMatchObject(isUnknown);
    await expect(api.send(ask({}))).rejects.toMatchObject(isUnknown);
    await expect(api.void(ask({ reason: 'x' }))).rejects.toMatchObject(isUnknown);
    const late = { accepted: { ...DOCUMENT, upload: 'another' } };
    const before = await ports.ledger.load(id);
    expect(documentChecked(before, late)).toBeUndefined();
  });

  it('gives the document as it stands: uploaded, prepared, signed by one, sealed', async () => {
    const newest = async () => (await api.document(ask({}))).url;
    await accepted();
    expect(await newest()).toContain(DOCUMENT.key);
    await signing();
    expect(await newest()).toContain(revision(0).key);
    await step(ports, id, 'signed', signatureOf('d1', 0));
    await step(ports, id, 'appended', { party: 'd1', revision: revision(1) });
    expect(await newest()).toContain(revision(1).key);
    await expect(api.document(ask({}, {}, OTHER))).rejects.toMatchObject({
      code: 'envelope_unknown',
    });
  });

  it.each(['voided', 'expired', 'declined'] as const)(
    'gives the document of one that stopped while it stands: %s',
    async (type) => {
      await signing();
      const data = { reason: 'x', party: 'd1' };
      await step(ports, id, type, data as never);
      expect((await api.document(ask({}))).url).toContain(revision(0).key);
      ports.clock.advance(14 * 86_400);
      await expect(api.document(ask({}))).rejects.toMatchObject({ code: 'document_removed' });
    },
  );

  it('does not delete what was sent', async () => {
    await sent();
    await expect(api.discard(ask({}))).rejects.toMatchObject({ code: 'not_draft' });
    expect((await api.show(ask({}))).status).toBe('preparing');
  });

  it('is stopped with a reason, once', async () => {
    await signing();
    const answer = await api.void(ask({ reason: 'Importo sbagliato' }));
    expect(answer).toMatchObject({ status: 'voided', reason: 'Importo sbagliato' });
    await expect(api.void(ask({ reason: 'x' }))).rejects.toMatchObject({ code: 'envelope_closed' });
  });

  it('is answered as stopped to who asks for the same again, since the answer was lost', async () => {
    await signing();
    const ends = [1, 2].map(() => api.void(ask({ reason: 'Importo sbagliato' })));
    for (const end of await Promise.all(ends)) expect(end.status).toBe('voided');
    const { timeline } = await api.show(ask({}));
    expect(timeline.filter(({ type }) => type === 'voided')).toHaveLength(1);
  });

  it('gives no signed document before it is completed', async () => {
    await signing();
    await expect(api.download(ask({}))).rejects.toMatchObject({ code: 'not_completed' });
  });
});

describe('a completed envelope', () => {
  it('gives the signed document under a name made of its title', async () => {
    await finished();
    const answer = await api.download(ask({}));
    expect(answer.fileName).toBe('Contratto di fornitura (firmato).pdf');
    expect(answer.url).toContain(`closed/${id}/signed.pdf`);
  });

  it('gives what lies in the archive after its removal, and says that it is there', async () => {
    await finished();
    await ports.archive.keep(id, { key: 'x', ledger: new Uint8Array() });
    expect((await api.download(ask({}))).url).toContain(`closed/${id}/signed.pdf`);
    expect((await api.show(ask({}))).isArchived).toBeUndefined();
    ports.clock.advance(14 * 86_400);
    expect((await api.show(ask({}))).isArchived).toBe(true);
    expect((await api.download(ask({}))).url).toContain(`${id}/signed.pdf`);
    expect((await api.download(ask({}))).url).not.toContain('closed/');
    await ports.ledger.change(id, bySystem('purge', ports.clock.now()), (envelope) =>
      purged(envelope, ports.clock.now()),
    );
    expect((await api.download(ask({}))).fileName).toBe('Contratto di fornitura (firmato).pdf');
  });

  it('gives no document and no value after the hour, whatever still lies in storage', async () => {
    await finished();
    ports.clock.advance(14 * 86_400);
    const removed = { code: 'document_removed', detail: { at: expect.any(String) } };
    await expect(api.download(ask({}))).rejects.toMatchObject(removed);
    await expect(api.original(ask({}))).rejects.toMatchObject(removed);
    expect((await api.show(ask({}))).values).toEqual({});
    await ports.documents.removeAll(`open/${id}/`);
    await expect(api.send(ask({}))).rejects.toMatchObject({ code: 'not_draft' });
    await ports.ledger.change(id, bySystem('purge', ports.clock.now()), (envelope) =>
      purged(envelope, ports.clock.now()),
    );
    await expect(api.download(ask({}))).rejects.toMatchObject(removed);
    expect(await api.show(ask({}))).toMatchObject({ status: 'purged' });
  });

  it('gives its ledger as a chain that anyone can check', async () => {
    await finished();
    const answer = await api.ledger(ask({}));
    const key = `exports/${id}/ledger-${(await ports.ledger.load(id)).seq}.json`;
    expect(answer.url).toContain(key);
    const entries = JSON.parse(Buffer.from((await ports.documents.get(key))!.bytes).toString());
    expect(chainFault(entries)).toBeUndefined();
    expect(entries).toEqual(await ports.ledger.entries(id));
  });
});

describe('the list', () => {
  beforeEach(async () => {
    async function put(envelopeId: string, owner: string) {
      const envelope = await ports.ledger.load(envelopeId);
      await ports.envelopes.put({
        ...listRow(envelope, { evidenceYears: 10, draftDays: 60 }),
        owner,
      });
    }
    await put(id, OWNER.subject);
    await put((await api.create(ask(INPUT, {}, OTHER))).id, OTHER.subject);
  });

  const listed = async (caller: typeof OWNER, query: object = {}) =>
    api.list({ ...ask({}, {}, caller), query: { limit: 25, ...query } });

  it('is of one owner where an administrator asks for it; to others only their own is shown', async () => {
    const own = await listed(ADMIN, { owner: OWNER.subject });
    const { subject, email, name } = OWNER;
    expect(own.items.map((item) => [item.id, item.ownedBy])).toEqual([
      [id, { subject, email, name }],
    ]);
    expect((await listed(ADMIN, { owner: 'nobody' })).items).toEqual([]);
    expect((await listed(OWNER, { owner: OWNER.subject })).items).toHaveLength(1);
    await expect(listed(OWNER, { owner: OTHER.subject })).rejects.toThrow('forbidden');
  });

  it('holds the caller’s own envelopes, and all for an administrator', async () => {
    expect((await listed(OWNER)).items.map((item) => item.id)).toEqual([id]);
    expect((await listed(ADMIN)).items).toHaveLength(2);
  });

  it('goes on where a page ended', async () => {
    const first = await listed(ADMIN, { limit: 1 });
    const second = await listed(ADMIN, { limit: 1, cursor: first.cursor });
    expect(second.cursor).toBeUndefined();
    expect([...first.items, ...second.items]).toHaveLength(2);
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id);
  });

  it('selects by status', async () => {
    expect((await listed(OWNER, { status: 'completed' })).items).toEqual([]);
    expect((await listed(OWNER, { status: 'draft' })).items).toHaveLength(1);
  });
});

describe('before anyone has signed in', () => {
  it('says whose pages these are and where to sign in, and nothing else', async () => {
    const signIn = makeSignIn({
      COMPANY_NAME: 'Officine Aurora S.r.l.',
      COMPANY_COLOUR: '#0b5394',
      LANGUAGES: ['it', 'de'],
      ISSUER: 'https://login.test',
      CLIENT_ID: 'console',
    });
    expect(await signIn()).toEqual({
      company: 'Officine Aurora S.r.l.',
      colour: '#0b5394',
      languages: ['it', 'de'],
      issuer: 'https://login.test',
      clientId: 'console',
    });
  });
});
