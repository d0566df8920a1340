import type { DrawingItem } from '../draw/drawing.ts';
import { fitted, line, lineEndingAt, type Paragraph } from '../draw/typeset.ts';
import type { CertificateMoment, CertificateParty, NamedParty } from './facts.ts';
import { LEFT, RIGHT, STYLES } from './style.ts';
import type { CertificateTexts } from './texts/texts.ts';
import type { CertificateWording } from './wording.ts';

/** A party's area on its page. 118 points suffice for every name, channel and list of events. */
export interface PartySlot {
  readonly top: number;
  readonly height: number;
}

/** Left edge of the timeline, points. */
export const MOMENTS_COLUMN = 288;
const IDENTITY = { x: LEFT, width: MOMENTS_COLUMN - LEFT - 18 } as const;
const FIRST_BASELINE = 18;
const LEADING = { name: 13, role: 12.5, detail: 11.5, moment: 13 };
const BELOW = 10;
const HEIGHT = { name: 37, channel: 20 };

/** Name and role, printed at intake. */
export function printedParty(
  party: NamedParty,
  { top }: PartySlot,
  texts: CertificateTexts,
): DrawingItem[] {
  const name = nameOf(party, top);
  return [...name.items, line(texts.role[party.role], LEFT, roleBelow(name), STYLES.role)];
}

/** Signature facts on the left, timeline on the right. */
export const filledParty = (
  party: CertificateParty,
  { top, height }: PartySlot,
  wording: CertificateWording,
): DrawingItem[] => [
  ...detailItems(party, roleBelow(nameOf(party, top)), wording.texts),
  ...momentItems(
    party.moments,
    { y: top - FIRST_BASELINE, height: height - FIRST_BASELINE - BELOW },
    wording,
  ),
];

function nameOf({ name }: NamedParty, top: number): Paragraph {
  const room = { y: top - FIRST_BASELINE, leading: LEADING.name, height: HEIGHT.name };
  return fitted(name, { ...IDENTITY, ...room }, STYLES.name);
}

const roleBelow = ({ bottom }: Paragraph): number => bottom - LEADING.role;

function detailItems(
  party: CertificateParty,
  role: number,
  texts: CertificateTexts,
): DrawingItem[] {
  const room = { y: role - LEADING.role, leading: LEADING.detail, height: HEIGHT.channel };
  const channel = fitted(channelText(party, texts), { ...IDENTITY, ...room }, STYLES.detail);
  const details = [methodText(party, texts), ...addressText(party, texts)];
  return [
    ...channel.items,
    ...details.map((text, index) =>
      line(text, LEFT, channel.bottom - (index + 1) * LEADING.detail, STYLES.detail),
    ),
  ];
}

function channelText({ channel }: CertificateParty, texts: CertificateTexts): string {
  const { to, alone } = texts.channel[channel.kind];
  return channel.masked ? `${to} ${channel.masked}` : alone;
}

const methodText = ({ method, stamp }: CertificateParty, texts: CertificateTexts): string =>
  stamp ? `${texts.method[method]}, ${texts.withStamp}` : texts.method[method];

const addressText = ({ ipAddress }: CertificateParty, texts: CertificateTexts): string[] =>
  ipAddress ? [`${texts.address} ${ipAddress}`] : [];

function momentItems(
  moments: readonly CertificateMoment[],
  { y, height }: { y: number; height: number },
  wording: CertificateWording,
): DrawingItem[] {
  const leading = Math.min(LEADING.moment, height / (moments.length - 1 || 1));
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
}

const momentLabel = (
  { kind, times }: CertificateMoment,
  { texts, number }: CertificateWording,
): string =>
  times > 1
    ? `${texts.moment[kind]} ${texts.times.replace('{n}', number(times))}`
    : texts.moment[kind];
