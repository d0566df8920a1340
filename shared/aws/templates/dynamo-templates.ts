import { DeleteCommand, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalJson } from '../../domain/ledger/canonical-json.ts';
import { readable } from '../../domain/ledger/versions.ts';
import type { Template } from '../../domain/template/template.ts';
import type { Page } from '../../ports/lists.ts';
import type { ListedTemplate, TemplateListQuery, Templates } from '../../ports/templates.ts';
import { conditionally, conflictingItem, dynamo, RETURN_CONFLICT } from '../dynamo-client.ts';
import { placeInCursor, templateCursor } from './template-cursor.ts';
import {
  listedIn,
  partsOf,
  type TemplateItem,
  templateIn,
  templateItem,
  UNLISTED,
} from './template-items.ts';

/** Table `Templates`: see `TemplateItem`. */
export const dynamoTemplates = ({
  TEMPLATES_TABLE: table,
}: {
  TEMPLATES_TABLE: string;
}): Templates => ({
  find: (id) => find(table, id),
  put: (template) => put(table, template),
  list: (query) => list(table, query),
  unlisted: (instant) => unlisted(table, instant),
  remove: ({ id, seq }) => remove(table, id, seq),
});

async function find(table: string, id: string): Promise<Template | undefined> {
  const get = new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true });
  const { Item } = await dynamo.send(get);
  return Item && templateIn(readable('template', Item as TemplateItem));
}

/** The SDK repeats a put whose response was lost: the conflicting item may be the one just written. */
async function put(table: string, template: Template): Promise<boolean> {
  const item = templateItem(template);
  const write = new PutCommand({
    TableName: table,
    Item: item,
    ...(template.seq === 0
      ? { ConditionExpression: 'attribute_not_exists(id)' }
      : {
          ConditionExpression: 'seq = :before',
          ExpressionAttributeValues: { ':before': template.seq - 1 },
        }),
    ...RETURN_CONFLICT,
  });
  const standing = await conflictingItem(dynamo.send(write));
  return standing === undefined || isSame(standing, item);
}

const isSame = (standing: unknown, item: TemplateItem): boolean =>
  canonicalJson(standing) === canonicalJson(JSON.parse(JSON.stringify(item)));

type Found = Pick<TemplateItem, 'id' | 'place' | 'head'>;

/** Reads as many items of each partition as one page may need, and merges them; a page needs few partitions. */
async function list(
  table: string,
  { limit, cursor, ...query }: TemplateListQuery,
): Promise<Page<ListedTemplate>> {
  const after = cursor === undefined ? undefined : placeInCursor(cursor, query);
  const index = 'all' in query.of ? ALL : LIST;
  const parts = partsOf(query.of, query.archived);
  const pages = await Promise.all(
    parts.map((part) => newest(table, { ...index, part, after, most: limit + 1 })),
  );
  const found = pages.flat().sort((a, b) => (a.place < b.place ? 1 : -1));
  const items = found.slice(0, limit).map(listedIn);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return last ? { items, cursor: templateCursor(last.place, query) } : { items };
}

interface Index {
  readonly name: string;
  readonly key: 'list' | 'all';
}

const LIST: Index = { name: 'list-updated', key: 'list' };
const ALL: Index = { name: 'all-updated', key: 'all' };

interface Reading extends Index {
  readonly part: string;
  readonly after: string | undefined;
  readonly most: number;
}

async function newest(table: string, { name, key, part, after, most }: Reading): Promise<Found[]> {
  const found: Found[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        IndexName: name,
        KeyConditionExpression:
          after === undefined ? '#key = :part' : '#key = :part AND place < :after',
        ExpressionAttributeNames: { '#key': key },
        ExpressionAttributeValues: {
          ':part': part,
          ...(after !== undefined && { ':after': after }),
        },
        ScanIndexForward: false,
        Limit: most - found.length,
        ExclusiveStartKey: from,
      }),
    );
    found.push(...((page.Items ?? []) as Found[]));
    from = page.LastEvaluatedKey;
  } while (from && found.length < most);
  return found;
}

async function* unlisted(table: string, instant: string) {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: table,
        IndexName: LIST.name,
        KeyConditionExpression: '#key = :part AND place < :instant',
        ExpressionAttributeNames: { '#key': LIST.key },
        ExpressionAttributeValues: { ':part': UNLISTED, ':instant': instant },
        ExclusiveStartKey: from,
      }),
    );
    for (const { id, seq } of (page.Items ?? []) as TemplateItem[]) yield { id, seq };
    from = page.LastEvaluatedKey;
  } while (from);
}

async function remove(table: string, id: string, seq: number): Promise<void> {
  const write = new DeleteCommand({
    TableName: table,
    Key: { id },
    ConditionExpression: 'attribute_not_exists(id) OR seq = :seq',
    ExpressionAttributeValues: { ':seq': seq },
  });
  await conditionally(dynamo.send(write));
}
