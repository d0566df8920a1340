import type { ParseArgsOptionsConfig } from 'node:util';
import type { Sigillo } from '../client.ts';
import { UsageError } from './usage-error.ts';

type Given = Readonly<Record<string, unknown>>;

/** What was written on the command line, and where answers go. */
export class Asked {
  readonly words: readonly string[];
  readonly #given: Given;

  constructor(words: readonly string[], given: Given) {
    this.words = words;
    this.#given = given;
  }

  text(name: string): string | undefined {
    return this.#given[name] as string | undefined;
  }

  list(name: string): readonly string[] {
    return (this.#given[name] as string[] | undefined) ?? [];
  }

  has(name: string): boolean {
    return this.#given[name] === true;
  }

  /** A whole number from 1. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} is a whole number.`);
    return Number(text);
  }

  /** `key=value`, each once. */
  pairs(name: string): Record<string, string> {
    const pairs = this.list(name).map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`--${name} is written key=value.`);
      return [text.slice(0, at), text.slice(at + 1)] as const;
    });
    return Object.fromEntries(pairs);
  }

  /** Without `--json` the lines, with it the answer. */
  print(answer: unknown, lines: readonly string[]): void {
    const text = this.has('json') ? JSON.stringify(answer, undefined, 2) : lines.join('\n');
    if (text) console.log(text);
  }
}

/** What a command is given to work with; nothing is read or asked before it is called. */
export interface Surroundings {
  readonly sigillo: () => Sigillo;
  readonly language: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Command {
  /** After `sigillo`. */
  readonly usage: string;
  readonly about: string;
  /** How many words it takes. */
  readonly words: number;
  readonly options?: ParseArgsOptionsConfig;
  /** Resolves to the exit code. */
  readonly run: (asked: Asked, surroundings: Surroundings) => Promise<number>;
}
