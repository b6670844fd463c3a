import type { YAMLParseError } from 'yaml';

/**
 * The text with the lines of one quoted value indented, where its author has not done that; `undefined` where the error is another.
 *
 * YAML wants such lines further in than their key, and CloudFormation does not. Their indentation is no part of the value, and
 * no line is added: places stay what they are.
 */
export function withQuotedIndented(text: string, { code, message, pos: [from] }: YAMLParseError): string | undefined {
  const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
  if (code !== 'MISSING_CHAR' || quote === undefined) return undefined;
  // The parser gave up at the end of a line that is amid the value.
  const end = closingQuote(text, quote, from);
  const lines = text.slice(from, end);
  if (end < 0 || !lines.includes('\n') || lines.includes(`\n${FURTHEST_IN}`)) return undefined;
  return text.slice(0, from) + lines.replaceAll('\n', `\n${FURTHEST_IN}`) + text.slice(end);
}

/** Further in than any key. */
export const FURTHEST_IN = ' '.repeat(200);

/** End of the value that is open at a position. */
function closingQuote(text: string, quote: string, from: number): number {
  // What is escaped is passed by: a backslash and what it is before, a single quote and its double.
  const pieces = quote === '"' ? /\\[^]|"/g : /''|'/g;
  pieces.lastIndex = from;
  for (let piece = pieces.exec(text); piece; piece = pieces.exec(text)) if (piece[0] === quote) return piece.index;
  return -1;
}
