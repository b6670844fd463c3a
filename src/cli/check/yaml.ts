import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { withFlowIndented } from './flow-lines';
import type { LineFinder } from './lines';
import { pairsOf } from './yaml-pairs';
import { withQuotedIndented } from './quoted-lines';

/** Tags of YAML 1.1 that CloudFormation leaves alone: `Version: 2012-10-17` is text. */
const LEFT_ALONE = new Set(['binary', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`));

/** Reads a template in YAML, with the short forms of the intrinsic functions; throws with the line of what is no YAML. */
export function parseYaml(text: string): { readonly body: unknown; readonly lineOf: LineFinder } {
  const { document, lines } = parse(text);
  return { body: new Plain(document).of(document.contents), lineOf: (path) => lineOf(document, lines, path) };
}

function parse(text: string): ReturnType<typeof parseOnce> {
  let parsed = parseOnce(text);
  const [first] = parsed.document.errors;
  let taken = text;
  for (let rounds = 0; parsed.document.errors.length > 0; rounds++) {
    const { errors } = parsed.document;
    const mended = rounds < MOST_ROUNDS ? withQuotedIndented(taken, errors[0]) ?? withFlowIndented(taken, errors) : undefined;
    // Not the last error: where a quote is missing, the next one opens what it should have closed.
    if (mended === undefined) throw new Error(`line ${first.linePos?.[0].line ?? 1}: ${first.message.split(/ at line|\n/)[0]}`);
    taken = mended;
    parsed = parseOnce(taken);
  }
  return parsed;
}

/** Each value with lines that are not indented takes a round. */
const MOST_ROUNDS = 20;

function parseOnce(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
    customTags: (tags) => tags
      .filter((tag) => typeof tag === 'string' || !(LEFT_ALONE.has(tag.tag) || ('format' in tag && tag.format === 'TIME')))
      .map((tag) => typeof tag !== 'string' && 'test' in tag && tag.test ? { ...tag, test: testOf(tag.tag, tag.test) } : tag),
  });
  return { document, lines };
}

/**
 * YAML 1.1 knows `Y` and `n` as well, and this parser takes a period for a number: no other parser reads them so. A parameter may have such
 * values, and `Fn::Join` a period between its parts.
 */
function testOf(tag: string, test: RegExp): RegExp {
  if (tag.endsWith(':bool')) return new RegExp(test.source.replace(/\b[YN]\|[yn]\|/, ''));
  return tag.endsWith(':float') && !/inf|nan/i.test(test.source) ? new RegExp(`(?=.*\\d)${test.source}`) : test;
}

/** Converts nodes to the equal JSON values. */
class Plain {
  private readonly done = new Map<Node, unknown>();

  public constructor(private readonly document: Document) {}

  public of(node: unknown): unknown {
    if (isAlias(node)) return this.of(node.resolve(this.document));
    if (!isMap(node) && !isSeq(node)) return isScalar(node) ? tagged(node.tag, node.value ?? (isShort(node.tag) ? '' : null)) : null;
    if (this.done.has(node)) return this.done.get(node);
    return isMap(node) ? this.collected<Record<string, unknown>>(node, {}, (made) => {
      for (const [key, { value }] of pairsOf(node, this.document)) define(made, key, this.of(value));
    }) : this.collected<unknown[]>(node, [], (made) => {
      for (const item of node.items) made.push(this.of(item));
    });
  }

  // Known before it is filled: an anchor may be used inside of itself, and is made once however often it is used.
  private collected<T extends Record<string, unknown> | unknown[]>(node: Node & { tag?: string }, made: T, fill: (made: T) => void): unknown {
    const result = tagged(node.tag, made);
    this.done.set(node, result);
    fill(made);
    return result;
  }
}

// An assignment to `__proto__` makes no property.
function define(made: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
}

function isShort(tag: string | undefined): tag is string {
  return tag?.startsWith('!') === true && tag.length > 1;
}

// `!Sub x` is short for `Fn::Sub: x`; only two functions have no prefix.
function tagged(tag: string | undefined, value: unknown): unknown {
  if (!isShort(tag)) return value;
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? attribute(value) : value };
}

// The name of an attribute may have dots, a logical id may not.
function attribute(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let position: number | undefined;
  for (const name of path) {
    const pair: Pair | undefined = isMap(node) ? pairsOf(node, document).get(name) : undefined;
    if (!pair || !isScalar(pair.key)) return undefined;
    position = pair.key.range?.[0];
    node = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
  }
  return position === undefined ? undefined : lines.linePos(position).line;
}
