interface Letter {
  /** Of a function that failed: what it was invoked with (Lambda's destinations). */
  readonly requestPayload?: unknown;
  /** Of a stream's batch, where a function crashed for a day: the place of the records alone. */
  readonly DDBStreamBatchInfo?: unknown;
}

/**
 * What a dead letter's function is to be invoked with. Throws for a batch of the stream that crashed its
 * function for a day: Lambda keeps only where the records were, and the stream has forgotten them.
 */
export function payloadOf(body: string): unknown {
  const letter = JSON.parse(body) as Letter;
  if (letter.DDBStreamBatchInfo !== undefined)
    throw new Error(
      'it holds no record: the daily comparison carries on what was missed; delete the letter then',
    );
  return letter.requestPayload ?? letter;
}
