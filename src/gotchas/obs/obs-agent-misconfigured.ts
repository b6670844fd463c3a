import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { NetworkMode } from '../../facts/task';
import { all, defineGotcha, each, type Result } from '../definition';
import { repositoryOf } from '../images';
import { ofContainer } from '../naming';

const DATADOG = /(^|\/)(datadog|datadoghq)\/agent$/;
const STATSD = 8125;
const NON_LOCAL = 'DD_DOGSTATSD_NON_LOCAL_TRAFFIC';

/** Ports at which agents take UDP. */
const UDP: ReadonlyArray<readonly [RegExp, number, string]> = [
  [/(^|\/)aws-xray-daemon$/, 2000, 'traces'],
  [DATADOG, STATSD, 'metrics of StatsD'],
  [/(^|\/)(cloudwatch-agent|statsd-exporter)$/, STATSD, 'metrics of StatsD'],
];

export const obsAgentMisconfigured = defineGotcha({
  id: 'obs-agent-misconfigured',
  title: 'An agent has a setting with which nothing arrives',
  consequence: 'misbehaves',
  symptom: 'The agent and the application run without an error, and traces or metrics are missing; or the log of the Datadog agent has `no such host`.',
  why: 'X-Ray segments and StatsD are UDP, and a port mapping without a protocol is TCP. In bridge mode the Datadog agent hears other containers only when it is set to. '
    + '`DD_SITE` is the domain behind `app.` in the address of the web page.',
  rule: 'With network mode `bridge`, a mapping of port 2000 of `aws-xray-daemon`, or of port 8125 of `datadog/agent`, `cloudwatch-agent` or `statsd-exporter`, has the protocol udp, '
    + `and \`datadog/agent\` with port 8125 has \`${NON_LOCAL}\` or \`DD_BIND_HOST\`. \`DD_SITE\` is a domain like \`datadoghq.eu\`, without a scheme and without \`app.\`.`,
  fix: 'set the protocol of the mapping to udp',
  docsUrl: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html',
  levels: ['synth', 'live'],
  avoidedBy: '`DatadogAgent` and `CloudWatchAgent` set their variables, and run beside the application in network mode awsvpc.',
  subject: 'task',
  needs: ['containers', 'networkMode', 'operatingSystemFamily'],
  check: ({ containers, networkMode, operatingSystemFamily }) => each(containers, (container) => all(
    () => takesUdp(container, networkMode),
    () => hearsOthers(container, networkMode, operatingSystemFamily),
    () => site(container),
  )),
});

// With awsvpc and host, containers reach the port without its mapping.
function takesUdp(container: ContainerFacts, networkMode: NetworkMode): readonly Result[] {
  if (networkMode !== 'bridge') return [];
  const repository = repositoryOf(container.image);
  return UDP.filter(([image]) => image.test(repository)).flatMap(([, port, what]) => {
    const mappings = known(container.ports).filter(({ containerPort }) => known(containerPort) === port);
    if (mappings.length === 0 || mappings.some(({ protocol }) => known(protocol) === 'udp')) return [];
    return [{ property: ofContainer(container, 'portMappings'), detail: `protocol (tcp) of the mapping of port ${port} keeps out ${what}, which are UDP`, fix: `set the protocol of the mapping of port ${port} to udp` }];
  });
}

function hearsOthers(container: ContainerFacts, networkMode: NetworkMode, operatingSystemFamily: string): readonly Result[] {
  if (networkMode !== 'bridge' || operatingSystemFamily !== 'LINUX' || !isDatadog(container)) return [];
  if (!known(container.ports).some(({ containerPort }) => known(containerPort) === STATSD) || known(container.environmentFiles).length > 0) return [];
  const isSet = anyKnown(variables(container), ({ name, value }) => isOn(known(name), value));
  return isSet ? [] : [{
    property: ofContainer(container, 'environment'),
    detail: `environment (without ${NON_LOCAL}) lets the agent take StatsD from its own container alone, not at port ${STATSD}`,
    fix: `set ${NON_LOCAL} to true in the environment of ${ofContainer(container)}`,
  }];
}

function isOn(name: string, value: Fact<string | undefined> | undefined): boolean {
  if (name === 'DD_BIND_HOST') return true;
  if (name !== NON_LOCAL && name !== 'DD_USE_DOGSTATSD') return false;
  // A secret is known to the deployment alone.
  return value === undefined || (known(value)?.toLowerCase() === 'true') === (name === NON_LOCAL);
}

function site(container: ContainerFacts): readonly Result[] {
  if (!isDatadog(container)) return [];
  return each(known(container.environment), ({ name, value }) => {
    if (known(name) !== 'DD_SITE') return [];
    const text = known(value) ?? '';
    if (text.includes(HOLE) || !/^\s*([a-z]+:\/\/|app\.)|\//i.test(text)) return [];
    const domain = text.trim().replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/, '').replace(/^app\./i, '');
    return [{ property: ofContainer(container, 'environment[DD_SITE]'), detail: `DD_SITE (${text}) is the address of a web page, and no site of Datadog`, fix: `set DD_SITE to ${domain}` }];
  });
}

function isDatadog({ image }: ContainerFacts): boolean {
  return DATADOG.test(repositoryOf(image));
}

interface Variable {
  readonly name: Fact<string>;
  readonly value?: Fact<string | undefined>;
}

function variables({ environment, secrets }: ContainerFacts): readonly Variable[] {
  return [...known(environment), ...known(secrets).map(({ name }) => ({ name }))];
}
