import { callingCodeLength } from '../text/calling-code.ts';
import { joined, splitWords } from '../text/words.ts';
import type { Channel } from './party.ts';

export const contactOf = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : channel.number;

/** Of a number also what follows the country's code: many leave that out. */
export const channelWords = (channel: Channel): string[] =>
  channel.kind === 'email'
    ? splitWords(channel.address)
    : [joined(channel.number).slice(callingCodeLength(channel.number))];
