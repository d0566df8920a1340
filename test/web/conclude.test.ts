import { describe, expect, it } from 'vitest';
import type { PublicRecord } from '../../shared/contract/verifier.ts';
import type { ReasonCode, Report, Verdict } from '../../shared/pdf/verify/report.ts';
import { conclude, type Evidence } from '../../web/verify/conclude.ts';

const CODE = 'ABCDE01234FGHJK56789MNPQRS';
const SHA256 = 'a'.repeat(64);

const report = (verdict: Verdict, code: ReasonCode, facts: Partial<Report> = {}): Report => ({
  verdict,
  reasons: [{ code, sentence: '' }],
  sha256: SHA256,
  closedSha256: SHA256,
  length: 1,
  signatures: [],
  revisions: [],
  foreignSignatures: [],
  envelopeId: CODE,
  ...facts,
});
const record = (facts: Partial<PublicRecord> = {}): PublicRecord => ({
  id: CODE,
  status: 'completed',
  company: 'Acme',
  createdAt: '2026-11-24T08:00:00.000Z',
  signers: [],
  sha256: SHA256,
  ...facts,
});

const authentic = report('authentic', 'authentic');
const OTHER = 'Z'.repeat(26);
const other = report('authentic', 'authentic', { envelopeId: OTHER });
const all: Evidence = {
  report: authentic,
  rooted: true,
  code: CODE,
  record: record(),
  answer: { verdict: 'authentic', reason: '', record: record() },
  claimed: true,
};
const offline = { ...all, answer: undefined };

describe('the verdict of file, register and QR code together', () => {
  it.each<[string, Partial<Evidence>, string, string]>([
    ['all agree', {}, 'authentic', 'authentic'],
    ['the file is altered', { report: report('altered', 'structure') }, 'altered', 'altered'],
    [
      'the register knows another file',
      { answer: { verdict: 'altered', reason: '' } },
      'altered',
      'hashDiffers',
    ],
    ['the QR code is of another file', { claimed: false }, 'altered', 'qrDiffers'],
    [
      'the register knows nothing',
      { answer: { verdict: 'unknown', reason: '' } },
      'unknown',
      'unlisted',
    ],
    [
      'the authority is another',
      { report: report('unknown', 'untrusted') },
      'unknown',
      'untrusted',
    ],
    [
      'there is no root to trust by',
      { report: report('unknown', 'untrusted'), rooted: false },
      'authentic',
      'authenticByHash',
    ],
    [
      'the file is another authentic document',
      { report: other, answer: { verdict: 'authentic', reason: '' }, claimed: false },
      'another',
      'another',
    ],
    [
      'the file is another recorded document and there is no root to trust by',
      {
        report: report('unknown', 'untrusted', { envelopeId: OTHER }),
        rooted: false,
        answer: { verdict: 'authentic', reason: '' },
      },
      'another',
      'another',
    ],
    [
      'the file is another document, altered',
      { report: report('altered', 'structure', { envelopeId: OTHER }) },
      'altered',
      'altered',
    ],
    [
      'the register knows the other document otherwise',
      { report: other, answer: { verdict: 'altered', reason: '' } },
      'altered',
      'hashDiffers',
    ],
    [
      'the register does not know the other document',
      { report: other, answer: { verdict: 'unknown', reason: '' } },
      'unknown',
      'otherCode',
    ],
    [
      'the other document is signed under an authority that is not trusted',
      {
        report: report('unknown', 'untrusted', { envelopeId: OTHER }),
        answer: { verdict: 'authentic', reason: '' },
      },
      'unknown',
      'otherCode',
    ],
    ['the file is no PDF', { report: report('unknown', 'not_pdf') }, 'unknown', 'notPdf'],
    ['the PDF is from elsewhere', { report: report('unknown', 'not_ours') }, 'unknown', 'notThis'],
    [
      'it comes without a code',
      { report: report('unknown', 'not_ours'), code: undefined },
      'unknown',
      'foreign',
    ],
    [
      'not all have signed',
      { answer: undefined, record: record({ status: 'open' }) },
      'not_complete',
      'open',
    ],
    [
      'the signing was stopped',
      { answer: undefined, record: record({ status: 'voided' }) },
      'not_complete',
      'stopped',
    ],
  ])('when %s', (_, facts, verdict, sentence) => {
    expect(conclude({ ...all, ...facts })).toEqual({ verdict, sentence });
  });

  it('takes a file whose proof was renewed for the one that was closed', () => {
    const renewed = { ...authentic, sha256: 'c'.repeat(64) };
    expect(conclude({ ...offline, report: renewed }).verdict).toBe('authentic');
  });

  it.each<[string, Partial<Evidence>, string, string]>([
    ['and the QR code vouches for the file', {}, 'authentic', 'authenticByQr'],
    ['and without a QR code', { claimed: undefined }, 'authentic', 'authenticOffline'],
    [
      'and without a record',
      { record: undefined, claimed: undefined },
      'authentic',
      'authenticOffline',
    ],
    ['and the file is another document', { report: other }, 'another', 'anotherOffline'],
    [
      'and the record is of another file',
      { record: record({ sha256: 'b'.repeat(64) }) },
      'altered',
      'hashDiffers',
    ],
    [
      'and nothing can be trusted',
      { report: report('unknown', 'untrusted'), record: undefined, rooted: false },
      'unknown',
      'untrusted',
    ],
    [
      'and a timestamp is from the future',
      { report: report('unknown', 'future'), record: undefined },
      'unknown',
      'future',
    ],
  ])('without a network %s', (_, facts, verdict, sentence) => {
    expect(conclude({ ...offline, ...facts })).toEqual({ verdict, sentence });
  });
});
