import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { completed } from '../../../scripts/demo/journey.ts';
import type { PrivateTarget } from '../../../scripts/demo/private-target.ts';
import { type Stage, signerOf } from '../../../scripts/demo/stage.ts';
import { sendContract, silent, stageOn } from '../../flow/theatre.ts';

/** A document signed by everybody, and what a third party can obtain of it. */
export interface Sealed {
  readonly stage: Stage;
  readonly code: string;
  readonly file: Buffer;
  /** URL of its public record. */
  readonly address: string;
  /** Fragment of the QR code's URL. */
  readonly claim: string;
}

export async function sealContract(target: PrivateTarget): Promise<Sealed> {
  const stage = await stageOn(target);
  const code = await sendContract(stage);
  for (const id of ['director', 'client']) await signCeremony(signerOf(stage, id), silent);
  await completed(stage, code);
  const { verifyUrl: address } = await stage.employee.show(code);
  const file = Buffer.from(await stage.employee.download(code));
  await recorded(address, 'completed');
  return { stage, code, file, address, claim: claimIn(file) };
}

/** The claim is stored as a text string (ISO 32000-1 §7.9.2.2). */
function claimIn(file: Buffer): string {
  const [, hex] = /\/SigilloClaim <FEFF([0-9A-F]+)>/.exec(file.toString('latin1')) ?? [];
  if (!hex) throw new Error('the file has no claim');
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

/** Waits until the verifier knows the document's state. */
export const recorded = (url: string, status: string) =>
  eventually('the public record', async () => {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    return response.ok && ((await response.json()) as { status: string }).status === status;
  });
