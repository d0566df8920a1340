import { type PlatformFeature, platformFeatures } from './platform-features.ts';
import { lackedBy } from './support.ts';

interface Property extends Pick<PlatformFeature, 'on'> {
  readonly holder: string;
  readonly lackedBy: readonly string[];
}

/** Objects that every script can access under a global name. */
const INSTANCES: Readonly<Record<string, string>> = {
  window: 'Window',
  self: 'Window',
  globalThis: 'Window',
  document: 'Document',
  navigator: 'Navigator',
  history: 'History',
  location: 'Location',
  screen: 'Screen',
  crypto: 'Crypto',
  performance: 'Performance',
};

/** Unsupported features, by the names that a script uses. */
class WebPlatform {
  readonly #globals = new Map<string, readonly string[]>();
  readonly #properties = new Map<string, Property[]>();

  constructor() {
    for (const { holder, name, on, data } of platformFeatures()) {
      const lacking = lackedBy(data);
      if (holder === undefined) this.#globals.set(name, lacking);
      else this.#add(name, { holder, on, lackedBy: lacking });
    }
    for (const [name, properties] of this.#properties)
      for (const { holder, lackedBy } of properties)
        if (holder === 'Window' && !this.#globals.has(name)) this.#globals.set(name, lackedBy);
  }

  #add(name: string, property: Property): void {
    this.#properties.set(name, [...(this.#properties.get(name) ?? []), property]);
  }

  /** Browsers that lack a global; undefined if there is none of that name. */
  global(name: string): readonly string[] | undefined {
    return this.#globals.get(name);
  }

  /** Browsers that lack `holder.name`; undefined if MDN does not know it. */
  own(holder: string, name: string): readonly string[] | undefined {
    const type = INSTANCES[holder] ?? holder;
    if (type === 'Window' && this.#globals.has(name)) return this.#globals.get(name);
    return this.#properties.get(name)?.find((one) => one.holder === type)?.lackedBy;
  }

  /**
   * Browsers that have an object with a property of that name but lack the property, and that object. Browsers
   * without the object do not count: a script obtains it only through something else they lack.
   */
  named(name: string): { holder: string; lackedBy: readonly string[] } {
    const all = (this.#properties.get(name) ?? []).filter(({ on }) => on !== 'holder');
    const heldIn = (browser: string) =>
      all.filter(({ holder }) => !this.#globals.get(holder)?.includes(browser));
    const lackedBy = [...new Set(all.flatMap((one) => one.lackedBy))].filter((browser) => {
      const held = heldIn(browser);
      return held.length > 0 && held.every((one) => one.lackedBy.includes(browser));
    });
    return { holder: heldIn(lackedBy[0] ?? '')[0]?.holder ?? '', lackedBy };
  }
}

export const webPlatform = new WebPlatform();
