/** pdf.js with what it needs of newer browsers: the worker's half. */
import './polyfills/polyfills.ts';
import 'pdfjs-dist/build/pdf.worker.mjs';
