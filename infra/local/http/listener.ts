import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HandleRequest = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void;

const notReady: HandleRequest = (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain' }).end('The local target is starting');
};

/** A loopback server whose address is known before its handler exists: it answers 503 until `handle` is set. */
export class Listener {
  readonly #server: Server;
  handle: HandleRequest = notReady;

  private constructor() {
    this.#server = createServer((request, response) => {
      Promise.resolve(this.handle(request, response)).catch(() => response.destroy());
    });
  }

  /** Rejects when the port is taken; port 0 takes any free one. */
  static listen(port: number): Promise<Listener> {
    const listener = new Listener();
    return new Promise((resolve, reject) => {
      listener.#server.once('error', reject);
      listener.#server.listen(port, '127.0.0.1', () => resolve(listener));
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    return closed;
  }
}
