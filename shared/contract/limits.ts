import * as z from 'zod/mini';
import { DAILY_LIMITS } from '../domain/limits.ts';

const most = (usual: number) => z._default(z.number().check(z.int(), z.positive()), usual);

/** The configurable limits, each per UTC day. */
export const DailyLimits = z
  .strictObject({
    textMessages: most(DAILY_LIMITS.textMessages),
    codeReserve: most(DAILY_LIMITS.codeReserve),
    textMessagesOfSender: most(DAILY_LIMITS.textMessagesOfSender),
    envelopesOfSender: most(DAILY_LIMITS.envelopesOfSender),
    uploadsOfSender: most(DAILY_LIMITS.uploadsOfSender),
    templatesOfSender: most(DAILY_LIMITS.templatesOfSender),
    templates: most(DAILY_LIMITS.templates),
    batchRowsOfSender: most(DAILY_LIMITS.batchRowsOfSender),
    contactsOfSender: most(DAILY_LIMITS.contactsOfSender),
  })
  .check(
    z.refine(({ codeReserve, textMessages }) => codeReserve < textMessages, {
      path: ['codeReserve'],
      error: 'less than textMessages',
    }),
  );
