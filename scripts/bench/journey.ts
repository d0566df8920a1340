import { createCanvas } from '@napi-rs/canvas';
import { printedCertificate } from '../../shared/pdf/certificate/certificate.ts';
import { createClaim } from '../../shared/pdf/claim/claim.ts';
import { prepareImage } from '../../shared/pdf/image/image.ts';
import {
  type DocumentLayout,
  type LaidField,
  type PreparedDocument,
  prepareDocument,
} from '../../shared/pdf/intake/intake.ts';
import type { Plan } from '../../shared/pdf/plan.ts';
import type { Change, Revision } from '../../shared/pdf/revision/change.ts';
import { appendRevision } from '../../shared/pdf/revision/revision.ts';
import { issueRevocationList } from '../../shared/pki/authority/issue-revocation-list.ts';
import { createCompany, type TestCompany } from '../../test/pki/company.ts';

const ENVELOPE = '7ZK4Q8M2T1X9C3V5B6N0RDWGHJ';
const IMAGE_LIMITS = { maxBytes: 4 << 20, maxPixels: 8_000_000 };

const box = (id: string, kind: LaidField['kind'], y: number): LaidField => ({
  id,
  party: 'p1',
  kind,
  page: 0,
  x: 60,
  y,
  width: 200,
  height: 40,
});

const FIELDS = [
  box('signature', 'signature', 100),
  box('stamp', 'stamp', 160),
  box('place', 'text', 220),
  box('terms', 'checkbox', 280),
];

/** Drawn once, because the text does not depend on the PDF. */
const CERTIFICATE = printedCertificate({
  language: 'it',
  company: 'Acme Costruzioni S.r.l.',
  title: 'Contratto di fornitura',
  envelopeId: ENVELOPE,
  pages: 1,
  originalSha256: '0123456789abcdef'.repeat(4),
  createdAt: '2026-11-24T09:00:00Z',
  sentAt: '2026-11-24T09:01:00Z',
  parties: [{ name: 'Laura Bianchi', role: 'director' }],
  verifierUrl: 'https://verify.example.com',
});

const LAYOUT: DocumentLayout = {
  envelopeId: ENVELOPE,
  title: 'Contratto di fornitura',
  language: 'it',
  parties: [{ id: 'p1' }],
  fields: FIELDS,
  certificatePages: CERTIFICATE.length,
};

export const intake = (bytes: Uint8Array): Promise<PreparedDocument> =>
  prepareDocument(bytes, LAYOUT);

/** Includes the certificate details printed on the certificate page. */
export const intakeWithCertificate = (bytes: Uint8Array): Promise<PreparedDocument> =>
  prepareDocument(bytes, { ...LAYOUT, certificate: CERTIFICATE });

/** A drawn signature as a phone sends it, and a stamp: PNG with alpha channel. */
async function mark(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.lineWidth = 6;
  for (let x = 0; x < width; x += 40) context.strokeRect(x, (x * 7) % height, 30, 40);
  const image = await prepareImage(canvas.toBuffer('image/png'), IMAGE_LIMITS);
  const item = { kind: 'image', image, x: 0, y: 0, width: 200, height: 40 } as const;
  return { width: 200, height: 40, items: [item] };
}

/** All inputs of a signature except the plan, created once. */
export class Signing {
  readonly company: TestCompany;
  readonly #now: Date;
  readonly #change: Change;

  private constructor(company: TestCompany, now: Date, change: Change) {
    this.company = company;
    this.#now = now;
    this.#change = change;
  }

  static async prepare(): Promise<Signing> {
    const now = new Date();
    const change: Change = {
      values: { place: 'Milano, sede legale', terms: true },
      drawings: { stamp: await mark(400, 400) },
      signature: {
        field: 'signature',
        name: 'Laura Bianchi',
        certify: true,
        appearance: await mark(600, 200),
      },
    };
    return new Signing(await createCompany(now), now, change);
  }

  /** One party's signature as the sealing function makes it: reads the plan, returns the bytes to append. */
  async sign(plan: Plan): Promise<Revision> {
    const identity = await this.company.person('Laura Bianchi', 'laura@example.com');
    return appendRevision(plan, this.#change, { identity, ...this.#services() });
  }

  /** Appends the seal, the validation data and the document timestamp. */
  async seal({ nextPlan: plan }: Revision): Promise<Uint8Array> {
    const { company } = this;
    const facts = { envelopeId: ENVELOPE, length: plan.length, sha256: plan.sha256, at: this.#now };
    const claim = await createClaim(facts, company.keys.seal);
    const signature = { field: 'seal', name: 'Acme', claim };
    const services = this.#services();
    const sealed = await appendRevision(
      plan,
      { signature },
      { identity: company.seal, ...services },
    );
    const validationData = await this.#validationData();
    const validated = await appendRevision(sealed.nextPlan, { validationData }, services);
    const stamped = await appendRevision(validated.nextPlan, { timestamp: true }, services);
    return Buffer.concat([sealed.append, validated.append, stamped.append]);
  }

  #services() {
    return { timestamp: this.company.timestamp, now: this.#now };
  }

  async #validationData() {
    const { authority, keys } = this.company;
    const issuer = { root: authority.root, sign: keys.authority.sign };
    return {
      certificates: [authority.root, authority.seal, authority.timestamp],
      revocationLists: [await issueRevocationList({ authority: issuer, now: this.#now })],
      ocspResponses: [],
    };
  }
}
