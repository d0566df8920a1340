import type { DrawingItem } from '../draw/drawing.ts';
import { qrCode } from '../draw/qr-code.ts';
import { line, paragraph, stacked } from '../draw/typeset.ts';
import type { CertificateFacts, PrintedFacts } from './facts.ts';
import { hairline, heading, LEFT, PANEL, PAPER, RIGHT, STYLES } from './style.ts';
import type { CertificateWording } from './wording.ts';

const WIDTH = RIGHT - LEFT;
const RULE = 336;
const FIRST_ROW = RULE - 31;
const ROW = 11.8;
/** The widest 64 hexadecimal digits still fit before the margin. */
const HASH_COLUMN = 254;

/** Labels of the file's and ledger's hashes, and the one hash known at intake. */
export const printedFingerprints = (
  { originalSha256 }: PrintedFacts,
  { texts }: CertificateWording,
): DrawingItem[] => [
  hairline(RULE),
  heading(texts.fingerprints, texts, { x: LEFT, y: RULE - 16 }),
  ...[texts.original, texts.prepared, texts.beforeSeal, texts.ledgerHead].map((label, row) =>
    line(label, LEFT, baseline(row), STYLES.quiet),
  ),
  hashItem(originalSha256, 0),
];

export function filledFingerprints(
  facts: CertificateFacts,
  { texts, number }: CertificateWording,
): DrawingItem[] {
  const hashes = [facts.preparedSha256, facts.beforeSealSha256, facts.ledgerHead];
  const extent = texts.extent
    .replace('{entries}', number(facts.ledgerEntries))
    .replace('{bytes}', number(facts.beforeSealLength));
  const place = { x: LEFT, y: baseline(4) - 2, width: WIDTH, leading: 9, lines: 1 };
  return [
    ...hashes.map((hash, index) => hashItem(hash, index + 1)),
    ...paragraph(extent, place, STYLES.legal).items,
  ];
}

const baseline = (row: number): number => FIRST_ROW - row * ROW;

const hashItem = (hash: string, row: number): DrawingItem =>
  line(hash, HASH_COLUMN, baseline(row), STYLES.hash);

const PANEL_BOX = { x: LEFT, y: 100, width: WIDTH, height: 142 } as const;
/** Points: 42 mm with its quiet zone. Old phones read a code on paper from 25 mm on. */
const QR_SIZE = 118;
const INSET = (PANEL_BOX.height - QR_SIZE) / 2;
const QR_PLACE = { x: PANEL_BOX.x + INSET, y: PANEL_BOX.y + INSET } as const;
const INSTRUCTIONS = { leading: 11.5, gap: 4, height: 102 } as const;

export function verification(
  { verifierUrl }: PrintedFacts,
  { texts }: CertificateWording,
): DrawingItem[] {
  const { x, y, width, height } = PANEL_BOX;
  const column = { x: QR_PLACE.x + QR_SIZE + 16, y: y + height - 24 };
  const visit = texts.visit.replace('{url}', verifierUrl);
  return [
    { kind: 'rectangle', x, y, width, height, fill: PANEL },
    { kind: 'rectangle', ...QR_PLACE, width: QR_SIZE, height: QR_SIZE, fill: PAPER },
    heading(texts.verify, texts, column),
    ...stacked(
      [texts.scan, visit, texts.offline],
      { x: column.x, y: column.y - 16, width: x + width - 14 - column.x, ...INSTRUCTIONS },
      STYLES.instruction,
    ).items,
  ];
}

export const verificationCode = ({ claimUrl }: CertificateFacts): DrawingItem[] => [
  qrCode(claimUrl, { ...QR_PLACE, size: QR_SIZE, color: [0, 0, 0] }),
];
