import type { Emulators } from './emulators.ts';
import type { Front } from './front.ts';
import { FunctionUrl } from './http/function-url.ts';
import type { HandleRequest } from './http/listener.ts';
import type { Target } from './resources/provisioner.ts';
import { resourcesOf, type Stack } from './template/template.ts';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';

/** Assigns public URLs to functions and distributions, in the order of the template. */
export class Doors {
  /** Public function URLs, by function name. */
  readonly urls: Record<string, string> = {};
  /** Handlers of the function URLs, by host. */
  readonly functionUrls = new Map<string, HandleRequest>();
  /** The first distribution, which then takes the main port in front of the API. */
  main: HandleRequest | undefined;
  readonly #emulators: Emulators;
  readonly #front: Front;
  readonly #waiting: Front['functionUrls'];
  #distributions = 0;

  constructor(emulators: Emulators, front: Front) {
    this.#emulators = emulators;
    this.#front = front;
    this.#waiting = [...front.functionUrls];
  }

  readonly openFunctionUrl: Target['openFunctionUrl'] = (functionName, cors) => {
    const listener = this.#waiting.shift();
    if (!listener) throw new Error(`No port is left for ${functionName}`);
    const { lambda, clock, access } = this.#emulators;
    const door = new FunctionUrl(lambda, clock, access, functionName, cors);
    listener.handle = (request, response) => door.handle(request, response);
    this.functionUrls.set(new URL(listener.url).host, listener.handle);
    this.urls[functionName] = `${listener.url}/`;
    return `${listener.url}/`;
  };

  /** The first distribution has the main port, which it shares with the local page. */
  readonly openDistribution: Target['openDistribution'] = (handle) => {
    const index = this.#distributions++;
    if (index === 0) this.main = handle;
    else this.#front.distributions[index - 1]!.handle = handle;
    return this.#urlOf(index);
  };

  /** Called before provisioning, because resources ahead of a distribution may contain its host names. */
  aliasUrls(stacks: readonly Stack[]): Map<string, string> {
    const aliases = resourcesOf(stacks, DISTRIBUTION).flatMap(({ properties }, index) => {
      const { Aliases } = properties.DistributionConfig as { Aliases?: readonly string[] };
      return (Aliases ?? []).map((host) => [host, this.#urlOf(index)] as const);
    });
    return new Map(aliases);
  }

  #urlOf(index: number): string {
    return index === 0 ? this.#front.api.url : this.#front.distributions[index - 1]!.url;
  }
}
