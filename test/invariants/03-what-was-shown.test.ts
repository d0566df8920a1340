import { beforeAll, describe, expect, it } from 'vitest';
import type { Completed, Signing } from '../../shared/domain/envelope/envelope.ts';
import type { Entry } from '../../shared/domain/ledger/ledger.ts';
import { sha256 } from '../../shared/domain/sha256.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { bytesOf, finished, load, prepared, signedByAll } from '../fixtures/sealed-journey.ts';
import {
  append,
  close,
  ENVELOPE_ID,
  PARTIES,
  type SealingPorts,
  signBy,
} from '../fixtures/sealing.ts';
import {
  Browser,
  confirmed,
  invitedLink,
  onClientsTurn,
  signerDoor,
  signerPorts,
} from '../fixtures/signer-door.ts';

const startsWith = (file: Uint8Array, beginning: Uint8Array): boolean =>
  Buffer.from(file.subarray(0, beginning.length)).equals(beginning);

/**
 * Invariant 3: the signed document is the one shown plus the declared fields, signatures, stamp and
 * certificate.
 */
describe('a document that all have signed', () => {
  let ports: SealingPorts;
  beforeAll(async () => {
    ports = await signedByAll();
    await close(ports);
  });

  it('begins, byte for byte, with what each party was shown', async () => {
    const { bytes } = await finished(ports);
    const { revisions } = (await load(ports)) as Completed;
    const signed = (await ports.ledger.entries(ENVELOPE_ID)).filter(
      (entry): entry is Entry<'signed'> => entry.type === 'signed',
    );
    expect(signed).toHaveLength(PARTIES.length);
    for (const { data } of signed) {
      const shown = revisions.find((revision) => revision.sha256 === data.documentSha256)!;
      const beginning = await bytesOf(ports, shown.key);
      expect(sha256(beginning)).toBe(data.documentSha256);
      expect(startsWith(bytes, beginning)).toBe(true);
    }
  });

  it('was changed after that by nothing but signatures, declared fields and certificate', async () => {
    const { bytes, root } = await finished(ports);
    const report = await verifyDocument(bytes, { roots: [root], envelopeId: ENVELOPE_ID });
    expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
    expect(report.signatures.map(({ kind }) => kind).slice(0, 3)).toEqual([
      'party',
      'party',
      'seal',
    ]);
  });
});

describe('what a party handed in', () => {
  it('is appended as its hash in the ledger says, or not at all', async () => {
    const ports = await prepared();
    const envelope = await signBy(ports, 'director');
    const { key } = envelope.parties[0]!.signature!.submission;
    const stored = Buffer.from(await bytesOf(ports, key)).toString();
    const forged = Buffer.from(stored.replace('M0 0L40 20', 'M0 0L40 21'));
    expect(forged.toString()).not.toBe(stored);
    await ports.documents.put(key, forged, { contentType: 'application/json' });
    await expect(append(ports)).rejects.toThrow();
    expect(((await load(ports)) as Signing).revisions).toHaveLength(1);
  });

  it('is appended to the revision that was shown, or not at all', async () => {
    const ports = await prepared();
    const { revisions } = (await signBy(ports, 'director')) as Signing;
    const { key } = revisions[0]!;
    const forged = Buffer.from(await bytesOf(ports, key));
    forged[forged.length - 10] = forged[forged.length - 10]! ^ 1;
    await ports.documents.put(key, forged, { contentType: 'application/pdf' });
    await expect(append(ports)).rejects.toThrow();
    expect(((await load(ports)) as Signing).revisions).toHaveLength(1);
  });

  it('holds nothing but the fields that were declared for it', async () => {
    const ports = signerPorts();
    const id = await onClientsTurn(ports);
    const browser = new Browser(signerDoor(ports));
    await confirmed(ports, browser, await invitedLink(ports, id, 'c2'), 'email');
    const { documentSha256 } = (await browser.show()).body;
    const signature = { method: 'typed', text: 'Zoë Müller', hand: 'caveat' };
    const values = { pt: 'declared', ct: 'of-another', unheard: 'of-nobody' };
    await browser.sign({ documentSha256, values, signature });
    await browser.sign({ documentSha256, values: { pt: 'declared' }, signature });
    const { submission } = (await ports.ledger.load(id)).parties[2]!.signature!;
    const stored = Buffer.from((await ports.documents.get(submission.key))!.bytes).toString();
    expect(stored).toContain('declared');
    expect(stored).not.toMatch(/of-another|of-nobody/);
  });
});
