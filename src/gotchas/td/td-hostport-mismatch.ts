import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdHostportMismatch = defineGotcha({
  id: 'td-hostport-mismatch',
  title: 'The host port differs from the container port where both are the same port',
  consequence: 'rejected',
  symptom: '`When networkMode=awsvpc, the host ports and container ports in port mappings must match.`',
  why: 'With the network modes awsvpc and host nothing translates ports; ECS refuses to register a port mapping that asks for it.',
  rule: 'With network mode `awsvpc` or `host`, `hostPort` is left out, 0 or the `containerPort`.',
  fix: 'leave hostPort out',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['networkMode', 'containers'],
  check: ({ networkMode, containers }) => {
    if (networkMode !== 'awsvpc' && networkMode !== 'host') return [];
    return each(containers, (container) => each(known(container.ports), (port) => {
      const hostPort = known(port.hostPort);
      // 0 asks for whatever port ECS picks, which here is the container port.
      if (!hostPort) return [];
      const containerPort = known(port.containerPort);
      if (containerPort === undefined || hostPort === containerPort) return [];
      return [{
        property: ofContainer(container, 'portMappings'),
        detail: `hostPort (${hostPort}) differs from containerPort (${containerPort}) with network mode ${networkMode}`,
        fix: `leave hostPort out, or set it to ${containerPort}`,
      }];
    }));
  },
});
