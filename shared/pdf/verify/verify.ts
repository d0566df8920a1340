import { sha256, toHex } from '../../pki/signature/digest.ts';
import type { Claim } from '../claim/claim.ts';
import { reportAddition, revisionsOf } from './addition.ts';
import { readByteRange } from './byte-range.ts';
import { checkChanges } from './check-changes.ts';
import { checkClaim } from './check-claim.ts';
import { checkSequence } from './check-sequence.ts';
import { type CheckedSignature, checkSignature } from './check-signature.ts';
import { checkTime } from './check-time.ts';
import type { Evidence } from './check-trust.ts';
import { closedHash } from './closed-hash.ts';
import { describeChanges } from './describe-changes.ts';
import { DocumentView } from './document-view.ts';
import { envelopeIdOf } from './envelope-id-of.ts';
import type { FileRevision } from './file-structure.ts';
import {
  type FormField,
  type FoundSignature,
  findSignature,
  formFields,
} from './find-signature.ts';
import { codeFor } from './foreign-file.ts';
import { foreignSignatures } from './foreign-signatures.ts';
import {
  messageOf,
  type Reason,
  type Report,
  type RevisionReport,
  type SignatureReport,
  VerifyError,
} from './report.ts';
import { validationDataOf } from './validation-data.ts';
import { reason, verdictOf } from './verdict.ts';

export interface VerifyOptions {
  /** Trust anchors, DER. */
  readonly roots: readonly Uint8Array[];
  /** SHA-256 in the public record, hexadecimal. */
  readonly expected?: { readonly sha256: string };
  /**
   * SHA-256 recorded by the company, hexadecimal. If it matches, no byte was changed, so the last timestamp
   * may also have the form stored by the first releases.
   */
  readonly recordedSha256?: string | undefined;
  /** Envelope id that the reader typed or scanned; default: the file's own. */
  readonly envelopeId?: string;
  /** Trust anchors of outside timestamp authorities (DER), for timestamps only. */
  readonly timestampRoots?: readonly Uint8Array[];
  /** Time of the verification; if given, no timestamp may be later. */
  readonly now?: Date;
}

/**
 * Verifies a sealed document offline, in Node or a browser. Never throws for any input: every failure is a
 * reason, and only a file without one is authentic.
 */
export async function verifyDocument(bytes: Uint8Array, options: VerifyOptions): Promise<Report> {
  const hash = toHex(await sha256(bytes));
  const isRecorded = options.recordedSha256?.toLowerCase() === hash;
  const inspection = new Inspection(bytes, options, isRecorded);
  await inspection.run();
  const { reasons, signatures, revisions, envelopeId, claim } = inspection;
  const closedSha256 = await closedHash(bytes, signatures, hash);
  const wanted = options.expected?.sha256.toLowerCase();
  if (wanted !== undefined && wanted !== hash && wanted !== closedSha256)
    reasons.unshift(reason('hash_differs', `SHA-256 ${hash}`));
  const verdict = verdictOf(reasons);
  const foreign = reasons.some(({ code }) => code === 'not_ours');
  return {
    verdict,
    reasons: verdict === 'authentic' ? [reason('authentic')] : reasons,
    sha256: hash,
    length: bytes.length,
    closedSha256,
    signatures,
    revisions,
    foreignSignatures: foreign ? await foreignSignatures(bytes) : [],
    ...(envelopeId !== undefined && { envelopeId }),
    ...(claim && { claim }),
  };
}

/** An appended revision and its signature. */
interface Step {
  readonly index: number;
  readonly revision: FileRevision;
  readonly before: DocumentView;
  readonly after: DocumentView;
  readonly fields: ReadonlyMap<number, FormField>;
  readonly signature: FoundSignature | undefined;
}

class Inspection {
  readonly reasons: Reason[] = [];
  readonly signatures: SignatureReport[] = [];
  readonly revisions: RevisionReport[] = [];
  envelopeId?: string;
  claim?: Claim;
  readonly #bytes: Uint8Array;
  readonly #options: VerifyOptions;
  readonly #isRecorded: boolean;

