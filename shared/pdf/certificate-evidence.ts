import type { CertificateFacts } from './certificate-facts.ts';
import type { PartyWording } from './certificate-party.ts';
import { heading, LEFT, PANEL, PAPER, RIGHT, STYLES } from './certificate-style.ts';
import type { CertificateTexts } from './certificate-texts.ts';
import type { DrawingItem } from './drawing.ts';
import { qrCode } from './qr-code.ts';
import { line, paragraph, stacked } from './typeset.ts';

/** The widest 64 hexadecimal digits end before the margin. */
const HASH_COLUMN = 254;
const HASH_LEADING = 11.8;

/** What is true of the file and of its ledger, below `top`. */
export const fingerprints = (
  facts: CertificateFacts,
  top: number,
  { texts, number }: PartyWording,
): DrawingItem[] => {
  const hashes = [
    [texts.original, facts.originalSha256],
    [texts.prepared, facts.preparedSha256],
    [texts.beforeSeal, facts.beforeSealSha256],
    [texts.ledgerHead, facts.ledgerHead],
  ] as const;
  const first = top - 15;
  const extent = texts.extent
    .replace('{entries}', number(facts.ledgerEntries))
    .replace('{bytes}', number(facts.beforeSealLength));
  return [
    heading(texts.fingerprints, texts, { x: LEFT, y: top }),
    ...hashes.flatMap(([label, hash], index) => [
      line(label, LEFT, first - index * HASH_LEADING, STYLES.quiet),
      line(hash, HASH_COLUMN, first - index * HASH_LEADING, STYLES.hash),
    ]),
    ...paragraph(
      extent,
      { x: LEFT, y: first - hashes.length * HASH_LEADING - 2, width: WIDTH, leading: 9, lines: 1 },
      STYLES.legal,
    ).items,
  ];
};

const WIDTH = RIGHT - LEFT;
const PANEL_BOX = { x: LEFT, y: 108, width: WIDTH, height: 142 } as const;
/** 41 mm with its quiet zone; 25 mm is the least that an old phone reads from paper. */
const QR_SIZE = 118;
const INSTRUCTIONS = { leading: 11.5, gap: 4, height: 102 } as const;

export const verification = (facts: CertificateFacts, texts: CertificateTexts): DrawingItem[] => {
  const { x, y, width, height } = PANEL_BOX;
  const inset = (height - QR_SIZE) / 2;
  const code = { x: x + inset, y: y + inset, size: QR_SIZE };
  const column = { x: code.x + QR_SIZE + 16, y: y + height - 24 };
  const visit = texts.visit.replace('{url}', facts.verifierUrl);
  return [
    { kind: 'rectangle', x, y, width, height, fill: PANEL },
    { kind: 'rectangle', ...code, width: QR_SIZE, height: QR_SIZE, fill: PAPER },
    qrCode(facts.claimUrl, { ...code, color: [0, 0, 0] }),
    heading(texts.verify, texts, column),
    ...stacked(
      [texts.scan, visit, texts.offline],
      { x: column.x, y: column.y - 16, width: x + width - 14 - column.x, ...INSTRUCTIONS },
      STYLES.instruction,
    ).items,
  ];
};
