import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Store } from '../state/store.ts';
import type { SecretOf } from './sigv4.ts';

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** For using an SDK or the AWS CLI against the loopback endpoint by hand. */
export const operatorCredentials: Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

const functionKey = /^LOCAL[0-9A-F]{15}$/;

/** Access keys of the functions: one each, the secret derived from a seed kept in the store. */
export class FunctionCredentials {
  readonly #seed: string;

  constructor(store: Store) {
    this.#seed = store.get<string>('credentials', 'seed') ?? randomBytes(32).toString('hex');
    store.put('credentials', 'seed', this.#seed);
  }

  of(functionName: string): Credentials {
    const hash = createHash('sha256').update(functionName).digest('hex');
    const accessKeyId = `LOCAL${hash.slice(0, 15).toUpperCase()}`;
    return { accessKeyId, secretAccessKey: this.#secret(accessKeyId) };
  }

  #secret(accessKeyId: string): string {
    return createHmac('sha256', this.#seed).update(accessKeyId).digest('base64');
  }

  readonly secretOf: SecretOf = (accessKeyId) => {
    if (accessKeyId === operatorCredentials.accessKeyId) return operatorCredentials.secretAccessKey;
    return functionKey.test(accessKeyId) ? this.#secret(accessKeyId) : undefined;
  };
}
