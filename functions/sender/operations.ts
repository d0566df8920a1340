import { makeChangeOwn } from './change-own.ts';
import { makeCorrect } from './correct.ts';
import { makeCountTexts } from './count-texts.ts';
import { type CreateSettings, makeCreate } from './create.ts';
import { makeDiscard } from './discard.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeEdit } from './edit.ts';
import { makeFill } from './fill.ts';
import { makeHandOver } from './hand-over.ts';
import { makeLedger } from './ledger.ts';
import { makeList } from './list.ts';
import { makeOriginal } from './original.ts';
import { makePlace } from './place.ts';
import type { SenderPorts } from './ports.ts';
import { makePresignedDownload } from './presigned-download.ts';
import { makeRemind } from './remind.ts';
import { makeResend } from './resend.ts';
import { makeSave } from './save.ts';
import { makeSend } from './send.ts';
import { makeSettle } from './settle.ts';
import { makeShow } from './show.ts';
import { makeSteerParty } from './steer-party.ts';
import { makeUpload } from './upload.ts';
import { makeVoid } from './void.ts';

export interface SenderSettings extends CreateSettings {
  readonly VERIFIER_URL: string;
}

/** Everything a sender may ask for of envelopes, by the names of SENDER_ROUTES. */
export function makeOperations(ports: SenderPorts, settings: SenderSettings) {
  const show = makeShow(ports, settings);
  const changeOwn = makeChangeOwn(ports, show);
  const settle = makeSettle(ports);
  const countTexts = makeCountTexts(ports, settings.DAILY_LIMITS);
  const steerParty = makeSteerParty(ports, changeOwn, countTexts);
  const download = makePresignedDownload(ports);
  const fromArchive = makePresignedDownload({ ...ports, presigned: ports.presignedArchive });
  return {
    create: makeCreate(ports, settings),
    list: makeList(ports),
    show,
    edit: makeEdit(ports, changeOwn, settings),
    discard: makeDiscard(ports),
    upload: makeUpload(ports, settings),
    original: makeOriginal(ports, download),
    place: makePlace(ports, changeOwn),
    fill: makeFill(ports, changeOwn),
    save: makeSave(ports, settle),
    send: makeSend(ports, { changeOwn, settle, countTexts, show }, settings),
    void: makeVoid(changeOwn),
    handOver: makeHandOver(ports),
    remind: makeRemind(steerParty),
    resend: makeResend(steerParty),
    correct: makeCorrect(steerParty, settings),
    document: makeDocument(ports, download),
    download: makeDownload(ports, { download, fromArchive }),
    ledger: makeLedger(ports, download),
  };
}
