import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

type Setting = string | number | boolean | undefined;

const REFUSED: ReadonlyArray<readonly [property: string, valueOf: (container: ContainerFacts) => Setting]> = [
  ['hostname', ({ hostname }) => known(hostname)],
  ['extraHosts', ({ extraHosts }) => counted(known(extraHosts))],
  ['dnsServers', ({ dnsServers }) => counted(known(dnsServers))],
  ['disableNetworking', ({ disableNetworking }) => known(disableNetworking) || undefined],
];

export const tdAwsvpcUnsupportedParams = defineGotcha({
  id: 'td-awsvpc-unsupported-params',
  title: 'A container changes a network that belongs to its task',
  consequence: 'rejected',
  symptom: '`Extra hosts are not supported on container when networkMode=awsvpc.`, and the like for other settings.',
  why: 'With awsvpc the task has a network interface that all its containers share. ECS refuses to register a task definition in which one of them changes it.',
  rule: 'With the network mode `awsvpc`, no container has `hostname`, `extraHosts`, `dnsServers` or `disableNetworking`.',
  fix: 'remove the setting, or use the network mode bridge',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth'],
  designedOut: 'Our services refuse these options in the network mode `AWS_VPC`.',
  subject: 'task',
  needs: ['networkMode', 'containers'],
  reads: ['onFargate'],
  // On Fargate they are refused in any case: td-fargate-unsupported-params.
  check: ({ networkMode, containers, onFargate }) => networkMode !== 'awsvpc' || known(onFargate) ? [] : each(containers, (container) => (
    each(REFUSED, ([property, valueOf]) => {
      const value = valueOf(container);
      return value === undefined ? [] : [{ property: ofContainer(container, property), detail: `${property} (${value}) is not supported with network mode awsvpc` }];
    })
  )),
});

function counted(items: number): string | undefined {
  return items === 0 ? undefined : `${items} set`;
}
