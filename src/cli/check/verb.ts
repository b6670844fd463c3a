import { setImmediate as nextTurn } from 'node:timers/promises';
import { merged, validateWithAws } from './aws-validation';
import { checkTemplates } from './check-templates';
import { readInputs } from './inputs';
import { withParameters } from './parameters';
import { select } from './selection';
import { parseOptions, type OptionSpecs, type OptionValues } from '../options';
import { OUTPUT_HELP, OUTPUT_SPECS, outputOptions } from '../output-options';
import { Progress } from '../progress';
import { present } from '../report/present';
import type { Report } from '../report/report';
import type { Terminal } from '../terminal';
import { turns } from '../turns';
import { CannotLook, type ExitCode, type Verb } from '../verb';

const SPECS = {
  ...OUTPUT_SPECS,
  'areas': { type: 'string', multiple: true },
  'severity': { type: 'string', multiple: true },
  'strict': { type: 'boolean' },
  'acknowledge': { type: 'string', multiple: true },
  'aws-validation': { type: 'boolean' },
  'timing': { type: 'boolean' },
  'parameter': { type: 'string', multiple: true },
} as const satisfies OptionSpecs;

const HELP = `\
Checks synthesized templates for settings that ECS rejects or that run wrong.

Usage: ecs-guardrails check [options] [<cdk.out | template | folder | -> …]

Reads cloud assemblies of the CDK (default: cdk.out), CloudFormation templates
in JSON and YAML, and folders of them, as one app: nested stacks, imports and
exports are followed. - is a template on standard input. Runs none of their
code, and makes no request.

  --areas <a,b>        only these areas: the first word of ids, such as dpl
  --severity <id=level>  error, warning or info for one id
  --strict             misbehaviour and risks are errors too
  --acknowledge <id>   accept an id everywhere; in the app, at one construct:
                       Validations.of(x).acknowledge({ id: 'EcsGuardrails::…' })
  --aws-validation     also run CloudFormation Validate, AWS's own validator,
                       from the aws-cdk-lib installed here, and without
                       environment variables
  --parameter <name=value>  value of a stack parameter; can be repeated.
                       By default, parameters are assumed to have their
                       default, and other values that conditions compare
  --timing             duration of a deployment of each service (text, json)
${OUTPUT_HELP}

Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 could not run.

  ecs-guardrails check
  ecs-guardrails check cdk.out --format sarif --output ecs.sarif
  ecs-guardrails check templates/*.yaml --areas net,scl --fail-on warning
  ecs-guardrails gotchas <id>    explain a finding
`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, SPECS);
  const output = outputOptions(values, terminal);
  if (values.timing && !['text', 'json'].includes(output.format)) throw new CannotLook(`--timing is for text and json, not for ${output.format}`);
  const progress = new Progress(terminal);
  let report: Report;
  try {
    report = await reportOn(positionals, values, progress, terminal);
  } finally {
    progress.done();
  }
  return present(report, output, terminal);
}

async function reportOn(named: readonly string[], values: OptionValues<typeof SPECS>, progress: Progress, terminal: Terminal): Promise<Report> {
  const selection = select(values);
  const turn = turns(progress, terminal.signal);
  const templates = withParameters(await readInputs(named, terminal.cwd, turn), values.parameter);
  terminal.signal.throwIfAborted();
  const stop = new AbortController();
  const signal = AbortSignal.any([terminal.signal, stop.signal]);
  const validated = values['aws-validation'] ? validateWithAws(templates, selection, terminal.cwd, signal) : undefined;
  // Awaited below, unless something else goes wrong before.
  validated?.catch(() => undefined);
  try {
    const report = await checkTemplates(templates, selection, turn, values.timing);
    // A Ctrl-C meanwhile is heard of in the next turn.
    await nextTurn();
    terminal.signal.throwIfAborted();
    if (!validated) return report;
    progress.say('waiting for CloudFormation Validate, which takes seconds');
    return merged(report, await validated);
  } finally {
    stop.abort();
  }
}

export const verb: Verb = { name: 'check', help: HELP, run };
