import { NewerRelease } from '../errors.ts';
import type { EntryType } from './entries.ts';

/**
 * The newest version of each stored form that this release reads; a missing `version` means 1. A release
 * learns to read a version before the next one writes it, so that a rollback stays possible.
 */
const READ = {
  access: 1,
  authority: 1,
  batch: 1,
  batchContent: 1,
  batchRow: 1,
  contact: 1,
  delivery: 1,
  draft: 1,
  endpoint: 1,
  layout: 1,
  pass: 1,
  plan: 1,
  record: 1,
  row: 1,
  submission: 1,
  suggestions: 1,
  task: 1,
  template: 1,
  templateContent: 1,
  ticket: 1,
  token: 1,
  values: 1,
} as const;

export type StoredForm = keyof typeof READ;

/** The newest version of each entry type's data. */
const READ_ENTRIES: Readonly<Record<EntryType, number>> = {
  created: 1,
  edited: 1,
  'document.accepted': 1,
  'document.refused': 1,
  placed: 1,
  filled: 1,
  discarded: 1,
  sent: 1,
  prepared: 1,
  invited: 1,
  opened: 1,
  consented: 1,
  'code.sent': 1,
  'code.wrong': 1,
  'code.right': 1,
  signed: 1,
  appended: 1,
  reported: 1,
  declined: 1,
  voided: 1,
  reminded: 1,
  're-sent': 1,
  'contact.corrected': 1,
  expired: 1,
  failed: 1,
  completed: 1,
  delivered: 1,
  'delivery.failed': 1,
  stalled: 1,
  restarted: 1,
  'owner.changed': 1,
  purged: 1,
  erased: 1,
};

interface Versioned {
  readonly version?: unknown;
}

/** Only numbers are versions: field values may also be called `version`, but are never numbers. */
function versionOf(stored: unknown): number {
  const { version } = (stored ?? {}) as Versioned;
  return typeof version === 'number' ? version : 1;
}

/** Returns `stored`; throws `NewerRelease` if its version is newer than this release reads. */
export function readable<T>(form: StoredForm, stored: T): T {
  if (versionOf(stored) > READ[form]) throw new NewerRelease(form);
  return stored;
}

/** Returns `entry`; throws `NewerRelease` if its type or version is unknown to this release. */
export function readableEntry<E extends { type: string }>(entry: E): E {
  const known = Object.hasOwn(READ_ENTRIES, entry.type);
  if (!known || versionOf(entry) > READ_ENTRIES[entry.type as EntryType])
    throw new NewerRelease('entry');
  return entry;
}
