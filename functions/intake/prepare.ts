import { requiredBytes, requiredJson } from '../../shared/contract/named-object.ts';
import { OwnValues } from '../../shared/contract/sender/own-values.ts';
import type { IntakeTask, PrepareResult } from '../../shared/contract/tasks.ts';
import { type Envelope, isRunning, type Preparing } from '../../shared/domain/envelope/envelope.ts';
import { turnsOf } from '../../shared/domain/envelope/party.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { failed, prepared } from '../../shared/domain/transitions/workflow-steps.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';
import { guardPlan, planKeyOf } from '../../shared/pdf/revision/guarded-plan.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import type { MacKey } from '../../shared/ports/keys.ts';
import type { Decide } from '../../shared/ports/ledger.ts';
import type { CheckPorts } from './check.ts';
import { type Issuer, layoutOf } from './layout.ts';
import type { PdfCore } from './ports.ts';
import { putOnce } from './put-once.ts';

export type PreparePorts = CheckPorts &
  Issuer & { readonly planKey: MacKey; readonly pdf: PdfCore };

/**
 * Creates revision 0, with all fields laid out, and its guarded plan. Ends the envelope as failed if the
 * document cannot be laid out.
 */
export const makePrepare =
  (ports: PreparePorts) =>
  async ({ envelopeId }: IntakeTask): Promise<PrepareResult> => {
    const envelope = await ports.ledger.load(envelopeId);
    if (envelope.status !== 'preparing') return resultOf(envelope);
    const decide = await decisionFor(ports, envelope);
    const by = bySystem('intake', ports.clock.now());
    return resultOf(await ports.ledger.change(envelopeId, by, decide));
  };

async function decisionFor(ports: PreparePorts, envelope: Preparing): Promise<Decide> {
  try {
    const data = await freeze(ports, envelope);
    return (current) => prepared(current, data);
  } catch (error) {
    if (!(error instanceof PdfRefusal)) throw error;
    const { code } = error;
    if (code === 'pdf_unforeseen') ports.onUnforeseen(envelope.id, error.cause);
    return (current) => failed(current, { stage: 'prepare', code });
  }
}

async function freeze(
  {
    documents,
    planKey,
    parser,
    pdf,
    ...issuer
  }: Omit<PreparePorts, 'ledger' | 'clock' | 'onUnforeseen'>,
  envelope: Preparing,
): Promise<EntryData['prepared']> {
  assertWritable(pdf, envelope);
  const original = await requiredBytes(documents, envelope.document);
  const values = await ownValuesOf(documents, envelope);
  const layout = layoutOf(pdf, envelope, values, issuer);
  const { bytes, plan } = await parser.prepareDocument(original, layout);
  const key = `open/${envelope.id}/r0-${plan.sha256}.pdf`;
  const etag = await putOnce(documents, key, bytes);
  const guarded = await guardPlan(plan, { key, etag }, (message) => planKey.generate(message));
  await documents.put(planKeyOf(key), guarded, { contentType: 'application/json' });
  const revision = { number: 0, key, sha256: plan.sha256, length: plan.length };
  return { revision, certificatePages: layout.certificatePages };
}

/** Checks before signing that the font covers all names and the title for the certificate. */
function assertWritable(pdf: PdfCore, { title, parties }: Preparing): void {
  for (const text of [title, ...parties.map(({ name }) => name)]) pdf.assertCovered(text);
}

const ownValuesOf = async (documents: Documents, { own }: Preparing): Promise<OwnValues> =>
  own ? requiredJson(documents, own, 'values', OwnValues) : {};

function resultOf(envelope: Envelope): PrepareResult {
  if (envelope.status === 'draft') throw new Error(`${envelope.id} was not sent`);
  return {
    running: isRunning(envelope),
    deadline: ('deadline' in envelope && envelope.deadline) || envelope.updatedAt,
    reminderDays: [...envelope.schedule.reminderDays],
    turns: turnsLeft(envelope).map((turn) => turn.map((party) => party.id)),
    invited: Object.fromEntries(
      envelope.parties.flatMap(({ id, invitedAt }) => (invitedAt ? [[id, invitedAt]] : [])),
    ),
  };
}

/** Turns with a signature that is not in the file yet. */
const turnsLeft = ({ parties }: Envelope) =>
  turnsOf(parties).filter((turn) => turn.some(({ revision }) => !revision));
