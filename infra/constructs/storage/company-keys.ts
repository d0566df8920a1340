import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../../shared/contract/environment.ts';
import { regionalName } from '../../stacks/naming.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

type KeyKind = Pick<KeyProps, 'keySpec' | 'keyUsage' | 'enableKeyRotation'>;

/**
 * The company's six KMS keys. Their key material cannot be exported, so a deleted key is lost: they are
 * retained with the longest deletion window that KMS offers. Key policies trust the account; use is granted
 * in the roles, here.
 */
export class CompanyKeys extends Construct {
  readonly authority: Key;
  readonly seal: Key;
  readonly timestamp: Key;
  readonly codes: Key;
  readonly plans: Key;
  readonly webhooks: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.authority = this.#signing('Authority', 'certifies who signs, seals and timestamps');
    this.seal = this.#signing('Seal', "makes the company's closing seal");
    this.timestamp = this.#signing('Timestamp', 'signs RFC 3161 timestamps');
    this.codes = this.#mac('Codes', 'binds one-time codes to their session');
    this.plans = this.#mac('Plans', 'guards the plans that revisions are built from');
    this.webhooks = this.#key('Webhooks', 'encrypts the secrets that webhooks are signed with', {
      keySpec: KeySpec.SYMMETRIC_DEFAULT,
      keyUsage: KeyUsage.ENCRYPT_DECRYPT,
      enableKeyRotation: true,
    });
  }

  grantSeal(seal: SigilloFunction): void {
    const actions = ['kms:Sign', 'kms:GetPublicKey'];
    grantUse(seal, 'AUTHORITY_KEY', this.authority, actions);
    grantUse(seal, 'SEAL_KEY', this.seal, actions);
    grantUse(seal, 'TIMESTAMP_KEY', this.timestamp, actions);
  }

  grantCodeMac(signer: SigilloFunction): void {
    grantUse(signer, 'CODE_KEY', this.codes, ['kms:GenerateMac', 'kms:VerifyMac']);
  }

  grantCreatePlanMac(intake: SigilloFunction): void {
    grantUse(intake, 'PLAN_KEY', this.plans, ['kms:GenerateMac']);
  }

  grantPlanMac(seal: SigilloFunction): void {
    grantUse(seal, 'PLAN_KEY', this.plans, ['kms:GenerateMac', 'kms:VerifyMac']);
  }

  /** Who registers a webhook cannot read a secret back. */
  grantSealSecrets(sender: SigilloFunction): void {
    grantUse(sender, 'WEBHOOK_KEY', this.webhooks, ['kms:Encrypt']);
  }

  grantOpenSecrets(webhook: SigilloFunction): void {
    grantUse(webhook, 'WEBHOOK_KEY', this.webhooks, ['kms:Decrypt']);
  }

  #signing(id: string, purpose: string) {
    const keyUsage = KeyUsage.SIGN_VERIFY;
    return this.#key(id, purpose, { keySpec: KeySpec.ECC_NIST_P256, keyUsage });
  }

  #mac(id: string, purpose: string) {
    const keyUsage = KeyUsage.GENERATE_VERIFY_MAC;
    return this.#key(id, purpose, { keySpec: KeySpec.HMAC_256, keyUsage });
  }

  #key(id: string, purpose: string, kind: KeyKind) {
    return new Key(this, id, {
      alias: regionalName(this, id.toLowerCase()),
      description: `Sigillo: ${purpose}`,
      ...kind,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}

function grantUse(
  user: SigilloFunction,
  variable: EnvironmentName,
  key: Key,
  actions: readonly string[],
) {
  user.setVariables({ [variable]: key.keyArn });
  user.allow(actions, [key.keyArn]);
}
