import { z } from 'zod';
import type { READING_VERBS } from '../reading-verbs';

/** A verb of the command line as a tool: its arguments, and the words that the verb gets for them. */
export interface VerbTool {
  readonly name: keyof typeof READING_VERBS;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: z.ZodObject;
  /** True if it calls AWS. */
  readonly callsAws: boolean;
  readonly args: (input: unknown) => readonly string[];
}

const FORMAT = z.enum(['text', 'json']).default('text').describe('text for a reader, json for all fields of each finding');
const AREAS = z.array(z.string()).optional().describe('only these areas of the catalogue, such as net or dpl');

const CHECK = z.object({
  paths: z.array(z.string()).default(['cdk.out']).describe('cloud assemblies, CloudFormation templates, or folders of them; checked as one app'),
  areas: AREAS,
  strict: z.boolean().default(false).describe('whether what misbehaves or is a risk is an error too'),
  parameters: z.record(z.string(), z.string()).optional().describe('values of the parameters of the templates'),
  timing: z.boolean().default(false).describe('whether to add how long deployments take'),
  format: FORMAT,
});

const GOTCHAS = z.object({
  query: z.string().default('').describe('the id of a gotcha to explain, or words to search for; empty lists the catalogue'),
  format: FORMAT,
});

const DOCTOR = z.object({
  clusters: z.array(z.string()).min(1).describe('names or ARNs of clusters'),
  services: z.array(z.string()).optional().describe('only these services; all services of the clusters by default'),
  depth: z.enum(['quick', 'default', 'deep']).default('default').describe('how much of an account is read'),
  region: z.string().optional().describe('AWS Region; that of the ARNs or of the environment by default'),
  profile: z.string().optional().describe('profile of the AWS configuration'),
  logs: z.boolean().default(false).describe('whether to add the last log lines of containers that ended, without known credentials'),
  timeout: z.string().optional().describe('time such as 90s or 5m after which what is not read yet counts as not checked'),
  format: FORMAT,
});

/** The verbs that read: a tool changes no file of the user, and nothing in an account. */
export const TOOLS: readonly VerbTool[] = [
  {
    name: 'check',
    title: 'Check templates for Amazon ECS mistakes',
    description: 'Finds what Amazon ECS refuses and what misbehaves in synthesized CDK apps and CloudFormation templates. Run it after `cdk synth`. It runs no code of the folder.',
    inputSchema: CHECK,
    callsAws: false,
    args(input) {
      const { paths, areas, strict, parameters, timing, format } = CHECK.parse(input);
      return [
        ...option('areas', areas?.join(',')), ...flag('strict', strict), ...flag('timing', timing),
        ...Object.entries(parameters ?? {}).map(([name, value]) => `--parameter=${name}=${value}`),
        '--no-color', '--verbose', `--format=${format}`, '--', ...paths,
      ];
    },
  },
  {
    name: 'gotchas',
    title: 'Explain and search the catalogue of Amazon ECS gotchas',
    description: 'Explains a gotcha by its id (what AWS does, the rule, a wrong example, the fix), or lists those that match words.',
    inputSchema: GOTCHAS,
    callsAws: false,
    args(input) {
      const { query, format } = GOTCHAS.parse(input);
      return ['--no-color', `--format=${format}`, '--', ...query.split(/\s+/).filter((word) => word !== '')];
    },
  },
  {
    name: 'doctor',
    title: 'Diagnose running Amazon ECS services',
    description: 'Reads services that run in an AWS account and names what is wrong, why, and the fix. It only reads, and never the value of a secret.',
    inputSchema: DOCTOR,
    callsAws: true,
    args(input) {
      const { clusters, services, depth, region, profile, logs, timeout, format } = DOCTOR.parse(input);
      return [
        `--cluster=${clusters.join(',')}`, ...option('service', services?.join(',')), `--depth=${depth}`,
        ...option('region', region), ...option('profile', profile), ...flag('logs', logs), ...option('timeout', timeout), '--no-color', '--verbose', `--format=${format}`,
      ];
    },
  },
];

/** An option with its value in one word, so that no value can be another option. */
function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`--${name}=${value}`];
}

function flag(name: string, isSet: boolean): readonly string[] {
  return isSet ? [`--${name}`] : [];
}
