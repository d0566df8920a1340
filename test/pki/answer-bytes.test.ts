import { expect, test } from 'vitest';
import { answerBytes } from '../../shared/pki/answer-bytes.ts';

const CHUNK = new Uint8Array(1000).fill(7);

/** Sends chunks until the reader stops; counts them. */
function endless() {
  const sent = { count: 0 };
  function pull(controller: ReadableStreamDefaultController) {
    sent.count += 1;
    controller.enqueue(CHUNK);
  }
  return { sent, response: new Response(new ReadableStream({ pull })) };
}

test('an answer is read whole, in order', async () => {
  const parts = [Uint8Array.of(1, 2), Uint8Array.of(3)];
  const response = new Response(new Blob(parts).stream());
  expect(await answerBytes(response, 3)).toEqual(Uint8Array.of(1, 2, 3));
});

test('an answer without a body is empty', async () => {
  expect(await answerBytes(new Response(null), 3)).toEqual(new Uint8Array());
});

test('an answer that does not end is read no further than it may be long', async () => {
  const { sent, response } = endless();
  await expect(answerBytes(response, 5500)).rejects.toThrow('exceeds 5500 bytes');
  expect(sent.count).toBeLessThan(10);
});

test('an answer that is no success is none', async () => {
  await expect(answerBytes(new Response('', { status: 503 }), 9)).rejects.toThrow('HTTP 503');
});
