/** Payload of a failed invocation, as in a response with `X-Amz-Function-Error`. */
export type FunctionErrorPayload = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

/** A function threw, timed out, or its sandbox crashed. */
export class FunctionError extends Error {
  override readonly name = 'FunctionError';
  readonly errorType: string;
  readonly payload: FunctionErrorPayload;

  constructor(payload: FunctionErrorPayload) {
    super(payload.errorMessage);
    this.errorType = payload.errorType;
    this.payload = payload;
  }
}
