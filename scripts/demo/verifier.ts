import type { PublicRecord, VerifyAnswer } from '../../shared/contract/verifier.ts';
import { callJson, getBytes, sha256Of } from './http.ts';

/** Somebody who has only a file and the code printed on it. */
export class Verifier {
  readonly #origin: string;
  readonly #record: string;

  constructor(verifyUrl: string) {
    this.#origin = new URL(verifyUrl).origin;
    this.#record = verifyUrl;
  }

  record(): Promise<PublicRecord> {
    return callJson('GET', this.#record, { headers: { accept: 'application/json' } });
  }

  async page(): Promise<string> {
    const headers = { accept: 'text/html', 'accept-language': 'it' };
    return (await fetch(this.#record, { headers })).text();
  }

  judge(file: Uint8Array, id?: string): Promise<VerifyAnswer> {
    const body = { sha256: sha256Of(file), ...(id && { id }) };
    return callJson('POST', `${this.#origin}/verify`, { body });
  }

  authorityCertificate(): Promise<Uint8Array> {
    return getBytes(`${this.#origin}/pki/root.pem`);
  }
}
