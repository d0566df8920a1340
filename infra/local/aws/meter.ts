/** What AWS bills per call, in AWS's units. `call.*`: how often a function waited for a service. */
export type Billed =
  | 'dynamodb.read'
  | 'dynamodb.write'
  | 'events.custom'
  | 'kms.asymmetric'
  | 'kms.mac'
  | 'lambda.request'
  | 'lambda.cpu-ms'
  | 'logs.byte'
  | 's3.read'
  | 's3.write'
  | 'ses.attachment-byte'
  | 'ses.mail'
  | 'sns.text'
  | `call.${string}`;

export interface Usage {
  readonly what: Billed;
  /** The function, table or operation. */
  readonly by: string;
  quantity: number;
}

/** Counts the billed usage since the target started. */
export class Meter {
  readonly #used = new Map<string, Usage>();

  add(what: Billed, by: string, quantity = 1): void {
    const key = `${what} ${by}`;
    const usage = this.#used.get(key) ?? { what, by, quantity: 0 };
    usage.quantity += quantity;
    this.#used.set(key, usage);
  }

  get used(): readonly Usage[] {
    return [...this.#used.values()];
  }
}
