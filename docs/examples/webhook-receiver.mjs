/**
 * A receiver of Sigillo's webhooks: `SIGILLO_WEBHOOK_SECRET=whsec_… node webhook-receiver.mjs 8080`, behind whatever
 * ends TLS. It checks each request with the `standardwebhooks` package (MIT), answers at once and works afterwards.
 */
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

/**
 * Calls `handle` with each event, once: `{ type, timestamp, data }`. An event may come again, and not in the order in
 * which things happened; `webhook-id` is the same each time, `timestamp` is when it happened.
 */
export function receiver(secret, handle) {
  const webhook = new Webhook(secret);
  const seen = new Set();
  return createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    let event;
    try {
      event = webhook.verify(Buffer.concat(chunks).toString(), request.headers);
    } catch {
      response.writeHead(401).end();
      return;
    }
    response.writeHead(204).end();
    const id = request.headers['webhook-id'];
    if (seen.has(id)) return;
    seen.add(id);
    handle(event, id);
  });
}

const { SIGILLO_WEBHOOK_SECRET: secret } = process.env;
const [, , port] = process.argv;
if (secret && port)
  receiver(secret, (event) => console.log(event.type, JSON.stringify(event.data))).listen(
    Number(port),
  );
