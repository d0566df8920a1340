import type { CertificateParty, NamedParty } from './certificate-facts.ts';
import { filledParty, MOMENTS_COLUMN, PARTY_HEIGHT, printedParty } from './certificate-party.ts';
import { hairline, heading, LEFT, RIGHT, STYLES } from './certificate-style.ts';
import type { CertificateWording } from './certificate-wording.ts';
import type { DrawingItem } from './drawing.ts';
import { lineEndingAt } from './typeset.ts';

/** The parties of one page, how many are before them, and how many there are. */
export interface Shown<Party extends NamedParty> {
  parties: readonly Party[];
  before: number;
  total: number;
}

/** Below a party, above the line that parts it from the next. */
const RULE = 2;

export const printedParties = (
  { parties, before, total }: Shown<NamedParty>,
  top: number,
  { texts, number }: CertificateWording,
): DrawingItem[] => {
  const range = texts.range
    .replace('{from}', number(before + 1))
    .replace('{to}', number(before + parties.length))
    .replace('{total}', number(total));
  const isAll = parties.length === total;
  return [
    heading(isAll ? texts.signatures : `${texts.signatures} ${range}`, texts, { x: LEFT, y: top }),
    heading(texts.timeline, texts, { x: MOMENTS_COLUMN, y: top }),
    ...parties.flatMap((party, index) => [
      ...(index > 0 ? [hairline(topOf(index, top) + RULE)] : []),
      ...printedParty(party, topOf(index, top), texts),
    ]),
  ];
};

export const filledParties = (
  { parties }: Shown<CertificateParty>,
  top: number,
  wording: CertificateWording,
): DrawingItem[] => {
  const repeats = parties.some(({ moments }) => moments.some(({ times }) => times > 1));
  return [
    ...(repeats ? [lineEndingAt(wording.texts.repeated, RIGHT, top, STYLES.label)] : []),
    ...parties.flatMap((party, index) => filledParty(party, topOf(index, top), wording)),
  ];
};

/** Below the heading. */
const topOf = (index: number, top: number): number => top - 4 - index * PARTY_HEIGHT;
