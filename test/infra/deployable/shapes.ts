import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundles } from '../../../infra/build/bundles.ts';
import { type CompanyConfig, Config } from '../../../infra/config.ts';
import { resourceSpecification } from '../../../infra/deployable/resource-specification.ts';
import { type StackShape, stackShape } from '../../../infra/deployable/stack-shape.ts';
import { sigilloApp } from '../../../infra/sigillo-app.ts';

export const specification = resourceSpecification();

/** Templates whose functions are replaced by an empty one. */
export class Shapes {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sigillo-shapes-'));
  readonly #bundles: Bundles;

  constructor() {
    const folder = join(this.#folder, 'function');
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.mjs'), 'export const handler = () => {};');
    this.#bundles = { folder: () => folder } as unknown as Bundles;
  }

  /** Stacks in order of deployment. */
  of(company: CompanyConfig): StackShape[] {
    const app = sigilloApp(Config.parse(company), this.#bundles, join(this.#folder, 'out'));
    return app
      .synth()
      .stacks.map(({ stackName, template }) => stackShape(stackName, template, specification));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
