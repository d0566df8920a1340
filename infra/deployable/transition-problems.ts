import { REFUSED, type ResourceShape, type StackShape } from './stack-shape.ts';
import { idsIn, isSame } from './template-value.ts';

/** Hold what cannot be made again, or an address that is printed or sent, or executions under way. */
const LASTING = new Set(
  [
    'DynamoDB::Table',
    'DynamoDB::GlobalTable',
    'S3::Bucket',
    'KMS::Key',
    'Cognito::UserPool',
    'Lambda::Url',
    'ApiGatewayV2::Api',
    'StepFunctions::StateMachine',
  ].map((type) => `AWS::${type}`),
);

/**
 * Types of which a parent may have only one: CloudFormation creates a replacement before it deletes the old one,
 * which AWS refuses.
 */
const ONE_EACH: Readonly<Record<string, string>> = {
  'AWS::Cognito::UserPoolDomain': 'UserPoolId',
  'AWS::Lambda::Url': 'TargetFunctionArn',
  'AWS::Lambda::EventSourceMapping': 'EventSourceArn',
  'AWS::S3::BucketPolicy': 'Bucket',
};

/**
 * Reasons why `cdk deploy --all` of `to` would fail or lose data where `from` is deployed; empty if there are
 * none. Stacks are in order of deployment; while one is updated, those after it are still in their old state.
 */
export function transitionProblems(
  from: readonly StackShape[],
  to: readonly StackShape[],
): string[] {
  const running = new Map(from.map((stack) => [stack.name, stack]));
  return to.flatMap((next) => {
    const now = running.get(next.name);
    const others = [...running.values()].filter(({ name }) => name !== next.name);
    running.set(next.name, next);
    return [
      ...importProblems(next, others),
      ...nameProblems(next, others),
      ...(now ? updateProblems(now, next, others) : []),
    ];
  });
}

function importProblems(next: StackShape, others: readonly StackShape[]): string[] {
  const exported = new Set(others.flatMap(({ exports }) => Object.keys(exports)));
  return next.imports
    .filter((name) => !exported.has(name))
    .map((name) => `${next.name} imports ${name}, which nobody exports`);
}

function nameProblems(next: StackShape, others: readonly StackShape[]): string[] {
  const taken = new Map(
    others.flatMap(({ name, resources }) =>
      Object.values(resources).map((resource) => [resource.named?.name, name] as const),
    ),
  );
  return Object.entries(next.resources).flatMap(([id, { named }]) =>
    named && taken.has(named.name)
      ? [`${next.name}.${id}: ${named.name} is still ${taken.get(named.name)}'s`]
      : [],
  );
}

function updateProblems(
  now: StackShape,
  next: StackShape,
  others: readonly StackShape[],
): string[] {
  const replaced = replacedIn(now, next);
  return [
    ...exportProblems(now, next, others, replaced),
    ...Object.entries(now.resources).flatMap(([id, before]) => {
      const after = next.resources[id];
      const problems = after
        ? changeProblems(before, after, replaced.get(id), isLasting(now, id))
        : goneProblems(before, isLasting(now, id));
      return problems.map((problem) => `${now.name}.${id} (${before.type}) ${problem}`);
    }),
    ...newNameProblems(now, next),
  ];
}

/** Logical id → the property that makes CloudFormation replace it, through references too. */
function replacedIn(now: StackShape, next: StackShape): Map<string, string> {
  const replaced = new Map<string, string>();
  const causeOf = (before: ResourceShape, after: ResourceShape) =>
    [...new Set([...Object.keys(before.fixed), ...Object.keys(after.fixed)])]
      .filter((name) => !REFUSED[before.type]?.includes(name))
      .find(
        (name) =>
          !isSame(before.fixed[name], after.fixed[name]) || refers(after.fixed[name], replaced),
      );
  for (let known = -1; known < replaced.size; ) {
    known = replaced.size;
    for (const [id, before] of Object.entries(now.resources)) {
      const after = next.resources[id];
      const cause = after && !replaced.has(id) && causeOf(before, after);
      if (cause) replaced.set(id, cause);
    }
  }
  return replaced;
}

