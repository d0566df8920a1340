import type * as z from 'zod';
import type {
  BatchAnswer,
  BatchesAnswer,
  DryRunAnswer,
} from '../../shared/contract/sender/batch-answers.ts';
import type { DownloadAnswer } from '../../shared/contract/sender/sender-answers.ts';
import { callJson, getBytes } from './http.ts';

type Json<S extends z.ZodType> = z.output<S>;

/** Sends a template to many, calling the API with the ID token of a sign-in. */
export class Mailing {
  readonly #api: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(api: string, idToken: string) {
    this.#api = `${api}/api`;
    this.#headers = { authorization: `Bearer ${idToken}` };
  }

  check(template: string, csv: string): Promise<DryRunAnswer> {
    const body = { fileName: 'clienti.csv', base64: Buffer.from(csv).toString('base64') };
    return this.#ask('POST', `/templates/${template}/batches`, body);
  }

  sample(template: string): Promise<Uint8Array> {
    return this.#file(`/templates/${template}/sample`);
  }

  list(of: 'own' | 'all'): Promise<Json<typeof BatchesAnswer>> {
    return this.#ask('GET', `/batches?of=${of}`);
  }

  show(id: string): Promise<BatchAnswer> {
    return this.#ask('GET', `/batches/${id}`);
  }

  steer(id: string, act: 'start' | 'stop' | 'retry'): Promise<BatchAnswer> {
    return this.#ask('POST', `/batches/${id}/${act}`, {});
  }

  results(id: string): Promise<Uint8Array> {
    return this.#file(`/batches/${id}/results`);
  }

  async #file(path: string): Promise<Uint8Array> {
    const { url } = await this.#ask<Json<typeof DownloadAnswer>>('GET', path);
    return getBytes(url);
  }

  #ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const options = { headers: this.#headers, ...(body !== undefined && { body }) };
    return callJson(method, `${this.#api}${path}`, options);
  }
}
