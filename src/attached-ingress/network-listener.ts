import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration, Token, Tokenization } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { NetworkListenerOptions } from './network-listener-options';
import { weighted, type NetworkShift } from './network-shift';
import { transportsOf } from './network-transports';
import { checkOneVpc } from '../checks/one-vpc';
import { alternateTarget } from '../ingress/shift/shift-traffic';
import { targetTypeFor } from '../ingress/target-group';
import type { IEcsWorkload } from '../workload/ecs-workload';

const REASON = 'Load balancer to target';

/** The target groups behind a listener: a rolling deployment has no second. */
export interface NetworkColours {
  readonly blue: elbv2.NetworkTargetGroup;
  readonly green?: elbv2.NetworkTargetGroup;
}

/** Context that all listeners of a load balancer share. */
export interface Reaching {
  readonly loadBalancer: elbv2.NetworkLoadBalancer;
  readonly workload: IEcsWorkload;
  /** Clients that may connect. */
  readonly peers: readonly ec2.IConnectable[];
}

/** A listener whose connections go to the service; its target groups. */
export function bringTo(
  { loadBalancer, workload, peers }: Reaching, options: NetworkListenerOptions, index: number, shift?: NetworkShift,
): NetworkColours {
  const { port, protocol = elbv2.Protocol.TCP, containerPort = port } = options;
  const container = containerOf(workload, options)!;
  const transports = transportsOf(protocol);
  for (const transport of transports) {
    if (!container.findPortMapping(containerPort, transport)) container.addPortMappings({ containerPort, protocol: transport });
  }
  // Named by the port that clients connect to, so that another listener before it changes nothing, nor TLS on it a listener that is there.
  const name = `${transports[0].toUpperCase()}${Token.isUnresolved(port) ? `-${index}` : port}`;
  const blue = newTargetGroup(loadBalancer, workload, options, `${name}TargetGroup`);
  const green = shift && newTargetGroup(loadBalancer, workload, options, `${name}AlternateTargetGroup`);
  const like = {
    protocol,
    ...(protocol === elbv2.Protocol.TLS ? { certificates: options.certificates, sslPolicy: options.sslPolicy ?? elbv2.SslPolicy.TLS13_RES } : {}),
    ...(green ? { defaultAction: weighted(blue, green) } : { defaultTargetGroups: [blue] }),
  };
  const { listenerArn } = loadBalancer.addListener(name, { ...like, port });
  const test = shift?.test && loadBalancer.addListener(`${name}Test`, { ...like, port: shift.test.port });
  blue.addTarget(workload.service.loadBalancerTarget({
    containerName: container.containerName,
    containerPort,
    protocol: transports[0],
    alternateTarget: shift && alternateTarget(shift.role, green!, { production: listenerArn, test: test?.listenerArn }),
  }));
  for (const transport of transports) {
    for (const peer of peers) {
      checkOneVpc(loadBalancer, 'allowFrom', peer, loadBalancer);
      loadBalancer.connections.allowFrom(peer, portOf(transport, port));
    }
    for (const peer of shift?.test?.peers ?? []) loadBalancer.connections.allowFrom(peer, portOf(transport, shift!.test!.port));
    loadBalancer.connections.allowTo(workload, reached(container, containerPort, transport), REASON);
  }
  const healthPort = Number(options.healthCheck?.port ?? containerPort);
  if (Number.isInteger(healthPort) && !(healthPort === containerPort && transports[0] === ecs.Protocol.TCP)) {
    loadBalancer.connections.allowTo(workload, ec2.Port.tcp(healthPort), REASON);
  }
  return { blue, green };
}

/** The container that the connections are for, if there is one. */
export function containerOf(workload: IEcsWorkload, { containerName }: NetworkListenerOptions): ecs.ContainerDefinition | undefined {
  return containerName === undefined ? workload.mainContainer : workload.taskDefinition.findContainer(containerName);
}

function newTargetGroup(scope: Construct, workload: IEcsWorkload, options: NetworkListenerOptions, id: string): elbv2.NetworkTargetGroup {
  const { service, taskDefinition } = workload;
  const { port, protocol = elbv2.Protocol.TCP, deregistrationDelay = Duration.seconds(30) } = options;
  const {
    interval = Duration.seconds(10), timeout, healthyThresholdCount = 2, unhealthyThresholdCount = 2, ...healthCheck
  } = options.healthCheck ?? {};
  const targetGroup = new elbv2.NetworkTargetGroup(scope, id, {
    vpc: service.cluster.vpc,
    // That of targets without a port of their own. ECS registers each task with its port, and this one could not be changed with it.
    port,
    protocol: protocol === elbv2.Protocol.TLS ? elbv2.Protocol.TCP : protocol,
    targetType: targetTypeFor(taskDefinition.networkMode),
    preserveClientIp: options.preserveClientIp,
    proxyProtocolV2: options.proxyProtocolV2,
    healthCheck: { protocol: elbv2.Protocol.TCP, ...healthCheck },
  });
  // The CDK compares these with numbers, tokens too.
  const resource = targetGroup.node.defaultChild as elbv2.CfnTargetGroup;
  resource.healthCheckIntervalSeconds = interval.toSeconds();
  resource.healthyThresholdCount = healthyThresholdCount;
  resource.unhealthyThresholdCount = unhealthyThresholdCount;
  if (timeout) resource.healthCheckTimeoutSeconds = timeout.toSeconds();
  targetGroup.setAttribute('deregistration_delay.timeout_seconds', Tokenization.stringifyNumber(deregistrationDelay.toSeconds()));
  return targetGroup;
}

function portOf(transport: ecs.Protocol, port: number): ec2.Port {
  return transport === ecs.Protocol.UDP ? ec2.Port.udp(port) : ec2.Port.tcp(port);
}

/** Port at which the container is reached: in bridge mode a port of its instance, which ECS chooses. */
function reached({ taskDefinition }: ecs.ContainerDefinition, port: number, transport: ecs.Protocol): ec2.Port {
  if (taskDefinition.networkMode !== ecs.NetworkMode.BRIDGE) return portOf(transport, port);
  return transport === ecs.Protocol.UDP ? ec2.Port.udpRange(32768, 65535) : ec2.Port.tcpRange(32768, 65535);
}
