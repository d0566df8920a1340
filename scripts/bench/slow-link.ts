import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** Lighthouse's "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const DOWN = 1_600_000 / 8;
const UP = 750_000 / 8;
const ONE_WAY_MS = 75;

/** Bytes sent per turn: small, so that connections share the link fairly. */
const SLICE = 4_096;

/** Timer delay in ms that is compensated, so that a busy machine does not slow the link further. */
const LATE_MS = 100;

/** One direction of the link: connections share its bandwidth in turns. */
class Lane {
  readonly #bytesPerSecond: number;
  #last: Promise<unknown> = Promise.resolve();
  /** Time at which all bytes so far have been sent; absolute, so that late timers do not add up. */
  #free = 0;

  constructor(bytesPerSecond: number) {
    this.#bytesPerSecond = bytesPerSecond;
  }

  /** Resolves once this number of bytes has been sent. */
  pass(bytes: number): Promise<void> {
    const turn = this.#last.then(() => {
      const begin = Math.max(this.#free, performance.now() - LATE_MS);
      this.#free = begin + (bytes / this.#bytesPerSecond) * 1_000;
      return setTimeout(Math.max(0, this.#free - performance.now()));
    });
    this.#last = turn;
    return turn;
  }
}

/**
 * A proxy that simulates a phone's slow link to servers on this machine. The browser's own emulation does not
 * slow scripts loaded by workers.
 */
export class SlowLink {
  readonly #down = new Lane(DOWN);
  readonly #up = new Lane(UP);
  readonly #servers: Server[] = [];

  /** Chromium's argument that routes requests to these servers through the link, under their own addresses. */
  async before(urls: readonly string[]): Promise<string> {
    const rules = urls.map(async (url) => {
      const { host, port } = new URL(url);
      return `MAP ${host} 127.0.0.1:${await this.#listen(Number(port))}`;
    });
    return `--host-resolver-rules=${(await Promise.all(rules)).join(',')}`;
  }

  async #listen(port: number): Promise<number> {
    const server = createServer((browser) => {
      const origin = connect(port, '127.0.0.1');
      carry(browser, origin, this.#up);
      carry(origin, browser, this.#down);
    });
    this.#servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  close(): void {
    for (const server of this.#servers) server.close();
  }
}

/** Delivers bytes `ONE_WAY_MS` after they were sent; if one side disconnects, so does the other. */
function carry(from: Socket, to: Socket, lane: Lane): void {
  const later = (act: () => void) => void setTimeout(ONE_WAY_MS).then(() => to.destroyed || act());
  async function through() {
    for await (const chunk of from as AsyncIterable<Buffer>)
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE);
        await lane.pass(slice.length);
        later(() => to.write(slice));
      }
  }
  through().then(
    () => later(() => to.end()),
    () => to.destroy(),
  );
}
