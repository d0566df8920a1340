import { createHash } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { VerifierPaths, VerifyAnswer } from './api-types.ts';
import { answered } from './client.ts';

/** What the public verifier says of a file. Only its SHA-256 leaves this machine. */
export async function verifyFile(
  verifier: string,
  bytes: Uint8Array,
  language?: string,
): Promise<VerifyAnswer> {
  const headers = language ? { 'accept-language': language } : {};
  const client = createClient<VerifierPaths>({ baseUrl: new URL(verifier).origin, headers });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return answered(client.POST('/verify', { body: { sha256 } }));
}
