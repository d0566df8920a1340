import type * as z from 'zod';
import type {
  EnvelopeAnswer,
  PlacedField,
  SavedAnswer,
} from '../../../shared/contract/sender/sender-answers.ts';
import { reportedRefusal } from '../../../shared/domain/document-refusal.ts';
import type { Envelope, PartyState } from '../../../shared/domain/envelope/envelope.ts';
import type { Language } from '../../../shared/domain/envelope/party.ts';
import { purgeAt } from '../../../shared/domain/envelope/retention.ts';
import { summaryOf } from '../../../shared/domain/envelope/summary.ts';
import type { Field, Values } from '../../../shared/domain/fields/field.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { reportedAt } from '../../../shared/domain/transitions/reporting.ts';
import { timelineOf } from './timeline.ts';

type Answer = z.input<typeof EnvelopeAnswer>;

interface Described {
  readonly envelope: Envelope;
  readonly entries: readonly Entry[];
  readonly values: Values;
  /** For a draft, as last saved. */
  readonly fields?: readonly Field[];
  readonly outside?: readonly Field[];
  readonly draft?: SavedAnswer;
  readonly isArchived?: boolean;
  readonly language: Language;
}

export const makeDescribe =
  ({ VERIFIER_URL }: { VERIFIER_URL: string }) =>
  async ({
    envelope,
    entries,
    values,
    language,
    fields,
    outside,
    draft,
    isArchived = false,
  }: Described): Promise<Answer> => ({
    ...summaryOf(envelope),
    ...factsOf(envelope),
    ...instantsOf(envelope),
    ...(await documentOf(envelope, language)),
    fields: (fields ?? envelope.fields).map(fieldOf),
    ...(outside && outside.length > 0 && { outside: outside.map(fieldOf) }),
    ...(draft && { draft }),
    ...(isArchived && { isArchived }),
    values: { ...values },
    parties: envelope.parties.map(partyOf),
    timeline: timelineOf(entries),
    verifyUrl: `${VERIFIER_URL}/v/${envelope.id}`,
  });

const factsOf = ({ language, message, owner, schedule, metadata }: Envelope) => ({
  language,
  ...(message !== undefined && { message }),
  owner: { email: owner.email, name: owner.name },
  deadlineDays: schedule.deadlineDays,
  ...(schedule.lastDay && { deadlineDate: schedule.lastDay.day }),
  reminderDays: [...schedule.reminderDays],
  ...(metadata && { metadata: { ...metadata } }),
});

function instantsOf(envelope: Envelope) {
  const removedAt = purgeAt(envelope);
  return {
    ...('sentAt' in envelope && envelope.sentAt && { sentAt: envelope.sentAt }),
    ...('endedAt' in envelope && { endedAt: envelope.endedAt }),
    ...(removedAt && { removedAt }),
    ...('reason' in envelope && envelope.reason !== undefined && { reason: envelope.reason }),
    ...('declinedBy' in envelope && envelope.declinedBy && { declinedBy: envelope.declinedBy }),
  };
}

const documentOf = async (
  { document, refusedDocument }: Envelope,
  language: Language,
): Promise<Pick<Answer, 'document' | 'refusedDocument'>> => ({
  ...(document && {
    document: {
      upload: document.upload,
      name: document.name,
      sha256: document.sha256,
      length: document.length,
      pages: [...document.pages],
      removed: [...document.removed],
    },
  }),
  ...(refusedDocument && { refusedDocument: await refusedOf(refusedDocument, language) }),
});

async function refusedOf(
  { upload, name, ...refused }: NonNullable<Envelope['refusedDocument']>,
  language: Language,
) {
  const { refusalSentence } = await import('../../../shared/contract/refusals/refusal-sentence.ts');
  const refusal = reportedRefusal(refused);
  return { upload, name, code: refusal.code, sentence: refusalSentence(refusal, language) };
}

const fieldOf = ({ options, ...field }: Field): z.input<typeof PlacedField> => ({
  ...field,
  ...(options && { options: [...options] }),
});

function reportsOf(party: PartyState) {
  const notMineAt = reportedAt(party, 'not-mine');
  const lockedAt = reportedAt(party, 'locked');
  return { ...(notMineAt && { notMineAt }), ...(lockedAt && { lockedAt }) };
}

/** The response schema drops the party properties that it does not declare. */
function partyOf(party: PartyState): Answer['parties'][number] {
  const { signature, undelivered } = party;
  return {
    ...party,
    ...(signature && { signedAt: signature.at, method: signature.method }),
    ...(undelivered?.kind === 'failed' && { undeliveredAt: undelivered.at }),
    ...reportsOf(party),
  };
}
