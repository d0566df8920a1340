import { createHash, type Hash } from 'node:crypto';
import { PDFContext, type PDFRef } from 'pdf-lib';
import type { FontReferences } from '../draw/form-drawing.ts';
import { embedFonts } from '../intake/embed-fonts.ts';
import { FileBytes } from './file-bytes.ts';
import { Renumbering } from './renumbering.ts';
import { writeObjects } from './write-objects.ts';

/** The comment with four high bytes marks the file as binary (7.5.2). */
const HEADER = '%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n';

/** The beginning shared by all documents: header and fonts, numbered from 1. */
export interface FileBeginning {
  readonly bytes: Uint8Array;
  /** Hash of `bytes`; copy it before updating. */
  readonly hash: Hash;
  readonly offsets: readonly number[];
  readonly fonts: FontReferences;
}

let written: FileBeginning | undefined;

/** Written and hashed once per process, since the fonts are much larger than most documents. */
export function fileBeginning(): FileBeginning {
  written ??= write();
  return written;
}

function write(): FileBeginning {
  const context = PDFContext.create();
  const embedded = embedFonts(context);
  const renumbering = new Renumbering(context, 0);
  const fonts = {
    regular: renumbering.numberOf(embedded.regular) as PDFRef,
    bold: renumbering.numberOf(embedded.bold) as PDFRef,
  };
  const file = new FileBytes();
  file.addText(HEADER);
  const offsets = writeObjects(file, context, renumbering);
  const bytes = file.toBytes();
  return { bytes, hash: createHash('sha256').update(bytes), offsets, fonts };
}
