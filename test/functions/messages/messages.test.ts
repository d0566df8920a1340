import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../../shared/aws/messages/mime-message.ts';
import { textColourOn } from '../../../shared/contract/brand/colour-contrast.ts';
import { briefInstant, writtenDays } from '../../../shared/contract/dates/written-instant.ts';
import { lawIn } from '../../../shared/contract/law/law.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { composeMail } from '../../../shared/messages/compose-mail.ts';
import { composeText } from '../../../shared/messages/compose-text.ts';
import { gsmFriendly } from '../../../shared/messages/gsm-alphabet.ts';
import type { NoticeFacts, NoticeKind, PartyNotice } from '../../../shared/messages/notice.ts';
import { PHRASES } from '../../../shared/messages/phrases/phrases.ts';
import { languageOfTerms, termsIn } from '../../../shared/messages/terms/terms.ts';
import { BRAND } from '../../fixtures/signer-door.ts';

const LINK = `https://sign.acme.example/sign#${'Ab3_-'.repeat(8)}xyz`;
const COMMON = {
  company: 'Acme S.r.l.',
  sender: 'Giulia Bianchi',
  title: 'Contratto <b>di</b> "fornitura" & posa',
  recipient: 'Zoë O’Hara',
};
const BRIEF = '16 mar 2026, 10:00 CET';
const DUE = { deadline: '16 marzo 2026', deadlineBrief: BRIEF };
const FACTS: NoticeFacts = {
  invitation: {
    link: LINK,
    ...DUE,
    message: 'Riga 1\n<script>alert(1)</script>',
  },
  reminder: { link: LINK, ...DUE },
  code: { code: '042917', purpose: 'sign', minutes: 5 },
  notMine: { by: 'Luca Verdi', channel: 'l•••@example.com' },
  locked: { by: 'Luca Verdi', channel: '+39 ••• ••• 4567' },
  handedOver: {
    sender: 'Bianca Capo',
    from: 'Luca Verdi',
    many: 32,
    listUrl: 'https://sign.acme.example/console#/',
  },
  webhookOff: {
    host: 'erp<b>di</b>.acme.example',
    isGone: false,
    since: '16 marzo 2026',
    listUrl: 'https://sign.acme.example/console#/webhooks',
  },
  completed: {
    link: LINK,
    until: '16 marzo 2026',
    untilBrief: BRIEF,
    days: '14 giorni',
    verifyUrl: 'https://verify.acme.example/v/X',
    attached: true,
  },
  copy: { attached: false, until: '16 marzo 2026', number: '+39 ••• ••• 4567' },
  declined: { by: 'Luca Verdi', reason: 'Prezzo' },
  voided: { reason: 'Errore' },
  expired: { deadline: '16 marzo 2026' },
  failed: { reason: 'Il PDF è danneggiato' },
  undelivered: {
    name: 'Luca Verdi',
    contact: 'luca@example.com',
    about: { kind: 'failed', notice: 'invitation', next: 'reach' },
  },
};

/** Excluded: purposes are parts of a sentence, the others occur in text messages only. */
const TEXT_ONLY = ['purpose', 'deadlineBrief', 'untilBrief', 'days'];

const KINDS = Object.keys(FACTS) as NoticeKind[];
const MAILED: readonly NoticeKind[] = [
  'undelivered',
  'notMine',
  'locked',
  'handedOver',
  'webhookOff',
  'copy',
];
const TEXTED = KINDS.filter((kind): kind is PartyNotice => !MAILED.includes(kind));
const LANGUAGES = Object.keys(PHRASES) as Language[];
const all = KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

const mailOf = (kind: NoticeKind, language: Language, brand = BRAND) =>
  composeMail(kind, { ...COMMON, ...FACTS[kind] } as never, language, brand);
const textOf = (kind: PartyNotice, language: Language, common = COMMON) =>
  composeText(kind, { ...common, ...FACTS[kind] } as never, language, BRAND);

/** With the longest date of the language and a document that is kept for a year. */
function longest(kind: PartyNotice, language: Language, common: typeof COMMON) {
  const instants = Array.from({ length: 12 }, (_, month) =>
    briefInstant(new Date(Date.UTC(2026, month, 28, 12)).toISOString(), language, 'Europe/Rome'),
  );
  const brief = instants.reduce((one, other) => (other.length > one.length ? other : one));
  const days = writtenDays(365, language);
  const facts = { deadlineBrief: brief, untilBrief: brief, days };
  return { ...common, ...FACTS[kind], ...facts } as never;
}

