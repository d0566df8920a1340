import { whenNeeded } from '../../shared/ports/when-needed.ts';
import { makeChangeOwn } from './access/change-own.ts';
import type { makeBatchOperations } from './batches/batch-operations.ts';
import type { BatchSettings } from './batches/new-batch.ts';
import { makeAddContact, makeChangeContact, makeDeleteContact } from './contacts/change-contact.ts';
import { makeCountContacts } from './contacts/count-contacts.ts';
import { makeKeepContacts } from './contacts/keep-contacts.ts';
import { makeListContacts } from './contacts/list-contacts.ts';
import { makeBeginLaidOut, makePutLaidOut } from './draft/begin-laid-out.ts';
import { type CreateSettings, makeCreate } from './draft/create.ts';
import { makeDiscard } from './draft/discard.ts';
import { makeDuplicate } from './draft/duplicate.ts';
import { makeEdit } from './draft/edit.ts';
import { makeFill } from './draft/fill.ts';
import { makePlace } from './draft/place.ts';
import { makeSave } from './draft/save.ts';
import { makeCountSending, makeSend, makeSendOnce } from './draft/send.ts';
import { makeSettle } from './draft/settle.ts';
import { makeSuggestions } from './draft/suggestions.ts';
import { makeUpload } from './draft/upload.ts';
import { makeDocument } from './files/document.ts';
import { makeDownload } from './files/download.ts';
import { makeLedger } from './files/ledger.ts';
import { makeOriginal } from './files/original.ts';
import { makePresignedDownload } from './files/presigned-download.ts';
import type { SenderPorts } from './ports.ts';
import { makeList } from './reading/list.ts';
import { makeShow } from './reading/show.ts';
import { makeHandOver } from './steering/hand-over.ts';
import { makeCorrect, makeRemind, makeResend } from './steering/parties.ts';
import { makeSteerParty } from './steering/steer-party.ts';
import { makeVoid } from './steering/void.ts';
import {
  makeArchiveTemplate,
  makeChangeTemplate,
  makeDeleteTemplate,
} from './templates/change-template.ts';
import { makeCountChange } from './templates/count-change.ts';
import { makeDuplicateTemplate, makeNewTemplate } from './templates/make-template.ts';
import {
  makeListTemplates,
  makeShowTemplate,
  makeTemplateOriginal,
} from './templates/read-templates.ts';
import { makeUseTemplate } from './templates/use-template.ts';
import { makeCountTexts } from './texts/count-texts.ts';
import { makeListTokens, makeNewToken, makeWithdrawToken } from './tokens/tokens.ts';
import type { WebhookSettings } from './webhooks/webhook-deps.ts';
import { webhooksWhenNeeded } from './webhooks/webhooks-when-needed.ts';

type BatchOperations = ReturnType<typeof makeBatchOperations>;

export interface SenderSettings extends CreateSettings, WebhookSettings, BatchSettings {
  readonly VERIFIER_URL: string;
}

/** The sender's operations, named as in SENDER_ROUTES, but for `settings`. */
export function makeOperations(ports: SenderPorts, settings: SenderSettings) {
  const show = makeShow(ports, settings);
  const changeOwn = makeChangeOwn(ports, show);
  const settle = makeSettle(ports);
  const countTexts = makeCountTexts(ports, settings.DAILY_LIMITS);
  const steerParty = makeSteerParty(ports, changeOwn, countTexts);
  const download = makePresignedDownload(ports);
  const fromArchive = makePresignedDownload({ ...ports, presigned: ports.presignedArchive });
  const keepContacts = makeKeepContacts(ports);
  const countSending = makeCountSending(ports, countTexts, settings);
  const sendOnce = makeSendOnce(ports, { settle, countSending, keepContacts }, settings);
  const send = makeSend(sendOnce, show);
  const countContacts = makeCountContacts(ports, settings.DAILY_LIMITS);
  const beginLaidOut = makeBeginLaidOut(ports, makePutLaidOut(ports, settings), settings);
  const countChange = makeCountChange(ports, settings.DAILY_LIMITS);
  const batchOperations = whenNeeded<BatchOperations>(
    {
      templateSample: true,
      newBatch: true,
      listBatches: true,
      showBatch: true,
      startBatch: true,
      stopBatch: true,
      retryBatch: true,
      batchResults: true,
    },
    async () =>
      (await import('./batches/batch-operations.ts')).makeBatchOperations(
        ports,
        download,
        settings,
      ),
  );
  return {
    create: makeCreate(ports, settings),
    list: makeList(ports),
    show,
    edit: makeEdit(ports, changeOwn, settings),
    discard: makeDiscard(ports),
    upload: makeUpload(ports, settings),
    original: makeOriginal(ports, download),
    suggestions: makeSuggestions(ports),
    place: makePlace(ports, changeOwn),
    fill: makeFill(ports, changeOwn),
    save: makeSave(ports, settle),
    send,
    duplicate: makeDuplicate(ports, beginLaidOut),
    void: makeVoid(changeOwn),
    handOver: makeHandOver(ports),
    remind: makeRemind(steerParty),
    resend: makeResend(steerParty),
    correct: makeCorrect(steerParty, settings),
    document: makeDocument(ports, download),
    download: makeDownload(ports, { download, fromArchive }),
    ledger: makeLedger(ports, download),
    listTemplates: makeListTemplates(ports),
    newTemplate: makeNewTemplate(ports, countChange, settings),
    showTemplate: makeShowTemplate(ports),
    changeTemplate: makeChangeTemplate(ports, countChange, settings),
    deleteTemplate: makeDeleteTemplate(ports),
    templateOriginal: makeTemplateOriginal(ports, download),
    duplicateTemplate: makeDuplicateTemplate(ports, countChange),
    archiveTemplate: makeArchiveTemplate(ports, countChange),
    useTemplate: makeUseTemplate(ports, { beginLaidOut, send }, settings),
    ...batchOperations,
    listContacts: makeListContacts(ports),
    addContact: makeAddContact(ports, countContacts, settings),
    changeContact: makeChangeContact(ports, countContacts, settings),
    deleteContact: makeDeleteContact(ports),
    listTokens: makeListTokens(ports),
    newToken: makeNewToken(ports),
    withdrawToken: makeWithdrawToken(ports),
    ...webhooksWhenNeeded(ports, settings),
  };
}
