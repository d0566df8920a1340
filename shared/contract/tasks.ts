import * as z from 'zod/mini';

const envelopeId = z.string();
const party = z.string();

/**
 * Inputs of tasks called by the workflow or a rule. Ids and instants only: the execution history is kept
 * after the purge.
 */
export const IntakeTask = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('prepare'), envelopeId }),
]);

/** EventBridge's S3 event; the object's key tells its kind. */
const ObjectCreated = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

export const IntakeEvent = z.union([IntakeTask, ObjectCreated]);

/**
 * What the workflow's waits need. Instants are ISO 8601; reminder days count from a party's invitation.
 * Completed turns are omitted.
 */
export const PrepareResult = z.object({
  /** False if the envelope ended before it was prepared. */
  running: z.boolean(),
  deadline: z.string(),
  reminderDays: z.array(z.number()),
  turns: z.array(z.array(party)),
  /** First invitation of each party already invited. */
  invited: z.record(z.string(), z.string()),
});

/** The result of a check is recorded in the ledger, so its answer is empty. */
export const IntakeResult = z.union([PrepareResult, z.object({ checked: z.literal(true) })]);

/** A party's wait in the workflow. */
const wait = {
  envelopeId,
  party,
  taskToken: z.string(),
  /** Increases with each wait of the party; absent in executions of the first release. */
  order: z.optional(z.number()),
};

export const InviteTask = z.discriminatedUnion('operation', [
  z.object({
    operation: z.literal('invite'),
    ...wait,
    notice: z.enum(['invitation', 'reminder']),
    /** Occasion of the reminder; absent in executions of the first release. */
    occasion: z.optional(z.string()),
  }),
  /** Waits without sending, before a failed message is retried. */
  z.object({ operation: z.literal('await'), ...wait }),
  z.object({ operation: z.literal('expire'), envelopeId }),
]);

/** How a party's wait ended. `again`: send another link, then wait again. */
export const InviteResult = z.object({
  outcome: z.enum(['signed', 'again', 'ended']),
});

export const SealTask = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('append'), envelopeId }),
  z.object({ operation: z.literal('close'), envelopeId }),
  z.object({ operation: z.literal('renew-revocation-list') }),
]);

export const SealResult = z.object({ outcome: z.enum(['done', 'ended']) });

/**
 * Sends the signed document to everyone, or a notice to everyone invited and the sender if the envelope
 * stopped.
 */
export const DeliverTask = z.object({ operation: z.literal('deliver'), envelopeId });
export const DeliverResult = z.object({ purgeAt: z.string() });

/** EventBridge's event that a workflow execution ended early; its name starts with the envelope's id. */
export const ExecutionEnded = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({ name: z.string() }),
});

/** `{}`: the hourly run over everything due. */
export const SweepEvent = z.union([ExecutionEnded, z.object({})]);

export const PurgeTask = z.object({ operation: z.literal('purge'), envelopeId });

export const PurgeResult = z.object({ outcome: z.literal('done') });

/** The next rows of a batch, after a row; `run`: the execution's number. */
export const TakeBatch = z.object({
  operation: z.literal('take'),
  batchId: z.string(),
  run: z.number(),
  after: z.number(),
});

/** `{}`: the hourly look at batches that stand still. */
export const BatchEvent = z.union([TakeBatch, z.object({ operation: z.optional(z.undefined()) })]);

/** Where to go on after so many seconds; `ended`: nothing is left, or it was stopped. */
export const BatchTaken = z.object({
  outcome: z.enum(['more', 'ended']),
  after: z.number(),
  seconds: z.number(),
});

export const BatchResult = z.union([BatchTaken, z.object({ resumed: z.number() })]);

export type TakeBatch = z.output<typeof TakeBatch>;
export type BatchTaken = z.output<typeof BatchTaken>;
export type IntakeEvent = z.output<typeof IntakeEvent>;
export type IntakeResult = z.output<typeof IntakeResult>;
export type IntakeTask = z.output<typeof IntakeTask>;
export type PrepareResult = z.output<typeof PrepareResult>;
export type InviteTask = z.output<typeof InviteTask>;
export type InviteResult = z.output<typeof InviteResult>;
export type SealTask = z.output<typeof SealTask>;
export type SealResult = z.output<typeof SealResult>;
export type DeliverTask = z.output<typeof DeliverTask>;
export type DeliverResult = z.output<typeof DeliverResult>;
export type PurgeTask = z.output<typeof PurgeTask>;
export type PurgeResult = z.output<typeof PurgeResult>;
