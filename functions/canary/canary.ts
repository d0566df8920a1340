import {
  ticketKey,
  type UploadTicket,
  uploadKey,
} from '../../shared/contract/sender/upload-ticket.ts';
import { type Envelope, isEnded } from '../../shared/domain/envelope/envelope.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../shared/domain/envelope/envelope-id.ts';
import { listRow } from '../../shared/domain/envelope/list-row.ts';
import type { Language, Party } from '../../shared/domain/envelope/party.ts';
import type { Retention } from '../../shared/domain/envelope/retention.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import type { Owner } from '../../shared/domain/ledger/entries.ts';
import type { Actor } from '../../shared/domain/ledger/ledger.ts';
import { create, discard, place, send } from '../../shared/domain/transitions/drafting.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import type { Ports } from '../../shared/ports/ports.ts';
import { canaryDocument } from './canary-document.ts';

export type CanaryPorts = Pick<Ports, 'ledger' | 'documents' | 'envelopes' | 'clock' | 'random'> & {
  /** Waits before the next check. */
  readonly pause: () => Promise<unknown>;
};

export interface CanarySettings {
  readonly language: Language;
  readonly documentDays: number;
  readonly retention: Retention;
}

/** SES's simulator address, which accepts mail and discards it. */
const NOBODY = 'success@simulator.amazonses.com';

const OWNER: Owner = { subject: 'canary', email: NOBODY, name: 'Canary' };
const SENDER: Actor = { kind: 'sender', subject: OWNER.subject };

/** Milliseconds: more than a healthy deployment needs, together less than the function's timeout. */
const PATIENCE_MS = { check: 90_000, invitation: 150_000 };

/** The deployment did not do in time what a healthy one does. */
export class CanaryFailed extends Error {
  override readonly name = 'CanaryFailed';
  readonly code: 'document_not_checked' | 'party_not_invited';

  constructor(code: CanaryFailed['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Sends a document as an employee would, to an address that nobody reads, checks that the party is invited,
 * and voids it. Never sees a link or code. Leaves nothing open, whatever happens.
 */
export const makeCanary =
  (ports: CanaryPorts, settings: CanarySettings) => async (): Promise<{ envelopeId: string }> => {
    const { id } = await begin(ports, settings);
    try {
      await upload(ports, id);
      await until(ports, id, 'document_not_checked', ({ document }) => document !== undefined);
      await sendOut(ports, id);
      await until(ports, id, 'party_not_invited', ({ parties }) =>
        parties.every(({ invitedAt }) => invitedAt !== undefined),
      );
    } finally {
      await end(ports, id);
    }
    return { envelopeId: id };
  };

async function begin(
  { ledger, envelopes, clock, random }: CanaryPorts,
  { language, documentDays, retention }: CanarySettings,
): Promise<Envelope> {
  const party: Party = {
    id: 'nobody',
    role: 'director',
    turn: 0,
    name: 'Canary',
    channel: { kind: 'email', address: NOBODY },
    language,
  };
  const schedule = { deadlineDays: 1, reminderDays: [] };
  const facts = { title: 'TEST (canary)', language, parties: [party], schedule };
  const by = { actor: SENDER, now: clock.now() };
  const created = create(facts, OWNER, documentDays, by.now);
  const draft = await ledger.begin(envelopeIdFrom(random(ENVELOPE_ID_BYTES)), by, created);
  await envelopes.put(listRow(draft, retention));
  return draft;
}

async function upload({ documents, clock, random }: CanaryPorts, id: string): Promise<void> {
  const name = Buffer.from(random(16)).toString('base64url');
  const ticket: UploadTicket = { fileName: 'test.pdf', requestedAt: clock.now().toISOString() };
  const bytes = new TextEncoder().encode(JSON.stringify(ticket));
  await documents.put(ticketKey(id, name), bytes, { contentType: 'application/json' });
  const key = uploadKey(id, name);
  await documents.put(key, canaryDocument(), { contentType: 'application/pdf' });
}

const SIGNATURE: Field = {
  id: 'signature',
  party: 'nobody',
  kind: 'signature',
  label: 'TEST',
  page: 0,
  x: 60,
  y: 600,
  width: 200,
  height: 60,
  required: true,
};

async function sendOut({ ledger, clock }: CanaryPorts, id: string): Promise<void> {
  const by = { actor: SENDER, now: clock.now() };
  await ledger.change(id, by, (current) => place(current, [SIGNATURE], by.now));
  await ledger.change(id, by, (current) => send(current, {}, by.now));
}

async function until(
  { ledger, clock, pause }: CanaryPorts,
  id: string,
  code: CanaryFailed['code'],
  holds: (envelope: Envelope) => boolean,
): Promise<void> {
  const patience = code === 'party_not_invited' ? PATIENCE_MS.invitation : PATIENCE_MS.check;
  const last = clock.now().getTime() + patience;
  for (;;) {
    const envelope = await ledger.load(id);
    if (holds(envelope)) return;
    if (isEnded(envelope) || clock.now().getTime() > last) throw new CanaryFailed(code);
    await pause();
  }
}

async function end({ ledger, clock }: CanaryPorts, id: string): Promise<void> {
  await ledger.change(id, { actor: SENDER, now: clock.now() }, (current) => {
    if (isEnded(current)) return undefined;
    return current.status === 'draft' ? discard(current) : stop(current, 'TEST (canary)');
  });
}
