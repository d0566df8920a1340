import { pngOf } from './png.ts';

export type Point = readonly [number, number];
export type Colour = readonly [number, number, number];
/** Four control points of a cubic Bézier curve. */
export type Curve = readonly [Point, Point, Point, Point];

/** A transparent picture with anti-aliased pen strokes. Pixels, y downwards. */
export class Ink {
  readonly #width: number;
  readonly #height: number;
  readonly #rgba: Uint8Array;
  readonly #colour: Colour;

  constructor(width: number, height: number, colour: Colour) {
    this.#width = width;
    this.#height = height;
    this.#rgba = new Uint8Array(width * height * 4);
    this.#colour = colour;
  }

  /** A curve whose width swells in the middle, like a nib's stroke. */
  curve(curve: Curve, thin: number, thick: number): void {
    const steps = 400;
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      this.dot(at(curve, t), thin + (thick - thin) * Math.sin(Math.PI * t));
    }
  }

  line(from: Point, to: Point, radius: number): void {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    for (let step = 0; step <= length * 2; step++) {
      const t = step / (length * 2);
      this.dot([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t], radius);
    }
  }

  ring([x, y]: Point, size: number, radius: number): void {
    const steps = Math.ceil(size * 13);
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * 2 * Math.PI;
      this.dot([x + size * Math.cos(angle), y + size * Math.sin(angle)], radius);
    }
  }

  dot([cx, cy]: Point, radius: number): void {
    const reach = Math.ceil(radius + 1);
    for (let y = Math.floor(cy) - reach; y <= cy + reach; y++) {
      for (let x = Math.floor(cx) - reach; x <= cx + reach; x++) {
        const distance = Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
        this.#cover(x, y, radius + 0.5 - distance);
      }
    }
  }

  png(): Uint8Array {
    return pngOf(this.#width, this.#height, this.#rgba);
  }

  #cover(x: number, y: number, coverage: number): void {
    if (coverage <= 0 || x < 0 || y < 0 || x >= this.#width || y >= this.#height) return;
    const index = (y * this.#width + x) * 4;
    const alpha = Math.round(Math.min(1, coverage) * 255);
    if (alpha <= this.#rgba[index + 3]!) return;
    this.#rgba.set([...this.#colour, alpha], index);
  }
}

function at([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t;
  const mix = (axis: 0 | 1) =>
    u ** 3 * a[axis] + 3 * u ** 2 * t * b[axis] + 3 * u * t ** 2 * c[axis] + t ** 3 * d[axis];
  return [mix(0), mix(1)];
}
