import { requiredJson } from '../../shared/contract/named-object.ts';
import { drawingsOf, Submission } from '../../shared/contract/submission.ts';
import type { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import {
  type Envelope,
  isEnded,
  type PartyState,
  type Signed,
  type Signing,
} from '../../shared/domain/envelope/envelope.ts';
import type { Revision } from '../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import {
  appended,
  failed,
  waitingSignatures,
} from '../../shared/domain/transitions/workflow-steps.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import type { Change } from '../../shared/pdf/revision/change.ts';
import type { Decide } from '../../shared/ports/ledger.ts';
import { oneTimeIdentity, openAuthority } from './authority.ts';
import type { SealPorts } from './ports.ts';
import { recordedTimestamps } from './recorded-timestamps.ts';
import { appendStored, loadRevision, storePlan } from './stored-revision.ts';

type Appendable = Signing | Signed;

/**
 * Appends every waiting signature in signing order, one revision each. Idempotent and safe under concurrency:
 * the ledger accepts each signature once.
 */
export const makeAppend =
  (ports: SealPorts) =>
  async ({ envelopeId }: Extract<SealTask, { operation: 'append' }>): Promise<SealResult> => {
    let envelope = await ports.ledger.load(envelopeId);
    for (let next = nextOf(envelope); next; next = nextOf(envelope)) {
      envelope = await appendNext(ports, envelope as Appendable, next);
    }
    const stopped = isEnded(envelope) && envelope.status !== 'completed';
    return { outcome: stopped ? 'ended' : 'done' };
  };

const nextOf = (envelope: Envelope): PartyState | undefined =>
  envelope.status === 'signing' || envelope.status === 'signed'
    ? waitingSignatures(envelope)[0]
    : undefined;

/** A value or mark that can never be drawn ends the envelope as failed; other errors are retried. */
async function appendNext(
  ports: SealPorts,
  envelope: Appendable,
  party: PartyState,
): Promise<Envelope> {
  try {
    const revision = await appendSignature(ports, envelope, party);
    return await record(ports, envelope, (current) =>
      appended(current, { party: party.id, revision }),
    );
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    const data = { stage: 'seal', code: error.code } as const;
    return record(ports, envelope, (current) => failed(current, data));
  }
}

const record = ({ ledger, clock }: SealPorts, { id }: Appendable, decide: Decide) =>
  ledger.change(id, bySystem('seal', clock.now()), decide);

async function appendSignature(
  ports: SealPorts,
  envelope: Appendable,
  party: PartyState,
): Promise<Revision> {
  const last = envelope.revisions.at(-1)!;
  const [source, submission, authority] = await Promise.all([
    loadRevision(ports, last),
    requiredJson(ports.documents, party.signature!.submission, 'submission', Submission),
    openAuthority(ports),
  ]);
  const { timestamp, paths } = recordedTimestamps(ports, authority, source.plan);
  const next = await ports.pdf.appendRevision(
    source.plan,
    await changeFor(ports, envelope, party, source.plan, submission),
    {
      identity: await oneTimeIdentity(ports, authority, personOf(ports, envelope, party)),
      timestamp,
      now: ports.clock.now(),
    },
  );
  const number = last.number + 1;
  const target = { prefix: `open/${envelope.id}/r${number}`, number };
  const { revision, etag } = await appendStored(ports, source, next, target);
  const plan = { ...next.nextPlan, ...(paths.length > 0 && { timestampPaths: paths }) };
  await storePlan(ports, plan, { key: revision.key, etag });
  return revision;
}

/**
 * The serial number distinguishes persons of the same name: envelope id and position among the parties. The
 * certificate is visible to everyone who has the file.
 */
const personOf = (
  { privacy }: SealPorts,
  { id, parties }: Appendable,
  { id: party, name, channel }: PartyState,
) => ({
  name,
  serialNumber: `${id}-${parties.findIndex((each) => each.id === party) + 1}`,
  ...(channel.kind === 'email' && privacy.contacts !== 'hidden' && { email: channel.address }),
});

/** The party's values and marks; its first signature field holds the signature. */
async function changeFor(
  { timeZone, pdf }: SealPorts,
  { language, fields }: Appendable,
  party: PartyState,
  plan: Plan,
  submission: Submission,
): Promise<Change> {
  const field = signatureFieldOf(fields, party, plan);
  const marks: Record<string, Drawing> = drawingsOf(submission);
  const { [field]: mark, ...drawings } = marks;
  if (!mark) throw new Error(`no mark for the signature field ${field}`);
  const caption = { name: party.name, at: party.signature!.at, language, timeZone };
  return {
    values: submission.values,
    drawings,
    signature: {
      field,
      name: party.name,
      certify: !plan.certified,
      appearance: await pdf.signatureAppearance(mark, plan.fields[field]!, caption),
    },
  };
}

function signatureFieldOf(fields: Appendable['fields'], party: PartyState, plan: Plan): string {
  const field = fields.find(
    ({ id, party: owner }) => owner === party.id && plan.fields[id]?.type === 'signature',
  );
  if (!field) throw new Error(`the plan has no open signature field of party ${party.id}`);
  return field.id;
}
