import { MAX_ATTACHED_BYTES } from '../../functions/deliver/signed-copy.ts';
import { turnsOf } from '../../shared/domain/envelope/party.ts';
import { signCeremony } from './ceremony.ts';
import type { Paper } from './drafting.ts';
import { sendEnvelope } from './drafting.ts';
import { eventually } from './eventually.ts';
import { HttpProblem } from './http.ts';
import type { Signer } from './signer.ts';
import { type Stage, signerOf } from './stage.ts';
import { Verifier } from './verifier.ts';

export interface Finished {
  readonly envelopeId: string;
  readonly verifyUrl: string;
  /** The sealed PDF; the mail and the link gave the same bytes. */
  readonly signed: Uint8Array;
}

/** The product's main journey, from upload to a verified document. Throws at the first failed expectation. */
export async function journey(stage: Stage, paper: Paper): Promise<Finished> {
  const envelopeId = await sendEnvelope(stage, paper);
  const { verifyUrl } = await stage.employee.show(envelopeId);
  await notYetComplete(stage, verifyUrl, envelopeId);
  for (const turn of turnsOf(stage.signers.map(({ party }) => party))) {
    await Promise.all(turn.map(({ id }) => signCeremony(signerOf(stage, id), stage.step)));
  }
  await completed(stage, envelopeId);
  const signed = await collect(stage, envelopeId);
  await verified(stage, new Verifier(verifyUrl), { envelopeId, verifyUrl, signed });
  return { envelopeId, verifyUrl, signed };
}

async function notYetComplete({ step }: Stage, verifyUrl: string, id: string): Promise<void> {
  const verifier = new Verifier(verifyUrl);
  await step('the verifier says that it is not complete yet', () =>
    eventually('the public record', async () => {
      const { verdict } = await verifier.judge(new Uint8Array(1), id);
      return verdict === 'not_complete';
    }),
  );
}

export async function completed({ step, employee }: Stage, envelopeId: string): Promise<void> {
  await step('the company’s seal closes the document', () =>
    eventually('completion', async () => {
      const { status } = await employee.show(envelopeId);
      const over = ['declined', 'voided', 'expired', 'failed'].includes(status);
      if (over) throw new Error(`the envelope is ${status}`);
      return status === 'completed';
    }),
  );
}

/** Everyone gets the document: from the mail, unless it is too large to be attached, and from the link. */
async function collect({ signers, employee, step }: Stage, id: string): Promise<Uint8Array> {
  const copies = [await step('the employee downloads it', () => employee.download(id))];
  const attached = copies[0]!.length <= MAX_ATTACHED_BYTES;
  for (const signer of signers) {
    const { name, channel } = signer.party;
    if (attached && channel.kind === 'email') {
      copies.push(await step(`${name} gets the PDF by mail`, () => attachedTo(signer)));
    } else {
      await step(`${name} gets a link`, () => signer.readLink());
    }
    copies.push(await step(`${name} downloads it from the link`, () => fromLink(signer)));
  }
  const [first, ...others] = copies;
  if (others.some((copy) => Buffer.compare(first!, copy) !== 0)) {
    throw new Error('not everyone got the same file');
  }
  return first!;
}

/** The delivery is the mail with a PDF attached; its link is opened next. */
async function attachedTo(signer: Signer): Promise<Uint8Array> {
  const { message, match } = await signer.mailbox.nextIn('a mail with the PDF', ({ mail }) => {
    const index = mail?.attachments.findIndex(({ type }) => type === 'application/pdf') ?? -1;
    return index < 0 ? undefined : index;
  });
  signer.takeLink(message);
  return signer.mailbox.attachment(message.id, match);
}

async function fromLink(signer: Signer): Promise<Uint8Array> {
  const { state, removedAt } = await signer.open();
  if (state !== 'completed' || !removedAt) throw new Error(`the link shows ${state}`);
  return signer.download();
}

async function verified(
  { step }: Stage,
  verifier: Verifier,
  { envelopeId, verifyUrl, signed }: Finished,
): Promise<void> {
  await step('the verifier knows the code', () =>
    eventually('the public record', async () => {
      const { id, status, length } = await verifier.record();
      return id === envelopeId && status === 'completed' && length === signed.length;
    }),
  );
  await step('and shows it as a page', async () => {
    if (!(await verifier.page()).includes('Firmato e sigillato')) throw new Error(verifyUrl);
  });
  await expectVerdict(step, verifier, signed, 'authentic', envelopeId);
  await expectVerdict(step, verifier, signed, 'authentic');
  const flipped = Uint8Array.from(signed);
  flipped[flipped.length >> 1]! ^= 1;
  await expectVerdict(step, verifier, flipped, 'altered', envelopeId);
  await expectVerdict(step, verifier, flipped, 'unknown');
}

async function expectVerdict(
  step: Stage['step'],
  verifier: Verifier,
  file: Uint8Array,
  wanted: string,
  id?: string,
): Promise<void> {
  const by = id ? 'by code and hash' : 'by hash alone';
  await step(`the verifier answers “${wanted}” ${by}`, async () => {
    const { verdict, reason } = await verifier.judge(file, id);
    if (verdict !== wanted) throw new Error(`it answered ${verdict}: ${reason}`);
  });
}

/** Whether the link reports that the document was removed. */
export async function isRemovedFor(signer: Signer): Promise<boolean> {
  try {
    await signer.open();
    return false;
  } catch (error) {
    if (error instanceof HttpProblem && error.status === 410) return true;
    throw error;
  }
}
