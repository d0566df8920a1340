interface Letter {
  /** Invocation record of a failed asynchronous invocation: the original event. */
  readonly requestPayload?: unknown;
  /** Record of a failed stream batch: only positions in the stream, no data. */
  readonly DDBStreamBatchInfo?: unknown;
}

/**
 * The event with which to invoke a dead letter's function again. Throws for a stream batch: its message has only
 * positions, and the stream no longer has the records.
 */
export function payloadOf(body: string): unknown {
  const letter = JSON.parse(body) as Letter;
  if (letter.DDBStreamBatchInfo !== undefined)
    throw new Error(
      'it holds no record: the daily comparison carries on what was missed; delete the letter then',
    );
  return letter.requestPayload ?? letter;
}
