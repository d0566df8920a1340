import type { CertificateFacts, CertificateParty } from './certificate-facts.ts';
import { PARTY_HEIGHT, type PartyWording, partyItems } from './certificate-party.ts';
import { A4, ACCENT, hairline, LEFT, PANEL, PAPER, RIGHT, STYLES } from './certificate-style.ts';
import { CERTIFICATE_TEXTS, type CertificateTexts } from './certificate-texts.ts';
import type { Drawing, DrawingItem } from './drawing.ts';
import { qrCode } from './qr-code.ts';
import { line, lineEndingAt, paragraph } from './typeset.ts';

const PARTIES_ON_FIRST_PAGE = 2;
const PARTIES_ON_FURTHER_PAGE = 6;

/**
 * Pages to reserve at intake for so many parties. Whatever happens later needs no more: of each
 * party the certificate names six moments, and repeated codes are counted, not listed.
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
  // Some locales use a narrow no-break space, which the font lacks.
  return { texts, time: (at) => format.format(new Date(at)).replaceAll('\u202f', '\u00a0') };
};

const partiesByPage = (parties: readonly CertificateParty[]): CertificateParty[][] =>
  Array.from({ length: certificatePageCount(parties.length) }, (_, page) => {
    const start = page === 0 ? 0 : PARTIES_ON_FIRST_PAGE + (page - 1) * PARTIES_ON_FURTHER_PAGE;
    return parties.slice(
      start,
      start + (page === 0 ? PARTIES_ON_FIRST_PAGE : PARTIES_ON_FURTHER_PAGE),
    );
  });

const firstPage = (
  facts: CertificateFacts,
  parties: readonly CertificateParty[],
  wording: PartyWording,
): DrawingItem[] => [
  ...header(facts, wording.texts),
  ...documentSection(facts, wording),
  ...partiesSection(parties, { y: 574, heading: wording.texts.signatures, wording }),
  ...fingerprints(facts, wording.texts),
  ...verification(facts, wording.texts),
  ...nature(facts, wording.texts),
];

const furtherPage = (
  { company }: CertificateFacts,
  parties: readonly CertificateParty[],
  wording: PartyWording,
): DrawingItem[] => [
  line(company, LEFT, 796, STYLES.company),
  lineEndingAt(wording.texts.title, RIGHT, 796, STYLES.subtitle),
  hairline(784),
  ...partiesSection(parties, { y: 766, heading: wording.texts.continued, wording }),
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
  ...paragraph(company, { x: LEFT, y: 793, width: 400, leading: 13, lines: 1 }, STYLES.company)
    .items,
  line(texts.title, LEFT, 763, STYLES.title),
  ...paragraph(
    texts.subtitle.replace('{company}', company),
    { x: LEFT, y: 745, width: 400, leading: 12, lines: 2 },
    STYLES.subtitle,
  ).items,
  ...emblem(RIGHT - 26, 768),
  hairline(720),
];

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
  const place = { x: LEFT, y: 684, width: RIGHT - LEFT, leading: 16, lines: 2 };
  return [
    heading(texts.document, texts, 702),
    ...paragraph(facts.title, place, STYLES.documentTitle).items,
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

const heading = (text: string, { locale }: CertificateTexts, y: number): DrawingItem =>
  line(text.toLocaleUpperCase(locale), LEFT, y, STYLES.heading);

const labelled = (
  label: string,
  value: string,
  { x, y }: { x: number; y: number },
  style: (typeof STYLES)['code' | 'value'] = STYLES.value,
): DrawingItem[] => [line(label, x, y, STYLES.label), line(value, x, y - 13, style)];

const partiesSection = (
  parties: readonly CertificateParty[],
  place: { y: number; heading: string; wording: PartyWording },
): DrawingItem[] => [
  heading(place.heading, place.wording.texts, place.y),
  ...parties.flatMap((party, index) =>
    partyItems(party, place.y - 4 - index * PARTY_HEIGHT, place.wording),
  ),
];

/** The widest 64 hexadecimal digits end before the margin. */
const HASH_COLUMN = 254;

const fingerprints = (facts: CertificateFacts, texts: CertificateTexts): DrawingItem[] => [
  heading(texts.fingerprints, texts, 322),
  ...(
    [
      [texts.original, facts.originalSha256],
      [texts.prepared, facts.preparedSha256],
      [texts.beforeSeal, facts.beforeSealSha256],
      [texts.ledgerHead, facts.ledgerHead],
    ] as const
  ).flatMap(([label, hash], index) => [
    line(label, LEFT, 306 - index * 12.5, STYLES.quiet),
    line(hash, HASH_COLUMN, 306 - index * 12.5, STYLES.hash),
  ]),
];

const PANEL_BOX = { x: LEFT, y: 108, width: RIGHT - LEFT, height: 142 } as const;
/** 40 mm with its quiet zone; 25 mm is the least that an old phone reads from paper. */
const QR_SIZE = 118;

const verification = (facts: CertificateFacts, texts: CertificateTexts): DrawingItem[] => {
  const { x, y, width, height } = PANEL_BOX;
  const inset = (height - QR_SIZE) / 2;
  const code = { x: x + inset, y: y + inset, size: QR_SIZE };
  const column = { x: code.x + QR_SIZE + 16, top: y + height - 24 };
  const place = { x: column.x, width: x + width - 14 - column.x, leading: 11.5, lines: 4 };
  const visit = texts.visit.replace('{url}', facts.verifierUrl);
  return [
    { kind: 'rectangle', x, y, width, height, fill: PANEL },
    { kind: 'rectangle', ...code, width: QR_SIZE, height: QR_SIZE, fill: PAPER },
    qrCode(facts.claimUrl, { ...code, color: [0, 0, 0] }),
    line(texts.verify.toLocaleUpperCase(texts.locale), column.x, column.top, STYLES.heading),
    ...paragraphs([texts.scan, visit, texts.offline], { ...place, y: column.top - 16 }),
  ];
};

const paragraphs = (
  texts: readonly string[],
  place: Parameters<typeof paragraph>[1],
): DrawingItem[] => {
  const items: DrawingItem[] = [];
  let { y } = place;
  for (const text of texts) {
    const set = paragraph(text, { ...place, y }, STYLES.instruction);
    items.push(...set.items);
    y = set.bottom - place.leading - 4;
  }
  return items;
};

const nature = ({ company }: CertificateFacts, texts: CertificateTexts): DrawingItem[] =>
  paragraph(
    texts.nature.replace('{company}', company),
    { x: LEFT, y: 92, width: RIGHT - LEFT, leading: 9.8, lines: 4 },
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
