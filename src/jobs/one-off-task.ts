import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as sfnTasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { pathOf } from '../checks/path-of';
import { planContainers } from '../containers/container-plan';
import { serviceFacts } from '../facts/service';
import { enforce } from '../gotchas/enforce';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';
import { FargateCapacity } from '../services/fargate-capacity';
import type { FargateOptions } from '../services/fargate-options';
import { readTaskProps } from '../services/read-service-props';
import { defineTask } from '../services/task';
import { checkTask } from '../services/task-checks';
import type { TaskProps } from '../services/task-props';

/**
 * Properties of a OneOffTask.
 */
export interface OneOffTaskProps extends TaskProps, FargateOptions {}

/**
 * Where the task runs.
 *
 * @internal
 */
export interface OneOffTaskPlacement {
  readonly cluster: ecs.ICluster;
  readonly subnetIds: string[];
  readonly securityGroupIds: string[];
  readonly assignPublicIp: 'ENABLED' | 'DISABLED';
  readonly platformVersion?: ecs.FargatePlatformVersion;
}

/**
 * A Fargate task that runs once and ends, when somebody or something asks for it: a migration, a report, a clean-up.
 *
 * Nothing runs it by itself. Every way to run it says where: without a launch type ECS would look for EC2 instances.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/standalone-tasks.html
 *
 * @example
 * const report = new OneOffTask(this, 'Report', { cluster, image, command: ['npm', 'run', 'report'] });
 * new events.Rule(this, 'EveryNight', {
 *   schedule: events.Schedule.cron({ minute: '0', hour: '3' }),
 *   targets: [report.asEventTarget()],
 * });
 */
export class OneOffTask extends Construct implements iam.IGrantable, ec2.IConnectable {
  /**
   * The task definition.
   */
  public readonly taskDefinition: ecs.FargateTaskDefinition;

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
   * Whom the task may reach.
   */
  public readonly connections: ec2.Connections;

  /**
   * Grants go to the task role.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly cluster: ecs.ICluster;
  private readonly assignPublicIp: boolean;
  private readonly platformVersion?: ecs.FargatePlatformVersion;
  private readonly subnets: ec2.SubnetSelection;
  private readonly securityGroups: ec2.ISecurityGroup[];

  /**
   * Defines an OneOffTask.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: OneOffTaskProps) {
    props = readTaskProps(pathOf(scope, id), props);
    const capacity = new FargateCapacity(props);
    const plans = planContainers(props, undefined, capacity.containerDefaults);
    const task = checkTask(pathOf(scope, id), capacity, props, plans);
    enforce(pathOf(scope, id), 'service', serviceFacts({ ...capacity.serviceFacts(pathOf(scope, id), props), task }));
    super(scope, id);

    const made = defineTask(this, capacity, props, plans);
    this.taskDefinition = made.definition as ecs.FargateTaskDefinition;
    this.mainContainer = made.mainContainer;
    this.taskRoles = made.roles;
    this.logGroup = made.logGroup;
    this.grantPrincipal = made.roles.grantPrincipal;
    this.cluster = props.cluster;
    this.assignPublicIp = props.assignPublicIp ?? false;
    this.platformVersion = props.platformVersion;
    this.subnets = props.vpcSubnets ?? (this.assignPublicIp ? { subnetType: ec2.SubnetType.PUBLIC } : {});
    this.securityGroups = made.securityGroups!;
    this.connections = new ec2.Connections({ securityGroups: this.securityGroups });
  }

  /** @internal */
  public get _placement(): OneOffTaskPlacement {
    return {
      cluster: this.cluster,
      subnetIds: this.cluster.vpc.selectSubnets(this.subnets).subnetIds,
      securityGroupIds: this.securityGroups.map((group) => group.securityGroupId),
      assignPublicIp: this.assignPublicIp ? 'ENABLED' : 'DISABLED',
      platformVersion: this.platformVersion,
    };
  }

  /**
   * The command that runs the task with the AWS command line, ready for a `CfnOutput` or a pipeline.
   */
  public get runTaskCommand(): string {
    const { cluster, subnetIds, securityGroupIds, assignPublicIp } = this._placement;
    return [
      'aws ecs run-task',
      `--region ${Stack.of(this).region}`,
      `--cluster ${cluster.clusterName}`,
      `--task-definition ${this.taskDefinition.taskDefinitionArn}`,
      '--launch-type FARGATE',
      ...(this.platformVersion ? [`--platform-version ${this.platformVersion}`] : []),
      `--network-configuration "awsvpcConfiguration={subnets=[${subnetIds.join(',')}],securityGroups=[${securityGroupIds.join(',')}],assignPublicIp=${assignPublicIp}}"`,
    ].join(' ');
  }

  /**
   * The task as the target of an EventBridge rule.
   */
  public asEventTarget(): events.IRuleTarget {
    return new eventTargets.EcsTask({
      cluster: this.cluster,
      taskDefinition: this.taskDefinition,
      launchType: ecs.LaunchType.FARGATE,
      platformVersion: this.platformVersion,
      subnetSelection: this.subnets,
      securityGroups: this.securityGroups,
      assignPublicIp: this.assignPublicIp,
      propagateTags: ecs.PropagatedTagSource.TASK_DEFINITION,
    });
  }

  /**
   * The task as a state of a Step Functions state machine, which waits until the task has ended.
   *
   * A main container that ends with another exit code than 0 fails the state.
   *
   * @param scope the construct that the state is a part of
   * @param id the id of the state, unique within the scope
   */
  public asState(scope: Construct, id: string): sfn.TaskStateBase {
    return new sfnTasks.EcsRunTask(scope, id, {
      integrationPattern: sfn.IntegrationPattern.RUN_JOB,
      cluster: this.cluster,
      taskDefinition: this.taskDefinition,
      launchTarget: new sfnTasks.EcsFargateLaunchTarget(this.platformVersion && { platformVersion: this.platformVersion }),
      subnets: this.subnets,
      securityGroups: this.securityGroups,
      assignPublicIp: this.assignPublicIp,
    });
  }
}
