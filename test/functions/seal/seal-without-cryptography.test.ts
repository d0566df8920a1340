import { expect, test } from 'vitest';
import type { PdfCore, PkiCore, SealPorts } from '../../../functions/seal/ports.ts';
import { makeSeal } from '../../../functions/seal/seal.ts';
import { sha256 } from '../../../shared/domain/sha256.ts';
import { load, prepared } from '../../fixtures/sealed-journey.ts';
import { ENVELOPE_ID, PARTIES, signBy } from '../../fixtures/sealing.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

const unsigned = () => Promise.reject(new Error('a key was asked to sign'));
const deaf = { publicKey: async () => bytes('a public key'), sign: unsigned };

/** Names in place of certificates. */
const namedPki: PkiCore = {
  createAuthority: async () => ({
    ...{ root: bytes('root'), earlierRoots: [] },
    ...{ seal: bytes('seal'), timestamp: bytes('timestamp') },
  }),
  renewAuthority: async (authority) => authority,
  dueForRenewal: () => [],
  issueOneTimeIdentity: async ({ name, authority }) => ({
    ...{ certificate: bytes(name), chain: [authority.root] },
    ...{ algorithm: 'ecdsa-sha256', sign: unsigned },
  }),
  issueRevocationList: async () => bytes('list'),
  ownTimestamper: () => async () => bytes('token'),
  httpTimestamper: () => async () => bytes('token'),
  timestampPath: async () => [],
  isChainInForce: async () => true,
  endOf: () => new Date('2056-01-01T00:00:00Z'),
  fetchRevocationData: async () => ({ revocationLists: [], ocspResponses: [] }),
};

/** One line of text per revision, naming its signer. */
const writtenPdf: PdfCore = {
  appendRevision: async (plan, change, { identity }) => {
    const signer = change.signature && Buffer.from(identity?.certificate ?? []).toString();
    const append = bytes(`\n${signer ?? Object.keys(change).join()}`);
    const length = plan.length + append.length;
    const revision = plan.revision + 1;
    const nextPlan = { ...plan, revision, length, sha256: sha256(`${plan.sha256}${signer}`) };
    return { append, nextPlan };
  },
  signatureAppearance: async (mark) => mark,
  drawCertificate: async () => [],
  createClaim: async () => 'claim',
  verifyDocument: async () => ({ verdict: 'authentic', reasons: [] }) as never,
};

test('a whole envelope is sealed by stubs, without a key that signs', async () => {
  const ports = await prepared();
  const seal = makeSeal({
    ...ports,
    ...{ pki: namedPki, pdf: writtenPdf, newKey: () => deaf },
    keys: { authority: deaf, seal: deaf, timestamp: deaf },
  } satisfies SealPorts);
  for (const { id } of PARTIES) {
    await signBy(ports, id);
    await seal({ operation: 'append', envelopeId: ENVELOPE_ID });
  }
  await seal({ operation: 'close', envelopeId: ENVELOPE_ID });
  await seal({ operation: 'renew-revocation-list' });
  const envelope = await load(ports);
  expect(envelope.status).toBe('completed');
  const file = await ports.documents.get(envelope.status === 'completed' ? envelope.file.key : '');
  const lines = Buffer.from(file!.bytes).toString().split('\n').slice(-5);
  const signers = PARTIES.map(({ name }) => name);
  expect(lines).toEqual([...signers, 'seal', 'validationData', 'timestamp']);
});
