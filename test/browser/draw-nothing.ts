/** In the page: as where a feature is missing that pdf.js draws by. */
export function drawNothing(): void {
  const all = CanvasRenderingContext2D.prototype;
  for (const name of ['fill', 'stroke', 'fillText', 'strokeText', 'drawImage'] as const)
    Object.defineProperty(all, name, { value: () => {} });
}
