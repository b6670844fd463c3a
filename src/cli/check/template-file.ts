import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { jsonLines } from './json-lines';
import type { LineFinder } from './lines';
import { complain } from '../files';
import { CannotLook } from '../verb';

/** The text of one template, read. */
export interface TemplateText {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Finds the line of a key, when somebody asks. */
  readonly lineOf: LineFinder;
}

/** Something else than a template. A file that is broken but speaks of AWS is none of these: it is likely to be one. */
export class NotATemplate extends CannotLook {}

/** Endings of files that may be templates. */
export const TEMPLATE_ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/** Reads a template, JSON or YAML; complaints call it by the name that the user knows. */
export function readTemplateFile(path: string, name: string): TemplateText {
  const text = readText(path, name);
  if (text.trim() === '') throw new NotATemplate(`${name} is empty`);
  const { body, lineOf } = isJson(text, path) ? parseJson(text, name) : parseYamlText(text, name);
  if (!isTemplate(body)) throw new NotATemplate(`${name} is not a CloudFormation template: it has no Resources`);
  return { text, body, lineOf };
}

/** Whether something looks like a template. */
export function isTemplate(body: unknown): body is Readonly<Record<string, unknown>> {
  return isObject(body) && isObject((body as { readonly Resources?: unknown }).Resources);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(path: string, name: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw complain(error, name);
  }
  // As PowerShell writes what a command prints.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) throw broken(bytes.toString('utf16le'), `${name} is in UTF-16: CloudFormation takes UTF-8, save it as that`);
  return bytes.toString('utf-8').replace(/^\ufeff/, '');
}

// `.template` files are either.
function isJson(text: string, path: string): boolean {
  return extname(path) === '.json' || /^\s*[{[]/.test(text) && !['.yaml', '.yml'].includes(extname(path));
}

function parseJson(text: string, name: string): { readonly body: unknown; readonly lineOf: LineFinder } {
  try {
    return { body: JSON.parse(text) as unknown, lineOf: jsonLines(text) };
  } catch (error) {
    throw broken(text, `${name} is not JSON: ${whyNotJson(text, error as SyntaxError)}`);
  }
}

function broken(text: string, message: string): CannotLook {
  return text.includes('AWS::') ? new CannotLook(message) : new NotATemplate(message);
}

// The parser of Node says how many characters it read, not how many lines.
function whyNotJson(text: string, { message }: SyntaxError): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? text.trimEnd().split('\n').length : text.slice(0, Number(position)).split('\n').length;
  return `line ${line}: ${message.split(' in JSON')[0]}`;
}

function parseYamlText(text: string, name: string): { readonly body: unknown; readonly lineOf: LineFinder } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the parser is loaded for YAML alone
  const { parseYaml } = require('./yaml') as typeof import('./yaml');
  try {
    return parseYaml(text);
  } catch (error) {
    throw broken(text, `${name} is not YAML: ${(error as Error).message}`);
  }
}
