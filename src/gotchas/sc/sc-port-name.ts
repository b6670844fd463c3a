import type { PortFacts } from '../../facts/container';
import { known, knownOf } from '../../facts/fact';
import type { EndpointFacts } from '../../facts/service-connect';
import type { TaskFacts } from '../../facts/task';
import { all, defineGotcha, each, type Result } from '../definition';

const DISCOVERY_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
const DNS_NAME = /^[a-z0-9_.][a-z0-9_.-]{0,126}$/;

export const scPortName = defineGotcha({
  id: 'sc-port-name',
  title: 'A Service Connect endpoint for a port without that name, or one that ECS refuses',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the port name, or `IngressPortOverride cannot use ports <= 1024.`',
  why: 'An endpoint finds its port by the name of a port mapping, which only one of the task may have: ECS refuses the service where there is none, or two, or a name it doesn\'t take.',
  rule: '`portName` is the name of exactly 1 port mapping of the task. `discoveryName` has 1 to 64 lowercase letters, digits, underscores and hyphens, '
    + '`dnsName` 1 to 127 of these and periods, neither a hyphen in front, and an endpoint has 1 client alias at most. `ingressPortOverride` is 1025 to 65535.',
  fix: 'set the name of the port mapping to portName',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
  levels: ['construct', 'synth', 'live'],
  designedOut: '`ServiceConnectDiscovery` names the port mapping of an endpoint, and refuses a port that is not there.',
  subject: 'service',
  needs: ['connect'],
  reads: ['task'],
  check: ({ connect, task }) => !connect ? [] : each(known(connect.endpoints), (endpoint) => all(
    () => port(known(endpoint.portName), portsOf(known(task))),
    () => names(endpoint),
    () => override(known(endpoint.ingressPortOverride)),
  )),
});

function override(number: number | undefined): readonly Result[] {
  if (number === undefined || (number > 1024 && number <= 65535)) return [];
  const fix = 'set ingressPortOverride to a free port from 1025, or leave it out: the proxy takes the port of the container then';
  return [{ property: 'ingressPortOverride', detail: `ingressPortOverride (${number}) is not 1025 to 65535, and the proxy takes no lower port`, fix }];
}

function portsOf(task: TaskFacts): readonly PortFacts[] {
  return known(task.containers).flatMap(({ ports }) => known(ports));
}

function port(name: string, ports: readonly PortFacts[]): readonly Result[] {
  const named = ports.filter((one) => one.name === name);
  if (named.length <= 1) ports.forEach((one) => known(one.name));
  if (named.length === 1) return [];
  if (named.length > 1) return [{ property: 'portName', detail: `portName (${name}) is the name of ${named.length} port mappings`, fix: 'set a different name for each port mapping' }];
  const given = ports.map((one) => known(one.name)).filter((one) => one !== undefined);
  return [{ property: 'portName', detail: `portName (${name}) is the name of no port mapping, they are ${given.join(', ') || 'without names'}` }];
}

function names({ discoveryName, aliases }: EndpointFacts): readonly Result[] {
  return all(
    () => {
      const name = known(discoveryName);
      return name === undefined || DISCOVERY_NAME.test(name) ? [] : [{
        property: 'discoveryName',
        detail: `discoveryName (${name}) is not 1 to 64 lowercase letters, digits, underscores and hyphens, with no hyphen in front`,
        fix: 'use lowercase letters, digits, underscores and hyphens for discoveryName',
      }];
    },
    () => known(aliases).length <= 1 ? [] : [{
      property: 'clientAliases', detail: `clientAliases (${known(aliases).length}) are more than the one an endpoint takes`, fix: 'keep one client alias',
    }],
    () => knownOf(known(aliases).map(({ dnsName }) => dnsName)).filter((name) => name !== undefined && !DNS_NAME.test(name)).map((name) => ({
      property: 'clientAliases',
      detail: `dnsName (${name}) is not 1 to 127 lowercase letters, digits, underscores, hyphens and periods, with no hyphen in front`,
      fix: 'use lowercase letters, digits, underscores, hyphens and periods for dnsName',
    })),
    () => {
      known(aliases).forEach(({ dnsName }) => known(dnsName));
      return [];
    },
  );
}