/** The visible text of the HTML. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

describe.each(all)('the mail "%s" in "%s"', (kind, language) => {
  const mail = mailOf(kind, language);

  it('says in plain text all that it says in HTML', () => {
    const plain = mail.text.replace(/^> /gm, '').replace(/\s+/g, ' ');
    const words = wordsOf(mail.html);
    for (const sentence of mail.text.split(/\n+/).filter((line) => /^\p{Lu}.*\.$/u.test(line)))
      expect(words).toContain(sentence.replace(/\s+/g, ' '));
    const facts = Object.entries(FACTS[kind]).filter(([name]) => !TEXT_ONLY.includes(name));
    for (const [, fact] of facts.filter(([, value]) => typeof value === 'string')) {
      const oneLine = fact.replace(/\s+/g, ' ');
      expect(plain).toContain(oneLine);
      expect(mail.html + words).toContain(oneLine);
    }
  });

  it('fetches nothing and leads nowhere but to us', () => {
    expect(mail.html).not.toMatch(/<img|<link|src=|url\(|@import|<script/i);
    const hosts = [...(mail.html + mail.text).matchAll(/https?:\/\/([^/"\s<#]+)/g)].map(
      ([, host]) => host,
    );
    for (const host of hosts) expect(['sign.acme.example', 'verify.acme.example']).toContain(host);
    if (kind === 'code' || kind === 'copy') expect(hosts).toEqual([]);
  });

  it('shows what people wrote as text, never as markup', () => {
    expect(mail.html).not.toContain('<b>di</b>');
    const written = kind === 'webhookOff' ? FACTS[kind].host : COMMON.title;
    expect(wordsOf(mail.html)).toContain(written);
  });

  it('is in its language, for light and dark, with the company’s name', () => {
    expect(mail.html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(mail.html).toContain('prefers-color-scheme:dark');
    expect(mail.html).toContain('Acme S.r.l.');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).not.toContain('undefined');
    expect(mail.html).not.toContain('undefined');
  });
});

describe.each(all)('the mail "%s" in "%s" on its way', (kind, language) => {
  const mail = mailOf(kind, language);

  it('keeps to what servers and mailboxes take: lines, headers, size', async () => {
    const to = { name: 'Zoë O’Hara', address: 'zoe@example.com' };
    const fromName = 'Giulia Bianchi (Società Rossi)';
    const raw = await mimeOf({ ...mail, to, fromName, tags: {} }, 'firma@acme.example');
    const lines = raw.toString('latin1').split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(raw.every((byte) => byte < 0x80)).toBe(true);
    const header = lines.slice(0, lines.indexOf('')).join('\n');
    expect(header).toContain('Auto-Submitted: auto-generated');
    expect(header).toContain('X-Auto-Response-Suppress: All');
    // Gmail clips HTML larger than 102 KB.
    expect(Buffer.byteLength(mail.html)).toBeLessThan(20_000);
  });

  it('is laid out by tables that a screen reader passes over, with style inline', () => {
    for (const [table] of mail.html.matchAll(/<table[^>]*>/g))
      expect(table).toContain('role="presentation"');
    expect(mail.html).toMatch(/<table role="presentation" lang="\w\w" dir="ltr"/);
    for (const [, style] of mail.html.matchAll(/style="([^"]*)"/g))
      expect(style).not.toMatch(/flex|grid|position|float|var\(/);
  });
});

describe('languages', () => {
  it('are told apart: no mail reads the same in two', () => {
    for (const kind of KINDS) {
      const subjects = LANGUAGES.map((language) => mailOf(kind, language).subject);
      expect(new Set(subjects).size).toBe(LANGUAGES.length);
    }
    for (const kind of TEXTED) {
      const texts = LANGUAGES.map((language) => textOf(kind, language));
      expect(new Set(texts).size).toBe(LANGUAGES.length);
    }
  });
});

describe('the mail with the code', () => {
  it.each([
    ['it', 'Nessuno di Acme S.r.l. le chiederà mai questo codice', '5 minuti'],
    ['en', 'Nobody at Acme S.r.l. will ever ask you for this code', '5 minutes'],
  ] as const)(
    'in "%s" says that nobody will ask for it, and how long it is good',
    (language, warning, time) => {
      const { text, html, subject } = mailOf('code', language);
      expect(text).toContain(warning);
      expect(text).toContain(time);
      expect(text).toMatch(/^ {4}042917$/m);
      expect(html).toMatch(/font-size:40px[^>]*>042917</);
      expect(subject).not.toContain('042917');
    },
  );
});

describe('the button', () => {
  it.each([
    ['#ffffff', '#000000'],
    ['#ffe600', '#000000'],
    ['#0b5d3b', '#ffffff'],
    ['#000000', '#ffffff'],
  ])('on %s is written in %s', (colour, expected) => {
    expect(textColourOn(colour)).toBe(expected);
    const { html } = mailOf('invitation', 'it', { ...BRAND, colour });
    expect(html).toMatch(new RegExp(`background-color:${colour};[^"]*;color:${expected}`));
  });

  it.each([
    ['#ffffff', '#767c85'],
    ['#ffe600', '#767c85'],
    ['#0b5d3b', '#0b5d3b'],
  ])('of %s has an edge of %s, seen on white paper', (colour, edge) => {
    const { html } = mailOf('invitation', 'it', { ...BRAND, colour });
    expect(html).toContain(`border-radius:8px;border:1px solid ${edge}`);
  });
});

describe('two people with one address or number', () => {
  const two = ['Maria Rossi', 'Paolo Rossi'];

  it.each(all)('read in the "%s" in "%s" whom it is for', (kind, language) => {
    const [first, second] = two.map((recipient) =>
      composeMail(kind, { ...COMMON, recipient, ...FACTS[kind] } as never, language, BRAND),
    );
    expect(first!.text).toContain('Maria Rossi');
    expect(wordsOf(first!.html)).toContain('Maria Rossi');
    expect(first!.text).not.toContain('Paolo Rossi');
    expect(second!.text).toContain('Paolo Rossi');
  });

  it.each(LANGUAGES)('read in a text message in "%s" whom it is for', (language) => {
    for (const kind of TEXTED)
      for (const recipient of two)
        expect(textOf(kind, language, { ...COMMON, recipient })).toContain(recipient);
  });

  it.each(LANGUAGES)('see it in "%s" beside the subject of a code', (language) => {
    const { html } = mailOf('code', language);
    expect(html.indexOf('Zoë O’Hara')).toBeLessThan(html.indexOf('<h1'));
  });
});

describe('the Italian article of a day', () => {
  it.each([
    ['1 dicembre 2026', 'il 1', 'al 1'],
    ['8 dicembre 2026', 'l’8', 'all’8'],
    ['11 dicembre 2026', 'l’11', 'all’11'],
    ['18 dicembre 2026', 'il 18', 'al 18'],
  ])('before the %s is “%s”, “%s”', (deadline, the, toThe) => {
    const mailed = (kind: 'invitation' | 'reminder' | 'expired') =>
      composeMail(kind, { ...COMMON, ...FACTS[kind], deadline } as never, 'it', BRAND).text;
    expect(mailed('invitation')).toContain(`entro ${the} dicembre`);
    expect(mailed('expired')).toContain(`entro ${the} dicembre`);
    expect(mailed('reminder')).toContain(`fino ${toThe} dicembre`);
  });
});

describe('the sender who also signs', () => {
  const ownKinds = ['invitation', 'reminder', 'voided'] as const;
  const own = ownKinds.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

  it.each(own)(
    'is not told in the "%s" in "%s" what she herself asks or does',
    (kind, language) => {
      const mailed = (isSender: boolean) =>
        composeMail(kind, { ...COMMON, ...FACTS[kind], isSender } as never, language, BRAND);
      const body = (isSender: boolean) => mailed(isSender).text.split('\n-- \n')[0];
      expect(body(false)).toMatch(/Giulia Bianchi(?!:)/);
      expect(body(true)).not.toMatch(/Giulia Bianchi(?!:)/);
      expect(body(true)).toContain(COMMON.title);
    },
  );
});

describe('text messages', () => {
  it('of a code end with the line that binds it to our page (web OTP)', () => {
    for (const language of LANGUAGES)
      expect(textOf('code', language).split('\n').at(-1)).toBe('@sign.acme.example #042917');
  });

  it('name the document and until when, in any language', () => {
    for (const kind of ['invitation', 'reminder', 'completed'] as const)
      for (const language of LANGUAGES) {
        const text = textOf(kind, language, { ...COMMON, title: 'Contratto 12' });
        expect(text).toContain('"Contratto 12"');
        expect(text).toContain(BRIEF);
        if (kind === 'completed') expect(text).toContain('14 giorni');
      }
  });

  it.each([
    ['it', '16 set 2026, 10:00 CEST', '14 giorni', '1 giorno'],
    ['en', '16 Sept 2026, 10:00 CEST', '14 days', '1 day'],
    ['de', '16. Sept. 2026, 10:00 MESZ', '14 Tage', '1 Tag'],
    ['fr', '16 sept. 2026, 10:00 UTC+2', '14 jours', '1 jour'],
    ['es', '16 sept 2026, 10:00 CEST', '14 dias', '1 dia'],
  ] as const)('in "%s" write an instant as %s and a stay as %s', (language, instant, days, day) => {
    const brief = briefInstant('2026-09-16T08:00:00Z', language, 'Europe/Rome');
    expect(gsmFriendly(brief)).toBe(instant);
    expect(gsmFriendly(writtenDays(14, language))).toBe(days);
    expect(gsmFriendly(writtenDays(1, language))).toBe(day);
  });

  it('end with the link where there is one', () => {
    for (const kind of ['invitation', 'reminder', 'completed'] as const)
      for (const language of LANGUAGES) expect(textOf(kind, language).endsWith(LINK)).toBe(true);
  });

  it('keep to the GSM alphabet and to two parts, however long the title', () => {
    const common = {
      ...COMMON,
      title: 'Titolo «molto» lungo – '.repeat(9),
      company: 'Ditta '.repeat(20),
      recipient: 'Maria Antonietta '.repeat(7),
    };
    for (const kind of TEXTED) {
      for (const language of LANGUAGES) {
        const text = composeText(kind, longest(kind, language, common), language, BRAND);
        expect(text).toMatch(/^[\w\s@£$¥èéùìòÇØøÅåÄÖÑÜäöñüà!"#%&'()*+,\-./:;<=>?]*$/);
        expect(text.length).toBeLessThanOrEqual(2 * 153);
      }
    }
  });

  it('keep the letters of other scripts', () => {
    expect(gsmFriendly('Łódź “é” Юлия… l’ora')).toBe('Łodz "é" Юлия... l\'ora');
  });
});

describe('the terms', () => {
  const facts = {
    company: 'Acme S.r.l.',
    country: 'IT',
    documentDays: 14,
    evidenceYears: 10,
    archiveYears: 0,
  };

  it.each(LANGUAGES)(
    'in "%s" state the numbers, claim no more than is true, and hash as shown',
    (language) => {
      const { text, version, sha256: hash } = termsIn(language, facts);
      expect(text).toContain('14');
      expect(text).toContain('10');
      expect(text).toContain('Acme S.r.l.');
      expect(text).not.toContain('S.r.l..');
      expect(text).not.toMatch(
        /avan[zc]|qualifi|cualific|advanced|fortgeschritten|multi-?factor|fattori|faktor/i,
      );
      expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(hash).toBe(sha256(text));
    },
  );

  it.each(LANGUAGES)('in "%s" name the kind of signature by the law of the company', (language) => {
    const italian = termsIn(language, facts).text;
    const elsewhere = termsIn(language, { ...facts, country: 'FR' }).text;
    for (const text of [italian, elsewhere]) {
      expect(text).toMatch(/910\/2014 \(eIDAS\)/);
      expect(text).toContain(lawIn(language, 'IT').capacity);
    }
    expect(italian).toMatch(/1-bis.*82\/2005/);
    expect(elsewhere).not.toContain('82/2005');
  });

  it.each(LANGUAGES)('tell the sender in "%s" which acts may want more', (language) => {
    expect(lawIn(language, 'IT').form).toMatch(/1350.*1341.*2-bis/);
    expect(lawIn(language, 'DE').form).not.toMatch(/1350|1341/);
  });

  it.each(LANGUAGES)('in "%s" tell of an archive where there is one', (language) => {
    const told = termsIn(language, { ...facts, archiveYears: 27 }).text;
    expect(told).toMatch(/Acme S\.r\.l\. .*27/);
    expect(told).not.toMatch(/conservazione a norma/);
    expect(termsIn(language, facts).text).not.toContain('27');
  });

  it('are known by version and hash, and change with their numbers', () => {
    for (const language of LANGUAGES) {
      const shown = termsIn(language, facts);
      expect(languageOfTerms(shown, facts)).toBe(language);
      expect(languageOfTerms(shown, { ...facts, evidenceYears: 11 })).toBeUndefined();
      expect(languageOfTerms({ ...shown, version: '2020-01-01' }, facts)).toBeUndefined();
    }
  });
});
