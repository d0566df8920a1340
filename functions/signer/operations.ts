import { makeBegin } from './begin.ts';
import { makeFindCeremony } from './ceremony.ts';
import { makeCode } from './code.ts';
import { makeConfirm } from './confirm.ts';
import { makeConsent } from './consent.ts';
import { makeCopy } from './copy.ts';
import { makeDecline } from './decline.ts';
import { makeDescribeCeremony } from './describe-ceremony.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeDraft } from './draft.ts';
import { makeExchange } from './exchange.ts';
import type { SignerPorts } from './ports.ts';
import { makeReport } from './report.ts';
import { makeShow } from './show.ts';
import { makeShown } from './shown.ts';
import { makeSign } from './sign.ts';
import type { SignerSettings } from './signer-settings.ts';
import { makeUpload } from './upload.ts';

/** Lets in whoever holds a session; refuses as `makeFindCeremony` does. */
export function makeAdmit(ports: SignerPorts) {
  const find = makeFindCeremony(ports);
  return async (asking: Parameters<typeof find>[0]) => ({ ceremony: await find(asking) });
}

/** Everything a signer may ask for, by the names of SIGNER_ROUTES, and `begin` of OWN_ROUTES. */
export function makeOperations(ports: SignerPorts, settings: SignerSettings) {
  const describe = makeDescribeCeremony(ports, settings);
  return {
    begin: makeBegin(ports),
    exchange: makeExchange(ports, describe),
    show: makeShow(describe),
    shown: makeShown(ports, describe),
    consent: makeConsent(ports, describe, settings),
    code: makeCode(ports, settings),
    confirm: makeConfirm(ports),
    document: makeDocument(ports),
    upload: makeUpload(ports),
    draft: makeDraft(ports),
    copy: makeCopy(ports, describe),
    sign: makeSign(ports),
    decline: makeDecline(ports, describe),
    notForMe: makeReport(ports, describe, 'not-mine'),
    tellLocked: makeReport(ports, describe, 'locked'),
    download: makeDownload(ports),
  };
}
