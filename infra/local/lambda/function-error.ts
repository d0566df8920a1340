/** What a failed invocation answers: the payload of a response with `X-Amz-Function-Error`. */
export type FunctionErrorPayload = {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
};

/** A Lambda function threw, timed out, or its sandbox died. */
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
