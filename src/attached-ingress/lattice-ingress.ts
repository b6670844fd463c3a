import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import type { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkLattice } from './check-lattice';
import { LatticeProtocol, type LatticeHealthCheck } from './lattice-options';
import { newLatticeTargetGroup } from './lattice-target-group';
import { registerInLattice } from './register-in-lattice';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { reachedPort } from '../checks/reachable';
import { checkPlaces } from '../checks/same-place';
import { checkItself } from '../rules/self-check';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of a LatticeIngress.
 */
export interface LatticeIngressProps {
  /**
   * The service that the requests go to. It runs in awsvpc mode, in rolling deployments.
   */
  readonly service: IEcsWorkload;

  /**
   * Source of the requests: the managed prefix list of VPC Lattice in the region, whose id each region has for itself.
   *
   * `ec2.PrefixList.fromLookup(this, 'Lattice', { prefixListName: 'com.amazonaws.eu-west-1.vpc-lattice' })` finds it.
   *
   * @see https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
   */
  readonly prefixList: ec2.IConnectable;

  /**
   * The port that requests go to, one that the main container maps.
   *
   * @default - the first port of the main container
   */
  readonly containerPort?: number;

  /**
   * Protocol of the tasks.
   *
   * @default LatticeProtocol.HTTP
   */
  readonly targetProtocol?: LatticeProtocol;

  /**
   * Health check of the tasks.
   *
   * @default - `/` every 10 s, has to answer 200
   */
  readonly healthCheck?: LatticeHealthCheck;

  /**
   * Time in which a new task may fail its checks, in whole seconds.
   *
   * @default - the value of the service, or 60 s
   */
  readonly healthCheckGracePeriod?: Duration;

  /**
   * The service in VPC Lattice, by its id or ARN. It gets a listener.
   *
   * @default - a service of its own
   */
  readonly latticeServiceIdentifier?: string;

  /**
   * The service in VPC Lattice. It gets a listener. It replaces `latticeServiceIdentifier` where the service is defined in CDK code.
   *
   * @default - the service of `latticeServiceIdentifier`, or one of its own
   */
  readonly latticeService?: vpclattice.IServiceRef;

  /**
   * Protocol of the clients.
   *
   * @default LatticeProtocol.HTTPS
   */
  readonly listenerProtocol?: LatticeProtocol;

  /**
   * The port that clients connect to.
   *
   * @default - 443 for HTTPS, 80 for HTTP
   */
  readonly listenerPort?: number;

  /**
   * The service networks whose VPCs can call the service, by their ids or ARNs.
   *
   * @default - none: the service has no callers until it is associated with one
   */
  readonly serviceNetworkIdentifiers?: string[];

  /**
   * The service networks whose VPCs can call the service, beside those of `serviceNetworkIdentifiers`.
   *
   * @default - none
   */
  readonly serviceNetworks?: vpclattice.IServiceNetworkRef[];

  /**
   * The role with which ECS registers tasks.
   *
   * It needs the managed policy `AmazonECSInfrastructureRolePolicyForVpcLattice` and trusts `ecs.amazonaws.com`.
   *
   * @default - a role of its own
   */
  readonly infrastructureRole?: iam.IRole;
}

/**
 * Exposes a service to callers in other VPCs and accounts, through VPC Lattice and without a load balancer.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-vpc-lattice-create-service.html
 *
 * @example
 * const prefixList = ec2.PrefixList.fromLookup(this, 'Lattice', { prefixListName: 'com.amazonaws.eu-west-1.vpc-lattice' });
 * new LatticeIngress(this, 'Rates', { service: web, prefixList: ec2.Peer.prefixList(prefixList.prefixListId) });
 */
export class LatticeIngress extends Construct {
  /**
   * The target group that ECS registers the tasks in.
   */
  public readonly targetGroup: vpclattice.CfnTargetGroup;

  /**
   * The service in VPC Lattice, if it was made here. `attrDnsEntryDomainName` is where clients call it.
   */
  public readonly latticeService?: vpclattice.CfnService;

  /**
   * The listener that sends all requests to the tasks, unless rules are added to it.
   */
  public readonly listener: vpclattice.CfnListener;

  /**
   * The role with which ECS registers tasks.
   */
  public readonly infrastructureRole: iam.IRole;

  /**
   * Defines a LatticeIngress.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: LatticeIngressProps) {
    props = readPartProps(pathOf(scope, id), props, ['prefixList']);
    checkPlaces(scope, id, { service: props.service });
    checkLattice(pathOf(scope, id), props);
    super(scope, id);
    checkItself(this);
    const { service: workload, containerPort, listenerProtocol = LatticeProtocol.HTTPS } = props;
    const { mainContainer, service } = workload;
    const port = containerPort === undefined ? mainContainer.portMappings[0] : mainContainer.findPortMapping(containerPort, ecs.Protocol.TCP)!;

    this.targetGroup = newLatticeTargetGroup(this, service.cluster.vpc, port.containerPort, props);
    this.infrastructureRole = props.infrastructureRole ?? new iam.Role(this, 'InfrastructureRole', {
      assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInfrastructureRolePolicyForVpcLattice')],
    });
    const existing = props.latticeService?.serviceRef.serviceArn ?? props.latticeServiceIdentifier;
    if (existing === undefined) this.latticeService = new vpclattice.CfnService(this, 'Service');
    const serviceIdentifier = existing ?? this.latticeService!.attrArn;
    this.listener = new vpclattice.CfnListener(this, 'Listener', {
      serviceIdentifier,
      protocol: listenerProtocol,
      port: props.listenerPort ?? (listenerProtocol === LatticeProtocol.HTTPS ? 443 : 80),
      defaultAction: { forward: { targetGroups: [{ targetGroupIdentifier: this.targetGroup.attrArn }] } },
    });
    networksOf(props).forEach((serviceNetworkIdentifier, index) => (
      new vpclattice.CfnServiceNetworkServiceAssociation(this, `Network${index}`, { serviceIdentifier, serviceNetworkIdentifier })));
    registerInLattice(workload, port, this.targetGroup.attrArn, this.infrastructureRole.roleArn, props.healthCheckGracePeriod);
    workload.connections.allowFrom(props.prefixList, reachedPort(mainContainer, port.containerPort), 'VPC Lattice to target');
    service.node.addDependency(this.listener);
  }
}

function networksOf({ serviceNetworkIdentifiers = [], serviceNetworks = [] }: LatticeIngressProps): readonly string[] {
  return [...serviceNetworkIdentifiers, ...serviceNetworks.map(({ serviceNetworkRef }) => serviceNetworkRef.serviceNetworkArn)];
}
