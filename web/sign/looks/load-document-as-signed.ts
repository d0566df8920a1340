/** A chunk of its own: it draws with the document's fonts. */
export const loadDocumentAsSigned = () => import('./document-as-signed.tsx');
