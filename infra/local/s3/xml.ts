import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { AwsError } from '../aws/aws-error.ts';
import { escapeXml } from '../aws/query-protocol.ts';

const lists = new Set([
  'Rule',
  'CORSRule',
  'Object',
  'Part',
  'AllowedMethod',
  'AllowedOrigin',
  'AllowedHeader',
  'ExposeHeader',
  'Tag',
]);

const parser = new XMLParser({
  isArray: (name) => lists.has(name),
  parseTagValue: false,
  ignoreAttributes: true,
  ignoreDeclaration: true,
});

/**
 * Parses an S3 body whose root element is `root`. An element that is not in the schema is refused with
 * MalformedXML.
 */
export function parseXml<S extends z.ZodType>(text: string, root: string, schema: S): z.output<S> {
  const document = z.strictObject({ [root]: schema }).safeParse(parse(text));
  if (!document.success) throw new AwsError('MalformedXML', z.prettifyError(document.error));
  return (document.data as Record<string, z.output<S>>)[root] as z.output<S>;
}

function parse(text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch (error) {
    throw new AwsError('MalformedXML', String(error));
  }
}

/** An object tree as XML: arrays repeat their element, absent members are omitted. */
export type XmlTree = { [name: string]: XmlNode };
type XmlNode = string | number | boolean | undefined | XmlTree | XmlTree[];

function element(name: string, value: XmlNode): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const content = typeof value === 'object' ? elements(value) : escapeXml(String(value));
  return `<${name}>${content}</${name}>`;
}

const elements = (tree: XmlTree): string =>
  Object.entries(tree)
    .map(([name, value]) => element(name, value))
    .join('');

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An S3 answer's document with `root` as its root element. */
export const xmlDocument = (root: string, tree: XmlTree): string =>
  `${declaration}<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${elements(tree)}</${root}>`;

/** An S3 error's document, which has no namespace. */
export const errorDocument = (code: string, message: string, requestId: string): string =>
  `${declaration}${element('Error', { Code: code, Message: message, RequestId: requestId })}`;
