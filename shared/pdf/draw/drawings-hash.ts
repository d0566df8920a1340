import { createHash } from 'node:crypto';
import type { Drawing } from './drawing.ts';

/** SHA-256 of the drawings' JSON, hexadecimal. */
export const drawingsHash = (drawings: readonly Drawing[]): string =>
  createHash('sha256').update(JSON.stringify(drawings)).digest('hex');
