import * as z from 'zod';
import type { RefusalCode } from '../domain/errors.ts';
import { isBlank, isReadable, oneLine, readableOnly } from '../domain/text/text.ts';

/** An issue that is told as this refusal, in a sentence, where nothing else is wrong. */
const refusedAs = (refusal: RefusalCode) => ({ abort: true, params: { refusal } });

/** Its length is bounded before anything is made of it: decomposed, a text is twice as long at most. */
const readable = (most: number) =>
  z.string().max(most, { abort: true }).refine(isReadable, refusedAs('text_unreadable'));

/** Trimmed, NFC, one line, to be seen as it is written. */
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

/** What another system calls somebody: compared whole, so it stays as it stands. */
export const identifier = (most: number) =>
  readable(most)
    .refine((text) => !isBlank(text), refusedAs('text_empty'))
    .meta({ minLength: 1, maxLength: most });

/**
 * Of a file on somebody's disk: any characters, of which those are kept that can be read. Half of a
 * surrogate pair is no character, and no browser sends one.
 */
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

/** Several lines; it may also be empty. */
export const lines = (most: number) => readable(most);

/** A name as a signature, on one line: whether it can be one is said where it is drawn. */
export const signatureText = (most: number) =>
  readable(2 * most)
    .refine((text) => !/[\t\r\n]/.test(text), refusedAs('signature_unreadable'))
    .transform(oneLine)
    .pipe(z.string().min(1).max(most))
    .meta({ minLength: 1, maxLength: most });
