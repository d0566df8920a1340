import { deflateSync } from 'node:zlib';
import { stream } from '../../fixtures/write-pdf.ts';
import type { Objects } from './base-objects.ts';

/** How objects are stored in the file, and its defects. */
export interface Assembly {
  readonly form: 'table' | 'stream' | 'hybrid';
  /** Error added to each offset of the cross-reference table. */
  readonly shift: number;
  readonly startxref: 'right' | 'missing' | 'elsewhere';
  /** Trailer entries besides /Size and /Root. */
  readonly trailer: string;
  readonly before: string;
  /** Number of bytes cut off at the end. */
  readonly cut: number;
  /** Appended as an incremental update. */
  readonly update: Objects;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');

class Writer {
  readonly parts: Buffer[] = [];
  length = 0;

  add(part: string | Buffer): number {
    const bytes = typeof part === 'string' ? latin1(part) : part;
    const at = this.length;
    this.parts.push(bytes);
    this.length += bytes.length;
    return at;
  }

  object(number: number, syntax: string | Buffer): number {
    const at = this.add(`${number} 0 obj\n`);
    this.add(syntax);
    this.add('\nendobj\n');
    return at;
  }
}

export function assemble(objects: Objects, assembly: Assembly): Uint8Array {
  const file = new Writer();
  file.add(`${assembly.before}%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n`);
  const section = assembly.form === 'stream' ? streamSection : tableSection;
  const first = section(file, objects, assembly, '');
  if (Object.keys(assembly.update).length > 0) {
    tableSection(file, assembly.update, assembly, `/Prev ${first}`);
  }
  const whole = Buffer.concat(file.parts);
  return new Uint8Array(whole.subarray(0, Math.max(0, whole.length - assembly.cut)));
}

function tableSection(
  file: Writer,
  objects: Objects,
  assembly: Assembly,
  previous: string,
): number {
  const numbers = Object.keys(objects).map(Number);
  const offsets = numbers.map((number) => file.object(number, objects[number]!) + assembly.shift);
  const at = file.add('xref\n0 1\n0000000000 65535 f \n');
  for (const [index, number] of numbers.entries()) {
    file.add(`${number} 1\n${String(Math.max(0, offsets[index]!)).padStart(10, '0')} 00000 n \n`);
  }
  const hybrid = assembly.form === 'hybrid' ? `/XRefStm ${at}` : '';
  const entries = `/Size 100 /Root 1 0 R ${previous} ${hybrid} ${assembly.trailer}`;
  file.add(`trailer\n<< ${entries} >>\n${ending(assembly, at)}`);
  return at;
}

/** Streams unchanged, all other objects in one object stream, and a cross-reference stream. */
function streamSection(file: Writer, objects: Objects, assembly: Assembly): number {
  const packed = Object.entries(objects).filter(([, syntax]) => typeof syntax === 'string');
  const rows: number[][] = Array.from({ length: 100 }, () => [0, 0, 0]);
  for (const [number, syntax] of Object.entries(objects)) {
    if (typeof syntax !== 'string')
      rows[Number(number)] = [1, file.object(Number(number), syntax), 0];
  }
  let offset = 0;
  const heads = packed.map(([number, syntax], index) => {
    rows[Number(number)] = [2, 98, index];
    const head = `${number} ${offset}`;
    offset += latin1(`${syntax}\n`).length;
    return head;
  });
  const head = `${heads.join(' ')}\n`;
  const body = latin1(`${head}${packed.map(([, syntax]) => `${syntax}\n`).join('')}`);
  const entries = `/Type /ObjStm /N ${packed.length} /First ${head.length} /Filter /FlateDecode`;
  rows[98] = [1, file.object(98, stream(entries, deflateSync(body))), 0];
  const at = file.length;
  rows[99] = [1, at, 0];
  const table = Buffer.concat(rows.map((row) => rowBytes(row, assembly.shift)));
  file.object(
    99,
    stream(`/Type /XRef /Size 100 /Root 1 0 R /W [1 4 1] ${assembly.trailer}`, table),
  );
  file.add(ending(assembly, at));
  return at;
}

function rowBytes([type = 0, offset = 0, index = 0]: readonly number[], shift: number): Buffer {
  const row = Buffer.alloc(6);
  row[0] = type;
  row.writeUInt32BE(Math.max(0, type === 1 ? offset + shift : offset), 1);
  row[5] = index;
  return row;
}

function ending({ startxref }: Assembly, at: number): string {
  if (startxref === 'missing') return '%%EOF\n';
  return `startxref\n${startxref === 'right' ? at : 7}\n%%EOF\n`;
}
