/** A failure as AWS words it: `code` is the exception's name on the wire, `status` the HTTP status. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string = code,
    status = 400,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

/** Error for everything the local target does not emulate: it is refused instead of ignored. */
export const notImplemented = (what: string): AwsError =>
  new AwsError('NotImplemented', `The local target does not imitate ${what}`, 501);
