import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { EXEMPT, type Exemption } from './exempt.ts';
import type { Missing } from './missing.ts';
import { missingInScript } from './script-features.ts';
import { missingInStyle } from './style-features.ts';

export interface MissingInFile extends Missing {
  readonly file: string;
}

export interface Verdict {
  /** Features that are used, not supported and not exempt. */
  readonly missing: readonly MissingInFile[];
  /** Exemptions that no longer apply. */
  readonly idle: readonly Exemption[];
}

const READERS: Readonly<Record<string, (source: string) => Missing[]>> = {
  '.js': missingInScript,
  '.mjs': missingInScript,
  '.css': missingInStyle,
};

/** Checks every script and style sheet in these folders. */
export function judgeBuilds(
  folders: readonly string[],
  exempt: readonly Exemption[] = EXEMPT,
): Verdict {
  const all = folders.flatMap(missingIn);
  const idle = exempt.filter((one) => !all.some((missing) => covers(one, missing)));
  return { missing: all.filter((missing) => !exempt.some((one) => covers(one, missing))), idle };
}

const missingIn = (folder: string): MissingInFile[] =>
  readdirSync(folder, { encoding: 'utf8', recursive: true }).flatMap((file) => {
    const read = READERS[extname(file)];
    const found = read ? read(readFileSync(join(folder, file), 'utf8')) : [];
    return found.map((missing) => ({ file, ...missing }));
  });

const covers = ({ file = '', feature }: Exemption, missing: MissingInFile): boolean =>
  missing.file.startsWith(file) && missing.feature === feature;
