import type { Ports } from '../ports.ts';
import { dynamoAccess } from './dynamo-access.ts';
import { sesMailer } from './ses-mailer.ts';
import { snsTextMessages } from './sns-text-messages.ts';
import { systemClock } from './system-clock.ts';
import { systemRandom } from './system-random.ts';

type Variables = Parameters<typeof dynamoAccess>[0] &
  Parameters<typeof sesMailer>[0] &
  Parameters<typeof snsTextMessages>[0];

/** How a function writes to people, and what it keeps of each message. */
export const awsChannels = (
  env: Variables,
): Pick<Ports, 'clock' | 'random' | 'access' | 'mailer' | 'textMessages'> => ({
  clock: systemClock,
  random: systemRandom,
  access: dynamoAccess(env, systemClock),
  mailer: sesMailer(env),
  textMessages: snsTextMessages(env),
});
