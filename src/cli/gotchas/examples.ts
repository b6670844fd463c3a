/** Example of a gotcha: code that has it beside code that doesn't, or the report of the doctor where no template shows it. */
export interface Example {
  readonly wrong?: string;
  /** The fix with the CDK alone. */
  readonly plain?: string;
  /** The fix with this library, where it differs. */
  readonly guarded?: string;
  /** Report of the doctor. */
  readonly printed?: string;
}

/** The example of a gotcha. Examples are loaded by the first explanation: lists and searches do without. */
export function exampleOf(id: string): Example {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by the first explanation
  const { examples } = require('./examples.generated') as { readonly examples: Readonly<Record<string, Example>> };
  return examples[id];
}
