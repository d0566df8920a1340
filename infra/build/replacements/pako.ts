/** Replaces pako by Node's zlib, with the interface that pdf-lib uses. */
import { deflateSync, inflateSync } from 'node:zlib';

export default { deflate: deflateSync, inflate: inflateSync };
