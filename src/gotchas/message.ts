import { dirname } from 'node:path';
import type { GotchaDefinition } from './definition';
import { redact } from '../text/redaction/redact';

/** Texts of a gotcha that messages about it show. */
type GotchaTexts = Pick<GotchaDefinition, 'id' | 'why' | 'fix' | 'docsUrl'>;

/** Content of a message: the mistake, its place, the reason, and the fix. */
export interface Message {
  /** Property, value in brackets, what is wrong; lower case, no period. */
  readonly headline: string;
  /** The gotcha that it is about. Plain argument errors have none. */
  readonly gotcha?: GotchaTexts;
  /** Construct path, resource or ARN. */
  readonly at: string;
  readonly property?: string;
  readonly why?: string;
  readonly fix: string;
  readonly docs?: string;
}

/** A message about a gotcha, whose why, fix and docs it may replace by more exact ones. */
export interface GotchaMessage extends Omit<Message, 'fix'> {
  readonly gotcha: GotchaTexts;
  readonly fix?: string;
}

/** The one rendering of a message: stack trace, synth report and terminal read the same, and none shows a credential. */
export function render({ gotcha, ...message }: Message | GotchaMessage): string {
  const { why = gotcha?.why, fix = gotcha?.fix, docs = gotcha?.docsUrl } = message;
  const details = detailsOf({ ...message, why, fix, docs }).map(([label, text]) => `  ${`${label}:`.padEnd(LABEL_WIDTH)}${onOneLine(text)}`);
  return redact([onOneLine(headlineOf({ headline: message.headline, id: gotcha?.id })), ...details].join('\n'));
}

/** A value that only the deployment knows, within a text or as the item of a list. */
const TOKEN = /[$#]\{Token\[[^\]]*\]\}/g;

/** Values may have line breaks and other control characters, which would break the form of a message or act on a terminal: they are escaped. */
function onOneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  return text.replace(TOKEN, '<token>').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => (
    ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

const ESCAPES: { readonly [character: string]: string | undefined } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Labels of a message are padded to this many columns. */
export const LABEL_WIDTH = 6;

/** The first line of a message. */
export function headlineOf({ headline, id }: Pick<Message, 'headline'> & { readonly id?: string }): string {
  return headline + (id ? ` [${id}]` : '');
}

/** Lines below the headline, by label. */
export function detailsOf({ at, property, why, fix, docs }: Partial<Message>): ReadonlyArray<readonly [label: string, text: string]> {
  const place = [at, property && `(${property})`].filter(Boolean).join(' ');
  const details = [['at', place], ['why', why], ['fix', fix], ['docs', docs]] as const;
  return details.flatMap(([label, text]) => (text ? [[label, text] as const] : []));
}

/** Throws for an argument that can't be right, in the same words and form as a gotcha. */
export function refuse(message: Message | GotchaMessage): never {
  throw ownError(render(message));
}

/** Number of frames that are read, of which those of this library are left out. */
const FRAMES = 50;
/** The folder of this library: of its sources, or of its bundle. */
const OWN_FOLDER = dirname(__dirname);

/** An error whose stack trace begins in the code that called the library, where the value is that has to change. */
export function ownError(text: string): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const error = new Error(text);
  Error.stackTraceLimit = stackTraceLimit;
  const [, trace = ''] = (error.stack ?? '').split(text);
  const others = trace.split('\n').filter((frame) => frame !== '' && !frame.includes(OWN_FOLDER));
  // Functions of JavaScript that this library called, such as Array.map.
  const frames = others.slice(others.findIndex((frame) => !frame.endsWith('(<anonymous>)')));
  if (frames.length > 0) error.stack = [`${error.name}: ${text}`, ...frames.slice(0, stackTraceLimit)].join('\n');
  return error;
}
