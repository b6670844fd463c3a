/** An expression of CloudWatch metric math, as a tree. */
export type MathNode =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** A metric or another expression, by its id; also the words of functions, like `REPEAT`. */
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'list'; readonly items: readonly MathNode[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly MathNode[] }
  | { readonly kind: 'negative'; readonly of: MathNode }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: MathNode; readonly right: MathNode };

export type Operator = '+' | '-' | '*' | '/' | '^' | '==' | '!=' | '<=' | '>=' | '<' | '>' | 'AND' | 'OR';

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|"([^"]*)"|'([^']*)'|(==|!=|<=|>=|&&|\|\||[-+*/^()[\],<>]))/y;

/** Operators in the order of their precedence, lowest first. */
const LEVELS: ReadonlyArray<readonly string[]> = [['OR', '||'], ['AND', '&&'], ['==', '!=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/'], ['^']];

/** The tree of an expression; `undefined` for what is no metric math, like queries of Metrics Insights. */
export function parseMath(expression: string): MathNode | undefined {
  const tokens = tokensOf(expression);
  if (!tokens) return undefined;
  const parser = new Parser(tokens);
  const tree = parser.operation(0);
  return parser.isDone ? tree : undefined;
}

/** The nodes of a tree, the outermost first. */
export function nodesOf(node: MathNode): readonly MathNode[] {
  switch (node.kind) {
    case 'list': return [node, ...node.items.flatMap(nodesOf)];
    case 'call': return [node, ...node.args.flatMap(nodesOf)];
    case 'negative': return [node, ...nodesOf(node.of)];
    case 'operation': return [node, ...nodesOf(node.left), ...nodesOf(node.right)];
    default: return [node];
  }
}

interface MathToken {
  readonly text: string;
  readonly node?: MathNode;
}

function tokensOf(expression: string): readonly MathToken[] | undefined {
  const tokens: MathToken[] = [];
  const end = expression.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(expression);
    if (!match) return undefined;
    const [, number, word, double, single, sign] = match;
    if (sign !== undefined) tokens.push({ text: sign });
    else if (word !== undefined) tokens.push({ text: word, node: { kind: 'id', id: word } });
    else if (number !== undefined) tokens.push({ text: number, node: { kind: 'number', value: Number(number) } });
    else tokens.push({ text: '', node: { kind: 'text', value: double ?? single } });
  }
  return tokens;
}

/** Answers `undefined` from the place on where the text is no expression. */
class Parser {
  private at = 0;

  public constructor(private readonly tokens: readonly MathToken[]) {}

  public get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  public operation(level: number): MathNode | undefined {
    if (level === LEVELS.length) return this.signed();
    let left = this.operation(level + 1);
    while (left && LEVELS[level].includes(this.next)) {
      const operator = operatorOf(this.take());
      const right = this.operation(level + 1);
      left = right && { kind: 'operation', operator, left, right };
    }
    return left;
  }

  private signed(): MathNode | undefined {
    if (this.next !== '-') return this.single();
    this.take();
    const of = this.signed();
    return of && { kind: 'negative', of };
  }

  private single(): MathNode | undefined {
    const node = this.tokens[this.at]?.node;
    const text = this.take();
    if (text === '(') return this.closed(this.operation(0), ')');
    if (text === '[') return this.closed(this.list(']'), ']');
    if (node?.kind !== 'id' || this.next !== '(') return node;
    this.take();
    const args = this.list(')');
    return this.closed(args && { kind: 'call', name: node.id, args: args.items }, ')');
  }

  private list(end: string): { readonly kind: 'list'; readonly items: readonly MathNode[] } | undefined {
    const items: MathNode[] = [];
    if (this.next === end) return { kind: 'list', items };
    for (;;) {
      const item = this.operation(0);
      if (!item) return undefined;
      items.push(item);
      if (this.next !== ',') return { kind: 'list', items };
      this.take();
    }
  }

  private closed(node: MathNode | undefined, end: string): MathNode | undefined {
    return this.take() === end ? node : undefined;
  }

  private get next(): string {
    return this.tokens[this.at]?.text ?? '';
  }

  private take(): string {
    const { next } = this;
    this.at++;
    return next;
  }
}

function operatorOf(text: string): Operator {
  if (text === '&&') return 'AND';
  return text === '||' ? 'OR' : text as Operator;
}
