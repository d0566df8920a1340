import * as z from 'zod';
import type { RefusalCode } from '../domain/errors.ts';
import { isBlank, isReadable, oneLine, readableOnly } from '../domain/text/text.ts';

/** Reports the issue as this refusal if there are no issues of another kind. */
const refusedAs = (refusal: RefusalCode) => ({ abort: true, params: { refusal } });

/**
 * The length is checked first, since normalization takes time; decomposed text is at most twice as long as
 * NFC.
 */
const readable = (most: number) =>
  z.string().max(most, { abort: true }).refine(isReadable, refusedAs('text_unreadable'));

/** One line: trimmed, NFC, not blank. */
export const line = (most: number) =>
  readable(2 * most)
    .transform(oneLine)
    .pipe(
      z
        .string()
        .max(most)
        .refine((text) => !isBlank(text), refusedAs('text_empty')),
    )
    .meta({ minLength: 1, maxLength: most });

/** An identifier of another system: compared exactly, so never normalized. */
export const identifier = (most: number) =>
  readable(most)
    .refine((text) => !isBlank(text), refusedAs('text_empty'))
    .meta({ minLength: 1, maxLength: most });

/** The name of an uploaded file; unreadable characters are dropped. Browsers never send lone surrogates. */
export const fileName = (most: number) =>
  z
    .string()
    .max(4 * most, { abort: true })
    .refine((name) => !/\p{Surrogate}/u.test(name), refusedAs('text_unreadable'))
    .transform((name) =>
      Array.from(oneLine(readableOnly(name)))
        .slice(0, most)
        .join(''),
    )
    .transform((name) => (isBlank(name) ? 'document.pdf' : name))
    .meta({ minLength: 0, maxLength: 4 * most });

/** Several lines; may be empty. */
export const lines = (most: number) => readable(most);

/** A typed signature, one line; whether the handwriting font can draw it is checked when drawing. */
export const signatureText = (most: number) =>
  readable(2 * most)
    .refine((text) => !/[\t\r\n]/.test(text), refusedAs('signature_unreadable'))
    .transform(oneLine)
    .pipe(z.string().min(1).max(most))
    .meta({ minLength: 1, maxLength: most });
