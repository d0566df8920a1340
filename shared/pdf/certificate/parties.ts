import type { DrawingItem } from '../draw/drawing.ts';
import { lineEndingAt } from '../draw/typeset.ts';
import type { CertificateParty, NamedParty } from './facts.ts';
import { filledParty, MOMENTS_COLUMN, type PartySlot, printedParty } from './party.ts';
import { hairline, heading, LEFT, RIGHT, STYLES } from './style.ts';
import type { CertificateWording } from './wording.ts';

/** Parties shown on one page: those before them, the total, and the height of each. */
export interface PartySlice<Party extends NamedParty> {
  readonly parties: readonly Party[];
  readonly before: number;
  readonly total: number;
  readonly height: number;
}

/** Points between a party and the separator below it. */
const RULE = 2;

export function printedParties(
  { parties, before, total, height }: PartySlice<NamedParty>,
  top: number,
  { texts, number }: CertificateWording,
): DrawingItem[] {
  const range = texts.range
    .replace('{from}', number(before + 1))
    .replace('{to}', number(before + parties.length))
    .replace('{total}', number(total));
  const isAll = parties.length === total;
  return [
    heading(isAll ? texts.signatures : `${texts.signatures} ${range}`, texts, { x: LEFT, y: top }),
    heading(texts.timeline, texts, { x: MOMENTS_COLUMN, y: top }),
    ...slots(parties, top, height).flatMap(([party, slot], index) => [
      ...(index > 0 ? [hairline(slot.top + RULE)] : []),
      ...printedParty(party, slot, texts),
    ]),
  ];
}

export function filledParties(
  { parties, height }: PartySlice<CertificateParty>,
  top: number,
  wording: CertificateWording,
): DrawingItem[] {
  const repeats = parties.some(({ moments }) => moments.some(({ times }) => times > 1));
  return [
    ...(repeats ? [lineEndingAt(wording.texts.repeated, RIGHT, top, STYLES.label)] : []),
    ...slots(parties, top, height).flatMap(([party, slot]) => filledParty(party, slot, wording)),
  ];
}

/** Below the heading. */
const slots = <Party>(
  parties: readonly Party[],
  top: number,
  height: number,
): (readonly [Party, PartySlot])[] =>
  parties.map((party, index) => [party, { top: top - 4 - index * height, height }]);
