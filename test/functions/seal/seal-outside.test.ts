import { X509Certificate } from 'node:crypto';
import type { Extension } from '@peculiar/asn1-x509';
import { PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { makeRenewRevocationList } from '../../../functions/seal/renew-revocation-list.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { certificatesIn, pemOf } from '../../../shared/pki/asn1/pem.ts';
import { ocspAt } from '../../fixtures/ocsp-responder.ts';
import { bytesOf, finished, load, signedByAll } from '../../fixtures/sealed-journey.ts';
import {
  append,
  close,
  PARTIES,
  prepare,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../fixtures/sealing.ts';
import { outsideAuthority } from '../../fixtures/timestamp-authority.ts';
import { viewOf } from '../../pdf/verify/forger.ts';
import { certifiedChain } from '../../pki/certified-chain.ts';
import { ACME, createCompany } from '../../pki/company.ts';
import { newEcKey } from '../../pki/managed-key.ts';

const NOW = new Date('2026-11-24T09:00:00Z');

/** A journey with timestamps from an outside authority. */
async function stampedOutside() {
  const ports = sealingPorts();
  const outside = await outsideAuthority(ports.clock);
  const stamped = {
    ...ports,
    timestampUrls: ['http://127.0.0.1:1/down', outside.url],
    timestampRoots: pemOf(outside.company.authority.root),
  };
  await sentEnvelope(stamped);
  await prepare(stamped);
  for (const { id } of PARTIES) {
    await signBy(stamped, id);
    await append(stamped);
  }
  return { stamped, outside };
}

describe('outside timestamp authorities', () => {
  it('stamp every signature, the seal and the file; the next one is asked where one is down', async () => {
    const { stamped, outside } = await stampedOutside();
    await close(stamped);
    outside.server.close();
    const { root, bytes } = await finished(stamped);
    expect(outside.asked.count).toBe(PARTIES.length + 2);
    expect((await verifyDocument(bytes, { roots: [root] })).verdict).toBe('unknown');
    const published = await bytesOf(stamped, 'pki/timestamp-roots.pem');
    const timestampRoots = certificatesIn(Buffer.from(published).toString());
    const report = await verifyDocument(bytes, { roots: [root], timestampRoots });
    expect(report.verdict).toBe('authentic');
  });

  it('are each proven in the file, also where another one stamped each revision', async () => {
    const ports = sealingPorts();
    const outside = await Promise.all([1, 2, 3, 4].map(() => outsideAuthority(ports.clock)));
    const roots = outside.map(({ company }) => pemOf(company.authority.root)).join('');
    const stamped = (turn: number) => ({
      ...ports,
      timestampUrls: [outside[turn]!.url],
      timestampRoots: roots,
    });
    await sentEnvelope(stamped(0));
    await prepare(stamped(0));
    for (const [turn, { id }] of PARTIES.entries()) {
      await signBy(ports, id);
      await append(stamped(turn));
    }
    // The third answers once, for the seal, so the document timestamp must come from the fourth.
    const urls = [`${outside[2]!.url}/once`, outside[3]!.url];
    await close({ ...stamped(2), timestampUrls: urls });
    for (const { server } of outside) server.close();
    const { root, bytes } = await finished(ports);
    const timestampRoots = certificatesIn(roots);
    const report = await verifyDocument(bytes, { roots: [root], timestampRoots });
    expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
    expect(storedIn(bytes, 'CRLs')).toHaveLength(1 + outside.length);
  });

  it('are trusted for timestamps alone', async () => {
    const { stamped, outside } = await stampedOutside();
    await close(stamped);
    outside.server.close();
    const { bytes } = await finished(stamped);
    const timestampRoots = [outside.company.authority.root];
    const report = await verifyDocument(bytes, { roots: [], timestampRoots });
    expect(report.verdict).toBe('unknown');
  });

  it('have closed nothing when their tokens end in another root', async () => {
    const { stamped, outside } = await stampedOutside();
    const other = await createCompany(stamped.clock.now());
    const distrusted = { ...stamped, timestampRoots: pemOf(other.authority.root) };
    await expect(close(distrusted)).rejects.toThrow('no timestamp authority returned');
    outside.server.close();
    expect((await load(stamped)).status).toBe('signed');
  });

  it('leave the envelope signed, to be tried again, while none of them answers', async () => {
    const ports = await signedByAll();
    const down = { ...ports, timestampUrls: ['http://127.0.0.1:1/down'] };
    await expect(close(down)).rejects.toThrow('no timestamp authority returned');
    expect((await load(ports)).status).toBe('signed');
    expect(await close(ports)).toEqual({ outcome: 'done' });
  });

  it('keep their roots published after the company has changed to another', async () => {
    const ports = sealingPorts();
    const [first, second] = await Promise.all([NOW, NOW].map((now) => createCompany(now)));
    for (const { authority } of [first!, second!, first!])
      await makeRenewRevocationList({ ...ports, timestampRoots: pemOf(authority.root) })();
    const published = await bytesOf(ports, 'pki/timestamp-roots.pem');
    const both = [first!.authority.root, second!.authority.root];
    expect(certificatesIn(Buffer.from(published).toString())).toEqual(both);
  });
});

/** Certificates of the document security store whose revocation lists or responses the key names. */
function storedIn(bytes: Uint8Array, key: 'CRLs' | 'OCSPs') {
  const view = viewOf(bytes);
  return view.elements(view.dictionary(view.catalog.get(PDFName.of('DSS'))).get(PDFName.of(key)));
}

describe('a seal key that a public authority has certified', () => {
  async function certified(further?: (url: string) => Extension[]) {
    const ports = await signedByAll();
    const outside = await outsideAuthority(ports.clock);
    const { chain } = await certifiedChain(
      outside,
      await ports.keys.seal.publicKey(),
      ports.clock,
      further && { further: further(outside.url) },
    );
    const pem = Buffer.from(chain.map(pemOf).join(''));
    await ports.documents.put('pki/seal-chain.pem', pem, { contentType: 'application/x-pem-file' });
    return { ports, outside, chain };
  }

  it('seals with that certificate, and the company’s own root still says whose it is', async () => {
    const { ports, outside } = await certified();
    await close(ports);
    outside.server.close();
    const { root, bytes } = await finished(ports);
    const report = await verifyDocument(bytes, { roots: [root] });
    expect(report.verdict).toBe('authentic');
    const { certificate } = report.signatures.find(({ kind }) => kind === 'seal')!;
    expect(certificate.issuer).toBe(`${ACME.name} Signature Authority`);
    expect((await verifyDocument(bytes, { roots: [] })).verdict).toBe('unknown');
  });

  it('is proven by OCSP where the authority publishes no list', async () => {
    const { ports, outside } = await certified((url) => [ocspAt(`${url}/ocsp`)]);
    await close(ports);
    outside.server.close();
    const { root, bytes } = await finished(ports);
    expect((await verifyDocument(bytes, { roots: [root] })).verdict).toBe('authentic');
    expect(storedIn(bytes, 'OCSPs')).toHaveLength(1);
    expect(storedIn(bytes, 'CRLs')).toHaveLength(1);
  });

  it('closes nothing while nobody says whether its certificate is revoked', async () => {
    const { ports, outside } = await certified((url) => [ocspAt(`${url}/ocsp`)]);
    outside.server.close();
    await expect(close(ports)).rejects.toThrow('no revocation source');
    expect((await load(ports)).status).toBe('signed');
  });

  it('goes back to the company’s own certificate when the public one runs out', async () => {
    const { ports, outside } = await certified();
    ports.clock.advance(3 * 365 * 24 * 3_600);
    await close(ports);
    outside.server.close();
    const { root, bytes } = await finished(ports);
    const { signatures } = await verifyDocument(bytes, { roots: [root] });
    expect(signatures.find(({ kind }) => kind === 'seal')!.certificate.issuer).toContain(
      'Acme S.r.l.',
    );
  });

  it('is told of daily from a month before its certificate runs out, and after', async () => {
    const { ports, outside } = await certified();
    outside.server.close();
    const told: unknown[] = [];
    const onEndingCertificate = (...heard: readonly unknown[]) => told.push(heard);
    const renew = makeRenewRevocationList({ ...ports, onEndingCertificate });
    const chain = certificatesIn(
      Buffer.from(await bytesOf(ports, 'pki/seal-chain.pem')).toString(),
    );
    const end = Math.min(...chain.map((it) => Date.parse(new X509Certificate(it).validTo)));
    const left = (end - ports.clock.now().getTime()) / 1_000;
    ports.clock.advance(left - 31 * 86_400);
    await renew();
    expect(told).toEqual([]);
    ports.clock.advance(1.5 * 86_400);
    await renew();
    ports.clock.advance(30 * 86_400);
    await renew();
    expect(told).toEqual([
      ['installed chain', 29],
      ['installed chain', -1],
    ]);
  });

  it('seals nothing with a chain for another key', async () => {
    const { ports, outside } = await certified();
    outside.server.close();
    const { chain } = await certifiedChain(outside, newEcKey().publicKey, ports.clock);
    const pem = Buffer.from(chain.map(pemOf).join(''));
    await ports.documents.put('pki/seal-chain.pem', pem, { contentType: 'application/x-pem-file' });
    await expect(close(ports)).rejects.toMatchObject({ name: 'ChainRejected', code: 'key' });
  });
});
