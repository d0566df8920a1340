import { folded } from '../../shared/domain/envelope/fold.ts';
import { type Retention, yearsAfter } from '../../shared/domain/envelope/retention.ts';
import { ignoreUnknown, NewerRelease } from '../../shared/domain/errors.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { templatePrefix } from '../../shared/domain/template/template-changes.ts';
import type { Documents } from '../../shared/ports/documents.ts';
import { type Evidence, type Ledger, MAX_REMOVED } from '../../shared/ports/ledger.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { Templates } from '../../shared/ports/templates.ts';
import { draftPrefixesOf } from './prefixes-of.ts';

interface Deps {
  readonly evidence: Evidence;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly documents: Pick<Documents, 'removeAll'>;
  readonly templates: Pick<Templates, 'unlisted' | 'remove'>;
  readonly clock: Clock;
}

/**
 * By then everything begun before the draft or template ended is over: presigned URLs, calls, and the check of
 * an upload, which stores the document while the draft exists.
 */
const UNDER_WAY_MS = 60 * 60 * 1000;

/**
 * Deletes ledgers past retention. The ledger itself must confirm it, since the list may be wrong. An
 * interrupted deletion continues in the next run: what is left of the chain is older still. Ids are random
 * and never reused.
 */
export const makeForget = (needed: Deps, retention: Retention) => async () => ({
  forgotten:
    (await forgetDrafts(needed)) +
    (await forgetTemplates(needed)) +
    (await forgetEvidence(needed, retention)),
});

/** Deleted or expired drafts, with their documents. */
function forgetDrafts({ evidence, ledger, documents, clock }: Deps): Promise<number> {
  const settled = new Date(clock.now().getTime() - UNDER_WAY_MS);
  return forgetAll(evidence, evidence.endedDrafts(settled), async (id) => {
    const entries = await entriesOf(ledger, id);
    if (entries.length > 0 && folded(entries).status !== 'draft') return false;
    for (const prefix of draftPrefixesOf(id)) await documents.removeAll(prefix);
    return true;
  });
}

/** Templates that were deleted, or never finished, with their documents and versions. */
async function forgetTemplates({ templates, documents, clock }: Deps): Promise<number> {
  const settled = new Date(clock.now().getTime() - UNDER_WAY_MS);
  let forgotten = 0;
  for await (const template of templates.unlisted(settled.toISOString())) {
    await documents.removeAll(templatePrefix(template.id));
    await templates.remove(template);
    forgotten++;
  }
  return forgotten;
}

/** Purged envelopes unchanged for `evidenceYears`, and erased ones. */
function forgetEvidence(
  { evidence, ledger, clock }: Deps,
  { evidenceYears }: Retention,
): Promise<number> {
  const instant = yearsAfter(clock.now().toISOString(), -evidenceYears);
  return forgetAll(evidence, evidence.untouchedSince(instant), async (id) => {
    const last = (await entriesOf(ledger, id)).at(-1);
    return !last || last.type === 'erased' || last.at <= instant;
  });
}

/** Deletes in batches; `isOver` is checked per envelope and does what must precede its deletion. */
async function forgetAll(
  evidence: Evidence,
  ids: AsyncIterable<string>,
  isOver: (id: string) => Promise<boolean>,
): Promise<number> {
  let forgotten = 0;
  let batch: string[] = [];
  async function remove() {
    await evidence.remove(batch);
    forgotten += batch.length;
    batch = [];
  }
  let newer: NewerRelease | undefined;
  const mayGo = (id: string) =>
    isOver(id).catch((error) => {
      newer = unlessNewer(error);
      return false;
    });
  for await (const id of ids)
    if ((await mayGo(id)) && batch.push(id) === MAX_REMOVED) await remove();
  await remove();
  if (newer) throw newer;
  return forgotten;
}

/** A ledger that this release cannot read is kept, without blocking the others. */
function unlessNewer(error: unknown): NewerRelease {
  if (error instanceof NewerRelease) return error;
  throw error;
}

const entriesOf = async (ledger: Deps['ledger'], id: string): Promise<Entry[]> =>
  (await ledger.entries(id).catch(ignoreUnknown)) ?? [];
