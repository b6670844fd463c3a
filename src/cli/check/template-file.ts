import { extname } from 'node:path';
import { jsonLines } from './json-lines';
import type { LineFinder } from './lines';
import { readWhole } from './read-file';
import { checkSize } from './template-size';
import { asRecord } from '../../cloudformation/json';
import { CannotLook } from '../verb';

/** The text of one template, read. */
export interface TemplateText {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Finds the line of a key, on demand. */
  readonly lineOf: LineFinder;
}

/** Something else than a template. A file that is broken but speaks of AWS is none of these: it is likely to be one. */
export class NotATemplate extends CannotLook {}

/** Endings of files that may be templates. */
export const TEMPLATE_ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/** Reads a template, JSON or YAML; errors name it as the user does. */
export function readTemplateFile(path: string, name: string): TemplateText {
  const read = readObject(path, name);
  if (!isTemplate(read.body)) throw new NotATemplate(`${name} is not a CloudFormation template: it has no Resources`);
  return read;
}

/** Reads the template of a stack. A stack without resources is one: the CDK skips it when it deploys. */
export function readStackFile(path: string, name: string): TemplateText {
  const read = readObject(path, name);
  return read.body.Resources === undefined ? { ...read, body: { ...read.body, Resources: {} } } : read;
}

function readObject(path: string, name: string): TemplateText {
  const text = readText(path, name);
  if (text.trim() === '') throw new NotATemplate(`${name} is empty`);
  const { body, lineOf } = isJson(text, path) ? parseJson(text, name) : parseYamlText(text, name, path);
  if (!isObject(body)) throw new NotATemplate(`${name} is not a CloudFormation template: it has no Resources`);
  checkSize(body, name);
  return { text, body: asRecord(body), lineOf };
}

/** Returns true if a value has the shape of a template. */
function isTemplate(body: unknown): body is Readonly<Record<string, unknown>> {
  return isObject(body) && isObject((body as { readonly Resources?: unknown }).Resources);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(path: string, name: string): string {
  const bytes = readWhole(path, name);
  // PowerShell redirects output in UTF-16.
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const encoding = bytes[2] === 0 && bytes[3] === 0 ? 'UTF-32' : 'UTF-16';
    throw broken(bytes.toString('utf16le').replaceAll('\0', ''), `${name} is in ${encoding}: CloudFormation accepts UTF-8, save it as UTF-8`);
  }
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

// The JSON parser of Node.js reports the number of characters it read, not of lines.
function whyNotJson(text: string, { message }: SyntaxError): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? text.trimEnd().split('\n').length : text.slice(0, Number(position)).split('\n').length;
  return `line ${line}: ${message.split(' in JSON')[0]}`;
}

function parseYamlText(text: string, name: string, path: string): { readonly body: unknown; readonly lineOf: LineFinder } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the parser is loaded for YAML alone
  const { parseYaml } = require('./yaml') as typeof import('./yaml');
  try {
    return parseYaml(text);
  } catch (error) {
    if (/call stack/.test((error as Error).message)) throw new CannotLook(`${name} nests values too deeply to be read`);
    const what = TEMPLATE_ENDINGS.includes(extname(path)) ? 'YAML' : 'a CloudFormation template, which is JSON or YAML';
    throw broken(text, `${name} is not ${what}: ${(error as Error).message}`);
  }
}
