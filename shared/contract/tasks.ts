import * as z from 'zod/mini';

const envelopeId = z.string();
const party = z.string();

/** What the workflow and the rules ask of a task: ids and instants only, since history outlives the purge. */
export const IntakeTask = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('prepare'), envelopeId }),
]);

/** EventBridge's event that an object has landed in the bucket; the key says what it is. */
const ObjectCreated = z.object({
  'detail-type': z.literal('Object Created'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

export const IntakeEvent = z.union([IntakeTask, ObjectCreated]);

/**
 * What drives the waits, as the ledger stands: instants are ISO 8601, days count from a party's
 * invitation. Turns that are done are left out.
 */
export const PrepareResult = z.object({
  /** False if the envelope ended before it could be prepared. */
  running: z.boolean(),
  deadline: z.string(),
  reminderDays: z.array(z.number()),
  turns: z.array(z.array(party)),
  /** When each party was first written to, of those who were. */
  invited: z.record(z.string(), z.string()),
});

/** Nobody reads what a check answers: its result is in the ledger. */
export const IntakeResult = z.union([PrepareResult, z.object({ checked: z.literal(true) })]);

/** One wait of a party. */
const wait = {
  envelopeId,
  party,
  taskToken: z.string(),
  /** Grows from each wait of the party to the next; executions of the first release give none. */
  order: z.optional(z.number()),
};

export const InviteTask = z.discriminatedUnion('operation', [
  z.object({
    operation: z.literal('invite'),
    ...wait,
    notice: z.enum(['invitation', 'reminder']),
    /** Which reminder; executions of the first release do not say. */
    occasion: z.optional(z.string()),
  }),
  /** To wait without writing: what could not be sent is tried again after it. */
  z.object({ operation: z.literal('await'), ...wait }),
  z.object({ operation: z.literal('expire'), envelopeId }),
]);

/** How a party's wait ended. `again`: a link must be sent once more, and the wait goes on. */
export const InviteResult = z.object({
  outcome: z.enum(['signed', 'again', 'ended']),
});

export const SealTask = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('append'), envelopeId }),
  z.object({ operation: z.literal('close'), envelopeId }),
  z.object({ operation: z.literal('renew-revocation-list') }),
]);

export const SealResult = z.object({ outcome: z.enum(['done', 'ended']) });

/** Completed: the signed document to everyone. Stopped: a notice to everyone who was invited, and the sender. */
export const DeliverTask = z.object({ operation: z.literal('deliver'), envelopeId });
export const DeliverResult = z.object({ purgeAt: z.string() });

/** EventBridge's event that an execution of the workflow has ended too early; its name holds the envelope's id. */
export const ExecutionEnded = z.object({
  'detail-type': z.literal('Step Functions Execution Status Change'),
  detail: z.object({ name: z.string() }),
});

/** By the clock: look at everything. */
export const SweepEvent = z.union([ExecutionEnded, z.object({})]);

export const PurgeTask = z.object({ operation: z.literal('purge'), envelopeId });

export const PurgeResult = z.object({ outcome: z.literal('done') });

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
