/**
 * An image as stored in a PDF, decoded once at upload; plain JSON. Width and height are as displayed; samples
 * of a rotated photograph keep their order, with its EXIF orientation (2 to 8).
 */
export interface PreparedImage {
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
  readonly filter: 'FlateDecode' | 'DCTDecode';
  /** Base64. */
  readonly samples: string;
  /** Base64 of the deflated 8-bit alpha channel, same size as the samples. */
  readonly alpha?: string;
  readonly orientation?: number;
}
