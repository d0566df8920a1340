/**
 * What pdf.js uses and the oldest supported browsers lack. Imported before pdf.js, in the page and in its
 * worker: each is a realm of its own. `npm run supported` says when an update of pdf.js asks for more.
 */
import './bytes.ts';
import './collections.ts';
import './iterators.ts';
import './promises.ts';
import './streams.ts';
