import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportExpiringCertificates } from '../../../functions/seal/ending-certificates.ts';
import { makeRenewRevocationList } from '../../../functions/seal/renew-revocation-list.ts';
import { storedAuthority } from '../../../functions/seal/stored-authority.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { certificatesIn } from '../../../shared/pki/asn1/pem.ts';
import { MemoryAuthorityCopies } from '../../fixtures/memory/authority-copies.ts';
import { MemoryDocuments } from '../../fixtures/memory/documents.ts';
import { bytesOf, finished, signedByAll } from '../../fixtures/sealed-journey.ts';
import {
  append,
  close,
  PARTIES,
  prepare,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../fixtures/sealing.ts';

const YEAR = 365.25 * 24 * 3_600;

const rootsOf = async (ports: SealingPorts) =>
  certificatesIn(Buffer.from(await bytesOf(ports, 'pki/root.pem')).toString());
async function sealOf(ports: SealingPorts) {
  const [seal] = certificatesIn(Buffer.from(await bytesOf(ports, 'pki/chain.pem')).toString());
  return new X509Certificate(seal!);
}
async function verdictOf(ports: SealingPorts, bytes: Uint8Array) {
  const options = { roots: await rootsOf(ports), now: ports.clock.now() };
  return (await verifyDocument(bytes, options)).reasons.map(({ code }) => code);
}

describe('the company’s own certificates', () => {
  it.each([9, 11, 25, 45])(
    'are renewed in time: after %i years of daily runs documents are sealed, and the first one is authentic',
    async (years) => {
      const ports = await signedByAll();
      await close(ports);
      const { bytes } = await finished(ports);
      for (let year = 0; year < years; year++) {
        ports.clock.advance(YEAR);
        await makeRenewRevocationList(ports)();
      }
      expect(await verdictOf(ports, bytes)).toEqual(['authentic']);
      expect(new Date((await sealOf(ports)).validTo).getTime()).toBeGreaterThan(
        ports.clock.now().getTime() + YEAR * 1_000,
      );
      const next = await sealedNow(ports);
      expect(await verdictOf(next, (await finished(next)).bytes)).toEqual(['authentic']);
    },
  );

  it('are renewed by the first document after years in which nothing ran', async () => {
    const ports = await signedByAll();
    await close(ports);
    const { bytes } = await finished(ports);
    ports.clock.advance(35 * YEAR);
    const next = await sealedNow(ports);
    expect(await verdictOf(next, (await finished(next)).bytes)).toEqual(['authentic']);
    expect(await verdictOf(next, bytes)).toEqual(['authentic']);
  });

  it('may be renewed while a document is on its way', async () => {
    const founded = sealingPorts();
    await makeRenewRevocationList(founded)();
    founded.clock.advance(10 * YEAR - 2 * 24 * 3_600);
    const ports = afresh(founded);
    await sentEnvelope(ports);
    await prepare(ports);
    await signBy(ports, 'director');
    await append(ports);
    const before = await bytesOf(ports, 'pki/root.der');
    ports.clock.advance(3 * 24 * 3_600);
    await signBy(ports, 'client');
    await append(ports);
    await close(ports);
    expect(await bytesOf(ports, 'pki/root.der')).not.toEqual(before);
    expect(await verdictOf(ports, (await finished(ports)).bytes)).toEqual(['authentic']);
  });

  it('are renewed once by two at a time', async () => {
    const ports = sealingPorts();
    await makeRenewRevocationList(ports)();
    ports.clock.advance(11 * YEAR);
    await Promise.all([makeRenewRevocationList(ports)(), makeRenewRevocationList(ports)()]);
    expect(await rootsOf(ports)).toHaveLength(2);
    const root = await bytesOf(ports, 'pki/root.der');
    await makeRenewRevocationList(ports)();
    expect(await bytesOf(ports, 'pki/root.der')).toEqual(root);
  });

  it('tell of it a year before one ends, where they were not', async () => {
    const ports = sealingPorts();
    await makeRenewRevocationList(ports)();
    const told: unknown[] = [];
    const renewed = {
      ...ports,
      onEndingCertificate: (...heard: readonly unknown[]) => told.push(heard),
    };
    ports.clock.advance(9.5 * YEAR);
    await reportExpiringCertificates(renewed, (await storedAuthority(ports))!.authority);
    expect(told).toEqual([['seal', expect.any(Number)]]);
    told.length = 0;
    await makeRenewRevocationList(renewed)();
    expect(told).toEqual([]);
  });
});

describe('a company that is called otherwise', () => {
  it('seals the next document under its new name, by the same root', async () => {
    const before = await signedByAll();
    const ports = { ...before, company: { name: 'Nuova Acme S.p.A.', country: 'IT' } };
    await close(ports);
    const { bytes, root } = await finished(ports);
    const { signatures, reasons } = await verifyDocument(bytes, { roots: [root] });
    expect(reasons.map(({ code }) => code)).toEqual(['authentic']);
    expect(signatures.find(({ kind }) => kind === 'seal')!.certificate.subject).toContain(
      'Nuova Acme S.p.A.',
    );
    expect(await rootsOf(ports)).toEqual([root]);
    expect(new X509Certificate(root).subject).toContain('Acme S.r.l.');
  });
});

describe('the root', () => {
  it('is put back from its copy when the bucket has lost it, and told to nobody as new', async () => {
    const ports = sealingPorts();
    await makeRenewRevocationList(ports)();
    const root = await bytesOf(ports, 'pki/root.der');
    await ports.documents.removeAll('pki/');
    const onFounding = () => expect.unreachable('a second root');
    await makeRenewRevocationList({ ...ports, onFounding })();
    expect(await bytesOf(ports, 'pki/root.der')).toEqual(root);
  });

  it('is put back as it was renewed last', async () => {
    const ports = sealingPorts();
    await makeRenewRevocationList(ports)();
    ports.clock.advance(11 * YEAR);
    await makeRenewRevocationList(ports)();
    const roots = await rootsOf(ports);
    await ports.documents.removeAll('pki/');
    await makeRenewRevocationList(ports)();
    expect(await rootsOf(ports)).toEqual(roots);
  });

  it('is copied by the daily run where an earlier release founded it', async () => {
    const ports = sealingPorts();
    await makeRenewRevocationList(ports)();
    const authorityCopies = new MemoryAuthorityCopies();
    await makeRenewRevocationList({ ...ports, authorityCopies })();
    const stored = await bytesOf(ports, 'pki/authority.json');
    expect(Buffer.from((await authorityCopies.newest())!.bytes)).toEqual(Buffer.from(stored));
  });

  it('is never founded without being told', async () => {
    let told = 0;
    const ports = { ...sealingPorts(), onFounding: () => ++told };
    await makeRenewRevocationList(ports)();
    await makeRenewRevocationList(ports)();
    expect(told).toBe(1);
  });
});

/** The same company with an empty bucket except for its authority's files. */
function afresh(ports: SealingPorts): SealingPorts {
  const { keys, clock, authorityCopies, documents: earlier } = ports;
  const documents = new MemoryDocuments();
  for (const [key, object] of earlier.objects)
    if (key.startsWith('pki/')) documents.objects.set(key, object);
  return { ...sealingPorts(), keys, clock, authorityCopies, documents };
}

async function sealedNow(before: SealingPorts): Promise<SealingPorts> {
  const ports = afresh(before);
  await sentEnvelope(ports);
  await prepare(ports);
  for (const { id } of PARTIES) {
    await signBy(ports, id);
    await append(ports);
  }
  await close(ports);
  return ports;
}
