/** pdf.js's worker with polyfills. */
import './polyfills/polyfills.ts';
import 'pdfjs-dist/build/pdf.worker.mjs';
