import { PDFDocument, StandardFonts } from 'pdf-lib';
import {
  certificatePageCount,
  drawCertificate,
  printedCertificate,
} from '../../shared/pdf/certificate/certificate.ts';
import { createClaim } from '../../shared/pdf/claim/claim.ts';
import { claimUrl } from '../../shared/pdf/claim/claim-url.ts';
import type { Drawing } from '../../shared/pdf/draw/drawing.ts';
import { type LaidField, prepareDocument } from '../../shared/pdf/intake/intake.ts';
import { certificateField, type Plan } from '../../shared/pdf/plan.ts';
import type { Change, RevisionServices } from '../../shared/pdf/revision/change.ts';
import { appendRevision } from '../../shared/pdf/revision/revision.ts';
import {
  issueRevocationList,
  type Revocation,
} from '../../shared/pki/authority/issue-revocation-list.ts';
import type { TestCompany } from '../pki/company.ts';
import { sampleFacts } from './certificate-sample.ts';

export const ENVELOPE = '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ';
const VERIFIER = 'https://verify.example.com';

export interface SealedDocument {
  /** The file after intake and after each revision: director, client, seal, validation data, timestamp. */
  readonly stages: readonly Uint8Array[];
  readonly file: Uint8Array;
  readonly plan: Plan;
}

const box = (id: string, party: string, kind: LaidField['kind'], y: number): LaidField => ({
  id,
  party,
  kind,
  page: 0,
  x: 60,
  y,
  width: 200,
  height: 40,
});

const FIELDS: LaidField[] = [
  box('s1', 'p1', 'signature', 100),
  box('t1', 'p1', 'text', 160),
  box('s2', 'p2', 'signature', 300),
  box('i2', 'p2', 'initials', 360),
  box('c2', 'p2', 'checkbox', 420),
];

const drawing = (text: string): Drawing => ({
  width: 200,
  height: 40,
  items: [{ kind: 'text', text, x: 8, y: 14, size: 14 }],
});

/** A one-page document with text, as bytes. */
export async function plainDocument(text = 'Contratto di fornitura'): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(text, { x: 60, y: 780, size: 18, font });
  return document.save();
}

export interface SealOptions {
  readonly source?: Uint8Array;
  /** Contents of the revocation list in the file. */
  readonly revoked?: readonly Revocation[];
  /** A false hash for the claim. */
  readonly claimedSha256?: string;
  /** A complete claim to use instead of the document's own. */
  readonly claim?: string;
}

/** A completely processed document: director, client, seal, validation data, timestamp. */
export async function sealDocument(
  company: TestCompany,
  now: Date,
  options: SealOptions = {},
): Promise<SealedDocument> {
  const prepared = await prepareDocument(options.source ?? (await plainDocument()), {
    envelopeId: ENVELOPE,
    title: 'Contratto di fornitura',
    language: 'it',
    parties: [{ id: 'p1' }, { id: 'p2' }],
    fields: FIELDS,
    certificatePages: certificatePageCount(4),
    certificate: printedCertificate(sampleFacts({ language: 'it', parties: 4 })),
  });
  const pen = new Pen(prepared.bytes, prepared.plan, { timestamp: company.timestamp, now });
  await pen.append(DIRECTOR, await company.person('Юлия Петрова', 'yulia@example.com'));
  await pen.append(CLIENT, await company.person('Zoë Müller'));
  await pen.append(await sealChange(company, pen, now, options), company.seal);
  await pen.append({ validationData: await validationData(company, now, options) });
  await pen.append({ timestamp: true });
  return { stages: pen.stages, file: pen.file, plan: pen.plan };
}

const DIRECTOR: Change = {
  values: { t1: 'Direttrice tecnica' },
  signature: { field: 's1', name: 'Юлия Петрова', certify: true, appearance: drawing('Юлия') },
};

const CLIENT: Change = {
  values: { c2: true },
  drawings: { i2: drawing('ZM') },
  signature: { field: 's2', name: 'Zoë Müller', appearance: drawing('Zoë') },
};

async function sealChange(
  company: TestCompany,
  { plan }: Pen,
  now: Date,
  { claimedSha256: sha256 = plan.sha256, claim: lent }: SealOptions,
): Promise<Change> {
  const { length } = plan;
  const key = { publicKey: company.keys.seal.publicKey, sign: company.seal.sign };
  const own = await createClaim({ envelopeId: ENVELOPE, length, sha256, at: now }, key);
  const claim = lent ?? own;
  const facts = sampleFacts({ language: 'it', parties: 4 });
  const pages = drawCertificate(
    { ...facts, claimUrl: claimUrl(VERIFIER, ENVELOPE, claim) },
    plan.certificate,
  );
  const [first, ...further] = pages;
  const extra = further.map((page, index) => [certificateField(index + 2), page] as const);
  return {
    signature: {
      field: 'seal',
      name: 'Acme Costruzioni S.r.l.',
      claim,
      ...(first && { appearance: first }),
      extraAppearances: Object.fromEntries(extra),
    },
  };
}

const validationData = async (
  { authority, keys }: TestCompany,
  now: Date,
  { revoked = [] }: SealOptions,
) => ({
  certificates: [authority.root, authority.seal, authority.timestamp],
  revocationLists: [
    await issueRevocationList({
      authority: { root: authority.root, sign: keys.authority.sign },
      revoked,
      now,
    }),
  ],
  ocspResponses: [],
});

/** Appends revisions and keeps the file after each. */
export class Pen {
  readonly stages: Uint8Array[];
  plan: Plan;
  readonly #services: RevisionServices;

  constructor(bytes: Uint8Array, plan: Plan, services: RevisionServices) {
    this.stages = [bytes];
    this.plan = plan;
    this.#services = services;
  }

  get file(): Uint8Array {
    return this.stages.at(-1) ?? new Uint8Array();
  }

  async append(change: Change, identity?: RevisionServices['identity']): Promise<void> {
    const services = { ...this.#services, ...(identity && { identity }) };
    const { append, nextPlan } = await appendRevision(this.plan, change, services);
    this.stages.push(new Uint8Array(Buffer.concat([this.file, append])));
    this.plan = nextPlan;
  }
}
