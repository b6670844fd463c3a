import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { isScaled, leaveCountOpen } from './open-count';
import { checkService, deadlockOfFixedCount, DEFAULT_COUNT } from './service-checks';
import { configureDeployment, deploymentOf, deploymentProps } from './service-deployment-props';
import type { ServiceProps } from './service-props';
import { defineTask } from './task';
import type { Capacity } from './task-capacity';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { connect } from '../connect/connect';
import { checkImageAssets } from '../containers/check-image-assets';
import { planContainers } from '../containers/container-plan';
import { trafficShiftErrors } from '../deployment/traffic-shift-checks';
import { allowExec, isExecOfCluster } from '../permissions/exec-permissions';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';
import { checkItself } from '../rules/self-check';
import { cfnServiceOf } from '../workload/cfn-service';
import type { ConnectOptions, ServiceEndpoint } from '../workload/connect-options';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Base class of the four services. */
export interface Blueprint {
  readonly props: ServiceProps;
  readonly capacity: Capacity;
  /** The port of the main container that traffic is routed to. */
  readonly mainPort?: number;
  readonly healthCheckGracePeriod?: Duration;
  readonly takesTraffic?: boolean;
  /** ECS runs one task on each instance, and no number of tasks. */
  readonly isDaemon?: boolean;
}

/**
 * An ECS service with its task definition, roles, logs and security group.
 *
 * @internal
 */
export abstract class Workload extends Construct implements IEcsWorkload {
  /**
   * The ECS service.
   */
  public readonly service: ecs.BaseService;

  /**
   * The task definition that the service runs.
   */
  public readonly taskDefinition: ecs.TaskDefinition;

  /**
   * The container that does the work; the others help it.
   */
  public readonly mainContainer: ecs.ContainerDefinition;

  /**
   * The task role and the execution role.
   */
  public readonly taskRoles: TaskRoleBundle;

  /**
   * The log group that the containers log to.
   */
  public readonly logGroup: logs.ILogGroup;

  /**
   * Connections of the tasks.
   */
  public readonly connections: ec2.Connections;

  /**
   * Grants go to the task role.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  /**
   * The number of tasks, if it is set.
   */
  public readonly desiredCount?: number;

  /**
   * The name of the cluster that the service runs in.
   */
  public readonly clusterName: string;

  /**
   * The name of the service.
   */
  public readonly serviceName: string;

  constructor(scope: Construct, id: string, blueprint: Blueprint) {
    const plans = planContainers(blueprint.props, blueprint.mainPort, blueprint.capacity.containerDefaults);
    checkPlaces(scope, id, blueprint.props);
    checkPlaces(scope, id, blueprint.props.logging ?? {}, 'logging.');
    checkService(pathOf(scope, id), blueprint, plans);
    checkImageAssets(scope, id, plans);
    super(scope, id);
    checkItself(this);

    const task = defineTask(this, blueprint.capacity, blueprint.props, plans);
    this.desiredCount = blueprint.props.desiredCount;
    this.taskRoles = task.roles;
    this.taskDefinition = task.definition;
    this.mainContainer = task.mainContainer;
    this.logGroup = task.logGroup;
    this.service = this.defineService(blueprint, task.securityGroups);
    this.clusterName = this.service.cluster.clusterName;
    this.serviceName = this.service.serviceName;
    this.node.defaultChild = this.service.node.findChild('Service');
    this.connections = this.service.connections;
    this.grantPrincipal = task.roles.grantPrincipal;
    this.node.addValidation({
      validate: () => [
        ...blueprint.isDaemon || isScaled(this.service) ? [] : deadlockOfFixedCount(this.node.path, blueprint.props),
        ...blueprint.takesTraffic ? [] : trafficShiftErrors(this.node.path, this.service, deploymentOf(blueprint.props)),
      ],
    });
  }

  /**
   * Lets this service call another one: opens the security groups between the two for the one port, and hands the URL to
   * the main container in an environment variable.
   *
   * The other service is called through Service Connect if both are in one namespace, else by its name in Cloud Map, else
   * through its load balancer. What it is called by has to be there before.
   *
   * @param other the service to call
   * @param options the endpoint to call, and how the main container gets its URL
   * @returns where the other service is called
   */
  public connectTo(other: IEcsWorkload, options?: ConnectOptions): ServiceEndpoint {
    return connect(this, other, options);
  }

  /**
   * Returns the metric of the CPU utilization of the service: the share of the CPU that its tasks reserve, in percent.
   *
   * @param props the statistic, period and other properties of the metric. The defaults are the average and 5 minutes.
   */
  public metricCpuUtilization(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.service.metricCpuUtilization(props);
  }

  /**
   * Returns the metric of the memory utilization of the service: the share of the memory that its tasks reserve, in percent.
   *
   * @param props the statistic, period and other properties of the metric. The defaults are the average and 5 minutes.
   */
  public metricMemoryUtilization(props?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.service.metricMemoryUtilization(props);
  }

  private defineService({ props, capacity, healthCheckGracePeriod, isDaemon }: Blueprint, securityGroups?: ec2.ISecurityGroup[]): ecs.BaseService {
    const deployment = deploymentOf(props);
    const service = capacity.defineService(this, 'Service', {
      cluster: props.cluster,
      taskDefinition: this.taskDefinition,
      serviceName: props.serviceName,
      desiredCount: props.desiredCount,
      ...deploymentProps(this, deployment),
      enableExecuteCommand: isExecOfCluster(props.cluster) ? props.enableExecuteCommand : undefined,
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      healthCheckGracePeriod,
      vpcSubnets: props.vpcSubnets,
      securityGroups,
    });
    if (props.enableExecuteCommand && !isExecOfCluster(props.cluster)) {
      cfnServiceOf(service).enableExecuteCommand = true;
      allowExec(this.taskDefinition, props.cluster, [this.logGroup.logGroupArn]);
    }
    if (props.desiredCount === undefined && !isDaemon) leaveCountOpen(service, DEFAULT_COUNT);
    configureDeployment(service, deployment);
    // Tasks that start before their permissions are there fail, and the deployment with them. The service alone waits: a log group
    // below it, which the CDK creates for the proxy of Service Connect, is named in the very policy of the role.
    service.node.findChild('Service').node.addDependency(this.taskRoles.executionRole);
    return service;
  }
}
