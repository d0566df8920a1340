import { beforeEach, describe, expect, it } from 'vitest';
import { makePurge } from '../../functions/purge/purge.ts';
import { makeProject } from '../../functions/relay/project.ts';
import { makeDocument } from '../../functions/sender/files/document.ts';
import { makeDownload } from '../../functions/sender/files/download.ts';
import { makeOriginal } from '../../functions/sender/files/original.ts';
import { makePresignedDownload } from '../../functions/sender/files/presigned-download.ts';
import { makeShow } from '../../functions/sender/reading/show.ts';
import { judge } from '../../functions/verifier/judge.ts';
import type { EntryData } from '../../shared/domain/ledger/entries.ts';
import { mintLink } from '../../shared/messages/mint-link.ts';
import { step } from '../fixtures/envelope-steps.ts';
import { OWNER } from '../fixtures/sample-envelope.ts';
import { finished, load, signedByAll } from '../fixtures/sealed-journey.ts';
import { close, ENVELOPE_ID } from '../fixtures/sealing.ts';
import {
  Browser,
  completedEnvelope,
  confirmed,
  invitedLink,
  onClientsTurn,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

const DAYS_14 = 14 * 86_400;
const RETENTION = { evidenceYears: 10, draftDays: 60 };
const SECRET = 'Łódź 1987';

let ports: SignerPorts;
let browser: Browser;
let id: string;

/** The sender's routes that return a document, and the envelope as the sender sees it. */
function senderAsks() {
  const caller = { ...OWNER, isAdministrator: false, emailVerified: true };
  const request = { body: {}, query: {}, path: { id }, language: 'it', caller } as const;
  const download = makePresignedDownload(ports);
  return {
    original: () => makeOriginal(ports, download)(request),
    document: () => makeDocument(ports, download)(request),
    download: () => makeDownload(ports, { download, fromArchive: download })(request),
    show: () => makeShow(ports, { VERIFIER_URL: 'https://verify.test' })(request),
  };
}

/** A party that has filled in a field and has a link, a session and a right code. */
async function filledIn(): Promise<string> {
  id = await onClientsTurn(ports);
  const link = await invitedLink(ports, id, 'c2');
  await confirmed(ports, browser, link, 'email');
  await browser.draft({ pt: SECRET });
  expect((await browser.show()).body.values).toEqual({ pt: SECRET });
  return link;
}

beforeEach(() => {
  ports = signerPorts();
  browser = new Browser(signerDoor(ports));
});

type Ending = 'declined' | 'voided' | 'expired' | 'failed';
const ENDINGS: { readonly [T in Ending]: EntryData[T] } = {
  declined: { party: 'c2', reason: 'no' } as EntryData['declined'],
  voided: { reason: 'error' },
  expired: {},
  failed: { stage: 'seal', code: 'unknown' },
};

/**
 * Invariant 9: after 14 days no route returns the document or what was filled into it; verification by hash
 * still works. Which objects remain in the bucket: test/functions/purge.test.ts.
 */
describe.each(Object.keys(ENDINGS) as Ending[])('14 days after an envelope was %s', (ending) => {
  it('no door gives out the document or what was filled in, purged or not', async () => {
    const link = await filledIn();
    await step(ports, id, ending, ENDINGS[ending]);
    for (const wait of [DAYS_14, 0]) {
      ports.clock.advance(wait);
      if (wait === 0) await makePurge(ports)({ operation: 'purge', envelopeId: id });
      const { show, ...documents } = senderAsks();
      for (const ask of Object.values(documents)) await expect(ask()).rejects.toThrow();
      expect(JSON.stringify(await show())).not.toContain(SECRET);
      const anew = new Browser(signerDoor(ports));
      await anew.open(link);
      for (const each of [browser, anew])
        for (const ask of [each.show, each.document, each.download]) {
          const { status, body } = await ask();
          expect(status).toBeGreaterThanOrEqual(400);
          expect(JSON.stringify(body)).not.toContain(SECRET);
        }
    }
    expect([...ports.documents.objects.keys()].filter((key) => key.includes(id))).toEqual([]);
  });
});

it('a completed document is there until the second before, and then at no door', async () => {
  id = await completedEnvelope(ports);
  const link = await completedLink();
  ports.clock.advance(DAYS_14 - 1);
  await browser.open(link);
  expect((await browser.download()).status).toBe(200);
  await senderAsks().download();
  ports.clock.advance(1);
  expect((await browser.download()).body.code).toBe('document_removed');
  const { show: _, ...documents } = senderAsks();
  for (const ask of Object.values(documents))
    await expect(ask()).rejects.toMatchObject({ code: 'document_removed' });
});

/** The link in the last message to a party. */
async function completedLink(): Promise<string> {
  const envelope = await ports.ledger.load(id);
  const url = await mintLink(ports, 'https://sign.test', envelope, envelope.parties[2]!);
  return url.split('#')[1]!;
}

it('what was filled in is gone from ledger, list, record and bucket, and the hash still answers', async () => {
  const sealing = await signedByAll();
  await close(sealing);
  const { envelope } = await finished(sealing);
  expect(await isAnywhere(sealing, 'Łódź')).toBe(true);
  sealing.clock.advance(DAYS_14);
  await makePurge(sealing)({ operation: 'purge', envelopeId: ENVELOPE_ID });
  const settings = { company: 'Acme', showTitle: true, retention: RETENTION };
  await makeProject(sealing, settings)(await load(sealing));
  expect(await isAnywhere(sealing, 'Łódź')).toBe(false);
  expect(JSON.stringify(await sealing.ledger.entries(ENVELOPE_ID))).not.toContain('Łódź');
  expect(JSON.stringify([...sealing.records.rows, ...sealing.envelopes.rows])).not.toContain(
    'Łódź',
  );
  const { sha256 } = envelope.file;
  const byHash = await sealing.records.findBySha256(sha256);
  expect(judge({ sha256, byHash, byId: undefined }).verdict).toBe('authentic');
});

const isAnywhere = async (
  { documents }: Awaited<ReturnType<typeof signedByAll>>,
  text: string,
): Promise<boolean> =>
  [...documents.objects].some(
    ([key, { bytes }]) => key.includes(ENVELOPE_ID) && Buffer.from(bytes).includes(text),
  );
