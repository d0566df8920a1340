/** pdf.js with what it needs of newer browsers: the page's half, one chunk. */
import './polyfills/polyfills.ts';

export { getDocument, OPS, PDFWorker, TextLayer, version } from 'pdfjs-dist';
