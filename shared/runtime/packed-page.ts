import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';

/** URLs of a page's files in the function's bundle, relative to the function's own. */
export interface PackedPage {
  readonly script: string;
  readonly styles: readonly string[];
  /** A file, gzipped; undefined for an unknown name. */
  asset(name: string): PackedAsset | undefined;
}

export interface PackedAsset {
  readonly gzipped: Uint8Array;
  readonly mediaType: string;
}

/** Vite's manifest with one entry: https://vite.dev/guide/backend-integration. */
const Manifest = z.record(
  z.string(),
  z.object({
    isEntry: z.boolean().optional(),
    file: z.string(),
    css: z.array(z.string()).default([]),
  }),
);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Reads the page built by Vite. Throws at cold start if it is missing. */
export function packedPage(folder: URL): PackedPage {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')),
  );
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the manifest has no entry');
  const assets = new URL('assets/', folder);
  const names = new Set(readdirSync(assets));
  const read = remembered((name) => gzipSync(readFileSync(new URL(name, assets))));
  return {
    script: `/${entry.file}`,
    styles: entry.css.map((file) => `/${file}`),
    asset: (name) => {
      const mediaType = names.has(name) ? MEDIA_TYPES[name.split('.').at(-1) ?? ''] : undefined;
      return mediaType ? { gzipped: read(name), mediaType } : undefined;
    },
  };
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}
