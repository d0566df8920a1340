/**
 * An image as a PDF stores it, decoded once at upload; plain JSON. Width and height are the
 * displayed ones: samples of a turned photograph carry its EXIF orientation (2 to 8) instead.
 */
export interface PreparedImage {
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
  readonly filter: 'FlateDecode' | 'DCTDecode';
  /** base64 */
  readonly samples: string;
  /** base64 of deflated 8-bit opacity, same size as the samples */
  readonly alpha?: string;
  readonly orientation?: number;
}
