import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** Transports of a port that a listener occupies: TCP and TLS share ports, UDP has its own, and TCP_UDP occupies both. */
export function transportsOf(protocol: Protocol = Protocol.TCP): readonly [ecs.Protocol, ...ecs.Protocol[]] {
  if (protocol === Protocol.UDP) return [ecs.Protocol.UDP];
  return protocol === Protocol.TCP_UDP ? [ecs.Protocol.TCP, ecs.Protocol.UDP] : [ecs.Protocol.TCP];
}
