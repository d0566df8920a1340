import { fingerprints, verification } from './certificate-evidence.ts';
import type { CertificateFacts, CertificateParty } from './certificate-facts.ts';
import {
  MOMENTS_COLUMN,
  PARTY_HEIGHT,
  type PartyWording,
  partyItems,
  partyRule,
} from './certificate-party.ts';
import { A4, ACCENT, hairline, heading, LEFT, RIGHT, STYLES } from './certificate-style.ts';
import { CERTIFICATE_TEXTS, type CertificateTexts } from './certificate-texts.ts';
import type { Drawing, DrawingItem } from './drawing.ts';
import { fitted, line, lineEndingAt } from './typeset.ts';

const PARTIES_ON_FIRST_PAGE = 2;
const PARTIES_ON_FURTHER_PAGE = 6;

/**
 * Pages to reserve at intake for so many parties. Whatever happens later needs no more: the
 * certificate names each kind of event once a party, with how often and when last. Documents under
 * way have this many pages already, so a change of it strands them.
 */
export const certificatePageCount = (parties: number): number =>
  1 + Math.ceil(Math.max(0, parties - PARTIES_ON_FIRST_PAGE) / PARTIES_ON_FURTHER_PAGE);

/**
 * The certificate of authenticity, one A4 drawing a page, `certificatePageCount` of them. Throws
 * `PdfRefusal('text_not_covered')` where the font lacks a character.
 */
export const drawCertificate = (facts: CertificateFacts): Drawing[] => {
  const wording = wordingOf(facts);
  const groups = partiesByPage(facts.parties);
  return groups.map((parties, index) => ({
    width: A4.width,
    height: A4.height,
    items: [
      band(),
      ...(index === 0 ? firstPage(facts, parties, wording) : furtherPage(facts, parties, wording)),
      ...footer(facts, wording.texts, { page: index + 1, total: groups.length }),
    ],
  }));
};

const wordingOf = ({ language, timeZone = 'Europe/Rome' }: CertificateFacts): PartyWording => {
  const texts = CERTIFICATE_TEXTS[language];
  const format = new Intl.DateTimeFormat(texts.locale, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  });
  return {
    texts,
    // Some locales use a narrow no-break space, which is too narrow between digits and words.
    time: (at) => format.format(new Date(at)).replaceAll('\u202f', '\u00a0'),
    number: (value) => value.toLocaleString(texts.locale).replaceAll('\u202f', '\u00a0'),
  };
};

interface Shown {
  parties: readonly CertificateParty[];
  /** How many there are before these, and in all. */
  before: number;
  total: number;
}

const partiesByPage = (parties: readonly CertificateParty[]): Shown[] =>
  Array.from({ length: certificatePageCount(parties.length) }, (_, page) => {
    const before = page === 0 ? 0 : PARTIES_ON_FIRST_PAGE + (page - 1) * PARTIES_ON_FURTHER_PAGE;
    const most = page === 0 ? PARTIES_ON_FIRST_PAGE : PARTIES_ON_FURTHER_PAGE;
    return { parties: parties.slice(before, before + most), before, total: parties.length };
  });

const firstPage = (facts: CertificateFacts, shown: Shown, wording: PartyWording): DrawingItem[] => {
  const parties = partiesSection(shown, 574, wording);
  return [
    ...header(facts, wording.texts),
    ...documentSection(facts, wording),
    ...parties.items,
    parties.rule,
    ...fingerprints(facts, parties.bottom - 8, wording),
    ...verification(facts, wording.texts),
    ...nature(facts, wording.texts),
  ];
};

const furtherPage = (
  { company }: CertificateFacts,
  shown: Shown,
  wording: PartyWording,
): DrawingItem[] => [
  ...fitted(company, { ...COMPANY_ROOM, y: 796, width: 300 }, STYLES.company).items,
  lineEndingAt(wording.texts.title, RIGHT, 796, STYLES.subtitle),
  hairline(784),
  ...partiesSection(shown, 766, wording).items,
];

const band = (): DrawingItem => ({
  kind: 'rectangle',
  x: 0,
  y: A4.height - 7,
  width: A4.width,
  height: 7,
  fill: ACCENT,
});

const header = ({ company }: CertificateFacts, texts: CertificateTexts): DrawingItem[] => [
  ...fitted(company, { ...COMPANY_ROOM, y: 793, width: 400 }, STYLES.company).items,
  line(texts.title, LEFT, 763, STYLES.title),
  ...fitted(
    texts.subtitle.replace('{company}', company),
    { x: LEFT, y: 745, width: 400, height: 22, leading: 12 },
    STYLES.subtitle,
  ).items,
  ...emblem(RIGHT - 26, 768),
  hairline(720),
];

