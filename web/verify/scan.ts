const EVERY_MS = 150;
/** Side in pixels of the square that is read: four pixels per module of our QR codes, plus margin. */
const SIDE = 720;

/** Whether the device has a camera; does not ask for permission. */
export async function hasCamera(): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return devices.some(({ kind }) => kind === 'videoinput');
}

/**
 * Calls back with each QR code read. Uses a library, since `BarcodeDetector` is missing on iPhones and most
 * desktops.
 */
export async function readCodes(
  video: HTMLVideoElement,
  over: AbortSignal,
  found: (text: string) => void,
): Promise<void> {
  const { default: library } = await import('jsqr');
  // The package's types declare an ES module, but it is CommonJS.
  const jsQR = library as unknown as typeof library.default;
  const canvas = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })!;
  while (!over.aborted) {
    const { data } = squareOf(video, canvas);
    const code = jsQR(data, SIDE, SIDE, { inversionAttempts: 'dontInvert' });
    if (code?.data) found(code.data);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** The centre square of the picture, which is what the page displays. */
function squareOf(video: HTMLVideoElement, canvas: OffscreenCanvasRenderingContext2D): ImageData {
  const { videoWidth: width, videoHeight: height } = video;
  const side = Math.min(width, height);
  canvas.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  return canvas.getImageData(0, 0, SIDE, SIDE);
}
