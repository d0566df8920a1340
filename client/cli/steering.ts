import { answered } from '../client.ts';
import { asked as askedFor } from '../pause.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { eventLine } from './reading.ts';
import { UsageError } from './usage-error.ts';

export const remind: Command = {
  usage: 'remind ID PARTY',
  about: 'reminds a party whose turn it is',
  words: 2,
  run: async (asked, { sigillo }) => {
    const [id, party] = asked.words as [string, string];
    const call = sigillo().POST('/envelopes/{id}/parties/{party}/remind', {
      params: { path: { id, party } },
    });
    asked.print(await answered(call), [`${party} is reminded.`]);
    return EXIT.done;
  },
};

export const voidEnvelope: Command = {
  usage: 'void ID --reason TEXT',
  about: 'stops an envelope for everybody; they are told the reason',
  words: 1,
  options: { reason: { type: 'string' } },
  run: async (asked, { sigillo }) => {
    const reason = asked.text('reason');
    if (!reason) throw new UsageError('--reason is needed: everybody is told.');
    const params = { path: { id: asked.words[0]! } };
    const answer = await answered(
      sigillo().POST('/envelopes/{id}/void', { params, body: { reason } }),
    );
    asked.print(answer, [`${answer.id} is ${answer.status}.`]);
    return EXIT.done;
  },
};

/** Statuses that change no more, but for the removal of the document. */
const ENDED = ['completed', 'declined', 'voided', 'expired', 'failed', 'purged'];

/** Seconds; a day of watching one envelope stays far below what one sender may ask. */
const EVERY_SECONDS = 5;

export const watch: Command = {
  usage: 'watch ID',
  about: 'prints what happens until the end; exit code 0 if all have signed, else 1',
  words: 1,
  options: { every: { type: 'string' } },
  run: async (asked, { sigillo }) => {
    const params = { path: { id: asked.words[0]! } };
    const isJson = asked.has('json');
    let told = 0;
    const end = await askedFor(
      async () => {
        const envelope = await answered(sigillo().GET('/envelopes/{id}', { params }));
        const fresh = envelope.timeline.filter(({ seq }) => seq > told);
        for (const item of fresh) console.log(isJson ? JSON.stringify(item) : eventLine(item));
        told = Math.max(told, ...fresh.map(({ seq }) => seq));
        return ENDED.includes(envelope.status) ? envelope : undefined;
      },
      (asked.number('every') ?? EVERY_SECONDS) * 1_000,
    );
    const last = { id: end.id, status: end.status };
    console.log(isJson ? JSON.stringify(last) : `${end.id} is ${end.status}.`);
    return (end.ended ?? end.status) === 'completed' ? EXIT.done : EXIT.refused;
  },
};
