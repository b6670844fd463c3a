import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const ADOT = /(^|\/)aws-otel-collector$/;
const DAEMON = /(^|\/)aws-xray-daemon$/;
/** Configurations in the image of the collector that send traces to AWS X-Ray. */
const SENDS_TRACES = /\/etc\/ecs\/[\w/-]*(default-config|xray)[\w-]*\.yaml/;
const ACTION = 'xray:PutTraceSegments';

export const obsAgentNotAllowed = defineGotcha({
  id: 'obs-agent-not-allowed',
  title: 'A collector sends traces to X-Ray, and the task role may not',
  consequence: 'misbehaves',
  symptom: '`AccessDeniedException` on `xray:PutTraceSegments` in the log of the collector, and no trace arrives.',
  why: 'A collector is a container like any other, and sends the traces as the task role, which allows nothing by itself.',
  rule: 'The task role of a task with the X-Ray daemon, or with `aws-otel-collector` and a configuration of its image that sends traces, allows `xray:PutTraceSegments`.',
  fix: 'allow xray:PutTraceSegments, xray:PutTelemetryRecords, xray:GetSamplingRules and xray:GetSamplingTargets to the task role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/trace-data.html',
  levels: ['synth', 'live'],
  avoidedBy: '`OtelCollector` grants the task role what its pipelines take.',
  subject: 'task',
  needs: ['containers'],
  reads: ['taskRole', 'onFargate'],
  check: ({ containers, taskRole, onFargate }) => each(containers, (container) => {
    if (!sendsTraces(container)) return [];
    const role = known(taskRole);
    // A collector on an instance finds the role of the instance.
    if (role ? allows(role, ACTION) : !known(onFargate)) return [];
    return [{ property: 'taskRole', detail: `taskRole (${role ? `without ${ACTION}` : 'none'}) can't send the traces of ${ofContainer(container)} to X-Ray` }];
  }),
});

function sendsTraces(container: ContainerFacts): boolean {
  const repository = repositoryOf(container.image);
  if (DAEMON.test(repository)) return true;
  if (!ADOT.test(repository) || known(container.image.inPrivateEcr)) return false;
  if (anyKnown(known(container.environment), ({ name }) => known(name) === 'AOT_CONFIG_CONTENT')) return false;
  if (anyKnown(known(container.secrets), ({ name }) => known(name) === 'AOT_CONFIG_CONTENT')) return false;
  return anyKnown(known(container.command), (word) => SENDS_TRACES.test(known(word)));
}
