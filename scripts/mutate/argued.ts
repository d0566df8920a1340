/** A mutant that no test detects and need not; the page explains why. */
export interface Argued {
  readonly file: string;
  /** Source text on one line; cut off where it ends in an ellipsis. */
  readonly code: string;
  readonly change: string;
}

/** A mutant as Stryker reports it: lines and columns count from 1, the end is exclusive. */
export interface Survivor {
  readonly fileName: string;
  readonly replacement: string;
  readonly location: Readonly<Record<'start' | 'end', Place>>;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const FILE = /^## `(.+)`$/;
const CHANGE = /^- (`+) ?(.+?) ?\1 → (`+) ?(.*?) ?\3: /;

/** Parses docs/mutants.md: a heading for each file, and an item for each mutant. */
export function arguedIn(page: string): Argued[] {
  let file = '';
  return page.split('\n').flatMap((line) => {
    file = FILE.exec(line)?.[1] ?? file;
    const [, , code, , change] = CHANGE.exec(line) ?? [];
    return code === undefined || change === undefined ? [] : [{ file, code, change }];
  });
}

/** A surviving mutant in the page's notation. */
export const survived = (
  { replacement, location }: Survivor,
  file: string,
  source: string,
): Argued => ({
  file,
  code: onOneLine(textAt(source, location)),
  change: onOneLine(replacement),
});

export const isArgued = (page: readonly Argued[], { file, code, change }: Argued): boolean =>
  page.some(
    (argued) => argued.file === file && reads(argued.code, code) && reads(argued.change, change),
  );

const reads = (argued: string, text: string): boolean =>
  argued.endsWith('…') ? text.startsWith(argued.slice(0, -1)) : argued === text;

export const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textAt(source: string, { start, end }: Survivor['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column - 1) ?? '';
  return [lines[0]?.slice(start.column - 1), ...lines.slice(1)].join('\n');
}
