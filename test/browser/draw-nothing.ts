/** Runs in the page: removes a browser feature that pdf.js needs for drawing. */
export function drawNothing(): void {
  const all = CanvasRenderingContext2D.prototype;
  for (const name of ['fill', 'stroke', 'fillText', 'strokeText', 'drawImage'] as const)
    Object.defineProperty(all, name, { value: () => {} });
}
