import type { ContainerFacts, PortFacts } from '../../facts/container';
import { known, whereKnown } from '../../facts/fact';
import type { LoadBalancerFacts } from '../../facts/service';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const netTargetGroupPort = defineGotcha({
  id: 'net-target-group-port',
  title: 'A target group leads to the wrong port of two',
  consequence: 'misbehaves',
  symptom: 'Calls of gRPC end with `UNAVAILABLE` or a protocol error, or requests reach another part of the application; targets may be unhealthy.',
  why: 'ECS registers tasks with the `containerPort` of the service, never with the port of the target group. The CDK takes the first port of the container where none is set.',
  rule: 'A target group with the protocol version `GRPC` leads to the port of the container that has `grpc` as its `appProtocol` or in its name, and one for HTTP/1 doesn\'t. A container port that is the port of a target group '
    + 'is one that a target group leads to.',
  fix: 'set containerPort to the port that the target group is for',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
  levels: ['synth', 'live'],
  avoidedBy: '`AdditionalTarget` has its port in its own properties.',
  subject: 'service',
  needs: ['loadBalancers', 'task'],
  check: ({ loadBalancers, task }) => each(loadBalancers, (own) => {
    const port = known(own.containerPort);
    const [container] = whereKnown(
      known(task.containers), ({ name }) => known(name) === known(own.containerName),
    ) as readonly (ContainerFacts | undefined)[];
    const better = container && port !== undefined ? betterPort(own, port, container, loadBalancers) : undefined;
    return !container || better === undefined ? [] : [{
      property: 'loadBalancers.containerPort',
      detail: `containerPort (${port}) is not the one that the target group is for: ${ofContainer(container)} has ${better} too`,
      fix: `set containerPort to ${better}`,
    }];
  }),
});

function betterPort(own: LoadBalancerFacts, port: number, container: ContainerFacts, all: readonly LoadBalancerFacts[]): number | undefined {
  const ports = known(container.ports);
  if (ports.length < 2) return undefined;
  const others = whereKnown(ports, ({ containerPort }) => known(containerPort) !== port);
  const [mapping] = whereKnown(ports, ({ containerPort }) => known(containerPort) === port) as readonly (PortFacts | undefined)[];
  if (!mapping || others.length === 0) return undefined;
  const protocolVersion = known(own.targetGroup.protocolVersion);
  const forGrpc = protocolVersion === 'GRPC' && !isGrpc(mapping) ? whereKnown(others, isGrpc)[0] as PortFacts | undefined : undefined;
  if (forGrpc) return numberOf(forGrpc);
  if (isGrpc(mapping) && (protocolVersion === undefined || protocolVersion === 'HTTP1') && isHttp(own)) return numberOf(others.find((other) => !isGrpc(other)));
  // The port of a target group is no more than a hint: it counts where nothing else leads to that port, and two lead to this one.
  const led = all.map(({ containerPort }) => containerPort);
  const isDouble = all.length > 1 && led.filter((one) => known(one) === port).length > 1;
  if (!isDouble) return undefined;
  const ofGroup = known(own.targetGroup.port);
  if (led.some((one) => known(one) === ofGroup)) return undefined;
  return numberOf(others.find(({ containerPort }) => containerPort === ofGroup));
}

function isGrpc({ appProtocol, name }: PortFacts): boolean {
  return known(appProtocol) === 'grpc' || /grpc/i.test(known(name) ?? '');
}

function isHttp({ targetGroup: { protocol } }: LoadBalancerFacts): boolean {
  return ['HTTP', 'HTTPS'].includes(known(protocol) ?? '');
}

function numberOf(port: PortFacts | undefined): number | undefined {
  return typeof port?.containerPort === 'number' ? port.containerPort : undefined;
}
