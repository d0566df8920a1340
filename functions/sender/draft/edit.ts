import type * as z from 'zod';
import type { EditInput } from '../../../shared/contract/sender/sender-inputs.ts';
import { draftOf, edit } from '../../../shared/domain/transitions/drafting.ts';
import type { ChangeOwn } from '../access/change-own.ts';
import type { WithPdf } from '../ports.ts';
import type { SenderRequest } from '../sender-request.ts';
import { textMessagesTo } from '../texts/text-messages.ts';
import { envelopeFacts, type SenderChoices } from './envelope-facts.ts';
import { assertUnchanged } from './working-draft.ts';

type Request = SenderRequest<z.output<typeof EditInput>>;

/** Replaces a draft's parties and settings; fields of removed parties become unassigned. */
export const makeEdit =
  ({ pdf }: WithPdf, changeOwn: ChangeOwn, offered: SenderChoices) =>
  async (request: Request) => {
    const assertTextable = await textMessagesTo(offered.SMS_COUNTRIES);
    return changeOwn(request, (envelope, now) => {
      assertTextable(request.body.parties);
      const facts = envelopeFacts(pdf, request.body, offered, now, envelope.schedule);
      const edited = edit(envelope, facts, now);
      assertUnchanged(draftOf(envelope), request.body.version);
      return edited;
    });
  };
