import { randomBytes } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { PDFDocument, PDFName } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signing } from '../../../shared/domain/envelope/envelope.ts';
import { planKeyOf } from '../../../shared/pdf/revision/guarded-plan.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import type { Documents } from '../../../shared/ports/documents.ts';
import { type AwsTarget, startAws } from '../../fixtures/aws-target.ts';
import { memoryMacKey } from '../../fixtures/memory/keys.ts';
import { bytesOf, finished, load } from '../../fixtures/sealed-journey.ts';
import {
  append,
  close,
  ENVELOPE_ID,
  onePagePdf,
  PARTIES,
  prepare,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
  signBy,
} from '../../fixtures/sealing.ts';
import { uniqueName } from '../../local/conformance/target.ts';

const MIB = 1 << 20;
const PIXELS = 2_560;

let aws: AwsTarget;
let storage: (bucket: string) => Documents;

beforeAll(async () => {
  aws = await startAws();
  const { s3Documents } = await import('../../../shared/aws/documents/s3-documents.ts');
  storage = (bucket) => s3Documents({ BUCKET: bucket });
});
afterAll(() => aws.stop());

/** A page with one incompressible picture. */
async function largePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  const image = document.context.stream(randomBytes(PIXELS * PIXELS), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: PIXELS,
    Height: PIXELS,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  });
  page.node.setXObject(PDFName.of('Scan'), document.context.register(image));
  const content = document.context.stream('q 595 0 0 842 0 0 cm /Scan Do Q');
  page.node.set(PDFName.Contents, document.context.register(content));
  return document.save();
}

/** An envelope signed by its director, with its documents in the local S3. */
async function signedByDirector(original: Uint8Array): Promise<SealingPorts> {
  const Bucket = uniqueName('sealing');
  await new S3Client(aws.config).send(new CreateBucketCommand({ Bucket }));
  const ports = { ...sealingPorts(), documents: storage(Bucket) } as unknown as SealingPorts;
  await sentEnvelope(ports, PARTIES, original);
  await prepare(ports);
  await signBy(ports, 'director');
  return ports;
}

const revisionsOf = async (ports: SealingPorts) => ((await load(ports)) as Signing).revisions;

it('a file whose answer was lost is found again: no second one is written', async () => {
  const ports = await signedByDirector(await onePagePdf());
  const { append: write } = ports.documents;
  // As the SDK does: the write succeeds, the response is lost, the SDK retries.
  let writes = 0;
  ports.documents.append = async (...given) => {
    writes += 1;
    await write(...given);
    return write(...given);
  };
  await append(ports);
  await signBy(ports, 'client');
  await append(ports);
  await close(ports);
  const { envelope, bytes } = await finished(ports);
  expect(envelope.revisions.map(({ number }) => number)).toEqual([0, 1, 2]);
  expect(bytes.length).toBe(envelope.file.length);
  expect(writes).toBe(3);
});

describe.each([
  ['small enough to be read', onePagePdf, 0],
  ['large enough to be copied inside the storage', largePdf, 5 * MIB],
])('a document %s', (_, makeOriginal, least) => {
  let original: Uint8Array;
  beforeAll(async () => {
    original = await makeOriginal();
    expect(original.length).toBeGreaterThan(least);
  });

  it('is sealed once by two at a time, and authentic', async () => {
    const ports = await signedByDirector(original);
    await Promise.all([append(ports), append(ports)]);
    await signBy(ports, 'client');
    await Promise.all([append(ports), append(ports), append(ports)]);
    expect(await revisionsOf(ports)).toHaveLength(3);
    await Promise.all([close(ports), close(ports)]);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.filter(({ type }) => type === 'completed')).toHaveLength(1);
    const { root, bytes } = await finished(ports);
    const report = await verifyDocument(bytes, { roots: [root], envelopeId: ENVELOPE_ID });
    expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
  });

  it('is not signed if the stored revision was exchanged for another of its length', async () => {
    const ports = await signedByDirector(original);
    const { key } = (await revisionsOf(ports))[0]!;
    const changed = await bytesOf(ports, key);
    changed[changed.length >> 1]! ^= 1;
    await ports.documents.put(key, changed, { contentType: 'application/pdf' });
    await expect(append(ports)).rejects.toMatchObject({ name: 'Conflict' });
    expect(await revisionsOf(ports)).toHaveLength(1);
  });

  it('is not signed if the stored revision is gone or shorter', async () => {
    const ports = await signedByDirector(original);
    const { key } = (await revisionsOf(ports))[0]!;
    const cut = (await bytesOf(ports, key)).subarray(0, -1);
    await ports.documents.put(key, cut, { contentType: 'application/pdf' });
    await expect(append(ports)).rejects.toThrow();
    await ports.documents.removeAll(`open/${ENVELOPE_ID}/`);
    await expect(append(ports)).rejects.toThrow('missing');
    expect(await revisionsOf(ports)).toHaveLength(1);
  });

  it('is not signed by a plan that another key or nobody guarded', async () => {
    const ports = await signedByDirector(original);
    await expect(append({ ...ports, planKey: memoryMacKey() })).rejects.toThrow('not authentic');
    const { key } = (await revisionsOf(ports))[0]!;
    const guarded = JSON.parse(Buffer.from(await bytesOf(ports, planKeyOf(key))).toString());
    guarded.plan.root = guarded.plan.info;
    const forged = Buffer.from(JSON.stringify(guarded));
    await ports.documents.put(planKeyOf(key), forged, { contentType: 'application/json' });
    await expect(append(ports)).rejects.toThrow('not authentic');
    expect(await revisionsOf(ports)).toHaveLength(1);
  });

  it('is not signed by the plan of an earlier revision', async () => {
    const ports = await signedByDirector(original);
    await append(ports);
    const [first, second] = await revisionsOf(ports);
    const stale = await bytesOf(ports, planKeyOf(first!.key));
    await ports.documents.put(planKeyOf(second!.key), stale, { contentType: 'application/json' });
    await signBy(ports, 'client');
    await expect(append(ports)).rejects.toThrow('another revision');
    expect(await revisionsOf(ports)).toHaveLength(2);
  });

  it('is not closed by a seal over an exchanged revision', async () => {
    const ports = await signedByDirector(original);
    await append(ports);
    await signBy(ports, 'client');
    await append(ports);
    const { key } = (await revisionsOf(ports)).at(-1)!;
    const changed = await bytesOf(ports, key);
    changed[changed.length >> 1]! ^= 1;
    await ports.documents.put(key, changed, { contentType: 'application/pdf' });
    await expect(close(ports)).rejects.toMatchObject({ name: 'Conflict' });
    expect((await load(ports)).status).toBe('signed');
  });
});
