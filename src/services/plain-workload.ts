import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { ImportedService } from './imported-service';
import { followInstances } from './instance-security-groups';
import { isOpenCount } from './open-count';
import { Wrapped } from './wrapped';
import { connect } from '../connect/connect';
import { depNoEssential } from '../gotchas/dep/dep-no-essential';
import { refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';
import type { ConnectOptions, ServiceEndpoint } from '../workload/connect-options';
import type { IEcsWebWorkload, IEcsWorkload } from '../workload/ecs-workload';
import type { IScalableService } from '../workload/scalable-service';

/**
 * Services that are defined without this library, as its parts see them.
 *
 * The node of such a workload is that of the service. Tags and aspects must be added to the service itself.
 *
 * @example
 * new CpuTargetScaling(this, 'PlainScaling', {
 *   service: EcsWorkload.fromService(plainService),
 *   targetUtilizationPercent: 70,
 *   minCapacity: 2,
 *   maxCapacity: 10,
 * });
 */
export class EcsWorkload {
  /**
   * A service made with `aws-ecs` or `aws-ecs-patterns`, which has its containers already.
   *
   * @param service the service, of any construct that is not from this library
   */
  public static fromService(service: ecs.BaseService): IEcsWorkload {
    return new PlainWorkload(service);
  }

  /**
   * A workload over a service that is registered in a target group: it can scale on requests too.
   *
   * One that is deployed blue/green moves its traffic between two target groups: both have to be known.
   *
   * @param service the service, of any construct that is not from this library
   * @param targetGroup the target group that its tasks are registered in
   * @param alternateTargetGroup the second target group of a service that is deployed blue/green
   */
  public static fromLoadBalancedService(
    service: ecs.BaseService,
    targetGroup: elbv2.IApplicationTargetGroup,
    alternateTargetGroup?: elbv2.IApplicationTargetGroup,
  ): IEcsWebWorkload {
    return new PlainWebWorkload(service, targetGroup, alternateTargetGroup);
  }

  /**
   * A service of another app, which scaling parts can scale: they need no more than its names.
   *
   * The app that defines it must not scale it too, and must leave its desired count out of its template.
   *
   * @param service the imported service, as `FargateService.fromFargateServiceAttributes` and `BaseService.fromServiceArnWithCluster` return it
   */
  public static fromImportedService(service: ecs.IBaseService): IScalableService {
    return new ImportedService(service);
  }

  private constructor() {}
}

class PlainWorkload extends Wrapped implements IEcsWorkload {
  public readonly taskDefinition: ecs.TaskDefinition;
  public readonly mainContainer: ecs.ContainerDefinition;
  public readonly connections: ec2.Connections;
  public readonly grantPrincipal: iam.IPrincipal;
  public readonly desiredCount?: number;
  public readonly clusterName: string;
  public readonly serviceName: string;

  public constructor(public readonly service: ecs.BaseService) {
    super(service);
    if (!service?.taskDefinition) refuseImported(service);
    this.clusterName = service.cluster.clusterName;
    this.serviceName = service.serviceName;
    this.taskDefinition = service.taskDefinition;
    this.mainContainer = service.taskDefinition.defaultContainer ?? refuse({
      headline: 'the task definition of the service has no essential container',
      gotcha: depNoEssential,
      at: service.node.path,
      property: 'service',
      fix: 'add the containers to the task definition before the service gets its parts',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    });
    this.connections = service.connections;
    followInstances(service);
    this.grantPrincipal = service.taskDefinition.taskRole.grantPrincipal;
    const { desiredCount } = cfnServiceOf(service);
    // Without its feature flag, aws-ecs-patterns writes 1 where no count is set.
    this.desiredCount = desiredCount === 1 || isOpenCount(service) ? undefined : desiredCount;
  }

  public connectTo(other: IEcsWorkload, options?: ConnectOptions): ServiceEndpoint {
    return connect(this, other, options);
  }
}

function refuseImported(service: ecs.BaseService): never {
  return refuse({
    headline: 'service is imported, and its task definition, which parts of it need, is not known',
    at: service?.node?.path ?? 'EcsWorkload.fromService',
    property: 'service',
    fix: 'attach parts in the app that defines the service; to scale it, use EcsWorkload.fromImportedService(service)',
    docs: 'https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resources-importing',
  });
}

class PlainWebWorkload extends PlainWorkload implements IEcsWebWorkload {
  public constructor(
    service: ecs.BaseService,
    public readonly targetGroup: elbv2.IApplicationTargetGroup,
    public readonly alternateTargetGroup?: elbv2.IApplicationTargetGroup,
  ) {
    super(service);
  }
}
