/**
 * Rethrown after an error was logged: keeps name and code, by which Step Functions and Lambda decide on
 * retries, but no message or stack, which could contain personal data or a secret.
 */
export class Reported extends Error {
  override readonly name: string;

  constructor(cause: Error) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'see the log';
    super(code);
    this.name = cause.name;
    this.stack = `${cause.name}: ${code}`;
  }
}
