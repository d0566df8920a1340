import {
  contentOf,
  type DerElement,
  elementAt,
  elementsIn,
} from '../../../shared/pki/asn1/der-elements.ts';

const CONSTRUCTED = 0x20;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;

/** DER as a tree: an element with children, or one with bytes. */
interface Node {
  tag: number;
  children?: Node[];
  bytes: Uint8Array;
  /** Number of leading zeros in its length, which BER allows and DER forbids. */
  zeros: number;
}

const parsed = (der: Uint8Array, element: DerElement): Node => ({
  tag: element.tag,
  bytes: contentOf(der, element),
  zeros: 0,
  ...(element.tag & CONSTRUCTED && {
    children: [...elementsIn(der, element)].map((child) => parsed(der, child)),
  }),
});

function written({ tag, children, bytes, zeros }: Node): Buffer {
  const content = children ? Buffer.concat(children.map(written)) : Buffer.from(bytes);
  const digits = Buffer.alloc(4);
  digits.writeUInt32BE(content.length);
  const length = digits.subarray(digits.findIndex((byte) => byte > 0));
  const long = Buffer.concat([Buffer.alloc(zeros), content.length > 0 ? length : Buffer.alloc(1)]);
  const isShort = content.length < 0x80 && zeros === 0;
  const head = isShort ? [content.length] : [0x80 + long.length, ...long];
  return Buffer.concat([Uint8Array.of(tag, ...head), content]);
}

const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

type Change = (node: Node, siblings: Node[], at: number) => void;

/** Each changes one element of the tree, or nothing; the result is well-formed. */
const CHANGES: Readonly<Record<string, Change>> = {
  'a length of more bytes': (node) => {
    node.zeros = 1;
  },
  'left out': (_, siblings, at) => siblings.splice(at, 1),
  'there twice': (node, siblings, at) => siblings.splice(at, 0, node),
  'behind the next': (node, siblings, at) =>
    siblings.splice(at, 2, ...siblings.slice(at + 1, at + 2), node),
  'of another tag': (node) => {
    node.tag ^= 1;
  },
  'of another class': (node) => {
    node.tag ^= 0x80;
  },
  'with a zero before it': (node) => {
    if (!node.children) node.bytes = Uint8Array.of(0, ...node.bytes);
  },
  'one bit other at its end': (node) => {
    if (!node.children)
      node.bytes = Uint8Array.from(node.bytes, (byte, index) =>
        index === node.bytes.length - 1 ? byte ^ 1 : byte,
      );
  },
  'behind a NULL': (_, siblings, at) =>
    siblings.splice(at, 0, { tag: 0x05, bytes: new Uint8Array(), zeros: 0 }),
  'in pieces': (node) => {
    if (node.tag !== OCTET_STRING && node.tag !== BIT_STRING) return;
    node.children = [{ tag: node.tag, bytes: node.bytes, zeros: 0 }];
    node.tag |= CONSTRUCTED;
  },
};

/** Every change of every element, with the lengths around it adjusted. */
export function* everyChange(der: Uint8Array): Generator<{ what: string; changed: Uint8Array }> {
  const read = () => parsed(der, elementAt(der, 0));
  const places = nodesOf(read()).flatMap(({ children }, parent) =>
    (children ?? []).map((_, at) => ({ parent, at })),
  );
  for (const { parent, at } of places)
    for (const [name, change] of Object.entries(CHANGES)) {
      const root = read();
      const siblings = nodesOf(root)[parent]!.children!;
      change(siblings[at]!, siblings, at);
      const changed = written(root);
      const what = `element ${at} of structure ${parent} ${name}`;
      if (Buffer.compare(changed, der) !== 0) yield { what, changed };
    }
}
