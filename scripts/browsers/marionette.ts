import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { eventually } from '../demo/eventually.ts';

type Pending = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};
type Answer = [
  type: 1,
  id: number,
  error: { readonly error: string; readonly message: string } | null,
  value: unknown,
];

/** Firefox's remote protocol: JSON messages, each prefixed with its length in bytes and a colon. */
export class Marionette {
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #read = Buffer.alloc(0);
  #sent = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#take(bytes));
    socket.on('close', () => this.#fail(new Error('Firefox has closed the connection')));
  }

  /** Waits until Firefox listens. */
  static async connect(port: number): Promise<Marionette> {
    const socket = await eventually('Firefox', () => reach(port));
    return new Marionette(socket);
  }

  call(name: string, parameters: object): Promise<unknown> {
    const id = ++this.#sent;
    const text = JSON.stringify([0, id, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    this.#read = Buffer.concat([this.#read, bytes]);
    for (;;) {
      const colon = this.#read.indexOf(':');
      const end = colon + 1 + Number(this.#read.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#read.length < end) return;
      const message = JSON.parse(this.#read.subarray(colon + 1, end).toString()) as unknown;
      this.#read = this.#read.subarray(end);
      if (Array.isArray(message)) this.#settle(message as Answer);
    }
  }

  #settle([, id, error, value]: Answer): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (error) pending?.reject(new Error(`${error.error}: ${error.message}`));
    else pending?.resolve(value);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

async function reach(port: number): Promise<Socket | undefined> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return undefined;
  }
}
