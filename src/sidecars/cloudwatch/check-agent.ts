import type { CloudWatchAgentProps } from './cloudwatch-agent-props';
import { checkNamespace } from './check-namespace';
import { checkSeconds } from '../../checks/arguments';
import { readProps } from '../../checks/read-props';
import { refuse } from '../../gotchas/enforce';
import { checkSidecar, type SidecarNeeds } from '../check-sidecar';
import { checkServed } from '../task-containers';

const DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html';
const SECTIONS = ['agent', 'metrics', 'logs', 'traces', 'opentelemetry'];

/** The container of the agent, as far as it does not differ. */
export const AGENT_NEEDS: SidecarNeeds = {
  part: 'CloudWatchAgent',
  containerName: 'cloudwatch-agent',
  memoryReservationMiB: 128,
  docs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html',
};

/** Throws for an agent that the task can't have, or that receives nothing. */
export function checkAgent(at: string, props: CloudWatchAgentProps, needs: SidecarNeeds): void {
  const { task, statsd, emf, applicationSignals = false, config, containerNames } = props;
  if (!statsd && !emf && !applicationSignals && config === undefined) {
    refuse({
      headline: 'statsd, emf, applicationSignals and config are left out, and the agent would receive nothing',
      at,
      property: 'statsd',
      fix: "set one of them: statsd: { namespace: 'Shop/Web' }",
      docs: DOCS,
    });
  }
  if (statsd) {
    const { namespace, aggregationInterval } = readProps(at, statsd, ['namespace'], 'statsd');
    checkNamespace(at, 'statsd.namespace', namespace);
    checkSeconds(at, 'statsd.aggregationInterval', aggregationInterval, { min: 1, max: 172800, docs: DOCS });
  }
  const unknown = Object.keys(config ?? {}).find((section) => !SECTIONS.includes(section));
  if (unknown !== undefined) {
    refuse({
      headline: `config has '${unknown}', which is no section of the configuration of the agent`,
      at,
      property: 'config',
      fix: `use the sections ${SECTIONS.join(', ')}`,
      docs: DOCS,
    });
  }
  checkServed(at, task.taskDefinition, containerNames);
  checkSidecar(at, props, needs);
}
