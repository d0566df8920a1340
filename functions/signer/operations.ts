import { makeConsent } from './ceremony/consent.ts';
import { makeDecline } from './ceremony/decline.ts';
import { makeDescribeCeremony } from './ceremony/describe-ceremony.ts';
import { makeReport } from './ceremony/report.ts';
import { makeShow } from './ceremony/show.ts';
import { makeShown } from './ceremony/shown.ts';
import { makeSign } from './ceremony/sign.ts';
import { makeCode } from './codes/code.ts';
import { makeConfirm } from './codes/confirm.ts';
import { makeDocument } from './files/document.ts';
import { makeDownload } from './files/download.ts';
import { makeCopy } from './filling/copy.ts';
import { makeDraft } from './filling/save-values.ts';
import { makeUpload } from './marks/upload.ts';
import type { SignerPorts } from './ports.ts';
import { makeBegin } from './session/begin.ts';
import { makeFindCeremony } from './session/ceremony.ts';
import { makeExchange } from './session/exchange.ts';
import type { SignerSettings } from './signer-settings.ts';

/** Finds the ceremony of a request's session; throws as `makeFindCeremony` does. */
export function makeAdmit(ports: SignerPorts) {
  const find = makeFindCeremony(ports);
  return async (asking: Parameters<typeof find>[0]) => ({ ceremony: await find(asking) });
}

/** The signer's operations, named as in SIGNER_ROUTES, and `begin` of OWN_ROUTES. */
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
