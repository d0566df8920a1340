import type { Notify } from '../../shared/messages/notify.ts';
import type { MacKey, Ports } from '../../shared/ports.ts';
import { makeFindCeremony } from './ceremony.ts';
import { makeCode } from './code.ts';
import { makeConfirm } from './confirm.ts';
import { makeConsent } from './consent.ts';
import { makeDecline } from './decline.ts';
import { makeDescribeCeremony } from './describe-ceremony.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeDraft } from './draft.ts';
import { makeExchange } from './exchange.ts';
import { makeShow } from './show.ts';
import { makeSign } from './sign.ts';
import type { SignerSettings } from './signer-settings.ts';
import { makeUpload } from './upload.ts';

export type SignerPorts = Pick<
  Ports,
  'clock' | 'random' | 'ledger' | 'access' | 'documents' | 'presigned'
> & {
  codes: MacKey;
  notify: Notify;
};

/** Everything a signer may ask for, by the names of SIGNER_ROUTES. */
export function makeOperations(ports: SignerPorts, settings: SignerSettings) {
  const find = makeFindCeremony(ports);
  const describe = makeDescribeCeremony(ports, settings);
  return {
    exchange: makeExchange(ports, describe),
    show: makeShow(find, describe),
    consent: makeConsent(ports, find, describe, settings),
    code: makeCode(ports, find),
    confirm: makeConfirm(ports, find),
    document: makeDocument(ports, find),
    upload: makeUpload(ports, find),
    draft: makeDraft(ports, find),
    sign: makeSign(ports, find),
    decline: makeDecline(ports, find, describe),
    download: makeDownload(ports, find),
  };
}
