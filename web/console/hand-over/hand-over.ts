import type { SenderApi } from '../sender-api.ts';
import type { NewOwner } from './new-owner.ts';

type Asked = Parameters<SenderApi['handOver']>[1];

/**
 * Hands over page by page; returns how many succeeded and how many failed. Without `to` the caller
 * becomes the owner.
 */
export async function handOver(
  api: Pick<SenderApi, 'handOver'>,
  id: string,
  { to, all }: { to: NewOwner | undefined; all: boolean },
): Promise<{ handedOver: number; left: number }> {
  let [handedOver, left] = [0, 0];
  let cursor: string | undefined;
  do {
    const asked: Asked = { all, ...(to && { to }), ...(cursor !== undefined && { cursor }) };
    const answer = await api.handOver(id, asked);
    handedOver += answer.handedOver;
    left += answer.left ?? 0;
    cursor = answer.cursor;
  } while (cursor !== undefined);
  return { handedOver, left };
}
