import type { SecretValue } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { privacyAddress } from '../../pages/privacy-pages.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { grantSendText } from '../messages/grant-send-text.ts';
import { retentionVariables } from '../retention-variables.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction } from '../sigillo-function.ts';
import { grantRedeliver } from '../webhooks/redelivery.ts';
import { grantStartBatch } from '../workflow/batches.ts';

interface DoorSurroundings extends FunctionSurroundings {
  /** Shared secret by which the API recognises requests from its own distribution. */
  readonly originSecret: SecretValue;
}

/** The functions behind the HTTP API: sender, signer, and audit, which prints ledgers for senders. */
export class Doors extends Construct {
  readonly sender: SigilloFunction;
  readonly signer: SigilloFunction;
  readonly audit: SigilloFunction;

  get functions(): SigilloFunction[] {
    return [this.sender, this.signer, this.audit];
  }

  constructor(scope: Construct, id: string, around: DoorSurroundings) {
    super(scope, id);
    this.sender = this.#sender(around);
    this.signer = this.#signer(around);
    this.audit = this.#audit(around);
  }

  #sender({ config, bundles, data }: FunctionSurroundings) {
    const sender = new SigilloFunction(this, 'Sender', {
      name: 'sender',
      description: 'What employees and machines ask: create, send, follow, void',
      errors: { toldBy: 'sender-errors' },
      bundles,
      alarms: data.alarms,
      reservedConcurrency: config.concurrency.sender,
    });
    data.ledger.grantAppend(sender);
    data.access.grantCount(sender);
    data.access.grantKeepAnswers(sender);
    data.envelopes.grantList(sender, 'owner-updated', 'status-updated', 'all-updated');
    data.envelopes.grantSearch(sender);
    data.envelopes.grantWrite(sender);
    data.templates.grantReadWrite(sender);
    data.contacts.grantReadWriteDelete(sender);
    data.tokens.grantReadWrite(sender);
    data.webhooks.grantManage(sender);
    data.keys.grantSealSecrets(sender);
    grantRedeliver(sender);
    data.batches.grantSteer(sender);
    grantStartBatch(sender);
    data.archive.grantRead(sender);
    data.documents.grant(sender, {
      get: ['open', 'closed', 'exports', 'templates', 'batches'],
      put: ['uploads', 'open', 'exports', 'templates', 'batches'],
      seeAbsence: true,
    });
    sender.setVariables({
      VERIFIER_URL: data.verifierUrl,
      DOCUMENT_DAYS: String(config.retention.documentDays),
      ...retentionVariables(config),
      SIGNING_ORDER: config.order,
      WEBHOOK_RECEIVERS: config.webhooks.receivers,
      SMS_COUNTRIES: config.text.countries.join(','),
      DAILY_LIMITS: JSON.stringify(config.limits),
      RATES: JSON.stringify(config.rates),
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
    data.ledger.grantAppend(signer);
    data.access.grantCeremonies(signer);
    data.documents.grant(signer, {
      get: ['open', 'closed'],
      put: ['open'],
      seeAbsence: true,
    });
    data.keys.grantCodeMac(signer);
    mail.grantSend(signer);
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

  #audit({ config, bundles, data }: FunctionSurroundings) {
    const audit = new SigilloFunction(this, 'Audit', {
      name: 'audit',
      description: 'Prints the ledger of an envelope as a PDF file',
      errors: { toldBy: 'sender-errors' },
      bundles,
      alarms: data.alarms,
    });
    data.ledger.grantRead(audit);
    data.tokens.grantUse(audit);
    data.documents.grant(audit, { get: ['exports'], put: ['exports'] });
    audit.setVariables({
      ...retentionVariables(config),
      LANGUAGES: config.languages.join(','),
      ADMIN_CLAIM: config.administrators.claim,
      ADMIN_VALUE: config.administrators.value,
      COMPANY_NAME: config.company.name,
      TIME_ZONE: config.timeZone,
    });
    return audit;
  }
}
