import type { Language } from '../../../domain/envelope/party.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { CertificateTexts } from './texts.ts';

export const CERTIFICATE_TEXTS = { it, en, de, fr, es } as const satisfies Record<
  Language,
  CertificateTexts
>;
