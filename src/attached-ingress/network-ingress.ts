import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as route53 from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { checkNetworkIngress } from './check-network-ingress';
import { bringTo } from './network-listener';
import type { NetworkListenerOptions } from './network-listener-options';
import { networkShift } from './network-shift';
import { readPartProps } from '../checks/check-workload';
import { groupDescription } from '../checks/group-description';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { idOf, newAlias } from '../ingress/application-load-balancer';
import { checkItself } from '../rules/self-check';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of a NetworkIngress.
 */
export interface NetworkIngressProps {
  /**
   * The service that the connections go to, in any deployment but CodeDeploy's.
   */
  readonly service: IEcsWorkload;

  /**
   * The ports that clients connect to, 1 to 5: each is a target group, and a service has 5 at most.
   */
  readonly listeners: NetworkListenerOptions[];

  /**
   * If true, only clients inside the VPC reach the load balancer.
   *
   * @default false
   */
  readonly internal?: boolean;

  /**
   * Clients that may connect to the load balancer.
   *
   * @default - every address, if it is public; only those added with `connections`, if it is internal
   */
  readonly allowFrom?: ec2.IConnectable[];

  /**
   * The subnets of the load balancer.
   *
   * @default - the public subnets of the cluster's VPC if it is public, the private ones if it is internal
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The elastic IP addresses of a public load balancer, one for each of its subnets, by their allocation ids.
   *
   * @default - addresses of AWS's, which stay as long as the load balancer
   */
  readonly elasticIpAllocationIds?: string[];

  /**
   * The elastic IP addresses of a public load balancer, one for each of its subnets. They replace `elasticIpAllocationIds` where
   * the addresses are defined in CDK code.
   *
   * @default - the addresses of `elasticIpAllocationIds`, if any
   */
  readonly elasticIps?: ec2.IEIPRef[];

  /**
   * If true, connections go to tasks of all zones alike, from every zone of the load balancer. Traffic between zones is billed.
   *
   * @default false
   */
  readonly crossZoneEnabled?: boolean;

  /**
   * If true, the load balancer can't be deleted by accident, nor by a stack.
   *
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * The name that gets an alias record in the `hostedZone`.
   *
   * @default - no record
   */
  readonly domainName?: string;

  /**
   * The hosted zone of the `domainName`.
   *
   * @default - no record
   */
  readonly hostedZone?: route53.IHostedZone;
}

/**
 * A Network Load Balancer for a service: connections in TCP, UDP and TLS.
 *
 * It has a security group, and so have the tasks: clients get to the load balancer only, and the load balancer to the ports of
 * the containers and of their health checks only. A service can have one beside its other ingress.
 *
 * With `Deployment.blueGreen`, `linear` or `canary`, each listener has a second target group and moves new connections there; those
 * that are open stay where they are until their task stops. ECS waits 10 minutes each time. `TestTraffic.onPort` is another port of
 * the first listener.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 *
 * @example
 * new NetworkIngress(this, 'Mqtt', {
 *   service: new FargateWorkerService(this, 'Broker', { cluster, image }),
 *   listeners: [{ port: 8883, protocol: elbv2.Protocol.TLS, certificates: [certificate], containerPort: 1883 }],
 * });
 */
export class NetworkIngress extends Construct implements ec2.IConnectable {
  /**
   * The load balancer.
   */
  public readonly loadBalancer: elbv2.NetworkLoadBalancer;

  /**
   * The target groups that the tasks are registered in, in the order of the listeners.
   */
  public readonly targetGroups: elbv2.NetworkTargetGroup[];

  /**
   * The second target groups of a service whose deployments move the connections, in the order of the listeners; else none.
   */
  public readonly alternateTargetGroups: elbv2.NetworkTargetGroup[];

  /**
   * Connections of the load balancer.
   */
  public readonly connections: ec2.Connections;

  /**
   * Defines a NetworkIngress.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: NetworkIngressProps) {
    props = readPartProps(pathOf(scope, id), props, ['listeners']);
    checkPlaces(scope, id, { service: props.service });
    checkNetworkIngress(pathOf(scope, id), props);
    super(scope, id);
    checkItself(this);
    const { vpc } = props.service.service.cluster;
    const internetFacing = !props.internal;
    const securityGroup = new ec2.SecurityGroup(this, idOf('SecurityGroup', internetFacing), {
      vpc, allowAllOutbound: false, description: groupDescription(`${this.node.path}/${idOf('SecurityGroup', internetFacing)}`),
    });
    this.loadBalancer = new elbv2.NetworkLoadBalancer(this, idOf('LoadBalancer', internetFacing), {
      vpc,
      internetFacing,
      securityGroups: [securityGroup],
      crossZoneEnabled: props.crossZoneEnabled,
      deletionProtection: props.deletionProtection,
      ...this.subnets(vpc, props),
    });
    this.connections = this.loadBalancer.connections;
    const peers = props.allowFrom ?? (props.internal ? [] : [ec2.Peer.anyIpv4()]);
    const reaching = { loadBalancer: this.loadBalancer, workload: props.service, peers };
    const shiftOf = networkShift(this, props.service);
    const colours = props.listeners.map((listener, index) => bringTo(reaching, listener, index, shiftOf(index)));
    this.targetGroups = colours.map(({ blue }) => blue);
    this.alternateTargetGroups = colours.flatMap(({ green }) => green ?? []);
    if (props.domainName && props.hostedZone) newAlias(this, 'AliasRecord', props.hostedZone, props.domainName, this.loadBalancer);
  }

  private subnets(vpc: ec2.IVpc, { vpcSubnets, elasticIpAllocationIds, elasticIps }: NetworkIngressProps): Partial<elbv2.NetworkLoadBalancerProps> {
    const allocationIds = elasticIps?.map(({ eipRef }) => eipRef.allocationId) ?? elasticIpAllocationIds;
    if (!allocationIds) return { vpcSubnets };
    const { subnets } = vpc.selectSubnets(vpcSubnets ?? { subnetType: ec2.SubnetType.PUBLIC });
    return { subnetMappings: subnets.map((subnet, index) => ({ subnet, allocationId: allocationIds[index] })) };
  }
}
