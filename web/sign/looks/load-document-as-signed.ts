/** A separate chunk, because it contains the document's fonts. */
export const loadDocumentAsSigned = () => import('./document-as-signed.tsx');
