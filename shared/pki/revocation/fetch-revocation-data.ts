import { answerBytes } from '../answer-bytes.ts';
import { type Certified, createOcspRequest, readOcspResponse, revocableResponder } from './ocsp.ts';
import { isListOf, type RevocationData } from './revocation-check.ts';
import { revocationSources } from './revocation-sources.ts';

export interface RevocationFetching {
  /** Certificates (DER), each followed by its issuer; the last is the trust anchor. */
  readonly path: readonly Uint8Array[];
  /** Per URL. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

type How = Required<Omit<RevocationFetching, 'path'>>;

/** Bytes. Lists of large public authorities have tens of thousands of entries. */
const MAX_ANSWER_BYTES = 8 << 20;

/**
 * Fetches revocation data for a path, so that later verification needs no outside server (ETSI EN 319 142-1 §
 * 5.4.2): per certificate an OCSP response, or, without a responder or if none answers, a revocation list;
 * and the list for the OCSP responder's own certificate if that names one. Nothing for a certificate that
 * names no source. Throws if a named source cannot be obtained.
 */
export async function fetchRevocationData({
  path,
  timeoutMs,
  fetch = globalThis.fetch,
}: RevocationFetching): Promise<RevocationData> {
  const answers = await Promise.all(
    path.slice(0, -1).map((certificate, index) => {
      const certified = [certificate, path[index + 1]!] as const;
      return answerFor(certified, { timeoutMs, fetch });
    }),
  );
  return {
    revocationLists: answers.flatMap(({ list }) => list ?? []),
    ocspResponses: answers.flatMap(({ response }) => response ?? []),
  };
}

interface Answer {
  readonly list?: Uint8Array;
  readonly response?: Uint8Array;
}

interface Source {
  readonly url: string;
  readonly ask: () => Promise<Answer>;
}

function answerFor(certified: Certified, how: How): Promise<Answer> {
  const { responders } = revocationSources(certified[0]);
  const asked = responders.map((url) => ({ url, ask: () => askResponder(url, certified, how) }));
  return firstOf([...asked, ...listsFor(certified, how)]);
}

const listsFor = (certified: Certified, how: How): Source[] =>
  revocationSources(certified[0]).lists.map((url) => ({
    url,
    ask: () => fetchList(url, certified, how),
  }));

async function firstOf(sources: readonly Source[]): Promise<Answer> {
  const failures: unknown[] = [];
  for (const { url, ask } of sources) {
    try {
      return await ask();
    } catch (failure) {
      failures.push(new Error(`${url} failed`, { cause: failure }));
    }
  }
  if (failures.length === 0) return {};
  throw new AggregateError(failures, 'no revocation source of the certificate could be used');
}

async function askResponder(url: string, certified: Certified, how: How): Promise<Answer> {
  const response = await download(url, how, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: new Uint8Array(await createOcspRequest(certified)),
  });
  const said = await readOcspResponse(response, certified);
  if (!said || said.certStatus.unknown === null)
    throw new Error('the OCSP response does not cover the certificate');
  const responder = await revocableResponder(response, certified[1]);
  if (!responder) return { response };
  const { list } = await firstOf(listsFor([responder, certified[1]], how));
  if (!list) throw new Error('no revocation list for the OCSP responder could be used');
  return { response, list };
}

async function fetchList(url: string, [, issuer]: Certified, how: How): Promise<Answer> {
  const list = await download(url, how);
  if (!(await isListOf(list, issuer)))
    throw new Error('the revocation list is not signed by the issuer');
  return { list };
}

async function download(
  url: string,
  { timeoutMs, fetch }: How,
  request: RequestInit = {},
): Promise<Uint8Array> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
  return answerBytes(response, MAX_ANSWER_BYTES);
}
