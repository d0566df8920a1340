import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import { isOwner } from '../../../shared/domain/envelope/is-owner.ts';
import { type Language, maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { purgeAt } from '../../../shared/domain/envelope/retention.ts';
import { HANDS } from '../../../shared/domain/fields/hand.ts';
import { reportedAt } from '../../../shared/domain/transitions/reporting.ts';
import { fieldsOf } from '../../../shared/domain/transitions/signing.ts';
import { termsIn } from '../../../shared/messages/terms/terms.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { confirmedUntil, mayFillIn } from '../codes/confirmation.ts';
import { askedCopy } from '../filling/asked-copy.ts';
import { draftOwner, loadDraft } from '../filling/stored-input.ts';
import { keptMarks } from '../marks/kept-marks.ts';
import type { PdfCore } from '../ports.ts';
import type { Ceremony } from '../session/ceremony.ts';
import type { SignerRequest } from '../signer-request.ts';
import { type SignerSettings, termsFactsOf } from '../signer-settings.ts';
import { ceremonyState, ownRevision, visibleRevision } from './ceremony-state.ts';

type Deps = Pick<Ports, 'documents' | 'presigned'> & { readonly pdf: PdfCore };

export type DescribeCeremony = (
  ceremony: Ceremony,
  request: Pick<SignerRequest, 'language'>,
) => Promise<CeremonyAnswer>;

/** What one party may see: its own fields, the other parties' names, contacts only masked. */
export const makeDescribeCeremony =
  (ports: Deps, settings: SignerSettings): DescribeCeremony =>
  async (ceremony, { language }) => {
    const { envelope, party, handle, now } = ceremony;
    const { brand, languages, verifierUrl } = settings;
    const state = ceremonyState(envelope, party, now);
    return {
      handle,
      state,
      company: brand.company,
      ...contacts(settings, envelope, language),
      ...envelopeFacts(envelope),
      ...(isOwner(envelope, party) && { isSender: true as const }),
      ...confirmations(ceremony),
      ...reportsOf(party),
      language: party.language,
      documentLanguage: envelope.language,
      languages: [...languages],
      me: { ...mentioned(party), channel: maskedChannel(party.channel) },
      fields: fieldsOf(envelope, party.id).map(asInput),
      values: {},
      ...(state === 'open' && mayFillIn(ceremony) && (await keptDraft(ports, ceremony))),
      ...shownDocument(ceremony),
      terms: termsIn(language, termsFactsOf(settings, envelope)),
      ...(party.consent && { consentedAt: party.consent.at }),
      hands: handsThatWrite(ports.pdf, party.name),
      verifyUrl: `${verifierUrl}/v/${envelope.id}`,
    };
  };

/** The contacts for questions that the company configured. */
const contacts = (
  { telephone, privacyNotice, senderAddress }: SignerSettings,
  { owner }: Envelope,
  language: Language,
) => ({
  ...(telephone && { telephone }),
  ...(privacyNotice && { privacyNotice: privacyNotice.replace('{language}', language) }),
  ...(senderAddress === 'shown' && { senderAddress: owner.email }),
});

const keptDraft = async (
  ports: Pick<Ports, 'documents' | 'presigned'>,
  ceremony: Ceremony,
): Promise<Pick<CeremonyAnswer, 'values' | 'marks' | 'copy'>> => ({
  values: await loadDraft(ports.documents, draftOwner(ceremony)),
  marks: await keptMarks(ports, draftOwner(ceremony)),
  ...(await askedCopy(ports.documents, ceremony)),
});

/** If no handwriting font covers the name, all are offered; the signature is drawn in the document's font. */
function handsThatWrite(pdf: PdfCore, name: string): string[] {
  const hands = pdf.handsFor(name);
  return hands.length > 0 ? hands : [...HANDS];
}

function envelopeFacts(envelope: Envelope) {
  const removedAt = purgeAt(envelope);
  const pages = pagesOf(envelope);
  return {
    envelopeId: envelope.id,
    title: envelope.title,
    sender: envelope.owner.name,
    ...(envelope.message !== undefined && { message: envelope.message }),
    ...('deadline' in envelope && envelope.deadline && { deadline: envelope.deadline }),
    ...(pages && { pages }),
    ...(removedAt && { removedAt }),
    ...('declinedBy' in envelope && envelope.declinedBy && { declinedBy: envelope.declinedBy }),
    parties: envelope.parties.map((party) => ({
      ...mentioned(party),
      turn: party.turn,
      ...(party.signature && { signedAt: party.signature.at }),
    })),
  };
}

const pagesOf = (envelope: Envelope): number | undefined =>
  'certificatePages' in envelope && envelope.document
    ? envelope.document.pages.length + (envelope.certificatePages ?? 0)
    : undefined;

const mentioned = ({ id, name, role }: { id: string; name: string; role: string }) => ({
  id,
  name,
  role,
});

const asInput = ({ options, ...field }: Envelope['fields'][number]) => ({
  ...field,
  ...(options && { options: [...options] }),
});

/** The visible revision's hash, and how this party's page reported showing it. */
function shownDocument(ceremony: Ceremony) {
  const sha256 = visibleRevision(ceremony)?.sha256;
  if (!sha256) return {};
  const { shown } = ceremony.party;
  return {
    documentSha256: sha256,
    ...(shown?.documentSha256 === sha256 && { shown: shown.as }),
    ...(sha256 === ownRevision(ceremony)?.sha256 && { showsMine: true as const }),
  };
}

function reportsOf(party: PartyState) {
  const notMineAt = reportedAt(party, 'not-mine');
  const lockedToldAt = reportedAt(party, 'locked');
  return { ...(notMineAt && { notMineAt }), ...(lockedToldAt && { lockedToldAt }) };
}

function confirmations(ceremony: Ceremony) {
  const sign = confirmedUntil(ceremony, 'sign');
  const decline = confirmedUntil(ceremony, 'decline');
  const forSeconds = (until: string) =>
    Math.ceil((Date.parse(until) - ceremony.now.getTime()) / 1000);
  return {
    ...(sign && { confirmedUntil: sign, confirmedForSeconds: forSeconds(sign) }),
    ...(decline && { declineUntil: decline }),
  };
}
