/**
 * Features that pdf.js uses and the oldest supported browsers lack. Imported before pdf.js, both in the page
 * and in its worker, which have separate globals. `npm run supported` reports when an update of pdf.js needs
 * more.
 */
import './bytes.ts';
import './collections.ts';
import './iterators.ts';
import './promises.ts';
import './streams.ts';
