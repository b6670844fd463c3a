import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Wrapped } from './wrapped';
import { readProps } from '../checks/read-props';
import { written } from '../checks/written';
import { depNoEssential } from '../gotchas/dep/dep-no-essential';
import { refuse } from '../gotchas/enforce';
import type { IEcsTask } from '../workload/ecs-task';

/**
 * Options of a task definition of the CDK that parts of this library attach to.
 */
export interface PlainTaskOptions {
  /**
   * The security groups that the task runs with.
   *
   * @default - unknown; parts that have to open a port refuse the task
   */
  readonly securityGroups?: ec2.ISecurityGroup[];
}

/**
 * Task definitions that were made without this library, as its parts see them.
 *
 * @example
 * const taskDefinition = new ecs.FargateTaskDefinition(this, 'Report');
 * taskDefinition.addContainer('report', { image });
 * new ScratchVolume(this, 'Cache', { task: EcsTask.fromTaskDefinition(taskDefinition), containerPath: '/cache' });
 */
export class EcsTask {
  /**
   * Returns a task definition of `aws-ecs` as a task. Its containers must exist.
   *
   * @param taskDefinition the task definition, with at least one essential container
   * @param options the security groups that the task runs with
   */
  public static fromTaskDefinition(taskDefinition: ecs.TaskDefinition, options: PlainTaskOptions = {}): IEcsTask {
    if (!(taskDefinition as Partial<ecs.TaskDefinition> | undefined)?.node) {
      refuse({
        headline: `taskDefinition is ${written(taskDefinition)}, it must be an ecs.TaskDefinition`,
        at: 'EcsTask.fromTaskDefinition',
        property: 'taskDefinition',
        fix: "pass a task definition: new ecs.FargateTaskDefinition(this, 'Report')",
      });
    }
    const { securityGroups = [] } = readProps(taskDefinition.node.path, options);
    return new PlainTask(taskDefinition, securityGroups);
  }

  private constructor() {}
}

class PlainTask extends Wrapped implements IEcsTask {
  public readonly mainContainer: ecs.ContainerDefinition;
  public readonly connections: ec2.Connections;
  public readonly grantPrincipal: iam.IPrincipal;

  public constructor(public readonly taskDefinition: ecs.TaskDefinition, securityGroups: ec2.ISecurityGroup[]) {
    super(taskDefinition);
    if (!('containers' in taskDefinition)) refuseImported(taskDefinition);
    this.mainContainer = taskDefinition.defaultContainer ?? refuse({
      headline: 'the task definition has no essential container',
      gotcha: depNoEssential,
      at: taskDefinition.node.path,
      property: 'taskDefinition',
      fix: 'add the containers to the task definition before it gets its parts',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    });
    this.connections = new ec2.Connections({ securityGroups });
    this.grantPrincipal = taskDefinition.taskRole.grantPrincipal;
  }
}

function refuseImported({ node }: ecs.TaskDefinition): never {
  return refuse({
    headline: 'taskDefinition is imported, and its containers, which parts of it need, are not known',
    at: node.path,
    property: 'taskDefinition',
    fix: 'attach parts in the app that defines the task definition',
    docs: 'https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resources-importing',
  });
}
