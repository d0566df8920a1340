/**
 * An image as a PDF stores it, decoded once at upload; plain JSON. Width and height are the
 * displayed ones: samples of a turned photograph carry its EXIF orientation (2 to 8) instead.
 */
export interface PreparedImage {
  width: number;
  height: number;
  colorSpace: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';
  filter: 'FlateDecode' | 'DCTDecode';
  /** base64 */
  samples: string;
  /** base64 of deflated 8-bit opacity, same size as the samples */
  alpha?: string;
  orientation?: number;
}
