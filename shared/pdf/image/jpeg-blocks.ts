import { JpegBits } from './jpeg-bits.ts';
import { type HuffmanTable, huffmanTables } from './jpeg-huffman.ts';

/** Mean (0 to 255) of an 8 × 8 block of the frame's component with this index. */
export interface BlockMean {
  readonly component: number;
  readonly mean: number;
}

interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly table: number;
}

interface Frame {
  readonly isProgressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

interface Decoder {
  frame?: Frame;
  restartInterval: number;
  /** First entry of each quantization table: the divisor of a block's mean. */
  readonly divisors: Map<number, number>;
  readonly tables: Map<number, HuffmanTable>;
}

const [BASELINE, EXTENDED, PROGRESSIVE] = [0xc0, 0xc1, 0xc2];
const [HUFFMAN, END, SCAN, QUANTIZATION, RESTARTS] = [0xc4, 0xd9, 0xda, 0xdb, 0xdd];

/**
 * Means of a JPEG's blocks, from the DC coefficients (ITU-T T.81 § A.3.3); for progressive pictures from
 * their first scans. Much cheaper than decoding all pixels, and enough to tell whether anything is visible.
 * Throws RangeError if the picture is damaged.
 */
export function* jpegBlockMeans(bytes: Uint8Array): Generator<BlockMean> {
  const decoder: Decoder = { restartInterval: 0, divisors: new Map(), tables: new Map() };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = nextMarker(bytes, 2); ; ) {
    const marker = view.getUint8(at + 1);
    if (marker === END) return;
    const end = at + 2 + view.getUint16(at + 2);
    const segment = new DataView(bytes.buffer, bytes.byteOffset + at + 4, end - at - 4);
    read(decoder, marker, segment);
    if (marker === SCAN) yield* scanned(decoder, segment, new JpegBits(bytes, end));
    at = nextMarker(bytes, end);
  }
}

/** Skips the data of a scan with its stuffed bytes and restart markers. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const code = bytes[at + 1]!;
    const isRestart = code >= 0xd0 && code <= 0xd7;
    if (bytes[at] === 0xff && code !== 0 && code !== 0xff && !isRestart) return at;
  }
  throw new RangeError('the picture has no end marker');
}

function read(decoder: Decoder, marker: number, segment: DataView): void {
  if (marker === BASELINE || marker === EXTENDED || marker === PROGRESSIVE)
    decoder.frame = frameOf(segment, marker === PROGRESSIVE);
  if (marker === RESTARTS) decoder.restartInterval = segment.getUint16(0);
  if (marker === QUANTIZATION) readDivisors(segment, decoder.divisors);
  if (marker === HUFFMAN)
    for (const [key, table] of huffmanTables(segment)) decoder.tables.set(key, table);
}

const frameOf = (segment: DataView, isProgressive: boolean): Frame => ({
  isProgressive,
  height: segment.getUint16(1),
  width: segment.getUint16(3),
  components: Array.from({ length: segment.getUint8(5) }, (_, index) => {
    const at = 6 + index * 3;
    const sampling = segment.getUint8(at + 1);
    const table = segment.getUint8(at + 2);
    return { id: segment.getUint8(at), across: sampling >> 4, down: sampling & 15, table };
  }),
});

function readDivisors(segment: DataView, divisors: Map<number, number>): void {
  for (let at = 0; at < segment.byteLength; ) {
    const head = segment.getUint8(at);
    const isWide = head >> 4 > 0;
    divisors.set(head & 15, isWide ? segment.getUint16(at + 1) : segment.getUint8(at + 1));
    at += 1 + (isWide ? 128 : 64);
  }
}

interface ScanComponent extends Component {
  readonly place: number;
  readonly mean: HuffmanTable;
  readonly detail: HuffmanTable | undefined;
  readonly divisor: number;
  predicted: number;
}

function* scanned(decoder: Decoder, segment: DataView, bits: JpegBits): Generator<BlockMean> {
  const { frame, restartInterval } = decoder;
  if (!frame) throw new RangeError('a scan before its frame');
  const after = 1 + segment.getUint8(0) * 2;
  const [first, refined] = [segment.getUint8(after), segment.getUint8(after + 2) >> 4];
  if (first > 0 || refined > 0) return;
  const shift = segment.getUint8(after + 2) & 15;
  const components = componentsOf(decoder, frame, segment);
  const units = unitsOf(frame, components);
  for (let unit = 0; unit < units; unit++) {
    if (restartInterval > 0 && unit > 0 && unit % restartInterval === 0) restart(bits, components);
    for (const component of components)
      for (let block = blocksIn(component, components); block > 0; block--)
        yield meanOf(bits, component, shift);
  }
}

const componentsOf = (
  { tables, divisors }: Decoder,
  { components, isProgressive }: Frame,
  segment: DataView,
): ScanComponent[] =>
  Array.from({ length: segment.getUint8(0) }, (_, index) => {
    const [id, chosen] = [segment.getUint8(1 + index * 2), segment.getUint8(2 + index * 2)];
    const place = components.findIndex((component) => component.id === id);
    const mean = tables.get(chosen >> 4);
    const detail = isProgressive ? undefined : tables.get(0x10 | (chosen & 15));
    const component = components[place];
    const divisor = component && divisors.get(component.table);
    if (!component || !mean || !divisor || !(detail || isProgressive))
      throw new RangeError('a scan lacks a table');
    return { ...component, place, mean, detail, divisor, predicted: 0 };
  });

/** Blocks of a single-component scan, or MCUs of an interleaved one (§ A.2). */
function unitsOf({ width, height, components }: Frame, scan: readonly ScanComponent[]): number {
  const across = Math.max(...components.map((component) => component.across));
  const down = Math.max(...components.map((component) => component.down));
  const [only] = scan.length === 1 ? scan : [];
  const share = only ? [only.across / across, only.down / down] : [1 / across, 1 / down];
  return Math.ceil(Math.ceil(width * share[0]!) / 8) * Math.ceil(Math.ceil(height * share[1]!) / 8);
}

const blocksIn = ({ across, down }: Component, scan: readonly ScanComponent[]): number =>
  scan.length === 1 ? 1 : across * down;

function restart(bits: JpegBits, components: readonly ScanComponent[]): void {
  bits.restart();
  for (const component of components) component.predicted = 0;
}

function meanOf(bits: JpegBits, component: ScanComponent, shift: number): BlockMean {
  component.predicted += bits.signed(component.mean.next(bits));
  if (component.detail) skipDetail(bits, component.detail);
  const mean = (component.predicted * 2 ** shift * component.divisor) / 8 + 128;
  return { component: component.place, mean: Math.min(255, Math.max(0, mean)) };
}

/** Skips the 63 AC coefficients: each symbol is a zero run and the size of the next value (§ F.1.2.2). */
function skipDetail(bits: JpegBits, table: HuffmanTable): void {
  for (let index = 1; index < 64; index++) {
    const symbol = table.next(bits);
    const [zeros, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && zeros < 15) return;
    index += zeros;
    bits.take(size);
  }
}
