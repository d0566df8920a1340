/** In place of pako: zlib as pdf-lib asks for it, by the platform. */
import { deflateSync, inflateSync } from 'node:zlib';

export default { deflate: deflateSync, inflate: inflateSync };
