import * as z from 'zod';
import { DEFAULT_COLOUR } from '../../shared/contract/brand/accents.ts';
import { Language } from '../../shared/contract/language.ts';
import { assertCovered } from '../../shared/pdf/font/font.ts';
import { PdfRefusal } from '../../shared/pdf/refusal.ts';

/** A character missing from the certificate's font would make every closing fail. */
const printable = z.string().check(({ value, issues }) => {
  const missing = notCovered(value);
  if (missing)
    issues.push({
      code: 'custom',
      input: value,
      message: `“${missing}” is not in the font of the certificate: Latin, Greek and Cyrillic are`,
    });
});

function notCovered(text: string): string | undefined {
  try {
    assertCovered(text);
    return undefined;
  } catch (error) {
    if (error instanceof PdfRefusal) return String(error.detail?.character);
    throw error;
  }
}

/** Characters; about twenty sheets. */
const PrivacyText = z.partialRecord(Language, z.string().trim().min(1).max(50_000));

export const Company = z.strictObject({
  /** Registered company name; used in the seal, in every mail and in the authority's certificate. */
  name: printable.min(1).max(64),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  /**
   * Its number in a register, for its certificates: VAT (`VATIT-01234567890`), trade register
   * (`NTRIT-…`) or LEI (`LEIXG-…`), as ETSI EN 319 412-1 §5.1.4 writes them.
   */
  identifier: z
    .string()
    .regex(/^(VAT|NTR|PSD|LEI)[A-Z]{2}-[\w.-]{1,50}$/, 'such as VATIT-01234567890')
    .optional(),
  /**
   * Colour of mails and pages. Mails use it unchanged for headers and buttons; pages adjust it to be readable in
   * light and dark mode.
   */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, '#rrggbb')
    .default(DEFAULT_COLOUR),
  /** Where signers may call, as it is written for people. On every page on which they sign. */
  telephone: printable.min(3).max(40).optional(),
  /**
   * The company's privacy notice for signers, linked from every page on which they sign: its address, or
   * its text in each of `languages`, which then is a page beside the signing page. An empty line divides
   * paragraphs; the first line of several is a heading.
   */
  privacyNotice: z.union([z.url({ protocol: /^https$/ }).max(500), PrivacyText]).optional(),
  /** Whether signers see the e-mail address of the employee who sent the document, beside the name. */
  senderAddress: z.enum(['shown', 'hidden']).default('hidden'),
});
