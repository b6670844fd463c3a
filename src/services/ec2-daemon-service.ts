import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { checkDaemon } from './daemon-checks';
import { Ec2TaskCapacity } from './ec2-task-capacity';
import { readTaskProps } from './read-service-props';
import type { TaskProps } from './task-props';
import { Workload } from './workload';
import { injectedProps } from '../checks/injected-props';
import { pathOf } from '../checks/path-of';
import { Deployment } from '../deployment/deployment';

/**
 * Properties of an Ec2DaemonService.
 */
export interface Ec2DaemonServiceProps extends TaskProps {
  /**
   * The name of the service. CloudFormation cannot replace a service with a fixed name.
   *
   * @default - a name that CloudFormation generates
   */
  readonly serviceName?: string;

  /**
   * The network mode of the containers. Daemons that tasks on the same instance call usually use `HOST` or `BRIDGE`.
   *
   * @default NetworkMode.AWS_VPC
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
   */
  readonly networkMode?: ecs.NetworkMode;

  /**
   * Rules for the instances that run a task, such as `PlacementConstraint.memberOf('attribute:ecs.instance-type =~ g5.*')`.
   *
   * @default - every instance of the cluster
   */
  readonly placementConstraints?: ecs.PlacementConstraint[];

  /**
   * The share of the instances that keep their task during a deployment, 0 to 99 percent.
   *
   * An instance never runs two tasks of a daemon: ECS stops the old task before it starts the new one. In a cluster of one instance,
   * only 0 allows that.
   *
   * @default 0
   */
  readonly minHealthyPercent?: number;

  /**
   * True if ECS Exec can open a shell in the containers.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
   */
  readonly enableExecuteCommand?: boolean;
}

/**
 * An ECS service that runs one task on each EC2 instance of its cluster: a collector of logs or metrics, an agent.
 *
 * It has a task definition, roles, a log group and a security group. ECS starts the task of a new instance before other tasks, and
 * drains it last. A daemon has no desired count, scaling, placement strategy or capacity provider: these are refused.
 *
 * @example
 * new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
 * new Ec2DaemonService(this, 'Agent', { cluster, image, memoryLimitMiB: 128, networkMode: ecs.NetworkMode.HOST });
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service-options.html
 */
export class Ec2DaemonService extends Workload {
  /**
   * The id by which property injectors of an app know this class.
   */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ecs-guardrails.Ec2DaemonService';

  /**
   * Defines an Ec2DaemonService.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: Ec2DaemonServiceProps) {
    props = readTaskProps(pathOf(scope, id), injectedProps(scope, id, Ec2DaemonService.PROPERTY_INJECTION_ID, props));
    checkDaemon(pathOf(scope, id), props);
    super(scope, id, {
      props: { ...props, deployment: Deployment.rolling({ minHealthyPercent: props.minHealthyPercent ?? 0, maxHealthyPercent: 100 }) },
      capacity: new Ec2TaskCapacity({ networkMode: props.networkMode, placementConstraints: props.placementConstraints, isDaemon: true }),
      isDaemon: true,
    });
  }
}
