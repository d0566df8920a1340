/** A CMS structure is malformed or its signature invalid; `message` says why, in English. */
export class CmsError extends Error {
  override readonly name = 'CmsError';
}
