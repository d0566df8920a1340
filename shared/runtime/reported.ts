/**
 * What leaves a function after its error was logged: the same name and code, by which Step Functions
 * and Lambda decide on a retry, without a message or stack that might hold a person or a secret.
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
