/** Shows the rear camera's picture until the signal aborts. Rejects if access is denied. */
export async function openCamera(video: HTMLVideoElement, over: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 1280 } },
  });
  function stop() {
    for (const track of stream.getTracks()) track.stop();
  }
  over.addEventListener('abort', stop);
  if (over.aborted) return stop();
  video.srcObject = stream;
  await video.play();
}
