import * as z from 'zod/mini';

const perSecond = (usual: number) =>
  z._default(z.number().check(z.minimum(0.1), z.maximum(1_000)), usual);

/**
 * Messages a second that batches may cause: a third of what SES allows an account outside its sandbox at first
 * (14 a second) and less than SNS's text messages in most regions (20), so that codes and everyday invitations
 * do not wait. See your own in SES's account dashboard and SNS's quotas; SES's sandbox allows 1.
 */
export const Rates = z.strictObject({ mail: perSecond(5), text: perSecond(5) });
