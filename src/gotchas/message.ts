import { redact } from '../text/redaction/redact';

/** What a message says, whoever shows it. */
export interface Message {
  /** Property, value in brackets, what is wrong; lower case, no period. */
  readonly headline: string;
  /** The gotcha behind it; plain argument errors have none. */
  readonly id?: string;
  /** Construct path, resource or ARN. */
  readonly at: string;
  readonly property?: string;
  readonly why?: string;
  readonly fix: string;
  readonly docs?: string;
}

/** The one rendering of a message: stack trace, synth report and terminal read the same, and none shows a credential. */
export function render(message: Message): string {
  return redact([headlineOf(message), ...detailsOf(message).map(([label, text]) => `  ${`${label}:`.padEnd(LABEL_WIDTH)}${text}`)].join('\n'));
}

/** Labels of a message are padded to this many columns. */
export const LABEL_WIDTH = 6;

/** The first line of a message. */
export function headlineOf({ headline, id }: Pick<Message, 'headline' | 'id'>): string {
  return headline + (id ? ` [${id}]` : '');
}

/** What stands below the first line, by label. */
export function detailsOf({ at, property, why, fix, docs }: Partial<Message>): ReadonlyArray<readonly [label: string, text: string]> {
  const place = [at, property && `(${property})`].filter(Boolean).join(' ');
  const details = [['at', place], ['why', why], ['fix', fix], ['docs', docs]] as const;
  return details.flatMap(([label, text]) => (text ? [[label, text] as const] : []));
}

/** Throws for an argument that can't be right, in the same words and form as a gotcha. */
export function refuse(message: Message): never {
  throw new Error(render(message));
}
