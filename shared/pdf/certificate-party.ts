import type { CertificateParty } from './certificate-facts.ts';
import { hairline, LEFT, RIGHT, STYLES } from './certificate-style.ts';
import type { CertificateTexts } from './certificate-texts.ts';
import type { DrawingItem } from './drawing.ts';
import { line, lineEndingAt, paragraph } from './typeset.ts';

/** Height that is enough for one party, whatever its name and channel. */
export const PARTY_HEIGHT = 116;

const COLUMN = { width: 226, moments: 306 };
const FIRST_BASELINE = 18;
const LEADING = { name: 13, detail: 11.5, moment: 13 };

export interface PartyWording {
  texts: CertificateTexts;
  /** An instant in the certificate's language and zone. */
  time: (at: string) => string;
}

/** One party, below `top`: who signed and how on the left, when on the right. */
export const partyItems = (
  party: CertificateParty,
  top: number,
  wording: PartyWording,
): DrawingItem[] => [
  ...identityItems(party, top - FIRST_BASELINE, wording.texts),
  ...momentItems(party, top - FIRST_BASELINE, wording),
  hairline(top - PARTY_HEIGHT + 8),
];

const identityItems = (
  party: CertificateParty,
  y: number,
  texts: CertificateTexts,
): DrawingItem[] => {
  const place = { x: LEFT, width: COLUMN.width };
  const name = paragraph(party.name, { ...place, y, leading: LEADING.name, lines: 3 }, STYLES.name);
  const role = name.bottom - LEADING.name;
  const channel = paragraph(
    `${texts.channel[party.channel.kind]} ${party.channel.masked}`,
    { ...place, y: role - LEADING.detail - 1, leading: LEADING.detail, lines: 2 },
    STYLES.detail,
  );
  const details = [methodText(party, texts), ...addressText(party, texts)];
  return [
    ...name.items,
    line(texts.role[party.role], LEFT, role, STYLES.role),
    ...channel.items,
    ...details.map((text, index) =>
      line(text, LEFT, channel.bottom - (index + 1) * LEADING.detail, STYLES.detail),
    ),
  ];
};

const methodText = ({ method, stamp }: CertificateParty, texts: CertificateTexts): string =>
  stamp ? `${texts.method[method]}, ${texts.withStamp}` : texts.method[method];

const addressText = ({ ipAddress }: CertificateParty, texts: CertificateTexts): string[] =>
  ipAddress ? [`${texts.address} ${ipAddress}`] : [];

const momentItems = (
  party: CertificateParty,
  y: number,
  { texts, time }: PartyWording,
): DrawingItem[] =>
  momentsOf(party, texts).flatMap(([label, at], index, all) => {
    const baseline = y - index * LEADING.moment;
    const last = index === all.length - 1;
    return [
      line(label, COLUMN.moments, baseline, last ? STYLES.moment : STYLES.quiet),
      lineEndingAt(at ? time(at) : '–', RIGHT, baseline, last ? STYLES.moment : STYLES.detail),
    ];
  });

const momentsOf = (
  party: CertificateParty,
  texts: CertificateTexts,
): (readonly [string, string | undefined])[] => [
  [texts.invited, party.invitedAt],
  [texts.opened, party.openedAt],
  [texts.consented, party.consentedAt],
  [codeLabel(party, texts), party.codeSentAt],
  [texts.confirmed, party.confirmedAt],
  [texts.signed, party.signedAt],
];

const codeLabel = ({ codesSent }: CertificateParty, texts: CertificateTexts): string =>
  codesSent > 1 ? texts.codesSent.replace('{n}', String(codesSent)) : texts.codeSent;
