import type { Mailer, TextMessages } from '../../ports/messages.ts';
import type { Ports } from '../../ports/ports.ts';
import { whenNeeded } from '../../ports/when-needed.ts';
import { dynamoLinks } from '../access/dynamo-links.ts';
import { systemClock } from '../machine/system-clock.ts';
import { systemRandom } from '../machine/system-random.ts';
import { dynamoClaims } from './dynamo-claims.ts';
import { dynamoSentTexts } from './dynamo-sent-texts.ts';
import type { sesMailer } from './ses-mailer.ts';
import type { snsTextMessages } from './sns-text-messages.ts';

type MailVariables = Parameters<typeof sesMailer>[0];
type TextVariables = Parameters<typeof snsTextMessages>[0];
type Variables = Parameters<typeof dynamoLinks>[0] & MailVariables & TextVariables;

/** SES, imported on first use, since most requests send no mail. */
export const awsMailer = (env: MailVariables): Mailer =>
  whenNeeded<Mailer>({ send: true }, async () => (await import('./ses-mailer.ts')).sesMailer(env));

const awsTextMessages = (env: TextVariables): TextMessages =>
  whenNeeded<TextMessages>({ send: true }, async () =>
    (await import('./sns-text-messages.ts')).snsTextMessages(env),
  );

/** Mail and text message adapters, and the stores for claims and sent texts. */
export const awsChannels = (
  env: Variables,
): Pick<
  Ports,
  'clock' | 'random' | 'links' | 'claims' | 'sentTexts' | 'mailer' | 'textMessages'
> => ({
  clock: systemClock,
  random: systemRandom,
  links: dynamoLinks(env, systemClock),
  claims: dynamoClaims(env, systemClock),
  sentTexts: dynamoSentTexts(env, systemClock),
  mailer: awsMailer(env),
  textMessages: awsTextMessages(env),
});
