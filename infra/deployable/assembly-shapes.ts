import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { resourceSpecification } from './resource-specification.ts';
import { type StackShape, stackShape } from './stack-shape.ts';

/** The stacks that a synthesised app would deploy, in that order. */
export function assemblyShapes(folder: string): StackShape[] {
  const specification = resourceSpecification();
  return new CloudAssembly(folder).stacks.map(({ stackName, template }) =>
    stackShape(stackName, template, specification),
  );
}
