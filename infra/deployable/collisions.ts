import type { StackShape } from './stack-shape.ts';

interface Deployment {
  readonly stacks: readonly StackShape[];
  readonly region: string;
}

/** Names that two deployments in one account would both want. */
export function collisions(one: Deployment, other: Deployment): string[] {
  const isTaken = new Set(namesOf(one).map(({ name }) => name));
  return namesOf(other)
    .filter(({ name, reach }) => isTaken.has(name) && (reach !== 'region' || isNear(one, other)))
    .map(({ name }) => name);
}

const isNear = (one: Deployment, other: Deployment) => one.region === other.region;

const namesOf = ({ stacks, region }: Deployment) =>
  stacks.flatMap(({ name, resources }) => [
    { name: `stack ${name}`, reach: 'region' as const },
    ...Object.values(resources).flatMap(({ named }) =>
      named ? [{ ...named, name: named.name.replaceAll('<AWS::Region>', region) }] : [],
    ),
  ]);
