import { auditDocument } from '../../../shared/pdf/audit/audit-document.ts';
import type { PdfPrinter } from './audit.ts';

export const pdfPrinter: PdfPrinter = { auditDocument };