const refers = (value: unknown, replaced: ReadonlyMap<string, string>): boolean =>
  [...idsIn(value)].some((id) => replaced.has(id));

const exportProblems = (
  now: StackShape,
  next: StackShape,
  others: readonly StackShape[],
  replaced: ReadonlyMap<string, string>,
): string[] =>
  Object.entries(now.exports).flatMap(([name, value]) => {
    const users = others.filter(({ imports }) => imports.includes(name)).map((user) => user.name);
    if (users.length === 0) return [];
    const problem = (what: string) => [`${now.name}: export ${name} ${what}, ${users} imports it`];
    if (!(name in next.exports)) return problem('goes');
    const isOther = !isSame(next.exports[name], value) || refers(value, replaced);
    return isOther ? problem('changes its value') : [];
  });

function isLasting({ exports, resources }: StackShape, id: string): boolean {
  const { type } = resources[id] ?? {};
  if (type === 'AWS::CloudFront::Distribution') return idsIn(exports).has(id);
  if (type === 'AWS::Lambda::Function')
    return Object.values(resources).some(({ calls }) => calls?.includes(id));
  return LASTING.has(type ?? '');
}

/** One that stayed behind comes back as one that exists: `mail.identityExists`. */
const TAKEN_BACK = 'AWS::SES::EmailIdentity';

function goneProblems({ type, deletion, named }: ResourceShape, lasting: boolean): string[] {
  const keepsName = deletion?.startsWith('Retain') && named && type !== TAKEN_BACK;
  return [
    ...(lasting ? ['goes'] : []),
    ...(keepsName ? ['goes, is kept, and its name is taken for ever'] : []),
  ];
}

function changeProblems(
  before: ResourceShape,
  after: ResourceShape,
  cause: string | undefined,
  lasting: boolean,
): string[] {
  if (after.type !== before.type) return ['changes its type'];
  const refused = (REFUSED[before.type] ?? []).filter(
    (name) => !isSame(before.fixed[name], after.fixed[name]),
  );
  return [
    ...refused.map((name) => `cannot change its ${name}: AWS refuses`),
    ...indexProblems(before, after),
    ...(cause ? replacementProblems(before, after, cause, lasting) : []),
  ];
}

function replacementProblems(
  before: ResourceShape,
  after: ResourceShape,
  cause: string,
  lasting: boolean,
): string[] {
  const parent = ONE_EACH[before.type];
  const sameParent = parent && isSame(before.fixed[parent], after.fixed[parent]);
  return [
    ...(lasting ? [`is replaced: ${cause}`] : []),
    ...(sameParent ? [`is replaced: ${cause}, but its ${parent} has one already`] : []),
    ...(before.named && before.named.name === after.named?.name
      ? [`is replaced under its own name: ${cause}`]
      : []),
  ];
}

/** DynamoDB makes or deletes one index in an update, and changes none. */
function indexProblems(
  { indexes: before = {} }: ResourceShape,
  { indexes: after = {} }: ResourceShape,
): string[] {
  const made = Object.keys(after).filter((name) => !(name in before));
  const gone = Object.keys(before).filter((name) => !(name in after));
  const changed = Object.keys(before).filter(
    (name) => name in after && !isSame(before[name], after[name]),
  );
  return [
    ...(made.length + gone.length > 1 ? ['makes or deletes more than one index'] : []),
    ...changed.map((name) => `changes its index ${name}`),
  ];
}

/** CloudFormation makes before it deletes, so a name cannot move from one logical id to another. */
function newNameProblems(now: StackShape, next: StackShape): string[] {
  const owners = new Map(
    Object.entries(now.resources).map(([id, { named }]) => [named?.name, id] as const),
  );
  return Object.entries(next.resources).flatMap(([id, { named }]) => {
    const owner = named && owners.get(named.name);
    return owner !== undefined && owner !== id
      ? [`${now.name}.${id}: ${named?.name} is still that of ${owner}`]
      : [];
  });
}
