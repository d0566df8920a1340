import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDocument } from '../../shared/pdf/intake/intake.ts';

/** Contracts of four generators in five languages; their labels, and on which side of the line these stand. */
const CONTRACTS = [
  ['chrome-it-under', ['Il Fornitore', 'Il Cliente'], 'below'],
  ['chrome-fr-under', ['Le Prestataire', 'Le Client'], 'below'],
  ['latex-es-rule', ['El Proveedor', 'El Cliente'], 'below'],
  ['typst-de-rule', ['Der Auftragnehmer', 'Der Auftraggeber'], 'below'],
  ['chrome-de-leader', ['Unterschrift'], 'left'],
  ['latex-en-dots', ['Signature'], 'left'],
  ['typst-fr-dots', ['Signature'], 'left'],
  ['writer-it-leader', ['Firma'], 'left'],
] as const;
const [WITHIN, A_DOCUMENT] = [20, 2];

interface Word {
  readonly text: string;
  readonly x: number;
  readonly endX: number;
  readonly top: number;
  readonly foot: number;
}

const WORD = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;

/** By pdftotext, which is another reader than ours. */
function wordsOf(file: string): Word[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  return [...html.matchAll(WORD)].map(([, x, top, endX, foot, text]) => ({
    ...{ text: text!, x: Number(x), endX: Number(endX), top: Number(top), foot: Number(foot) },
  }));
}

/** Where the lines to sign on begin. */
function expected(file: string, labels: readonly string[], side: 'below' | 'left') {
  const words = wordsOf(file);
  const found = labels.flatMap((label) => {
    const [first = '', next] = label.split(' ');
    const all = words.filter(
      ({ text }, at) => text.startsWith(first) && (!next || words[at + 1]?.text === next),
    );
    return side === 'left' ? all.slice(-A_DOCUMENT) : all.slice(-1);
  });
  return found.map((word) =>
    side === 'left' ? { x: word.endX, y: word.foot } : { x: word.x, y: word.top },
  );
}

test('nine of ten places to sign are suggested within 20 points, and none where there is none', async () => {
  const missed: string[] = [];
  for (const [name, labels, side] of CONTRACTS) {
    const file = `test/fixtures/places/${name}.pdf`;
    const { suggestions } = (await checkDocument(readFileSync(file))).suggested;
    const marks = suggestions.filter(({ kind }) => kind === 'signature');
    const places = expected(file, labels, side);
    expect(places, name).toHaveLength(A_DOCUMENT);
    expect(marks.length, name).toBeLessThanOrEqual(A_DOCUMENT);
    for (const { x, y } of places) {
      const near = marks.some(
        (mark) => Math.abs(mark.x - x) <= WITHIN && Math.abs(mark.y + mark.height - y) <= WITHIN,
      );
      if (!near) missed.push(`${name} ${x} ${y}`);
    }
  }
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(
    (A_DOCUMENT * CONTRACTS.length) / 10,
  );
});
