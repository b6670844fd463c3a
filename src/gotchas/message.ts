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

/** The one rendering of a message: stack trace, synth report and terminal read the same. */
export function render(message: Message): string {
  const lines = [
    message.headline + (message.id ? ` [${message.id}]` : ''),
    `  at:   ${message.at}` + (message.property ? ` (${message.property})` : ''),
  ];
  if (message.why) lines.push(`  why:  ${message.why}`);
  lines.push(`  fix:  ${message.fix}`);
  if (message.docs) lines.push(`  docs: ${message.docs}`);
  return lines.join('\n');
}

/** Throws for an argument that can't be right, in the same words and form as a gotcha. */
export function refuse(message: Message): never {
  throw new Error(render(message));
}
