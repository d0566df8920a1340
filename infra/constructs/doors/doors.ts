import type { SecretValue } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { privacyAddress } from '../../privacy-pages.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { grantSendText } from '../messages/grant-send-text.ts';
import { retentionVariables } from '../retention-variables.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction } from '../sigillo-function.ts';

interface DoorSurroundings extends FunctionSurroundings {
  /** By which the API knows its own distribution. */
  readonly originSecret: SecretValue;
}

/** The two functions that people's pages talk to. */
export class Doors extends Construct {
  readonly sender: SigilloFunction;
  readonly signer: SigilloFunction;

  get functions(): SigilloFunction[] {
    return [this.sender, this.signer];
  }

  constructor(scope: Construct, id: string, around: DoorSurroundings) {
    super(scope, id);
    this.sender = this.#sender(around);
    this.signer = this.#signer(around);
  }

  #sender({ config, bundles, data }: FunctionSurroundings) {
    const sender = new SigilloFunction(this, 'Sender', {
      name: 'sender',
      description: 'What employees ask: create, send, follow, void',
      errors: { toldBy: 'sender-errors' },
      bundles,
      alarms: data.alarms,
      reservedConcurrency: config.concurrency.sender,
    });
    data.ledger.letAppend(sender);
    data.access.letCount(sender);
    data.envelopes.letList(sender, 'owner-updated', 'status-updated', 'all-updated');
    data.envelopes.letSearch(sender);
    data.envelopes.letWrite(sender);
    data.templates.letKeep(sender);
    data.archive.letRead(sender);
    data.documents.let(sender, {
      get: ['open', 'closed', 'exports', 'templates'],
      put: ['uploads', 'open', 'exports', 'templates'],
      seeAbsence: true,
    });
    sender.setVariables({
      VERIFIER_URL: data.verifierUrl,
      DOCUMENT_DAYS: String(config.retention.documentDays),
      ...retentionVariables(config),
      SIGNING_ORDER: config.order,
      SMS_COUNTRIES: config.text.countries.join(','),
      DAILY_LIMITS: JSON.stringify(config.limits),
      COMPANY_COUNTRY: config.company.country,
      ISSUER: data.senders.issuer,
      CLIENT_ID: data.senders.audience,
      LANGUAGES: config.languages.join(','),
      ADMIN_CLAIM: config.administrators.claim,
      ADMIN_VALUE: config.administrators.value,
    });
    setBranding(sender, config);
    return sender;
  }

  #signer({ config, bundles, data, mail, appUrl, originSecret }: DoorSurroundings) {
    const signer = new SigilloFunction(this, 'Signer', {
      name: 'signer',
      description: "A signer's whole ceremony, from the link to the signature",
      errors: { toldBy: 'signer-errors' },
      bundles,
      alarms: data.alarms,
      reservedConcurrency: config.concurrency.signer,
    });
    data.ledger.letAppend(signer);
    data.access.letHoldCeremonies(signer);
    data.documents.let(signer, {
      get: ['open', 'closed'],
      put: ['open'],
      seeAbsence: true,
    });
    data.keys.letGuardCodes(signer);
    mail.letSend(signer);
    grantSendText(signer, config.text.senderId);
    signer.setVariables({
      APP_URL: appUrl,
      VERIFIER_URL: data.verifierUrl,
      LANGUAGES: config.languages.join(','),
      COMPANY_COUNTRY: config.company.country,
      COMPANY_TELEPHONE: config.company.telephone ?? '',
      PRIVACY_NOTICE: privacyAddress(config, appUrl),
      SENDER_ADDRESS: config.company.senderAddress,
      EVIDENCE_YEARS: String(config.retention.evidenceYears),
      ARCHIVE_YEARS: String(config.archive?.years ?? 0),
      ORIGIN_SECRET: originSecret.unsafeUnwrap(),
      DAILY_LIMITS: JSON.stringify(config.limits),
    });
    setBranding(signer, config);
    return signer;
  }
}
