import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Finished } from './journey.ts';
import type { Stage } from './stage.ts';
import { Verifier } from './verifier.ts';

/** Writes the files that are needed to check the document with other tools into a directory. */
export async function writeEvidence(
  { desk, employee, signers }: Stage,
  { envelopeId, verifyUrl, signed }: Finished,
  original: Uint8Array,
  directory: string,
): Promise<void> {
  const mails = join(directory, 'mails');
  rmSync(mails, { recursive: true, force: true });
  mkdirSync(mails, { recursive: true });
  const write = (name: string, content: Uint8Array | string) =>
    writeFileSync(join(directory, name), content);
  write('original.pdf', original);
  write('signed.pdf', signed);
  write('root.pem', await new Verifier(verifyUrl).authorityCertificate());
  write('ledger.json', await employee.ledger(envelopeId));
  write(
    'events.json',
    JSON.stringify(await desk.published(envelopeId, 'envelope.completed'), null, 2),
  );
  const channels = signers.map(({ party }) => party.channel);
  write('texts.json', JSON.stringify(await textsTo(desk, channels), null, 2));
  for (const { name, source } of await mailsTo(desk, channels)) {
    writeFileSync(join(mails, name), source);
  }
}

type Desk = Stage['desk'];
type Channels = readonly Party['channel'][];

/** Oldest first. */
async function textsTo(desk: Desk, channels: Channels) {
  const numbers = channels.flatMap((channel) => (channel.kind === 'sms' ? [channel.number] : []));
  return (await Promise.all(numbers.map((number) => desk.textsTo(number)))).flat().reverse();
}

async function mailsTo(desk: Desk, channels: Channels) {
  const mails: { name: string; source: Uint8Array }[] = [];
  for (const channel of channels) {
    if (channel.kind !== 'email') continue;
    const [local] = channel.address.split('@');
    for (const [index, id] of (await desk.mailsTo(channel.address)).reverse().entries()) {
      mails.push({ name: `${local}-${index + 1}.eml`, source: await desk.source(id) });
    }
  }
  return mails;
}
