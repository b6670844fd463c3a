import ts from 'typescript';

/** Place of a text: a summary with details, a reason in the code, a text of the program, the title of a test, a paragraph of a page. */
export type PassageKind = 'docstring' | 'comment' | 'message' | 'title' | 'prose';

/** A text that people read, without the code in it. */
export interface Passage {
  readonly kind: PassageKind;
  readonly line: number;
  readonly text: string;
}

/** A break of the conventions in docs/contributing/conventions.md. */
export interface Stumble {
  readonly rule: string;
  readonly words: string;
}

// "A task takes 30 s" is standard; "Fargate takes this size" is not.
const ACCEPTERS = '(?:ECS|AWS|Fargate|CloudFormation|the CDK|Elastic Load Balancing|Lambda|(?:a|the) (?:prop|service|task)|which|that)';
const AFTER_TAKES = '(?:\\d|up\\b|place|effect|precedence|all|too|longer|about|over|part|turns|time|as long|at (?:least|most)|hours|minutes|seconds|more|less|under)';

/** Dialect that the conventions replace, by the name of the rule. */
const DIALECT: Readonly<Record<string, RegExp>> = {
  'tell': /\b(?:tells?|told|telling)\b/i,
  'say': /\b(?:says?|said|saying|unsaid)\b/i,
  'give': /\b(?:gives?|gave|given|giving)\b(?! up\b)/i,
  'look': /\blook(?:s|ed|ing)?\b(?! (?:\w+ ){0,4}up\b)/i,
  'come': /\b(?:comes?|came|coming) (?:to|of|by|at|in|into)\b/i,
  'let in': /\b(?:lets?|letting) (?:(?:\w+ ){0,3}?(?:in|through|by|out)\b|(?:no|any|every)\b)/i,
  'made later': /\b(?:made|makes?) (?:later|first|before|after|earlier|anew|by)\b/i,
  'worked out': /\b(?:puts? together|work(?:s|ed) out|laid to|hear of|now and then|as ever)\b/i,
  'people': /\b(?:who(?:m|ever)|nobody|(?:every|any|some)(?:body|one)|no one)(?:'s)?\b/i,
  'goes with': /\b(?:goes?|went|gone) with\b/i,
  'takes': new RegExp(`\\b${ACCEPTERS} takes?\\b(?! ${AFTER_TAKES})`),
  'fine': /\bfine\b(?!-)/i,
  'can not': /\bcan not\b(?! only)/i,
};

/** Openings that leave a text without a subject. */
const LEANING: Readonly<Record<string, RegExp>> = { 'the same': /^(?:The same,|The same (?:of|for|in|as|without)\b|The (?:others?|rest)\b|As above|Likewise)/ };
const OPENINGS: Readonly<Record<string, RegExp>> = {
  ...LEANING,
  'noun clause': /^(?:What|Whatever|Whether|How|Why|Where|When|Who|Which)\b/,
  'pronoun': /^(?:(?:It|They|These|Those|That|This|There)\b|One (?:of|after|that)\b)/,
};

const OPENINGS_OF: Readonly<Partial<Record<PassageKind, Readonly<Record<string, RegExp>>>>> = { docstring: OPENINGS, title: LEANING };

/** Breaks of the conventions in a text. */
export function stumblesIn({ kind, text }: Passage): readonly Stumble[] {
  return [...found(DIALECT, withoutQuotations(text)), ...found(OPENINGS_OF[kind] ?? {}, text)];
}

function found(rules: Readonly<Record<string, RegExp>>, text: string): readonly Stumble[] {
  return Object.entries(rules).flatMap(([rule, pattern]) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ rule, words }];
  });
}

/** Removes identifiers, types, addresses, and the words of others in double quotes. */
function withoutQuotations(text: string): string {
  return text.replace(/`[^`\n]*`|"[^"\n]*"|\{[^}\n]*\}|@typedef.*|https?:\S+/g, ' ');
}

/** Comments, messages and titles of tests in a file of TypeScript or JavaScript. In tests, other strings are data. */
export function passagesOf(path: string, code: string): readonly Passage[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const isOfTests = path.startsWith('test/') || /\.test\.[jt]s$/.test(path);
  const passages: Passage[] = [...commentsOf(source, code)];
  const visit = (node: ts.Node): void => {
    const kind = isTitleOfTest(node) ? 'title' : 'message';
    const text = textOf(node);
    if (text !== undefined && (kind === 'title' || !isOfTests)) passages.push({ kind, line: lineOf(source, node.getStart(source)), text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return passages;
}

function commentsOf(source: ts.SourceFile, code: string): readonly Passage[] {
  const ranges = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const around = node.getChildCount(source) > 0 ? []
      : [...ts.getLeadingCommentRanges(code, node.getFullStart()) ?? [], ...ts.getTrailingCommentRanges(code, node.getEnd()) ?? []];
    for (const { pos, end } of around) ranges.set(pos, end);
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...ranges].map(([pos, end]) => ({ raw: code.slice(pos, end), pos })).filter(({ raw }) => !/eslint-|@ts-|c8 ignore/.test(raw)).map(({ raw, pos }) => ({
    kind: raw.startsWith('/**') ? 'docstring' : 'comment',
    line: lineOf(source, pos),
    text: raw.replace(/^\/\*\*?|\*\/$|^\/\//g, '').replace(/^\s*\* ?/gm, '').replace(/@example[\s\S]*?(?=\n@|$)/g, '').trim(),
  }));
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

/** Text of a string with two words or more; an expression in a template counts as one. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return isText(node.text) ? node.text : undefined;
  if (!ts.isTemplateExpression(node)) return undefined;
  const text = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('``');
  return isText(text) ? text : undefined;
}

function isText(text: string): boolean {
  return /[a-z`] [a-z`]/i.test(text);
}

function isTitleOfTest(node: ts.Node): boolean {
  const call = node.parent as ts.Node | undefined;
  return call !== undefined && ts.isCallExpression(call) && call.arguments[0] === node && /^(?:test|it|describe)\b/.test(call.expression.getText());
}

/** Lines of a Markdown page, without its code and the targets of its links. */
export function passagesOfPage(page: string): readonly Passage[] {
  let isCode = false;
  return page.split('\n').flatMap((text, index): readonly Passage[] => {
    const isFence = /^\s*```/.test(text);
    if (isFence) isCode = !isCode;
    return isFence || isCode || text.trim() === '' ? [] : [{ kind: 'prose', line: index + 1, text: text.replace(/\]\([^)]*\)/g, ']') }];
  });
}
