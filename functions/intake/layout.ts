import type { OwnValues } from '../../shared/contract/sender/own-values.ts';
import type { Preparing } from '../../shared/domain/envelope/envelope.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import type { DocumentLayout, LaidField } from '../../shared/pdf/intake/intake.ts';
import type { PdfCore } from './ports.ts';

/** Facts of the company on the certificate. */
export interface Issuer {
  readonly company: { readonly name: string };
  readonly timeZone: string;
  readonly verifierUrl: string;
}

/** The layout for `prepareDocument`. */
export function layoutOf(
  pdf: PdfCore,
  envelope: Preparing,
  values: OwnValues,
  issuer: Issuer,
): DocumentLayout {
  const certificate = certificateOf(pdf, envelope, issuer);
  return {
    envelopeId: envelope.id,
    title: envelope.title,
    language: envelope.language,
    parties: envelope.parties.map(({ id }) => ({ id })),
    fields: envelope.fields.map((field) => laid(field, values)),
    certificatePages: certificate.length,
    certificate,
  };
}

const certificateOf = (pdf: PdfCore, envelope: Preparing, { company, ...issuer }: Issuer) =>
  pdf.printedCertificate({
    ...issuer,
    company: company.name,
    language: envelope.language,
    title: envelope.title,
    envelopeId: envelope.id,
    pages: envelope.document.pages.length,
    originalSha256: envelope.document.sha256,
    createdAt: envelope.createdAt,
    sentAt: envelope.sentAt,
    parties: envelope.parties,
  });

function laid({ required: _, options, ...field }: Field, values: OwnValues): LaidField {
  const value = field.party === null ? values[field.id] : undefined;
  return {
    ...field,
    ...(options && { options: [...options] }),
    ...(value !== undefined && { value }),
  };
}
