import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const netLbContainerPortMissing = defineGotcha({
  id: 'net-lb-container-port-missing',
  title: 'The load balancer leads to a container or port that the task does not have',
  consequence: 'rejected',
  symptom: '`The container … does not exist in the task definition`, `The container … did not have a container port … defined`, or `Container port … is used in more than one port mapping`.',
  why: 'ECS registers each task by the container name and port of the load balancer, so it refuses a service whose task definition lacks them.',
  rule: '`containerName` has to be a container of the task definition, and `containerPort` one that this container maps, by itself or in a `containerPortRange`. More than 1 mapping of it, as for TCP and UDP, is a warning.',
  fix: 'name a container of the task definition and a port that it maps',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  levels: ['synth', 'live'],
  designedOut: 'A web service maps its containerPort and sets it on its load balancer.',
  subject: 'service',
  needs: ['loadBalancers', 'task'],
  check: ({ loadBalancers, task }) => each(loadBalancers, (loadBalancer) => {
    const name = known(loadBalancer.containerName);
    const number = known(loadBalancer.containerPort);
    if (name === undefined || number === undefined) return [];
    const containers = known(task.containers);
    const container = containers.find((candidate) => known(candidate.name) === name);
    if (!container) {
      return [{
        property: 'loadBalancers.containerName',
        detail: `containerName (${name}) is not a container of the task, which has ${names(containers)}`,
        fix: `set containerName to ${names(containers)}`,
      }];
    }
    const mappings = known(container.ports).filter((port) => covers(port, number)).length;
    if (mappings === 1) return [];
    // The documentation of load balancers leaves it out; reports of users confirm it.
    if (mappings > 1) {
      return [{
        consequence: 'risk',
        property: 'loadBalancers.containerPort',
        detail: `containerPort (${number}) is in ${mappings} port mappings of ${ofContainer(container)}, where ECS has refused services`,
        fix: 'map the port once; for TCP and UDP on one port, run a service for each behind the same load balancer',
      }];
    }
    return [{
      property: 'loadBalancers.containerPort',
      detail: `containerPort (${number}) is not mapped by ${ofContainer(container)}`,
      fix: `${ownPorts(container)}add a port mapping for containerPort ${number} to ${ofContainer(container)}, where the application listens on it`,
    }];
  }),
});

function names(containers: readonly ContainerFacts[]): string {
  return containers.map((container) => known(container.name)).join(' or ');
}

/** Most often the port of the host or of the listener is in the place of the one that the container maps. */
function ownPorts(container: ContainerFacts): string {
  const mapped = known(container.ports).map(({ containerPort, containerPortRange }) => known(containerPortRange) ?? known(containerPort));
  return mapped.length === 0 ? '' : `set containerPort to ${[...new Set(mapped)].join(' or ')}, as ${ofContainer(container)} has it, or `;
}

function covers(port: PortFacts, number: number): boolean {
  const range = known(port.containerPortRange);
  if (range === undefined) return known(port.containerPort) === number;
  const [first, last] = range.split('-').map(Number);
  return number >= first && number <= last;
}
