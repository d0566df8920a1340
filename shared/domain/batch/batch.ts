import { Refusal, type RefusalCode, type RefusalDetail } from '../errors.ts';
import type { Owner, UsedTemplate } from '../ledger/entries.ts';
import type { TemplateUser } from '../template/template.ts';

/** Days for which a batch can be looked at after its dry run; what was sent stays as long as every envelope. */
export const BATCH_DAYS = 60;

/** `ready`: checked, nothing sent yet. `done`: each row is sent or failed. */
export const BATCH_STATES = ['ready', 'running', 'stopped', 'done'] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** What of the limits of a day is kept free for a batch. */
export interface Reserved {
  /** ISO 8601, UTC. */
  readonly day: string;
  readonly rows: number;
  readonly texts: number;
}

export interface Progress {
  readonly sent: number;
  readonly failed: number;
}

/** One envelope a row of a file, from a version of a template. */
export interface Batch extends Progress {
  readonly id: string;
  /** Counts its changes. */
  readonly seq: number;
  /** The file's name. */
  readonly name: string;
  readonly owner: Owner;
  readonly template: UsedTemplate & { readonly name: string };
  readonly rows: number;
  /** SHA-256 of the checked rows, under which they are stored. */
  readonly content: string;
  readonly state: BatchState;
  /** Number of its newest execution; 0 before the first. */
  readonly run: number;
  /** From 1; failed rows of an earlier one are tried again. */
  readonly attempt: number;
  readonly reserved: Reserved;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAt: string;
}

export const BATCH_ROW_STATES = ['begun', 'sent', 'failed'] as const;
export type BatchRowState = (typeof BATCH_ROW_STATES)[number];

/** What became of a row: there is none before it is taken for the first time. */
export interface BatchRow {
  /** As in the spreadsheet; the header is 1. */
  readonly row: number;
  /** Counts its changes. */
  readonly seq: number;
  readonly state: BatchRowState;
  /** Chosen before anything is made under it, so that whoever goes on makes no second one. */
  readonly envelopeId: string;
  readonly attempt: number;
  /** How often it was taken in this attempt. */
  readonly tries: number;
  /** Why it failed. `internal`: by no rule. */
  readonly problem?: { readonly code: RefusalCode | 'internal'; readonly detail: RefusalDetail };
}

/** Refuses `batch_unknown` to everybody but its owner and administrators, and once it is kept no longer. */
export function assertSeesBatch(
  user: TemplateUser,
  batch: Batch | undefined,
  now: Date,
): asserts batch is Batch {
  const isKept = batch !== undefined && batch.expiresAt > now.toISOString();
  if (!isKept || !(user.isAdministrator || batch.owner.subject === user.subject))
    throw new Refusal('batch_unknown');
}

/** Keys of the checked rows and of the document, which stand though the template goes. */
export const batchPrefix = (id: string): string => `batches/${id}/`;
export const batchContentKey = (id: string, sha256: string): string =>
  `${batchPrefix(id)}${sha256}.json`;
export const batchDocumentKey = (id: string, sha256: string): string =>
  `${batchPrefix(id)}original-${sha256}.pdf`;
