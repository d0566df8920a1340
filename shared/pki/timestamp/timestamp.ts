import { hash } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import {
  Accuracy,
  id_ct_tstInfo,
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { answerBytes } from '../answer-bytes.ts';
import { bufferOf, decode, encode } from '../asn1/der.ts';
import { randomSerial } from '../certificate/issue-certificate.ts';
import { POLICIES } from '../certificate/policies.ts';
import { signData } from '../cms/signed-data.ts';
import { chainLength, type Random, type SigningIdentity, type Timestamper } from '../identity.ts';
import { equalBytes } from '../signature/digest.ts';
import { canonicalToken } from './canonical-token.ts';
import { checkTimestampToken } from './timestamp-token.ts';

const ID_SHA256 = '2.16.840.1.101.3.4.2.1';

/** The token's time is truncated to whole seconds; clock drift is far smaller. */
const ACCURACY_SECONDS = 1;

/** Bytes. A token with its whole path has a few kilobytes. */
const MAX_ANSWER_BYTES = 1 << 20;

export interface OwnTimestamping extends SigningIdentity {
  readonly now: () => Date;
  readonly random: Random;
}

/** Bytes of attributes, TSTInfo and signature: about 700 with RSA 4096, the longest KMS key. */
const OWN_TOKEN_ROOM = 1_536;

/** The company's own timestamp authority: RFC 3161 tokens by its key and clock. */
export function ownTimestamper({ now, random, ...identity }: OwnTimestamping): Timestamper {
  async function timestamp(digest: Uint8Array) {
    const info = encode(
      new TSTInfo({
        policy: POLICIES.ownTimestamp,
        messageImprint: imprintOf(digest),
        serialNumber: bufferOf(randomSerial(random)),
        genTime: wholeSecond(now()),
        accuracy: new Accuracy({ seconds: ACCURACY_SECONDS }),
      }),
    );
    return signData(identity, {
      type: id_ct_tstInfo,
      sha256: hash('sha256', info, 'buffer'),
      bytes: info,
    });
  }
  return Object.assign(timestamp, { room: chainLength(identity) + OWN_TOKEN_ROOM });
}

export interface OutsideTimestamping {
  /** URLs of the authorities, in order of preference. */
  readonly urls: readonly string[];
  /** Accepted policies (OIDs); empty: any. */
  readonly policies?: readonly string[];
  /** Trust anchors of their tokens, DER. */
  readonly roots: readonly Uint8Array[];
  /** Per authority. */
  readonly timeoutMs: number;
  readonly random: Random;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Requests a token over HTTP (RFC 3161 § 3.4). Accepts it only if imprint, nonce, policy, signature,
 * certificate reference, key purpose and path to a root are valid. If every authority fails, throws an
 * `AggregateError` with each failure.
 */
export const httpTimestamper =
  ({ urls, fetch = globalThis.fetch, policies = [], ...how }: OutsideTimestamping): Timestamper =>
  async (digest) => {
    const failures: unknown[] = [];
    for (const url of urls) {
      try {
        return await askAuthority({ url, digest, policies, fetch, ...how });
      } catch (failure) {
        failures.push(new Error(`timestamp authority ${url} failed`, { cause: failure }));
      }
    }
    throw new AggregateError(failures, 'no timestamp authority returned a valid token');
  };

interface Question extends Required<Omit<OutsideTimestamping, 'urls'>> {
  readonly url: string;
  readonly digest: Uint8Array;
}

async function askAuthority({ url, digest, roots, policies, ...how }: Question) {
  const { timeoutMs, random, fetch } = how;
  const nonce = randomSerial(random);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query' },
    body: encode(
      new TimeStampReq({
        messageImprint: imprintOf(digest),
        nonce: bufferOf(nonce),
        certReq: true,
      }),
    ),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const granted = grantedToken(await answerBytes(response, MAX_ANSWER_BYTES));
  const token = await canonicalToken(granted, digest, roots);
  const checked = await checkTimestampToken(token, digest);
  if (!checked.nonce || !equalBytes(checked.nonce, nonce))
    throw new Error('the nonce does not match');
  if (policies.length > 0 && !policies.includes(checked.policy))
    throw new Error(`policy ${checked.policy} is not accepted`);
  return token;
}

function grantedToken(der: Uint8Array): Uint8Array {
  const { status, timeStampToken } = decode(der, TimeStampResp);
  const granted = [PKIStatus.granted, PKIStatus.grantedWithMods].includes(status.status);
  if (!granted || !timeStampToken) throw new Error(`refused with status ${status.status}`);
  return encode(timeStampToken);
}

const imprintOf = (digest: Uint8Array): MessageImprint =>
  new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithm: ID_SHA256 }),
    hashedMessage: new OctetString(digest),
  });

const wholeSecond = (time: Date): Date => new Date(Math.floor(time.getTime() / 1000) * 1000);
