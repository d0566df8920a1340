import { answerBytes } from '../answer-bytes.ts';
import { type Certified, createOcspRequest, readOcspResponse, revocableResponder } from './ocsp.ts';
import { isListOf, type RevocationData } from './revocation-check.ts';
import { revocationSources } from './revocation-sources.ts';

export interface RevocationFetching {
  /** Certificates, DER, each followed by its issuer; the last one is trusted as it is. */
  readonly path: readonly Uint8Array[];
  /** For each address. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

type How = Required<Omit<RevocationFetching, 'path'>>;

/** A list of a big public authority has tens of thousands of entries. */
const LONGEST_ANSWER = 8 << 20;

/**
 * What outside issuers say of their certificates, so that whoever verifies later needs none of them
 * to be still there (ETSI EN 319 142-1 §5.4.2): an OCSP response where the certificate names a
 * responder, else, or where none answers, a revocation list; and the list that the responder itself
 * is to be looked up in, where it names one. A certificate that names neither has none. Throws where one is named and cannot be had.
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
  throw new AggregateError(failures, 'nobody says whether a certificate is revoked');
}

async function askResponder(url: string, certified: Certified, how: How): Promise<Answer> {
  const response = await download(url, how, {
    method: 'POST',
    headers: { 'content-type': 'application/ocsp-request' },
    body: new Uint8Array(await createOcspRequest(certified)),
  });
  const said = await readOcspResponse(response, certified);
  if (!said || said.certStatus.unknown === null) throw new Error('says nothing of the certificate');
  const responder = await revocableResponder(response, certified[1]);
  if (!responder) return { response };
  const { list } = await firstOf(listsFor([responder, certified[1]], how));
  if (!list) throw new Error('nobody says whether its responder is revoked');
  return { response, list };
}

async function fetchList(url: string, [, issuer]: Certified, how: How): Promise<Answer> {
  const list = await download(url, how);
  if (!(await isListOf(list, issuer))) throw new Error('is not a list of the issuer');
  return { list };
}

async function download(
  url: string,
  { timeoutMs, fetch }: How,
  request: RequestInit = {},
): Promise<Uint8Array> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
  return answerBytes(response, LONGEST_ANSWER);
}
