import { readClaim } from '../../shared/pdf/claim/claim.ts';
import { ClaimError } from '../../shared/pdf/claim/claim-form.ts';
import type { Report } from '../../shared/pdf/verify/report.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { certificatesIn } from '../../shared/pki/asn1/pem.ts';

export interface CheckQuestion {
  readonly bytes: Uint8Array;
  readonly roots: readonly Uint8Array[];
  /** PEM, if the company uses outside timestamp authorities. */
  readonly timestampRoots: Uint8Array | undefined;
  /** The claim's text from the QR code, if there is one. */
  readonly claim: string | undefined;
  readonly now: Date;
  /** Fields of the record that the page shows. */
  readonly recordedSha256: string | undefined;
}

export interface CheckAnswer {
  readonly report: Report;
  /** Whether the claim was signed by the seal in this file; undefined if that cannot be determined. */
  readonly claimed: boolean | undefined;
}

async function check(question: CheckQuestion): Promise<CheckAnswer> {
  const { bytes, roots, claim, now, recordedSha256 } = question;
  const timestampRoots = certificatesIn(new TextDecoder().decode(question.timestampRoots));
  const report = await verifyDocument(bytes, {
    roots,
    timestampRoots,
    now,
    recordedSha256,
  });
  return { report, claimed: claim ? isClaimed(claim, report) : undefined };
}

/** The claim in the file was made by its seal; if the QR code has the same text, it is genuine too. */
function isClaimed(text: string, { claim }: Report): boolean | undefined {
  try {
    const wanted = readClaim(text);
    return (
      claim && JSON.stringify(Object.entries(wanted)) === JSON.stringify(Object.entries(claim))
    );
  } catch (error) {
    if (error instanceof ClaimError) return undefined;
    throw error;
  }
}

addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  check(data).then(
    (answer) => postMessage(answer),
    () => postMessage(undefined),
  );
});
