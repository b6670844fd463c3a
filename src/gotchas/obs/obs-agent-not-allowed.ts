import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, whereKnown } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const ADOT = /(^|\/)aws-otel-collector$/;
const DAEMON = /(^|\/)aws-xray-daemon$/;
/** Configurations in the image of the collector that send traces to AWS X-Ray. */
const SENDS_TRACES = /\/etc\/ecs\/[\w/-]*(default-config|xray)[\w-]*\.yaml/;
const TRACES: Need = ['xray:PutTraceSegments', 'send its traces to X-Ray', 'allow xray:PutTraceSegments, xray:PutTelemetryRecords, xray:GetSamplingRules and xray:GetSamplingTargets to the task role'];
const CLOUDWATCH = /(^|\/)cloudwatch-agent$/;
const TRAEFIK = /(^|\/)traefik$/;

/** An action, what is done by it, and the fix. */
type Need = readonly [string, string, string];

/** Parts of a configuration of the CloudWatch agent, and the action that each needs. */
const OF_CLOUDWATCH: ReadonlyArray<readonly [RegExp, Need]> = [
  [/"metrics"\s*:/, ['cloudwatch:PutMetricData', 'send its metrics to CloudWatch', 'add the managed policy CloudWatchAgentServerPolicy to the task role']],
  [/"(emf|logs_collected)"\s*:/, ['logs:PutLogEvents', 'send its logs and metrics to CloudWatch Logs', 'add the managed policy CloudWatchAgentServerPolicy to the task role']],
  [/"traces_collected"\s*:/, TRACES],
];
const OF_TRAEFIK: Need = [
  'ecs:DescribeTasks', 'find the tasks of services',
  'allow ecs:ListClusters, ecs:DescribeClusters, ecs:ListTasks, ecs:DescribeTasks, ecs:DescribeContainerInstances, ecs:DescribeTaskDefinition and ec2:DescribeInstances to the task role',
];

export const obsAgentNotAllowed = defineGotcha({
  id: 'obs-agent-not-allowed',
  title: 'An agent calls AWS, and the task role may not',
  consequence: 'misbehaves',
  symptom: '`AccessDeniedException` in the log of the agent, as on `xray:PutTraceSegments`, and no trace or metric arrives, or Traefik finds no service.',
  why: 'An agent is a container like any other, and calls AWS as the task role, which allows nothing by itself.',
  rule: 'The task role of a task with the X-Ray daemon, or with `aws-otel-collector` and a configuration of its image that sends traces, allows `xray:PutTraceSegments`. '
    + 'With the CloudWatch agent it allows what the parts of `CW_CONFIG_CONTENT` do: `cloudwatch:PutMetricData`, `logs:PutLogEvents`. With Traefik and its provider `ecs` it allows `ecs:DescribeTasks`.',
  fix: 'allow the task role what the agent calls',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html',
  levels: ['synth', 'live'],
  avoidedBy: '`OtelCollector` grants the task role what its pipelines take.',
  subject: 'task',
  needs: ['containers'],
  reads: ['taskRole', 'onFargate'],
  check: ({ containers, taskRole, onFargate }) => each(containers, (container) => {
    const needs = needsOf(container);
    if (needs.length === 0) return [];
    const role = known(taskRole);
    // An agent on an instance finds the role of the instance.
    return needs.filter(([action]) => role ? !allows(role, action) : known(onFargate)).map(([action, what, fix]) => (
      { property: 'taskRole', detail: `taskRole (${role ? `without ${action}` : 'none'}) does not let ${ofContainer(container)} ${what}`, fix }
    ));
  }),
});

function needsOf(container: ContainerFacts): readonly Need[] {
  if (sendsTraces(container)) return [TRACES];
  const repository = repositoryOf(container.image);
  if (CLOUDWATCH.test(repository)) {
    const [config] = whereKnown(known(container.environment), ({ name }) => known(name) === 'CW_CONFIG_CONTENT');
    const text = config && known(config.value);
    return text === undefined ? [] : OF_CLOUDWATCH.filter(([part]) => part.test(text)).map(([, need]) => need);
  }
  return TRAEFIK.test(repository) && anyKnown(known(container.command), (word) => /^--providers\.ecs(\.|=true|$)/i.test(known(word))) ? [OF_TRAEFIK] : [];
}

function sendsTraces(container: ContainerFacts): boolean {
  const repository = repositoryOf(container.image);
  if (DAEMON.test(repository)) return true;
  if (!ADOT.test(repository) || known(container.image.inPrivateEcr)) return false;
  if (anyKnown(known(container.environment), ({ name }) => known(name) === 'AOT_CONFIG_CONTENT')) return false;
  if (anyKnown(known(container.secrets), ({ name }) => known(name) === 'AOT_CONFIG_CONTENT')) return false;
  return anyKnown(known(container.command), (word) => SENDS_TRACES.test(known(word)));
}
