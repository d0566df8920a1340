import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../../shared/contract/environment.ts';
import { regionalName } from '../../naming.ts';
import type { SigilloFunction } from '../sigillo-function.ts';

/**
 * The company's five keys. None ever leaves KMS, so losing one is final: they are retained, and
 * their deletion takes the longest notice KMS has. Key policies name the account alone; what may use
 * a key is in the roles, granted here.
 */
export class CompanyKeys extends Construct {
  readonly authority: Key;
  readonly seal: Key;
  readonly timestamp: Key;
  readonly codes: Key;
  readonly plans: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.authority = this.#signing('Authority', 'certifies who signs, seals and timestamps');
    this.seal = this.#signing('Seal', "makes the company's closing seal");
    this.timestamp = this.#signing('Timestamp', 'signs RFC 3161 timestamps');
    this.codes = this.#mac('Codes', 'binds one-time codes to their session');
    this.plans = this.#mac('Plans', 'guards the plans that revisions are built from');
  }

  letSeal(seal: SigilloFunction): void {
    const actions = ['kms:Sign', 'kms:GetPublicKey'];
    letUse(seal, 'AUTHORITY_KEY', this.authority, actions);
    letUse(seal, 'SEAL_KEY', this.seal, actions);
    letUse(seal, 'TIMESTAMP_KEY', this.timestamp, actions);
  }

  letGuardCodes(signer: SigilloFunction): void {
    letUse(signer, 'CODE_KEY', this.codes, ['kms:GenerateMac', 'kms:VerifyMac']);
  }

  letMakePlans(intake: SigilloFunction): void {
    letUse(intake, 'PLAN_KEY', this.plans, ['kms:GenerateMac']);
  }

  letReadPlans(seal: SigilloFunction): void {
    letUse(seal, 'PLAN_KEY', this.plans, ['kms:GenerateMac', 'kms:VerifyMac']);
  }

  #signing(id: string, purpose: string) {
    return this.#key(id, purpose, KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
  }

  #mac(id: string, purpose: string) {
    return this.#key(id, purpose, KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
  }

  #key(id: string, purpose: string, keySpec: KeySpec, keyUsage: KeyUsage) {
    return new Key(this, id, {
      alias: regionalName(this, id.toLowerCase()),
      description: `Sigillo: ${purpose}`,
      keySpec,
      keyUsage,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
  }
}

function letUse(
  user: SigilloFunction,
  variable: EnvironmentName,
  key: Key,
  actions: readonly string[],
) {
  user.setVariables({ [variable]: key.keyArn });
  user.allow(actions, [key.keyArn]);
}
