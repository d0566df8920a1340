import { folded } from '../../shared/domain/envelope.ts';
import { unlessUnknown } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger.ts';
import { type Retention, yearsAfter } from '../../shared/domain/retention.ts';
import type { Clock, Documents, Evidence, Ledger } from '../../shared/ports.ts';
import { draftPrefixesOf } from './prefixes-of.ts';

interface Needed {
  readonly evidence: Evidence;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly documents: Pick<Documents, 'removeAll'>;
  readonly clock: Clock;
}

/**
 * What had begun when a draft ended is over by then: presigned addresses live minutes, and so does the
 * check of an upload, which stores the document for as long as it knows of the draft.
 */
const UNDER_WAY_MS = 60 * 60 * 1000;

/**
 * Deletes what is kept no longer; the ledger itself must say so too, since the list is only drawn from
 * it. A deletion that was cut short goes on: what is left of a ledger is older still. Ids are random,
 * so none is ever given again.
 */
export const makeForget = (needed: Needed, retention: Retention) => async () => ({
  forgotten: (await forgetDrafts(needed)) + (await forgetEvidence(needed, retention)),
});

/** Drafts that their sender deleted, or that were not sent in their days, with their documents. */
async function forgetDrafts({ evidence, ledger, documents, clock }: Needed): Promise<number> {
  let forgotten = 0;
  const settled = new Date(clock.now().getTime() - UNDER_WAY_MS);
  for await (const id of evidence.endedDrafts(settled)) {
    const entries = await entriesOf(ledger, id);
    if (entries.length > 0 && folded(entries).status !== 'draft') continue;
    for (const prefix of draftPrefixesOf(id)) await documents.removeAll(prefix);
    await evidence.remove(id);
    forgotten += 1;
  }
  return forgotten;
}

/** Envelopes that were purged and untouched for `evidenceYears`. */
async function forgetEvidence(
  { evidence, ledger, clock }: Needed,
  { evidenceYears }: Retention,
): Promise<number> {
  const instant = yearsAfter(clock.now().toISOString(), -evidenceYears);
  let forgotten = 0;
  for await (const id of evidence.untouchedSince(instant)) {
    const last = (await entriesOf(ledger, id)).at(-1);
    if (last && last.at > instant) continue;
    await evidence.remove(id);
    forgotten += 1;
  }
  return forgotten;
}

const entriesOf = async (ledger: Needed['ledger'], id: string): Promise<Entry[]> =>
  (await ledger.entries(id).catch(unlessUnknown)) ?? [];
