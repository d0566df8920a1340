import type * as z from 'zod';
import type { CeremonyAnswer, SignInput } from '../../shared/contract/signer.ts';
import type { Values } from '../../shared/domain/fields/field.ts';
import { companyStamp, drawnSignature } from './marks.ts';
import type { Signer } from './signer.ts';
import type { Step } from './stage.ts';

type SignRequest = z.input<typeof SignInput>;

/** One party's whole ceremony, from the invitation to the signature. */
export async function signCeremony(signer: Signer, step: Step): Promise<void> {
  await openAndConfirm(signer, step);
  const name = signer.party.name;
  const document = await step(`${name} reads the document`, () => signer.read());
  await step(`${name} saves a draft`, () => signer.saveDraft(valuesFor(signer.ceremony)));
  const marks = await step(`${name} makes the marks`, () => makeMarks(signer));
  const request = { documentSha256: document.sha256, values: valuesFor(signer.ceremony), ...marks };
  await step(`${name} signs`, () => signer.sign(request));
}

/** Up to the correct code: link, consent, code. */
export async function openAndConfirm(signer: Signer, step: Step): Promise<void> {
  const { name, channel } = signer.party;
  const where = channel.kind === 'sms' ? 'phone' : 'mailbox';
  await step(`${name} finds the invitation in the ${where}`, () => signer.readLink());
  await step(`${name} opens the link`, () => signer.open());
  await step(`${name} accepts the terms`, () => signer.consent());
  await step(`${name} asks for a code`, () => signer.askCode());
  const code = await step(`${name} reads the code in the ${where}`, () => signer.readCode());
  await step(`${name} enters the code`, () => signer.confirm(code));
}

/** A valid value for each of the party's fields. */
export function valuesFor({ fields }: CeremonyAnswer): Values {
  const values = fields.flatMap(({ id, kind, label, options }): [string, string | boolean][] => {
    if (kind === 'text')
      return [[id, /codice fiscale/i.test(label) ? 'DNGMTT80A01F205X' : 'Legale rappresentante']];
    if (kind === 'number') return [[id, '12,50']];
    if (kind === 'date') return [[id, new Date().toISOString().slice(0, 10)]];
    if (kind === 'checkbox') return [[id, true]];
    if (kind === 'choice') return [[id, options![0]!]];
    return [];
  });
  return Object.fromEntries(values);
}

/** Directors type their name; clients draw it, and stamp where required. */
export async function makeMarks(signer: Signer): Promise<Pick<SignRequest, 'signature' | 'stamp'>> {
  const { fields, hands } = signer.ceremony;
  const { name, role } = signer.party;
  const signature: SignRequest['signature'] =
    role === 'director'
      ? { method: 'typed', text: name, hand: hands[0]! }
      : { method: 'drawn', upload: await signer.upload('signature', drawnSignature()) };
  const stamps = fields.some(({ kind }) => kind === 'stamp');
  if (!stamps) return { signature };
  return { signature, stamp: { upload: await signer.upload('stamp', companyStamp()) } };
}