  constructor(bytes: Uint8Array, options: VerifyOptions, isRecorded: boolean) {
    this.#bytes = bytes;
    this.#options = options;
    this.#isRecorded = isRecorded;
  }

  async run(): Promise<void> {
    await this.#attempt(async () => {
      const { revisions, addition } = revisionsOf(this.#bytes);
      this.#note(addition);
      const views = revisions.map((_, index) => this.#viewOf(revisions.slice(0, index + 1)));
      const [original, newest] = [views[0] as DocumentView, views.at(-1) as DocumentView];
      const reserved = formFields(original);
      const steps = revisions.slice(1).map((revision, index): Step => {
        const [before, after] = [views[index] as DocumentView, views[index + 1] as DocumentView];
        const fields = new Map([...reserved, ...formFields(after)]);
        const signature = findSignature(after, revision, fields);
        return { index, revision, before, after, fields, signature };
      });
      const refusals = steps.map(refusalOf);
      this.revisions.push(...steps.map((step, index) => describeStep(step, refusals[index])));
      if (addition)
        this.revisions.push(reportAddition(this.#bytes, newest, { revisions, fields: reserved }));
      this.#checkOrder(steps);
      this.envelopeId = envelopeIdOf(original, this.#options.envelopeId);
      const { roots, timestampRoots = [] } = this.#options;
      const evidence = { roots, timestampRoots, ...(await validationDataOf(newest)) };
      for (const step of steps) {
        this.#note(refusals[step.index]);
        await this.#attempt(() => this.#checkStep(step, evidence));
      }
    });
  }

  #viewOf(revisions: readonly FileRevision[]): DocumentView {
    return new DocumentView(this.#bytes, revisions);
  }

  /** If something was appended to a closed document, its signatures are reported all the same. */
  #checkOrder(steps: readonly Step[]): void {
    try {
      checkSequence(steps.map(({ signature }) => signature));
    } catch (error) {
      if (!(error instanceof VerifyError && error.code === 'appended')) throw error;
      this.#note(error);
    }
  }

  async #checkStep({ revision, signature }: Step, evidence: Evidence): Promise<void> {
    if (!signature) return;
    const covered = readByteRange(this.#bytes, revision, signature);
    const isCovered = covered.isCovered || this.#isRecorded;
    const checked = await checkSignature(signature, { ...covered, isCovered }, evidence);
    checkTime(this.signatures.at(-1), checked.report, this.#options.now);
    this.signatures.push(checked.report);
    if (signature.claim !== undefined) await this.#checkClaim(signature.claim, revision, checked);
  }

  async #checkClaim(claim: string, { start }: FileRevision, { certificate }: CheckedSignature) {
    const beforeSeal = this.#bytes.subarray(0, start);
    const envelopeId = this.envelopeId ?? '';
    this.claim = await checkClaim({ claim, envelopeId, beforeSeal, certificate });
  }

  /** Any error, also of a parser, is a failure of the file. */
  async #attempt(check: () => Promise<void>): Promise<void> {
    try {
      await check();
    } catch (error) {
      this.#note(error);
    }
  }

  #note(error: unknown): void {
    if (error === undefined) return;
    const code = error instanceof VerifyError ? error.code : 'structure';
    this.reasons.push(reason(codeFor(this.#bytes, code), messageOf(error)));
  }
}

const describeStep = (step: Step, refusal: unknown): RevisionReport => ({
  start: step.revision.start,
  end: step.revision.end,
  kind: step.signature?.kind ?? 'data',
  changes: describeChanges(step),
  allowed: refusal === undefined,
});

/** The error of `checkChanges`, or undefined if the changes are allowed. */
function refusalOf(step: Step): unknown {
  try {
    checkChanges({ ...step, first: step.index === 0 });
    return undefined;
  } catch (error) {
    return error;
  }
}
