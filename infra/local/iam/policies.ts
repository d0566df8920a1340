import { accountId } from '../aws/account.ts';
import type { Json } from '../json.ts';
import { type AccessRequest, compile, judge, type Rule, type Verdict } from './policy.ts';

/** A function or state machine with its role, or an AWS service principal. */
export type Caller =
  | { readonly name: string; readonly role: string }
  | { readonly name: string; readonly service: string };

export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly used: boolean;
}

const root = `arn:aws:iam::${accountId}:root`;

/** Objects are covered by their bucket's policy. */
const policyHolder = (resource: string) => resource.replace(/^(arn:aws:s3:::[^/]+).*$/, '$1');

const namesOf = (caller: Caller): ReadonlySet<string> =>
  new Set(
    'role' in caller
      ? ['*', `arn:aws:iam::${accountId}:role/${caller.role}`]
      : ['*', caller.service],
  );

/** The policies of the template, of roles and of resources. */
export class Policies {
  readonly #ofRoles = new Map<string, Rule[]>();
  readonly #ofResources = new Map<string, Rule[]>();
  /** Documents as given, by role. */
  readonly documents: { role: string; document: Json }[] = [];
  readonly resourceDocuments: { resource: string; document: Json }[] = [];

  grant(role: string, document: Json): void {
    this.documents.push({ role, document });
    this.#ofRoles.set(role, [...(this.#ofRoles.get(role) ?? []), ...compile(document)]);
  }

  protect(resource: string, document: Json): void {
    this.resourceDocuments.push({ resource, document });
    const before = this.#ofResources.get(resource) ?? [];
    this.#ofResources.set(resource, [...before, ...compile(document)]);
  }

  /**
   * Within one account, either the role's policy or the resource's may allow, and either may deny. Service
   * principals have no role here. For KMS the key policy decides: the role's policy counts only if the key
   * policy trusts the account.
   */
  verdict(caller: Caller, one: AccessRequest): Verdict {
    const rules = this.#ofResources.get(policyHolder(one.resource)) ?? [];
    const names = namesOf(caller);
    const naming = (wanted: (name: string) => boolean) =>
      rules.filter(({ principals }) => principals?.some(wanted));
    const mine = 'role' in caller ? judge(this.#ofRoles.get(caller.role) ?? [], one) : 'silent';
    const its = judge(
      naming((name) => names.has(name)),
      one,
    );
    if (mine === 'denied' || its === 'denied') return 'denied';
    if (its === 'allowed') return 'allowed';
    if (!one.action.startsWith('kms:')) return mine;
    const trusts = judge(
      naming((name) => name === root),
      one,
    );
    return trusts === 'allowed' ? mine : trusts;
  }

  /** Each action and resource that a role is allowed, and whether any call has needed it. */
  grants(): Grant[] {
    return [...this.#ofRoles].flatMap(([role, rules]) => {
      const allowing = rules.filter(({ effect }) => effect === 'Allow');
      return allowing.flatMap(({ actions, resources, used }) =>
        actions.flatMap(({ text: action }) =>
          resources.map(({ text: resource }) => ({
            ...{ role, action, resource },
            used: used.has(`${action} ${resource}`),
          })),
        ),
      );
    });
  }
}
