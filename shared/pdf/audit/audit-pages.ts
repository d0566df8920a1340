import { groupedEnvelopeId } from '../../domain/envelope/envelope-id.ts';
import { footer } from '../certificate/document.ts';
import { A4, hairline, heading, LEFT, RIGHT, STYLES } from '../certificate/style.ts';
import type { Drawing, DrawingItem } from '../draw/drawing.ts';
import { line, paragraph } from '../draw/typeset.ts';
import type { AuditedEntry, AuditedParty, AuditFacts } from './audit-facts.ts';
import { type AuditWording, auditWording } from './audit-wording.ts';
import { covered } from './covered.ts';

/** Points. */
const TOP = 793;
const BOTTOM = 62;
const COLUMN = { value: LEFT + 150, time: LEFT + 26, sentence: LEFT + 178 } as const;
const LEADING = { title: 16, detail: 11.5, fact: 13 } as const;

/** What is drawn below a baseline, and the baseline after it. */
interface Block {
  readonly items: readonly DrawingItem[];
  readonly next: number;
}
type Draw = (y: number) => Block;

/** The ledger as A4 pages: the envelope's facts, its parties, then every entry with its hash. */
export function auditPages(facts: AuditFacts): Drawing[] {
  const wording = auditWording(facts);
  const pages = paged([
    head(facts, wording),
    ...factRows(facts, wording),
    titled(wording.texts.parties, wording),
    ...facts.parties.map((party) => partyRow(party, wording)),
    titled(wording.texts.entries, wording),
    ...facts.entries.map((entry) => entryRow(entry, wording)),
  ]);
  return pages.map((items, index) => ({
    ...{ width: A4.width, height: A4.height },
    items: [
      ...items,
      ...footer(facts, { texts: wording.labels }, { page: index + 1, total: pages.length }),
    ],
  }));
}

/** Blocks below each other; one that does not fit begins a page. */
function paged(blocks: readonly Draw[]): DrawingItem[][] {
  const pages: DrawingItem[][] = [[]];
  let y = TOP;
  for (const draw of blocks) {
    let block = draw(y);
    if (block.next < BOTTOM && y !== TOP) {
      pages.push([]);
      block = draw(TOP);
    }
    pages.at(-1)!.push(...block.items);
    y = block.next;
  }
  return pages;
}

const head =
  ({ company, title, entries }: AuditFacts, { texts, number }: AuditWording): Draw =>
  (y) => {
    const width = RIGHT - LEFT;
    const name = paragraph(
      covered(title),
      { x: LEFT, y: y - 54, width, leading: LEADING.title, lines: 3 },
      STYLES.documentTitle,
    );
    const lead = paragraph(
      texts.lead.replace('{seq}', number(entries.at(-1)!.seq)),
      { x: LEFT, y: name.bottom - 18, width, leading: LEADING.detail, lines: 4 },
      STYLES.quiet,
    );
    return {
      items: [
        line(covered(company), LEFT, y, STYLES.company),
        line(texts.title, LEFT, y - 28, STYLES.title),
        ...name.items,
        ...lead.items,
        hairline(lead.bottom - 12),
      ],
      next: lead.bottom - 32,
    };
  };

const factRows = (facts: AuditFacts, { texts, labels, time }: AuditWording): Draw[] =>
  (
    [
      [labels.code, groupedEnvelopeId(facts.envelopeId)],
      [texts.sender, facts.sender],
      [labels.created, time(facts.createdAt)],
      [labels.sent, facts.sentAt && time(facts.sentAt)],
      [texts.deadline, facts.deadline && time(facts.deadline)],
      [texts.original, facts.originalSha256],
      [texts.sealedFile, facts.sealedSha256],
      [labels.ledgerHead, facts.entries.at(-1)!.hash],
    ] as const
  ).flatMap(([label, value]) => (value ? [factRow(label, value)] : []));

const factRow =
  (label: string, value: string): Draw =>
  (y) => {
    const place = { x: COLUMN.value, y, width: RIGHT - COLUMN.value, leading: 11, lines: 2 };
    const shown = paragraph(covered(value), place, STYLES.detail);
    return {
      items: [line(label, LEFT, y, STYLES.quiet), ...shown.items],
      next: shown.bottom - LEADING.fact,
    };
  };

const titled =
  (text: string, { labels }: AuditWording): Draw =>
  (y) => ({
    items: [hairline(y - 2), heading(text, labels, { x: LEFT, y: y - 20 })],
    // Room for the row that follows, so that no title stands alone at a page's foot.
    next: y - 38,
  });

const partyRow =
  ({ name, role, channel }: AuditedParty, { texts, labels }: AuditWording): Draw =>
  (y) => {
    const how = `${channel.kind === 'email' ? texts.byEmail : texts.bySms} (${channel.masked})`;
    const place = { x: COLUMN.value, y, width: RIGHT - COLUMN.value, leading: 11, lines: 3 };
    const shown = paragraph(covered(`${name}, ${how}`), place, STYLES.detail);
    return {
      items: [line(labels.role[role], LEFT, y, STYLES.quiet), ...shown.items],
      next: shown.bottom - LEADING.fact,
    };
  };

const entryRow =
  ({ seq, at, sentence, address, hash }: AuditedEntry, { labels, time }: AuditWording): Draw =>
  (y) => {
    const width = RIGHT - COLUMN.sentence;
    const from = address ? ` (${labels.address} ${address})` : '';
    const shown = paragraph(
      covered(`${sentence}${from}`),
      { x: COLUMN.sentence, y, width, leading: LEADING.detail, lines: 40 },
      STYLES.detail,
    );
    return {
      items: [
        line(String(seq), LEFT, y, STYLES.quiet),
        line(time(at), COLUMN.time, y, STYLES.quiet),
        ...shown.items,
        line(hash, COLUMN.sentence, shown.bottom - 9.5, HASH),
      ],
      next: shown.bottom - 25,
    };
  };

/** Small enough for 64 hexadecimal digits in the sentences' column. */
const HASH = { ...STYLES.hash, size: 6.4, color: STYLES.quiet.color } as const;
