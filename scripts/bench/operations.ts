import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { PDFDocument } from 'pdf-lib';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { createSignature } from '../../shared/pki/cms/create-signature.ts';
import { intake, intakeWithCertificate, Signing } from './journey.ts';
import { sealedFile } from './sealed-file.ts';

/** Prepares a document once; the returned function is measured several times. */
type Operation = (bytes: Uint8Array) => Promise<() => Promise<unknown>>;

/** Lower bound of any signature whose file hash is not cached: SHA-256 of the file and one P-256 signature. */
const floor: Operation = async (bytes) => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return async () => sign('sha256', createHash('sha256').update(bytes).digest(), privateKey);
};

const loadAndSave: Operation = async (bytes) => async () =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).save();

const ownSignature: Operation = async (bytes) => {
  const [{ plan }, signing] = [await intake(bytes), await Signing.prepare()];
  return () => signing.sign(plan);
};

const ownSeal: Operation = async (bytes) => {
  const [{ plan }, signing] = [await intake(bytes), await Signing.prepare()];
  const signed = await signing.sign(plan);
  return () => signing.seal(signed);
};

const ownVerify: Operation = async (original) => {
  const { bytes, root } = await sealedFile(original);
  return async () => {
    const { verdict, reasons } = await verifyDocument(bytes, { roots: [root] });
    if (verdict !== 'authentic') throw new Error(JSON.stringify(reasons));
  };
};

const libPdf: Operation = async (bytes) => {
  const { seal } = (await Signing.prepare()).company;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const usable = await crypto.subtle.importKey(
    'pkcs8',
    key.export({ type: 'pkcs8', format: 'der' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  const signer = new CryptoKeySigner(usable, seal.certificate, 'EC', 'ECDSA');
  return async () => (await PDF.load(bytes)).sign({ signer, reason: 'Approved' });
};

/** Both sign with our CMS, so that only the PDF libraries are compared. */
class CmsSigner extends Signer {
  readonly #signing: Signing;

  constructor(signing: Signing) {
    super();
    this.#signing = signing;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    const { seal, timestamp } = this.#signing.company;
    const digest = createHash('sha256').update(pdf).digest();
    return Buffer.from(await createSignature(seal, digest, timestamp));
  }
}

const signPdf: Operation = async (bytes) => {
  const signer = new CmsSigner(await Signing.prepare());
  const place = { reason: 'Approved', contactInfo: '', name: 'Laura Bianchi', location: 'Milano' };
  return async () => {
    const pdfDoc = await PDFDocument.load(bytes);
    pdflibAddPlaceholder({ pdfDoc, ...place, signatureLength: 16_384 });
    const saved = Buffer.from(await pdfDoc.save({ useObjectStreams: false }));
    return new SignPdf().sign(saved, signer);
  };
};

export const OPERATIONS = {
  intake: async (bytes) => () => intake(bytes),
  'with certificate': async (bytes) => () => intakeWithCertificate(bytes),
  'load + save': loadAndSave,
  signature: ownSignature,
  'hash + sign': floor,
  'LibPDF sign': libPdf,
  signpdf: signPdf,
  'seal, B-LTA': ownSeal,
  verify: ownVerify,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
