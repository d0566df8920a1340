import { suggestionsKey } from '../../../shared/contract/sender/stored-suggestions.ts';
import type { Envelope } from '../../../shared/domain/envelope/envelope.ts';
import { ENVELOPE_ID_BYTES, envelopeIdFrom } from '../../../shared/domain/envelope/envelope-id.ts';
import { listRow } from '../../../shared/domain/envelope/list-row.ts';
import { Conflict, ignoreUnknown, type Refusal } from '../../../shared/domain/errors.ts';
import type { Layout } from '../../../shared/domain/fields/working-draft.ts';
import type { AcceptedDocument, Owner } from '../../../shared/domain/ledger/entries.ts';
import type { Decision } from '../../../shared/domain/ledger/ledger.ts';
import {
  create,
  documentChecked,
  type Facts,
  type Origin,
} from '../../../shared/domain/transitions/drafting.ts';
import { counted } from '../../../shared/limits/counted.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import { bySender, type Caller } from '../access/caller.ts';
import type { CreateSettings } from './create.ts';
import { putLayout } from './working-draft.ts';

type Deps = Pick<Ports, 'ledger' | 'envelopes' | 'documents' | 'clock' | 'random'>;

/** A new draft with its initial fields and values. */
export interface LaidOut extends Origin {
  readonly owner: Owner;
  readonly facts: Facts;
  readonly layout: Layout;
  /** Document to copy; `key` is that of the source. */
  readonly document?: Omit<AcceptedDocument, 'upload' | 'requestedAt'>;
  /** Key of the source's suggestions, copied if they are stored. */
  readonly suggestions?: string;
  /** Called if no document exists under its key any more. */
  readonly gone: () => Refusal;
}

export type BeginLaidOut = (caller: Caller, laidOut: LaidOut) => Promise<string>;
export type PutLaidOut = (caller: Caller, id: string, laidOut: LaidOut) => Promise<void>;

type Settings = Pick<CreateSettings, 'DOCUMENT_DAYS' | 'retention'>;

/** The caller's own new draft, counted as one. Answers its id. */
export const makeBeginLaidOut =
  (
    ports: Pick<Ports, 'random' | 'counters' | 'clock'>,
    putLaidOut: PutLaidOut,
    settings: Pick<CreateSettings, 'DAILY_LIMITS'>,
  ): BeginLaidOut =>
  (caller, laidOut) => {
    const id = envelopeIdFrom(ports.random(ENVELOPE_ID_BYTES));
    const most = settings.DAILY_LIMITS.envelopesOfSender;
    const count = { act: 'create', of: `sender#${caller.subject}`, per: 'day', most } as const;
    return counted(ports, [count], async () => {
      await putLaidOut(caller, id, laidOut);
      return id;
    });
  };

/**
 * A draft under an id, with a document that was checked before, and fields and values as if they had been
 * saved. The copies come first: of a draft that is begun nothing is missing but its document's entry, and
 * what was copied for one that was not begun goes with the lifecycle of `open/`. Idempotent: whoever is cut
 * short goes on.
 */
export const makePutLaidOut =
  (ports: Deps, settings: Settings): PutLaidOut =>
  async (caller, id, laidOut) => {
    const known = await ports.ledger.load(id).catch(ignoreUnknown);
    if (known?.document) return;
    const now = ports.clock.now();
    const { facts, owner } = laidOut;
    const created = create(facts, owner, settings.DOCUMENT_DAYS, now, laidOut);
    const accepted = await copiedDocument(ports, id, laidOut, now);
    if (!known) await putFirstLayout(ports, id, laidOut.layout, accepted ? 1 : 0, now);
    await begun(ports, { id, known, caller, created, accepted, now }, settings);
  };

async function copiedDocument(
  { documents, random }: Deps,
  id: string,
  { document, suggestions, gone }: LaidOut,
  now: Date,
): Promise<AcceptedDocument | undefined> {
  if (!document) return undefined;
  const key = `open/${id}/original-${document.sha256}.pdf`;
  if (!(await documents.copy(document.key, key))) throw gone();
  if (suggestions) await documents.copy(suggestions, suggestionsKey(id, document.sha256));
  const upload = Buffer.from(random(16)).toString('base64url');
  return { ...document, upload, requestedAt: now.toISOString(), key };
}

/** Belongs to no browser tab: the first tab that saves continues from it. */
const NO_PAGE = { tab: '', turn: 0 };

/** One that is there was put by whoever was cut short before, and is the same. */
async function putFirstLayout(
  { documents }: Deps,
  id: string,
  layout: Layout,
  seq: number,
  now: Date,
): Promise<void> {
  const saved = { seq, ...NO_PAGE, savedAt: now.toISOString(), ...layout };
  await putLayout(documents, id, saved, { ifAbsent: true }).catch(ignoreConflict);
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}

interface Begun {
  readonly id: string;
  readonly known: Envelope | undefined;
  readonly caller: Caller;
  readonly created: Decision<'created'>;
  readonly accepted: AcceptedDocument | undefined;
  readonly now: Date;
}

async function begun(
  { ledger, envelopes }: Deps,
  { id, known, caller, created, accepted, now }: Begun,
  { retention }: Settings,
): Promise<void> {
  const by = bySender(caller, now);
  const first = known ?? (await ledger.begin(id, by, created));
  const draft = accepted
    ? await ledger.change(id, by, (envelope) => documentChecked(envelope, { accepted }))
    : first;
  await envelopes.put(listRow(draft, retention)).catch(() => undefined);
}
