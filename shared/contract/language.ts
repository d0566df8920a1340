import * as z from 'zod';
import { LANGUAGES } from '../domain/envelope/party.ts';

/** ISO 639-1. */
export const Language = z.enum(LANGUAGES);
