import type { Drawing, DrawingItem } from '../draw/drawing.ts';
import { drawingsHash } from '../draw/drawings-hash.ts';
import {
  band,
  documentSection,
  emblem,
  footer,
  header,
  legalNature,
  paper,
  runningHeader,
  sealedTime,
} from './document.ts';
import {
  filledFingerprints,
  printedFingerprints,
  verification,
  verificationCode,
} from './evidence.ts';
import type { CertificateFacts, NamedParty, PrintedFacts } from './facts.ts';
import { filledParties, type PartySlice, printedParties } from './parties.ts';
import { A4 } from './style.ts';
import { wordingOf } from './wording.ts';

const PARTIES_ON_FIRST_PAGE = 2;
const PARTIES_ON_FURTHER_PAGE = 6;
/** Points: top of the parties' area, its height, and the most that one party takes. */
const TOP = { first: 574, further: 766 } as const;
const ROOM = { first: 236, further: 708 } as const;
const MOST = 158;

/**
 * Certificate pages to reserve at intake. The number depends only on the parties, because the certificate
 * shows each kind of event once per party (count and last time).
 */
export const certificatePageCount = (parties: number): number =>
  1 + Math.ceil(Math.max(0, parties - PARTIES_ON_FIRST_PAGE) / PARTIES_ON_FURTHER_PAGE);

/**
 * Content of the certificate pages known before anybody signs, printed at intake as page content so that
 * viewers can select and search it: one A4 drawing per page. Must be true without the seal. Throws
 * `PdfRefusal('text_not_covered')` if the font lacks a character.
 */
export function printedCertificate(facts: PrintedFacts): Drawing[] {
  const wording = wordingOf(facts);
  return pagesOf(facts.parties, (shown, page) => [
    band(),
    ...(page === 1
      ? [
          ...header(facts, wording),
          ...documentSection(facts, wording),
          ...printedParties(shown, TOP.first, wording),
          ...printedFingerprints(facts, wording),
          ...verification(facts, wording),
        ]
      : [...runningHeader(facts, wording), ...printedParties(shown, TOP.further, wording)]),
    ...footer(facts, wording, { page, total: certificatePageCount(facts.parties.length) }),
  ]);
}

/**
 * The certificate as shown by the seal. `printed` is the `drawingsHash` of what intake printed: if it is the
 * current layout, only the remaining facts are drawn over it, otherwise (earlier layout, renamed company) the
 * whole page is covered and redrawn.
 */
export function drawCertificate(facts: CertificateFacts, printed?: string): Drawing[] {
  const beneath = printedCertificate(facts);
  const filled = filledCertificate(facts);
  if (drawingsHash(beneath) === printed) return filled;
  return beneath.map((page, index) => ({
    ...page,
    items: [paper(), ...page.items, ...filled[index]!.items],
  }));
}

function filledCertificate(facts: CertificateFacts): Drawing[] {
  const wording = wordingOf(facts);
  return pagesOf(facts.parties, (shown, page) =>
    page === 1
      ? [
          ...emblem(),
          ...sealedTime(facts, wording),
          ...filledParties(shown, TOP.first, wording),
          ...filledFingerprints(facts, wording),
          ...verificationCode(facts),
          ...legalNature(facts, wording),
        ]
      : filledParties(shown, TOP.further, wording),
  );
}

/** Distributes the parties evenly over the further pages. */
function pagesOf<Party extends NamedParty>(
  all: readonly Party[],
  draw: (shown: PartySlice<Party>, page: number) => DrawingItem[],
): Drawing[] {
  const count = certificatePageCount(all.length);
  const each = Math.ceil((all.length - PARTIES_ON_FIRST_PAGE) / (count - 1));
  return Array.from({ length: count }, (_, index) => {
    const [most, room] = index === 0 ? [PARTIES_ON_FIRST_PAGE, ROOM.first] : [each, ROOM.further];
    const before = index === 0 ? 0 : PARTIES_ON_FIRST_PAGE + (index - 1) * each;
    const parties = all.slice(before, before + most);
    const height = Math.min(MOST, room / Math.min(most, all.length));
    const items = draw({ parties, before, total: all.length, height }, index + 1);
    return { width: A4.width, height: A4.height, items };
  });
}
