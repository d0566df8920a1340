import { accountId } from '../aws/account.ts';
import { AwsError } from '../aws/aws-error.ts';
import { operatorCredentials } from '../aws/credentials.ts';
import type { AwsRequest } from '../aws/wire.ts';
import type { Json } from '../json.ts';
import type { Store } from '../state/store.ts';
import { accessRequest } from './access-request.ts';
import { accessRequests } from './access-requests.ts';
import { denialOf } from './denial.ts';
import { Journal } from './journal.ts';
import { type Caller, Policies } from './policies.ts';
import type { AccessRequest } from './policy.ts';
import { askToDelete, askToList, type S3Call, s3AccessRequests } from './s3-access-requests.ts';

const nobody: Caller = { name: 'nobody', role: 'none' };
const roleName = (arn: string) => arn.replace(/^.*:role\//, '');

/** Authorises deliveries between services, by the receiver's resource policy or the function's role. */
export interface DeliveryJudge {
  serviceMay(
    service: string,
    action: string,
    resource: string,
    context: AccessRequest['context'],
  ): boolean;
  functionMay(name: string, action: string, resource: string): boolean;
}

/** Evaluates each call against the template's policies, as IAM would. The operator may do anything. */
export class Access implements DeliveryJudge {
  readonly policies = new Policies();
  readonly journal = new Journal();
  readonly #store: Store;
  readonly #byKey = new Map<string, Caller>();
  readonly #byFunction = new Map<string, Caller>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Assigns an access key to a function and the function to its role. */
  assume(accessKeyId: string, functionName: string, roleArn: string): void {
    const caller = { name: functionName, role: roleName(roleArn) };
    this.#byKey.set(accessKeyId, caller);
    this.#byFunction.set(functionName, caller);
  }

  /** Names of all functions that have a role. */
  get functions(): string[] {
    return [...this.#byFunction.keys()];
  }

  grant(role: string, document: Json): void {
    this.policies.grant(role, document);
  }

  /** Adds a resource policy to those of a bucket, key, queue, topic or function. */
  protect(resourceArn: string, document: Json): void {
    this.policies.protect(resourceArn, document);
  }

  check(service: string, request: AwsRequest): void {
    if (isOperator(request.accessKeyId)) return;
    const caller = this.#callerOf(request.accessKeyId);
    for (const one of accessRequests(service, request, this.#store))
      this.#demand(service, caller, one);
  }

  checkS3(accessKeyId: string, call: S3Call): void {
    if (isOperator(accessKeyId)) return;
    for (const one of s3AccessRequests(call)) this.#demand('s3', this.#callerOf(accessKeyId), one);
  }

  /** One key of DeleteObjects: a denied key does not stop the others. */
  mayDelete(accessKeyId: string, bucket: string, key: string): boolean {
    return (
      isOperator(accessKeyId) || this.#may(this.#callerOf(accessKeyId), askToDelete(bucket, key))
    );
  }

  /**
   * Without ListBucket, S3 answers 403 instead of 404 for an absent object. Recorded in the journal, since it
   * looks like a denial.
   */
  mayKnowAbsence(accessKeyId: string, bucket: string, key: string): boolean {
    if (isOperator(accessKeyId)) return true;
    const caller = this.#callerOf(accessKeyId);
    const one = askToList(bucket);
    this.journal.asked({ caller, ask: one });
    if (this.policies.verdict(caller, one) === 'allowed') return true;
    this.journal.hid({ caller: caller.name, resource: `${bucket}/${key}` });
    return false;
  }

  /** Step Functions invokes a function with its state machine's role. */
  checkMachine(roleArn: string, functionArn: string): void {
    const caller = { name: 'the state machine', role: roleName(roleArn) };
    this.#demand('states-task', caller, accessRequest('lambda:InvokeFunction', functionArn));
  }

  serviceMay(
    service: string,
    action: string,
    resource: string,
    context: AccessRequest['context'],
  ): boolean {
    return this.#may({ name: service, service }, accessRequest(action, resource, context));
  }

  functionMay(name: string, action: string, resource: string): boolean {
    return this.#may(this.#byFunction.get(name) ?? nobody, accessRequest(action, resource));
  }

  #callerOf(accessKeyId: string): Caller {
    return this.#byKey.get(accessKeyId) ?? nobody;
  }

  #may(caller: Caller, one: AccessRequest): boolean {
    this.journal.asked({ caller, ask: one });
    if (this.policies.verdict(caller, one) === 'allowed') return true;
    this.journal.denied({ caller: caller.name, action: one.action, resource: one.resource });
    return false;
  }

  #demand(service: string, caller: Caller, one: AccessRequest): void {
    if (!this.#may(caller, one)) throw denialOf(service, caller, one);
  }
}

const isOperator = (accessKeyId: string) => accessKeyId === operatorCredentials.accessKeyId;

/** S3's answer in place of 404 to callers without ListBucket. */
export const s3AccessDenied = (): AwsError => new AwsError('AccessDenied', 'Access Denied', 403);

/** Condition keys that a calling AWS service sets: its source resource and account. */
export const sourceContext = (sourceArn: string): AccessRequest['context'] => ({
  'aws:sourcearn': [sourceArn],
  'aws:sourceaccount': [accountId],
});
