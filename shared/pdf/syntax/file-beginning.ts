import { createHash, type Hash } from 'node:crypto';
import { PDFContext, type PDFRef } from 'pdf-lib';
import type { FontReferences } from '../draw/form-drawing.ts';
import { embedFonts } from '../intake/embed-fonts.ts';
import { FileBytes } from './file-bytes.ts';
import { Renumbering } from './renumbering.ts';
import { writeObjects } from './write-objects.ts';

/** A comment of four bytes that no text has tells transports that the file is binary (7.5.2). */
const HEADER = '%PDF-1.7\n%\u0081\u0081\u0081\u0081\n\n';

/** What is the same in every document: the header and the fonts, numbered from 1. */
export interface FileBeginning {
  readonly bytes: Uint8Array;
  /** Of the bytes; to be copied, not to be used up. */
  readonly hash: Hash;
  readonly offsets: readonly number[];
  readonly fonts: FontReferences;
}

let written: FileBeginning | undefined;

/** Written and hashed once, because the fonts outweigh a document of a few pages many times. */
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
