import { exampleOf } from './examples';
import { explain } from './explain';
import { overview } from './overview';
import { search } from './search';
import { catalogue } from '../../gotchas/catalogue.generated';
import type { CatalogueEntry } from '../../gotchas/definition';
import { didYouMean } from '../../text/nearest';
import { oneOf, parseOptions, type OptionSpecs } from '../options';
import { hasColour } from '../output-options';
import type { Terminal } from '../terminal';
import { CannotLook, type ExitCode, type Verb } from '../verb';

const SPECS = {
  'format': { type: 'string' },
  'color': { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const satisfies OptionSpecs;

const HELP = `\
Explains what can go wrong with services on Amazon ECS.

Usage: ecs-guardrails gotchas [options] [<id> | <text> …]

  <id>                 explains one gotcha: why, the rule, the fix, an example
  <text>               lists the gotchas that contain all of these words
  (nothing)            lists all gotchas by area

  --format <form>      text (default) or json
  --color, --no-color  default: by NO_COLOR or FORCE_COLOR, else on a terminal

Exit codes: 0 found, 2 not found.

  ecs-guardrails gotchas dpl-percent-deadlock
  ecs-guardrails gotchas health check
`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, SPECS);
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  const colour = values.color ?? (!values['no-color'] && hasColour(terminal));
  const found = look(positionals);
  if (format === 'json') terminal.out(`${JSON.stringify(found.map((gotcha) => described(gotcha, found.length === 1)), undefined, 2)}\n`);
  else if (found.length === 1) terminal.out(explain(found[0], exampleOf(found[0].id), { width: terminal.width, colour }));
  else terminal.out(overview(found, { width: terminal.width, colour }));
  return 0;
}

function look(words: readonly string[]): readonly CatalogueEntry[] {
  if (words.length === 0) return catalogue;
  const text = words.join(' ').replace('EcsGuardrails::', '');
  const exact = catalogue.find(({ id }) => id === text);
  if (exact) return [exact];
  const found = search(catalogue, text);
  if (found.length > 0) return found;
  if (text.startsWith('CloudFormation-Validate::')) throw new CannotLook(`${text} is a rule of CloudFormation Validate, AWS's own validator: check prints its whole message`);
  throw new CannotLook(`no gotcha has or contains ${text}${didYouMean(text, catalogue.map(({ id }) => id))}`);
}

// The check of a gotcha is internal.
function described(gotcha: CatalogueEntry, hasExample: boolean): object {
  const { id, title, consequence, severity, symptom, why, rule, fix, docsUrl, levels, designedOut, avoidedBy } = gotcha;
  return {
    id,
    title,
    consequence,
    severity,
    symptom,
    why,
    rule,
    fix,
    docsUrl,
    levels,
    designedOut,
    avoidedBy,
    ...hasExample ? { example: exampleOf(id) } : {},
  };
}

export const verb: Verb = { name: 'gotchas', help: HELP, run };
