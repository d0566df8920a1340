import { callingCodeLength } from '../text/calling-code.ts';
import { joined, splitWords } from '../text/words.ts';
import type { Channel } from './party.ts';

export const contactOf = (channel: Channel): string =>
  channel.kind === 'email' ? channel.address : channel.number;

/** For a number also the part after the country code, which many people leave out when searching. */
export const channelWords = (channel: Channel): string[] =>
  channel.kind === 'email'
    ? splitWords(channel.address)
    : [joined(channel.number).slice(callingCodeLength(channel.number))];
