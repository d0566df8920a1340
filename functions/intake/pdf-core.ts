import { printedCertificate } from '../../shared/pdf/certificate/certificate.ts';
import { assertCovered } from '../../shared/pdf/font/font.ts';
import type { PdfCore } from './ports.ts';

export const pdfCore: PdfCore = { assertCovered, printedCertificate };
