import type { YAMLParseError } from 'yaml';
import { FURTHEST_IN } from './quoted-lines';

/**
 * The text with the lines of one list in brackets or object in braces indented, where its author has not done that, as in a policy that
 * is pasted as JSON; `undefined` where the error is another.
 *
 * YAML wants such lines further in than the key, and CloudFormation does not. No line is added: places stay what they are.
 */
export function withFlowIndented(text: string, errors: readonly YAMLParseError[]): string | undefined {
  const [first] = errors;
  // The parser closes each bracket that is open with an error of its own.
  const open = errors.findIndex((error) => !isFlow(error) || error.pos[0] !== first.pos[0]);
  const depth = open < 0 ? errors.length : open;
  const from = first?.pos[0] ?? 0;
  const end = depth === 0 ? -1 : closingBracket(text, from, depth);
  const lines = text.slice(from, end);
  if (end < 0 || lines.includes(FURTHEST_IN)) return undefined;
  return text.slice(0, from) + FURTHEST_IN + lines.replaceAll('\n', `\n${FURTHEST_IN}`) + text.slice(end);
}

function isFlow({ code, message }: YAMLParseError): boolean {
  return code === 'BAD_INDENT' && /^Flow (map|sequence) in block collection must be sufficiently indented/.test(message);
}

/** Position of the bracket that closes the outermost one of those that are open at a position. */
function closingBracket(text: string, from: number, depth: number): number {
  // Quoted text and comments are passed by.
  const pieces = /"(?:\\[^]|[^"\\])*"|'(?:''|[^'])*'|(?<=\s)#.*|[[\]{}]/g;
  pieces.lastIndex = from;
  let open = depth;
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) {
    if (/[[{]/.test(piece[0][0])) open += 1;
    if (/[\]}]/.test(piece[0][0])) open -= 1;
    if (open === 0) return piece.index;
  }
  return -1;
}
