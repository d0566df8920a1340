import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DownloadAnswer } from '../api-types.ts';
import { answered, type Sigillo } from '../client.ts';
import { fetchFile } from '../file-transfer.ts';
import { verifyFile } from '../verify-file.ts';
import type { Asked, Command } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { readDocument } from './read-document.ts';
import { UsageError } from './usage-error.ts';

type Find = (sigillo: Sigillo, id: string) => Promise<DownloadAnswer>;

const filed = (name: string, about: string, ending: string, find: Find): Command => ({
  usage: `${name} ID`,
  about: `${about}; -o FILE, or - for standard output`,
  words: 1,
  options: { output: { type: 'string', short: 'o' } },
  run: async (asked, { sigillo }) => {
    const id = asked.words[0]!;
    const bytes = await fetchFile(await find(sigillo(), id));
    return written(asked, asked.text('output') ?? `${id}${ending}`, bytes);
  },
});

function written(asked: Asked, file: string, bytes: Uint8Array): number {
  if (file === '-') process.stdout.write(bytes);
  else {
    writeOrExplain(file, bytes);
    asked.print({ file, length: bytes.length }, [file]);
  }
  return EXIT.done;
}

function writeOrExplain(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

const path = (id: string) => ({ params: { path: { id } } });

export const download = filed('download', 'the signed PDF', '.pdf', (sigillo, id) =>
  answered(sigillo.GET('/envelopes/{id}/download', path(id))),
);

export const ledger = filed('ledger', 'the ledger', '.ledger.json', (sigillo, id) =>
  answered(sigillo.GET('/envelopes/{id}/ledger', path(id))),
);

export const audit = filed('audit', 'the ledger as a PDF', '.ledger.pdf', (sigillo, id) =>
  answered(sigillo.GET('/envelopes/{id}/audit', path(id))),
);

export const verify: Command = {
  usage: 'verify FILE',
  about: 'asks the public verifier; exit code 0 if authentic, else 1',
  words: 1,
  options: { verifier: { type: 'string' } },
  run: async (asked, { sigillo, language, environment }) => {
    const bytes = readDocument(asked.words[0]!);
    const verifier =
      asked.text('verifier') ??
      environment.SIGILLO_VERIFIER ??
      (await answered(sigillo().GET('/settings'))).verifierUrl;
    if (!URL.canParse(verifier)) throw new UsageError(`${verifier} is not an address.`);
    const answer = await verifyFile(verifier, bytes, language);
    asked.print(answer, [`${answer.verdict}: ${answer.reason}`]);
    return answer.verdict === 'authentic' ? EXIT.done : EXIT.refused;
  },
};
