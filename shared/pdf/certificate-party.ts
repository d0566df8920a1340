import type { CertificateMoment, CertificateParty } from './certificate-facts.ts';
import { hairline, LEFT, RIGHT, STYLES } from './certificate-style.ts';
import type { CertificateTexts } from './certificate-texts.ts';
import type { DrawingItem } from './drawing.ts';
import { fitted, line, lineEndingAt } from './typeset.ts';

/** Height that is enough for one party, whatever its name, its channel and its moments. */
export const PARTY_HEIGHT = 118;

/** Where the timeline begins. */
export const MOMENTS_COLUMN = 288;
const IDENTITY_WIDTH = MOMENTS_COLUMN - LEFT - 18;
const FIRST_BASELINE = 18;
const RULE = 8;
const LEADING = { name: 13, role: 12.5, detail: 11.5, moment: 13 };
const HEIGHT = { name: 37, channel: 20, moments: PARTY_HEIGHT - RULE - FIRST_BASELINE - 4 };

export interface PartyWording {
  texts: CertificateTexts;
  /** An instant in the certificate's language and zone. */
  time: (at: string) => string;
  number: (value: number) => string;
}

/** One party, below `top`: who signed and how on the left, when on the right. */
export const partyItems = (
  party: CertificateParty,
  top: number,
  wording: PartyWording,
): DrawingItem[] => [
  ...identityItems(party, top - FIRST_BASELINE, wording.texts),
  ...momentItems(party.moments, top - FIRST_BASELINE, wording),
];

/** The line that parts a party from what is below it. */
export const partyRule = (top: number): DrawingItem => hairline(top - PARTY_HEIGHT + RULE);

const identityItems = (
  party: CertificateParty,
  y: number,
  texts: CertificateTexts,
): DrawingItem[] => {
  const place = { x: LEFT, width: IDENTITY_WIDTH };
  const { name: height, channel: channelHeight } = HEIGHT;
  const name = fitted(party.name, { ...place, y, leading: LEADING.name, height }, STYLES.name);
  const role = name.bottom - LEADING.role;
  const channel = fitted(
    channelText(party, texts),
    { ...place, y: role - LEADING.role, leading: LEADING.detail, height: channelHeight },
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

const channelText = ({ channel }: CertificateParty, texts: CertificateTexts): string => {
  const { to, alone } = texts.channel[channel.kind];
  return channel.masked ? `${to} ${channel.masked}` : alone;
};

const methodText = ({ method, stamp }: CertificateParty, texts: CertificateTexts): string =>
  stamp ? `${texts.method[method]}, ${texts.withStamp}` : texts.method[method];

const addressText = ({ ipAddress }: CertificateParty, texts: CertificateTexts): string[] =>
  ipAddress ? [`${texts.address} ${ipAddress}`] : [];

const momentItems = (
  moments: readonly CertificateMoment[],
  y: number,
  wording: PartyWording,
): DrawingItem[] => {
  const leading = Math.min(LEADING.moment, HEIGHT.moments / (moments.length - 1 || 1));
  const size = Math.min(STYLES.detail.size, leading * 0.82);
  return moments.flatMap((moment, index) => {
    const baseline = y - index * leading;
    const signed = moment.kind === 'signed';
    const [label, time] = signed ? [STYLES.moment, STYLES.moment] : [STYLES.quiet, STYLES.detail];
    return [
      line(momentLabel(moment, wording), MOMENTS_COLUMN, baseline, { ...label, size }),
      lineEndingAt(wording.time(moment.at), RIGHT, baseline, { ...time, size }),
    ];
  });
};

const momentLabel = (
  { kind, times }: CertificateMoment,
  { texts, number }: PartyWording,
): string =>
  times > 1
    ? `${texts.moment[kind]} ${texts.times.replace('{n}', number(times))}`
    : texts.moment[kind];
