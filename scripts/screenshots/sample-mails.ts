import {
  briefInstant,
  writtenDays,
  writtenInstant,
} from '../../shared/contract/dates/written-instant.ts';
import type { Language } from '../../shared/domain/envelope/party.ts';
import { composeMail } from '../../shared/messages/compose-mail.ts';
import type { Brand, NoticeFacts, NoticeKind } from '../../shared/messages/notice.ts';

const BRAND: Brand = {
  company: 'Aurora S.r.l.',
  colour: '#0b5d3b',
  appUrl: 'https://firma.aurora.example',
  timeZone: 'Europe/Rome',
};

const COMMON = {
  company: BRAND.company,
  sender: 'Giulia Bianchi',
  title: 'Contratto di fornitura 2026',
  recipient: 'Marco Rossi',
};

function factsIn(language: Language): NoticeFacts {
  const deadline = writtenInstant('2026-12-08T17:00:00Z', language, BRAND.timeZone);
  const brief = briefInstant('2026-12-08T17:00:00Z', language, BRAND.timeZone);
  const due = { deadline, deadlineBrief: brief };
  const link = `${BRAND.appUrl}/sign#${'Ab3_-Zq7'.repeat(5)}xyz`;
  return {
    invitation: { link, ...due, message: 'Come concordato al telefono.\nA presto!' },
    reminder: { link, ...due },
    code: { code: '042917', purpose: 'sign', minutes: 5 },
    notMine: { by: 'Luca Verdi', channel: 'l•••@example.com' },
    locked: { by: 'Luca Verdi', channel: '+39 ••• ••• 4567' },
    handedOver: {
      sender: 'Sara Galli',
      from: 'Luca Verdi',
      many: 32,
      listUrl: `${BRAND.appUrl}/console#/`,
    },
    webhookOff: {
      host: 'erp.aurora.example',
      isGone: false,
      since: deadline,
      listUrl: `${BRAND.appUrl}/console#/webhooks`,
    },
    completed: {
      link,
      until: deadline,
      untilBrief: brief,
      days: writtenDays(14, language),
      verifyUrl: 'https://verifica.aurora.example/v/01234ABCDE56789FGHJK01234A',
      attached: true,
    },
    copy: { attached: true, until: deadline, number: '+39 ••• ••• 4567' },
    declined: { by: 'Laura Verdi', reason: 'Il prezzo non è quello concordato.' },
    voided: { reason: 'Il documento era quello sbagliato.' },
    expired: { deadline },
    failed: {},
    undelivered: {
      name: 'Laura Verdi',
      contact: 'laura.verdi@cliente.example',
      about: { kind: 'failed', notice: 'invitation', next: 'reach' },
    },
  };
}

export const MAIL_KINDS = Object.keys(factsIn('it')) as NoticeKind[];

/** A mail of one kind with made-up people, in the given brand colour if any. */
export const sampleMail = (kind: NoticeKind, language: Language, colour = BRAND.colour) =>
  composeMail(kind, { ...COMMON, ...factsIn(language)[kind] } as never, language, {
    ...BRAND,
    colour,
  });
