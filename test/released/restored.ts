import { pdfCore as signerPdf } from '../../functions/signer/pdf-core.ts';
import { makeMailTo } from '../../shared/messages/mail-to.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { sealingPorts } from '../fixtures/sealing.ts';
import type { Journey, Recording } from './recording.ts';

/** Ports of a deployment with recorded data: keys, objects, one journey's ledger. */
export function restored(recording: Recording, journey: Journey, upTo?: number) {
  const { environment: env, at } = recording;
  const ports = {
    ...sealingPorts(),
    keys: {
      authority: recording.signingKey('AUTHORITY_KEY'),
      seal: recording.signingKey('SEAL_KEY'),
      timestamp: recording.signingKey('TIMESTAMP_KEY'),
    },
    planKey: recording.macKey('PLAN_KEY'),
    company: { name: env.COMPANY_NAME, country: env.COMPANY_COUNTRY },
    verifierUrl: env.VERIFIER_URL,
    timeZone: env.TIME_ZONE,
  };
  const entries = recording.ledgers.get(journey)!.entries.slice(0, upTo);
  ports.ledger.restore(entries.filter((entry) => entry.at <= at.running));
  ports.clock.set(at.running);
  for (const [key, object] of recording.objects()) ports.documents.objects.set(key, object);
  const brand = brandIn(recording);
  return {
    ...ports,
    brand,
    notify: makeNotify(ports, brand),
    mailTo: makeMailTo(ports, brand),
    pdf: { ...ports.pdf, ...signerPdf },
  };
}

export type Restored = ReturnType<typeof restored>;

const brandIn = ({ environment: env }: Recording) => ({
  company: env.COMPANY_NAME,
  colour: env.COMPANY_COLOUR,
  appUrl: env.APP_URL,
  timeZone: env.TIME_ZONE,
});

/** Number of entries up to and including the last one of that type. */
export const upToLast = (recording: Recording, journey: Journey, type: string): number =>
  recording.ledgers.get(journey)!.entries.findLastIndex((entry) => entry.type === type) + 1;
