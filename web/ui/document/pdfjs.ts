/** pdf.js's main-thread part with polyfills, in one chunk. */
import './polyfills/polyfills.ts';

export { getDocument, OPS, PDFWorker, TextLayer, version } from 'pdfjs-dist';
