import { groupedEnvelopeId } from '../../domain/envelope/envelope-id.ts';
import type { DrawingItem } from '../draw/drawing.ts';
import { fitted, line, lineEndingAt } from '../draw/typeset.ts';
import type { CertificateFacts, PrintedFacts } from './facts.ts';
import { A4, ACCENT, hairline, heading, LEFT, PAPER, RIGHT, STYLES } from './style.ts';
import type { CertificateWording } from './wording.ts';

const COLUMNS = [LEFT, LEFT + 164, LEFT + 328] as const;
const TIMES = 617;
const STRIP = 18;
const COMPANY_ROOM = { x: LEFT, height: 12, leading: 13 } as const;

export const band = (): DrawingItem => ({
  kind: 'rectangle',
  x: 0,
  y: A4.height - 7,
  width: A4.width,
  height: 7,
  fill: ACCENT,
});

/** White background over the page, above the id strip at the foot. */
export const paper = (): DrawingItem => ({
  kind: 'rectangle',
  x: 0,
  y: STRIP,
  width: A4.width,
  height: A4.height - STRIP,
  fill: PAPER,
});

export const header = ({ company }: PrintedFacts, { texts }: CertificateWording): DrawingItem[] => [
  ...fitted(company, { ...COMPANY_ROOM, y: 793, width: 400 }, STYLES.company).items,
  line(texts.title, LEFT, 763, STYLES.title),
  ...fitted(
    texts.subtitle.replace('{company}', company),
    { x: LEFT, y: 745, width: 400, height: 22, leading: 12 },
    STYLES.subtitle,
  ).items,
  hairline(720),
];

/** Heading of each further page. */
export const runningHeader = (
  { company }: PrintedFacts,
  { texts }: CertificateWording,
): DrawingItem[] => [
  ...fitted(company, { ...COMPANY_ROOM, y: 796, width: 300 }, STYLES.company).items,
  lineEndingAt(texts.title, RIGHT, 796, STYLES.subtitle),
  hairline(784),
];

/** A tick in a ring; drawn only by the seal. */
export function emblem(): DrawingItem[] {
  const place = { kind: 'path', x: RIGHT - 26, y: 768, stroke: ACCENT } as const;
  return [
    { ...place, d: RING, scale: 26, lineWidth: 1.6 },
    { ...place, d: RING, scale: 22, lineWidth: 0.6 },
    { ...place, d: 'M-10 0L-3 -7.5L11 8.5', scale: 1, lineWidth: 3 },
  ];
}

/** Unit circle from four cubic Bézier curves. */
const RING =
  'M1 0C1 .5523 .5523 1 0 1C-.5523 1 -1 .5523 -1 0C-1 -.5523 -.5523 -1 0 -1C.5523 -1 1 -.5523 1 0Z';

export function documentSection(
  facts: PrintedFacts,
  { texts, time }: CertificateWording,
): DrawingItem[] {
  const place = { x: LEFT, y: 684, width: RIGHT - LEFT, height: 29, leading: 16 };
  return [
    heading(texts.document, texts, { x: LEFT, y: 702 }),
    ...fitted(facts.title, place, STYLES.documentTitle).items,
    ...labelled(texts.code, groupedEnvelopeId(facts.envelopeId), { x: LEFT, y: 648 }, STYLES.code),
    ...labelled(texts.pages, String(facts.pages), { x: COLUMNS[2], y: 648 }, STYLES.code),
    ...labelled(texts.created, time(facts.createdAt), { x: COLUMNS[0], y: TIMES }),
    ...labelled(texts.sent, time(facts.sentAt), { x: COLUMNS[1], y: TIMES }),
    line(texts.sealed, COLUMNS[2], TIMES, STYLES.label),
    hairline(592),
  ];
}

export const sealedTime = (
  { sealedAt }: CertificateFacts,
  { time }: CertificateWording,
): DrawingItem[] => [valueBelow(time(sealedAt), { x: COLUMNS[2], y: TIMES })];

type Point = { readonly x: number; readonly y: number };
type ValueStyle = (typeof STYLES)['code' | 'value'];

const labelled = (label: string, value: string, at: Point, style?: ValueStyle): DrawingItem[] => [
  line(label, at.x, at.y, STYLES.label),
  valueBelow(value, at, style),
];

const valueBelow = (value: string, { x, y }: Point, style: ValueStyle = STYLES.value) =>
  line(value, x, y - 13, style);

/** What the company's seal attests. */
export const legalNature = (
  { company }: CertificateFacts,
  { texts }: CertificateWording,
): readonly DrawingItem[] =>
  fitted(
    texts.nature.replace('{company}', company),
    { x: LEFT, y: 84, width: RIGHT - LEFT, height: 32, leading: 9.8 },
    STYLES.legal,
  ).items;

export const footer = (
  { envelopeId }: Pick<PrintedFacts, 'envelopeId'>,
  { texts }: Pick<CertificateWording, 'texts'>,
  { page, total }: { page: number; total: number },
): DrawingItem[] => [
  hairline(48),
  line(groupedEnvelopeId(envelopeId), LEFT, 36, STYLES.legal),
  lineEndingAt(
    texts.page.replace('{n}', String(page)).replace('{total}', String(total)),
    RIGHT,
    36,
    STYLES.legal,
  ),
];
