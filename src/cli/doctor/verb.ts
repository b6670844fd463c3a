import { setTimeout as sleep } from 'node:timers/promises';
import type { Account, Depth } from '../collect/account';
import { diagnose } from './diagnosis/diagnose';
import { endedContainers } from './ended-containers';
import { regionOf } from './region';
import { defaultCacheFolder } from '../collect/cache';
import { collect } from '../collect/collect';
import { policyFor, type CallOption, type Policy } from '../collect/policy';
import { watchServices, type ServicesWatch } from '../collect/read-service';
import type { CollectRequest, WatchRequest } from '../collect/request';
import { oneOf, parseOptions, words, type OptionSpecs } from '../options';
import { OUTPUT_HELP, OUTPUT_SPECS, outputOptions } from '../output-options';
import { Progress } from '../progress';
import { present } from '../report/present';
import type { Terminal } from '../terminal';
import { millisecondsOf } from '../duration';
import { CannotLook, type ExitCode, type Verb } from '../verb';
import { watch } from './watch/watch';

const DEPTHS = ['quick', 'default', 'deep'] as const satisfies readonly Depth[];

/** A report is written at an end, and there is none of a deployment that goes on. */
const NOT_WATCHED = ['format', 'output', 'fail-on', 'depth'] as const;

const SPECS = {
  ...OUTPUT_SPECS,
  'cluster': { type: 'string', multiple: true },
  'service': { type: 'string', multiple: true },
  'all-clusters': { type: 'boolean' },
  'depth': { type: 'string' },
  'watch': { type: 'boolean' },
  'timeout': { type: 'string' },
  'logs': { type: 'boolean' },
  'print-policy': { type: 'boolean' },
  'region': { type: 'string' },
  'profile': { type: 'string' },
  'no-cache': { type: 'boolean' },
} as const satisfies OptionSpecs;

const HELP = `\
Diagnoses the services of an account: what is wrong, why, and how to fix it.

Usage: ecs-guardrails doctor --cluster <cluster> [--service <service>] [options]

Only reads, and never the value of a secret. Lists everything it may not read.

  --cluster <a,b>      names or ARNs; --all-clusters: all of the region
  --service <a,b>      only these; default: every service of the clusters
  --depth <depth>      quick: failures of now, in few calls; default: also its
                       wiring; deep: also networks, images, secrets and usage
  --watch              follow deployments of the services until all are steady
                       (0), or have ended with one failed or rolled back (1)
  --timeout <time>     such as 20m: what is not read by then is not checked; a
                       watch that is undecided ends with 2; default: no limit
  --logs               also the last log lines of containers that ended, without
                       known credentials; needs logs:GetLogEvents
  --print-policy       print the IAM policy that a run of this depth needs
  --region, --profile  default: that in ARNs, then those of the environment
  --no-cache           ignore the task definitions that are kept in ~/.cache
${OUTPUT_HELP}

Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 could not run.

  ecs-guardrails doctor --cluster shop
  ecs-guardrails doctor --cluster shop --service web --depth deep --verbose
  ecs-guardrails doctor --cluster shop --service web --watch
  ecs-guardrails doctor --all-clusters --format json --output doctor.json
`;

/** Functions that read the account. They load clients of the AWS SDK on their first call: `--help` needs none. */
export interface Reading {
  readonly collect: (request: CollectRequest) => Promise<Account>;
  readonly watchOf: (request: WatchRequest) => ServicesWatch;
  readonly policyFor: (depth: Depth, options?: readonly CallOption[]) => Policy;
  readonly defaultCacheFolder: (env: Terminal['env']) => string | undefined;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Creates the command over functions that read the account. */
export function doctor(reading: Reading): Verb {
  return { name: 'doctor', help: HELP, run: (args, terminal) => run(reading, args, terminal) };
}

async function run(reading: Reading, args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, SPECS);
  const output = outputOptions(values, terminal);
  const depth = oneOf('--depth', values.depth ?? 'default', DEPTHS);
  if (positionals.length > 0) throw new CannotLook(`doctor has no argument ${positionals[0]}: name a cluster with --cluster ${positionals[0]}`);
  if (values['print-policy']) {
    terminal.out(`${JSON.stringify(reading.policyFor(depth, [...values.logs ? ['logs'] as const : [], ...values.watch ? ['watch'] as const : []]), undefined, 2)}\n`);
    return 0;
  }
  const clusters = words(values.cluster);
  const services = words(values.service);
  const { profile, timeout } = values;
  const timeoutMs = timeout === undefined ? undefined : millisecondsOf('--timeout', timeout);
  const cacheFolder = values['no-cache'] ? undefined : reading.defaultCacheFolder(terminal.env);
  const region = regionOf(values.region, [...clusters, ...services]);
  if (values['all-clusters'] && clusters.length > 0) throw new CannotLook('--cluster and --all-clusters contradict each other');
  if (!values['all-clusters'] && clusters.length === 0) throw new CannotLook('name a cluster with --cluster, or set --all-clusters');
  if (values.watch) {
    if (clusters.length !== 1 || services.length === 0) throw new CannotLook('--watch follows services of one cluster: name them with one --cluster and --service');
    const other = NOT_WATCHED.find((name) => values[name] !== undefined);
    if (other) throw new CannotLook(`--watch prints as it goes, and its exit code follows from the deployments: it has no --${other}`);
    const request = { region, profile, cluster: clusters[0], services: [...new Set(services)], signal: terminal.signal, timeoutMs, cacheFolder };
    return follow(reading, request, terminal, values.logs === true);
  }
  const progress = new Progress(terminal);
  try {
    const account = await reading.collect({
      region,
      profile,
      depth,
      clusters: values['all-clusters'] ? 'all' : clusters,
      services: services.length > 0 ? services : undefined,
      cacheFolder,
      timeoutMs,
      logsOf: values.logs ? endedContainers : undefined,
      onProgress: (text) => progress.say(text),
      signal: terminal.signal,
    });
    progress.done();
    return present(diagnose(account), output, terminal);
  } finally {
    progress.done();
  }
}

async function follow(reading: Reading, request: WatchRequest, terminal: Terminal, withLogs: boolean): Promise<ExitCode> {
  const { reads, collect: collectAll, logTails, close } = reading.watchOf(request);
  const services = request.services.map((service, index) => ({
    name: `${nameOf(request.cluster)}/${nameOf(service)}`,
    read: reads[index],
    diagnose: async () => diagnose(await collectAll(service)),
    logTails: withLogs ? logTails : undefined,
  }));
  try {
    return await watch({ services, sleep: reading.sleep, timeoutMs: request.timeoutMs }, terminal);
  } finally {
    close();
  }
}

function nameOf(nameOrArn: string): string {
  return nameOrArn.split('/').at(-1)!;
}

const AWS: Reading = {
  collect,
  watchOf: watchServices,
  policyFor,
  defaultCacheFolder,
  sleep: async (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

export const verb: Verb = doctor(AWS);
