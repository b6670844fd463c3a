import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known, type Known } from '../../facts/fact';
import type { NetworkMode } from '../../facts/task';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdPortCollision = defineGotcha({
  id: 'td-port-collision',
  title: 'Two containers of a task use the same port',
  consequence: 'rejected',
  symptom: '`TCP host port \'…\' is mapped multiple times in task.`, or `address already in use` from the container that starts second.',
  why: 'Containers of one task share its network interface, or that of the host: '
    + 'ECS refuses to register a task definition that maps a port of it twice.',
  rule: 'With network mode `awsvpc` or `host`, no two containers of a task have the same `containerPort` and protocol; with `bridge`, no two have the same `hostPort` and protocol, but for 0.',
  fix: 'let the containers listen on different ports',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['networkMode', 'containers'],
  check: ({ networkMode, containers }) => {
    const users = new Map<string, ContainerFacts>();
    return each(containers, (container) => each(known(container.ports), (port) => {
      const shared = sharedPort(networkMode, port);
      if (!shared) return [];
      const key = `${shared.port}/${known(port.protocol)}`;
      const first = users.get(key) ?? container;
      users.set(key, first);
      if (first === container) return [];
      return [{
        property: ofContainer(container, 'portMappings'),
        detail: `${shared.name} (${key}) is already used by ${ofContainer(first)}`,
      }];
    }));
  },
});

/** With bridge, only fixed host ports can collide; TCP and UDP may share a number in any mode. */
function sharedPort(networkMode: NetworkMode, port: PortFacts): { name: string; port: Known<number> } | undefined {
  if (networkMode === 'none') return undefined;
  const name = networkMode === 'bridge' ? 'hostPort' : 'containerPort';
  const number = known(port[name]);
  return number ? { name, port: number } : undefined;
}
