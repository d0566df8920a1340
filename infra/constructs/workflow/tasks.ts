import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { alarmOnCertificates, alarmOnUnforeseen } from '../alarms/told-faults.ts';
import { Trigger } from '../followers/trigger.ts';
import type { FunctionSurroundings } from '../function-surroundings.ts';
import { addFeedback } from '../messages/feedback.ts';
import { grantSendText } from '../messages/grant-send-text.ts';
import { setBranding } from '../set-branding.ts';
import { SigilloFunction, type SigilloFunctionProps } from '../sigillo-function.ts';
import { grantEndWaits } from './workflow.ts';

/** The workflow retries each task, so a few errors raise no alarm; a lasting one does. */
const retried = (impact: string) => ({ impact, tolerated: 2 });

/** The workflow's functions, in the order in which a document passes through them. */
export class Tasks extends Construct {
  readonly intake: SigilloFunction;
  readonly invite: SigilloFunction;
  readonly seal: SigilloFunction;
  readonly deliver: SigilloFunction;
  readonly purge: SigilloFunction;
  readonly feedback: SigilloFunction;
  readonly #around: FunctionSurroundings;

  constructor(scope: Construct, id: string, around: FunctionSurroundings) {
    super(scope, id);
    this.#around = around;
    this.intake = this.#intake();
    this.invite = this.#invite();
    this.seal = this.#seal();
    this.deliver = this.#deliver();
    this.purge = this.#purge();
    this.feedback = addFeedback(this, around);
  }

  get functions(): SigilloFunction[] {
    return [this.intake, this.invite, this.seal, this.deliver, this.purge, this.feedback];
  }

  #intake() {
    const { ledger, documents, keys } = this.#around.data;
    const intake = this.#task('Intake', {
      name: 'intake',
      description: 'Checks an uploaded PDF and prepares it for signing',
      errors: retried('Uploaded documents stay unchecked, and sent ones are not prepared.'),
      memoryMib: 3008,
      timeout: Duration.seconds(120),
    });
    ledger.grantAppend(intake);
    documents.grant(intake, { get: ['uploads', 'open'], put: ['open'], seeAbsence: true });
    keys.grantCreatePlanMac(intake);
    intake.setVariables(this.#issuer());
    this.#checkUploads(intake);
    alarmOnUnforeseen(intake, this.#around.data.alarms);
    return intake;
  }

  /** Variables both writers of the certificate of authenticity need. */
  #issuer() {
    const { config, data } = this.#around;
    return {
      VERIFIER_URL: data.verifierUrl,
      COMPANY_NAME: config.company.name,
      TIME_ZONE: config.timeZone,
    };
  }

  #checkUploads(intake: SigilloFunction) {
    const { documents, alarms } = this.#around.data;
    new Trigger(this, 'OnUpload', {
      description: 'A document has landed: check it',
      when: {
        pattern: {
          source: ['aws.s3'],
          detailType: ['Object Created'],
          detail: {
            bucket: { name: [documents.bucket.bucketName] },
            object: { key: [{ prefix: 'uploads/documents/' }] },
          },
        },
      },
      target: intake,
      lost: { impact: 'A sender waits for the check of an uploaded document that will not come.' },
      alarms,
    });
  }

  #invite() {
    const { config, data, mail, appUrl } = this.#around;
    const invite = this.#task('Invite', {
      name: 'invite',
      memoryMib: 512,
      description: 'Sends a party its link, and reminds it',
      errors: retried('Parties get no invitation and no reminder.'),
    });
    data.ledger.grantAppend(invite);
    data.access.grantWrite(invite);
    grantEndWaits(invite);
    mail.grantSend(invite);
    grantSendText(invite, config.text.senderId);
    invite.setVariables({ APP_URL: appUrl });
    setBranding(invite, config);
    return invite;
  }

  #seal() {
    const { config, data } = this.#around;
    const seal = this.#task('Seal', {
      name: 'seal',
      description: 'Appends signatures, the seal and timestamps to the document',
      errors: retried(
        'Signed documents are not sealed: the next party waits, nobody gets the result.',
      ),
      memoryMib: 2048,
      timeout: Duration.seconds(120),
    });
    data.ledger.grantAppend(seal);
    data.documents.grant(seal, {
      get: ['open', 'closed', 'pki'],
      put: ['pki'],
      putInParts: ['open', 'closed'],
      seeAbsence: true,
    });
    data.keys.grantSeal(seal);
    data.keys.grantPlanMac(seal);
    seal.setVariables({
      ...this.#issuer(),
      COMPANY_COUNTRY: config.company.country,
      COMPANY_IDENTIFIER: config.company.identifier ?? '',
      CERTIFICATE_CONTACTS: config.certificate.contacts,
      CERTIFICATE_ADDRESSES: config.certificate.addresses,
      TIMESTAMP_URLS: config.timestampAuthorities.join(','),
      TIMESTAMP_POLICIES: config.timestampPolicies.join(','),
    });
    this.#renewRevocationList(seal);
    alarmOnCertificates(seal, data.alarms);
    return seal;
  }

  #renewRevocationList(seal: SigilloFunction) {
    new Trigger(this, 'EachDay', {
      description: "Renew the authority's revocation list",
      when: { schedule: Schedule.rate(Duration.days(1)) },
      input: { operation: 'renew-revocation-list' },
      target: seal,
      lost: { toldBy: 'certificates' },
      alarms: this.#around.data.alarms,
    });
  }

  #deliver() {
    const { config, data, mail, appUrl } = this.#around;
    const deliver = this.#task('Deliver', {
      name: 'deliver',
      description: 'Sends everyone the signed document, or the news that there is none',
      errors: retried('Signed documents are not delivered.'),
      memoryMib: 2048,
      timeout: Duration.seconds(120),
    });
    data.ledger.grantAppend(deliver);
    data.access.grantWrite(deliver);
    data.documents.grant(deliver, { get: ['closed'] });
    mail.grantSend(deliver);
    grantSendText(deliver, config.text.senderId);
    deliver.setVariables({ APP_URL: appUrl, VERIFIER_URL: data.verifierUrl });
    setBranding(deliver, config);
    return deliver;
  }

  #purge() {
    const { ledger, documents } = this.#around.data;
    const purge = this.#task('Purge', {
      name: 'purge',
      memoryMib: 512,
      description: 'Deletes a document at its hour',
      errors: { toldBy: 'sweep-errors' },
    });
    ledger.grantAppend(purge);
    documents.grant(purge, { remove: ['open', 'closed', 'uploads', 'exports'] });
    return purge;
  }

  #task(id: string, props: Omit<SigilloFunctionProps, 'bundles' | 'alarms'>) {
    const { bundles, data } = this.#around;
    const timeout = Duration.seconds(60);
    return new SigilloFunction(this, id, { timeout, ...props, bundles, alarms: data.alarms });
  }
}