const COMPANY_ROOM = { x: LEFT, height: 12, leading: 13 } as const;

/** A ring with a tick. */
const emblem = (x: number, y: number): DrawingItem[] => [
  { kind: 'path', d: RING, x, y, scale: 26, stroke: ACCENT, lineWidth: 1.6 },
  { kind: 'path', d: RING, x, y, scale: 22, stroke: ACCENT, lineWidth: 0.6 },
  {
    kind: 'path',
    d: 'M-10 0L-3 -7.5L11 8.5',
    x,
    y,
    scale: 1,
    stroke: ACCENT,
    lineWidth: 3,
  },
];

/** A circle of radius 1 from four cubic curves. */
const RING =
  'M1 0C1 .5523 .5523 1 0 1C-.5523 1 -1 .5523 -1 0C-1 -.5523 -.5523 -1 0 -1C.5523 -1 1 -.5523 1 0Z';

const documentSection = (facts: CertificateFacts, { texts, time }: PartyWording): DrawingItem[] => {
  const place = { x: LEFT, y: 684, width: RIGHT - LEFT, height: 29, leading: 16 };
  return [
    heading(texts.document, texts, { x: LEFT, y: 702 }),
    ...fitted(facts.title, place, STYLES.documentTitle).items,
    ...labelled(texts.code, grouped(facts.envelopeId), { x: LEFT, y: 648 }, STYLES.code),
    ...labelled(texts.pages, String(facts.pages), { x: COLUMNS[2], y: 648 }, STYLES.code),
    ...labelled(texts.created, time(facts.createdAt), { x: COLUMNS[0], y: 617 }),
    ...labelled(texts.sent, time(facts.sentAt), { x: COLUMNS[1], y: 617 }),
    ...labelled(texts.sealed, time(facts.sealedAt), { x: COLUMNS[2], y: 617 }),
    hairline(592),
  ];
};

const COLUMNS = [LEFT, LEFT + 164, LEFT + 328] as const;

/** In groups of five, as on every page's strip. */
const grouped = (envelopeId: string): string => envelopeId.replace(/(.{5})(?=.)/g, '$1-');

const labelled = (
  label: string,
  value: string,
  { x, y }: { x: number; y: number },
  style: (typeof STYLES)['code' | 'value'] = STYLES.value,
): DrawingItem[] => [line(label, x, y, STYLES.label), line(value, x, y - 13, style)];

const partiesSection = (
  { parties, before, total }: Shown,
  y: number,
  wording: PartyWording,
): { items: DrawingItem[]; rule: DrawingItem; bottom: number } => {
  const { texts, number } = wording;
  const range = texts.range
    .replace('{from}', number(before + 1))
    .replace('{to}', number(before + parties.length))
    .replace('{total}', number(total));
  const repeats = parties.some(({ moments }) => moments.some(({ times }) => times > 1));
  const many = total > PARTIES_ON_FIRST_PAGE;
  const topOf = (index: number) => y - 4 - index * PARTY_HEIGHT;
  return {
    items: [
      heading(many ? `${texts.signatures} ${range}` : texts.signatures, texts, { x: LEFT, y }),
      heading(texts.timeline, texts, { x: MOMENTS_COLUMN, y }),
      ...(repeats ? [lineEndingAt(texts.repeated, RIGHT, y, STYLES.label)] : []),
      ...parties.flatMap((party, index) => [
        ...(index > 0 ? [partyRule(topOf(index - 1))] : []),
        ...partyItems(party, topOf(index), wording),
      ]),
    ],
    rule: partyRule(topOf(parties.length - 1)),
    bottom: topOf(parties.length),
  };
};

const nature = ({ company }: CertificateFacts, texts: CertificateTexts): DrawingItem[] =>
  fitted(
    texts.nature.replace('{company}', company),
    { x: LEFT, y: 92, width: RIGHT - LEFT, height: 38, leading: 9.8 },
    STYLES.legal,
  ).items;

const footer = (
  facts: CertificateFacts,
  texts: CertificateTexts,
  { page, total }: { page: number; total: number },
): DrawingItem[] => [
  hairline(48),
  line(grouped(facts.envelopeId), LEFT, 36, STYLES.legal),
  lineEndingAt(
    texts.page.replace('{n}', String(page)).replace('{total}', String(total)),
    RIGHT,
    36,
    STYLES.legal,
  ),
];
