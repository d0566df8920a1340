import type { SealResult, SealTask } from '../../shared/contract/tasks.ts';
import { type Envelope, isEnded, type Signed } from '../../shared/domain/envelope/envelope.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { completed, isReadyToClose } from '../../shared/domain/transitions/workflow-steps.ts';
import { claimUrl } from '../../shared/pdf/claim/claim-url.ts';
import { certificateField, type Plan } from '../../shared/pdf/plan.ts';
import type { Change, RevisionServices, ValidationData } from '../../shared/pdf/revision/change.ts';
import type { Authority } from '../../shared/pki/authority/authority.ts';
import type { SigningIdentity } from '../../shared/pki/identity.ts';
import { equalBytes } from '../../shared/pki/signature/digest.ts';
import { freshRevocationList, managed, openAuthority, sealIdentity } from './authority.ts';
import { certificateFacts } from './certificate-facts.ts';
import { assertAuthentic } from './finished-file.ts';
import { outsideValidationData } from './outside-validation-data.ts';
import type { PdfCore, SealPorts } from './ports.ts';
import { type RecordedTimestamps, recordedTimestamps } from './recorded-timestamps.ts';
import { appendStored, loadRevision } from './stored-revision.ts';
import { publishTimestampRoots } from './timestamp-roots.ts';

/** Seal, validation data and document timestamp, written as one object. */
const CLOSING_REVISIONS = 3;

/**
 * Closes a document that all have signed: the company's seal with the certificate of authenticity as
 * appearance, then validation data and timestamp (PAdES B-LTA). Verifies the finished file before recording
 * it; a file that is not authentic is a fault and raises an alarm.
 */
export const makeClose =
  (ports: SealPorts) =>
  async ({ envelopeId }: Extract<SealTask, { operation: 'close' }>): Promise<SealResult> => {
    const envelope = await ports.ledger.load(envelopeId);
    if (isEnded(envelope)) return outcomeOf(envelope);
    if (!isReadyToClose(envelope)) throw new Error(`${envelopeId}: signatures are missing`);
    const data = await closed(ports, envelope);
    return outcomeOf(
      await ports.ledger.change(envelopeId, bySystem('seal', ports.clock.now()), (current) =>
        completed(current, data),
      ),
    );
  };

const outcomeOf = ({ status }: Envelope): SealResult => ({
  outcome: status === 'completed' ? 'done' : 'ended',
});

async function closed(ports: SealPorts, envelope: Signed): Promise<EntryData['completed']> {
  const beforeSeal = envelope.revisions.at(-1)!;
  const authority = await openAuthority(ports);
  const source = await loadRevision(ports, beforeSeal);
  const change = await sealChange(ports, envelope, source.plan);
  const next = await appendClosing(ports, authority, source.plan, change);
  const target = {
    prefix: `closed/${envelope.id}/signed`,
    number: beforeSeal.number + CLOSING_REVISIONS,
  };
  const { revision: file } = await appendStored(ports, source, next, target);
  await publishTimestampRoots(ports);
  await assertAuthentic(ports, authority, { file, envelopeId: envelope.id });
  return { file, beforeSeal, ledgerHead: envelope.head };
}

async function sealChange(ports: SealPorts, envelope: Signed, plan: Plan): Promise<Change> {
  const sealedAt = ports.clock.now();
  const { length, sha256 } = plan;
  const facts = { envelopeId: envelope.id, length, sha256, at: sealedAt };
  const claim = await ports.pdf.createClaim(facts, await managed(ports.keys.seal));
  const [first, ...further] = await ports.pdf.drawCertificate(
    certificateFacts(envelope, await ports.ledger.entries(envelope.id), {
      company: ports.company.name,
      timeZone: ports.timeZone,
      verifierUrl: ports.verifierUrl,
      claimUrl: claimUrl(ports.verifierUrl, envelope.id, claim),
      sealedAt,
      privacy: ports.privacy,
    }),
    plan.certificate,
  );
  const extraAppearances = Object.fromEntries(
    further.map((drawing, index) => [certificateField(index + 2), drawing]),
  );
  return {
    signature: {
      field: certificateField(1),
      name: ports.company.name,
      claim,
      ...(first && { appearance: first }),
      extraAppearances,
    },
  };
}

async function appendClosing(ports: SealPorts, authority: Authority, plan: Plan, seal: Change) {
  const identity = await sealIdentity(ports, authority);
  const { timestamp, paths } = recordedTimestamps(ports, authority, plan);
  const services: RevisionServices = { identity, timestamp, now: ports.clock.now() };
  const sealed = await ports.pdf.appendRevision(plan, seal, services);
  const proven = await appendProof(ports.pdf, sealed.nextPlan, services, paths, () =>
    validationDataFor(ports, authority, { identity, paths }),
  );
  return { ...proven, append: Buffer.concat([sealed.append, proven.append]) };
}

/**
 * Appends validation data, then a timestamp over them. If an authority stamps for the first time, its own
 * data must be included, so both are made again.
 */
async function appendProof(
  pdf: PdfCore,
  plan: Plan,
  services: RevisionServices,
  paths: RecordedTimestamps['paths'],
  collect: () => Promise<ValidationData>,
) {
  for (let tries = 0; tries < 3; tries += 1) {
    const known = paths.length;
    const validated = await pdf.appendRevision(plan, { validationData: await collect() }, services);
    const stamped = await pdf.appendRevision(validated.nextPlan, { timestamp: true }, services);
    const append = Buffer.concat([validated.append, stamped.append]);
    if (paths.length === known) return { append, nextPlan: stamped.nextPlan };
  }
  throw new Error('the timestamp authorities’ certificate paths keep changing');
}

async function validationDataFor(
  ports: SealPorts,
  { root, seal, timestamp }: Authority,
  { identity, paths }: { identity: SigningIdentity; paths: RecordedTimestamps['paths'] },
): Promise<ValidationData> {
  const isOwn = equalBytes(identity.certificate, seal);
  const outside = await outsideValidationData(ports, isOwn ? undefined : identity, paths);
  const all = [root, seal, timestamp, ...outside.certificates];
  return {
    ...outside,
    certificates: all.filter(
      (each, index) => index === all.findIndex((it) => equalBytes(it, each)),
    ),
    revocationLists: [await freshRevocationList(ports, root), ...outside.revocationLists],
  };
}
