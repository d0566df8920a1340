import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../../shared/aws/messages/mime-message.ts';
import {
  briefInstant,
  writtenDays,
  writtenInstant,
} from '../../../shared/contract/dates/written-instant.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { LANGUAGES, type Language } from '../../../shared/domain/envelope/party.ts';
import { composeText } from '../../../shared/messages/compose-text.ts';
import { makeMailTo } from '../../../shared/messages/mail-to.ts';
import type {
  MailRecipient,
  NoticeFacts,
  NoticeKind,
  PartyNotice,
} from '../../../shared/messages/notice.ts';
import type { Mail } from '../../../shared/ports/messages.ts';
import { OWNER } from '../../fixtures/sample-envelope.ts';
import { BRAND } from '../../fixtures/signer-door.ts';

const TITLE = 'Contratto 12';
const END = '2026-11-08T17:30:00Z';
const LINK = `${BRAND.appUrl}/sign#${'a'.repeat(43)}`;
/** The instant in Rome's winter time, as each language formats it. */
const HOUR_AND_ZONE = /18:30\D{0,4}(CET|MEZ|UTC\+1)/;

function factsIn(language: Language): NoticeFacts {
  const until = writtenInstant(END, language, BRAND.timeZone);
  const untilBrief = briefInstant(END, language, BRAND.timeZone);
  const due = { link: LINK, deadline: until, deadlineBrief: untilBrief };
  const other = { by: 'Luca Verdi', channel: 'l•••@example.com' };
  const kept = { until, untilBrief, days: writtenDays(14, language) };
  return {
    invitation: { ...due, message: 'A presto' },
    reminder: due,
    code: { code: '042917', purpose: 'sign', minutes: 5 },
    notMine: other,
    locked: other,
    handedOver: { sender: 'Bianca Capo', from: 'Luca Verdi', many: 1 },
    webhookOff: { host: 'erp.example', isGone: false, since: until, listUrl: LINK },
    completed: { ...kept, link: LINK, verifyUrl: 'https://verify.example/v/X', attached: false },
    copy: { until, attached: false, number: '+39 ••• ••• 4567' },
    declined: { by: 'Luca Verdi', reason: 'Prezzo' },
    voided: { reason: 'Errore' },
    expired: { deadline: until },
    failed: {},
    undelivered: {
      name: 'Luca Verdi',
      contact: 'luca@example.com',
      about: { kind: 'failed', notice: 'invitation', next: 'reach' },
    },
  };
}

/** Notices that state a deadline; the others may not name any day. */
const HAS_INSTANT: Readonly<Record<NoticeKind, boolean>> = {
  invitation: true,
  reminder: true,
  code: false,
  notMine: false,
  locked: false,
  handedOver: false,
  webhookOff: true,
  completed: true,
  copy: true,
  declined: false,
  voided: false,
  expired: true,
  failed: false,
  undelivered: false,
};

/** Text messages about the end name no instant; the mail does. */
const TEXTED: Readonly<Record<PartyNotice, boolean>> = {
  ...{ invitation: true, reminder: true, completed: true },
  ...{ code: false, declined: false, voided: false, expired: false, failed: false },
};

const envelope = { id: 'E', title: TITLE, owner: OWNER, language: 'it', parties: [] };
const KINDS = Object.keys(HAS_INSTANT) as NoticeKind[];
const ALL = KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));
const TEXTS = (Object.keys(TEXTED) as PartyNotice[]).flatMap((kind) =>
  LANGUAGES.map((language) => ({ kind, language })),
);

const party = (name: string, language: Language): MailRecipient => ({
  id: 'c1',
  name,
  language,
  channel: { kind: 'email', address: 'rossi@example.com' },
});
const owner = (language: Language): MailRecipient => ({
  id: 'sender',
  name: OWNER.name,
  language,
  channel: { kind: 'email', address: OWNER.email },
});

/** The mail after encoding and parsing by a mail program. */
async function mailed(kind: NoticeKind, to: MailRecipient) {
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail) };
  const mailTo = makeMailTo({ mailer, random: (bytes) => new Uint8Array(bytes) }, BRAND);
  await mailTo(envelope as unknown as Envelope, to, kind, factsIn(to.language)[kind] as never);
  return PostalMime.parse(await mimeOf(sent[0]!, 'firma@acme.example'));
}

function texted(kind: PartyNotice, recipient: string, language: Language): string {
  const common = { company: BRAND.company, sender: OWNER.name, title: TITLE, recipient };
  return composeText(kind, { ...common, ...factsIn(language)[kind] } as never, language, BRAND);
}

describe.each(ALL)('the mail "$kind" in "$language", as it arrives', ({ kind, language }) => {
  it('comes from the sender with the company in brackets, and answers go to the sender', async () => {
    const mail = await mailed(kind, party('Maria Rossi', language));
    const from = { name: `${OWNER.name} (${BRAND.company})`, address: 'firma@acme.example' };
    expect(mail.from).toEqual(from);
    expect(mail.replyTo).toEqual([{ name: OWNER.name, address: OWNER.email }]);
    expect(mail.to).toEqual([{ name: 'Maria Rossi', address: 'rossi@example.com' }]);
  });

  it('comes to the sender from the company alone, and asks nothing in her own name', async () => {
    const mail = await mailed(kind, owner(language));
    expect(mail.from?.name).toBe(BRAND.company);
    expect(mail.replyTo).toBeUndefined();
  });

  it('names what it is about in its subject, and greets by name whom it is for', async () => {
    const [maria, paolo] = await Promise.all(
      ['Maria Rossi', 'Paolo Rossi'].map((name) => mailed(kind, party(name, language))),
    );
    expect(maria!.subject).toContain(kind === 'webhookOff' ? 'erp.example' : TITLE);
    for (const body of [maria!.text!, maria!.html!]) {
      expect(body).toContain('Maria Rossi');
      expect(body).not.toContain('Paolo Rossi');
    }
    expect(paolo!.text).toContain('Paolo Rossi');
  });

  it('says the hour and the zone wherever it says a day', async () => {
    const { text = '', html = '' } = await mailed(kind, party('Maria Rossi', language));
    for (const body of [text, html.replace(/&#\d+;/g, '.')]) {
      const [, ...days] = body.split('2026');
      expect(days.length > 0).toBe(HAS_INSTANT[kind]);
      for (const day of days) expect(day.slice(0, 30)).toMatch(HOUR_AND_ZONE);
    }
  });
});

describe.each(TEXTS)('the text "$kind" in "$language"', ({ kind, language }) => {
  it('names the document, and of two people with one telephone whom it is for', () => {
    const texts = ['Maria Rossi', 'Paolo Rossi'].map((name) => texted(kind, name, language));
    expect(texts[0]).toContain('Maria Rossi');
    expect(texts[1]).toContain('Paolo Rossi');
    for (const text of texts) expect(text).toContain(`"${TITLE}"`);
  });

  it('says the hour and the zone wherever it says a day', () => {
    const [, ...days] = texted(kind, 'Maria Rossi', language).split('2026');
    expect(days.length > 0).toBe(TEXTED[kind]);
    for (const day of days) expect(day.slice(0, 20)).toMatch(HOUR_AND_ZONE);
  });
});
