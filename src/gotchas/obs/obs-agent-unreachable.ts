import { agentAddresses, type AgentAddress } from './agent-addresses';
import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, whereKnown } from '../../facts/fact';
import type { NetworkMode } from '../../facts/task';
import { defineGotcha, each, type Finding, type Result } from '../definition';
import { isTelemetry } from '../images';
import { ofContainer } from '../naming';

export const obsAgentUnreachable = defineGotcha({
  id: 'obs-agent-unreachable',
  title: 'A container sends traces or metrics to an agent that it cannot reach',
  consequence: 'misbehaves',
  symptom: 'The application runs and its traces or metrics are missing. Its logs have `connection refused`, a timeout, or a name that does not resolve.',
  why: 'With network mode awsvpc the containers of a task share one network: they reach each other at localhost, and neither by the names of containers nor at the bridge address of Docker. '
    + 'In bridge mode each container has a network of its own, with its own localhost, and a name needs a link.',
  rule: 'The address of an agent (`AWS_XRAY_DAEMON_ADDRESS`, `OTEL_EXPORTER_OTLP_ENDPOINT`, `DD_AGENT_HOST` and others) is not the name of a container of the task, unless a link has it. '
    + 'It is not an address of metadata (169.254.169.254, 169.254.170.2). With awsvpc it is not 172.17.0.1 or host.docker.internal, and a task with an agent at localhost has more than 1 container. With bridge it is not localhost.',
  fix: 'set the address to localhost, and run the agent as a container of the task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers', 'networkMode', 'operatingSystemFamily'],
  // Without awsvpc, Windows has a network of its own kind.
  check: ({ containers, networkMode, operatingSystemFamily }) => networkMode !== 'awsvpc' && operatingSystemFamily !== 'LINUX' ? [] : each(containers, (container) => each(known(container.environment), (entry) => {
    const name = known(entry.name);
    return each(agentAddresses(name, entry.value), (address) => unreachable(address, container, containers, networkMode).map((result) => (
      'detail' in result ? { ...result, property: ofContainer(container, `environment[${name}]`), detail: `${name} (${address.host}) ${result.detail}` } : result
    )));
  })),
});

const LOCAL = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'];
/** Of instances, and of tasks. */
const OF_METADATA = ['169.254.169.254', '169.254.170.2'];
const OF_DOCKER = ['172.17.0.1', 'host.docker.internal'];

function unreachable({ host, port }: AgentAddress, own: ContainerFacts, containers: readonly ContainerFacts[], mode: NetworkMode): readonly Result[] {
  if (mode === 'none') return [{ detail: 'is unreachable: network mode none has no network' }];
  if (OF_METADATA.includes(host)) return [{ detail: 'is an address of metadata, where no agent listens' }];
  if (LOCAL.includes(host)) return mode === 'awsvpc' ? local(port, containers) : mode === 'bridge' ? inContainer(own, containers) : [];
  if (OF_DOCKER.includes(host)) return mode === 'awsvpc' ? [{ detail: 'is an address of Docker, which tasks with network mode awsvpc do not have' }] : [];
  return anyKnown(containers, ({ name }) => known(name) === host) ? named(host, own, mode) : [];
}

function named(host: string, own: ContainerFacts, mode: NetworkMode): readonly Finding[] {
  if (own.name === host || (mode === 'bridge' && known(own.links).some((link) => known(link).split(':').includes(host)))) return [];
  return mode === 'bridge'
    ? [{ detail: 'is the name of a container without a link to it', fix: `add the container to links of ${ofContainer(own)}` }]
    : [{ detail: `is the name of a container, which does not resolve with network mode ${mode}` }];
}

// In bridge mode localhost is the container alone.
function inContainer(own: ContainerFacts, containers: readonly ContainerFacts[]): readonly Finding[] {
  const [agent] = whereKnown(containers, (other) => other !== own && isTelemetry(other.image));
  // The image may start the agent beside the application.
  if (agent === undefined) return isTelemetry(own.image) ? [] : [{ detail: 'is the container itself with network mode bridge', fix: 'set the address to that of the instance, or link the container of an agent and set its name', consequence: 'risk' }];
  return [{ detail: `is the container itself with network mode bridge, and not ${ofContainer(agent)}`, fix: `add ${known(agent.name)} to links of ${ofContainer(own)}, and set the address to it` }];
}

function local(port: number, containers: readonly ContainerFacts[]): readonly Result[] {
  const listens = containers.some(({ ports }) => known(ports).some(({ containerPort }) => known(containerPort) === port));
  if (listens || containers.some(({ image }) => isTelemetry(image))) return [];
  if (containers.length > 1) return [{ notChecked: `another container of the task may listen on port ${port}` }];
  // The image may start the agent beside the application.
  return [{ detail: `has no other container of the task that may listen on port ${port}`, consequence: 'risk' }];
}
