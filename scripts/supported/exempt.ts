/** Unsupported features that do no harm, each with its file and the reason. */
export interface Exemption {
  /** Prefix of the built file's name; absent: any file. */
  readonly file?: string;
  readonly feature: string;
  readonly reason: string;
}

const PDFJS = ['pdfjs', 'pdf-worker'];

const asked = (features: readonly string[], files: readonly string[]): Exemption[] =>
  files.flatMap((file) =>
    features.map((feature) => ({ file, feature, reason: 'it asks first whether there is one' })),
  );

const decoration = (...features: readonly string[]): Exemption[] =>
  features.map((feature) => ({ feature, reason: 'without it the page looks plainer' }));

const cursors = ['pointer', 'default', 'grab', 'move', 'nwse-resize', 'crosshair'];

export const EXEMPT: readonly Exemption[] = [
  ...asked(['Float16Array', 'Iterator.join'], PDFJS),
  ...asked(['ImageDecoder', 'ImageDecoder.isTypeSupported', 'VideoFrame'], ['pdf-worker']),
  ...asked(['Navigator.gpu', 'navigator.gpu'], ['pdfjs']),
  ...['Notification.tag', 'Notification.image', 'Notification.actions'].map((feature) => ({
    file: 'pdfjs',
    feature,
    reason: 'properties of its own data, not of a notification',
  })),
  /** oauth4webapi */
  ...asked(['Uint8Array.toBase64', 'Uint8Array.fromBase64', 'URL.parse'], ['console']),
  { feature: 'Document.moveBefore', reason: 'Preact asks first whether there is one' },
  /** signature_pad falls back to `pointerId`. */
  ...asked(['PointerEvent.persistentDeviceId'], ['drawn-panel']),
  { feature: 'SVGTextPathElement.side', reason: 'our own: where a field is aligned' },
  { feature: 'MediaSource.handle', reason: 'our own: what names a session' },
  ...decoration('text-wrap', 'scrollbar-gutter', 'forced-color-adjust', ':selection'),
  {
    feature: 'hyphenate-limit-chars',
    reason: 'without it shorter words of a heading are hyphenated too',
  },
  { feature: '@media (scripting)', reason: 'without it the sentence comes later' },
  ...decoration(...cursors.map((cursor) => `cursor: ${cursor}`)),
];
