import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { missingRouter } from './missing-router';
import type { Capacity } from './task-capacity';
import type { TaskProps } from './task-props';
import { groupDescription } from '../checks/group-description';
import type { ContainerPlan } from '../containers/container-plan';
import { containerOf, defineContainers } from '../containers/define-containers';
import { TaskLogging } from '../containers/task-logging';
import { TaskRoleBundle } from '../permissions/task-role-bundle';

/** A task definition and what belongs to it alone. */
export interface Task {
  readonly roles: TaskRoleBundle;
  readonly definition: ecs.TaskDefinition;
  readonly mainContainer: ecs.ContainerDefinition;
  readonly logGroup: logs.ILogGroup;
  /** Only tasks with a network interface of their own have some. */
  readonly securityGroups?: ec2.ISecurityGroup[];
}

/** Creates roles, log group, task definition and security group, in the scope of the construct they belong to. */
export function defineTask(scope: Construct, capacity: Capacity, props: TaskProps, plans: readonly ContainerPlan[]): Task {
  const roles = props.taskRoles ?? new TaskRoleBundle(scope, 'TaskRoles');
  roles._runs(plans.map(({ name }) => name));
  const logging = new TaskLogging(scope, roles, props.logging);
  const definition = capacity.defineTask(scope, 'Task', roles, props.family);
  defineContainers(definition, plans, roles, logging);
  scope.node.addValidation({ validate: () => missingRouter(scope.node.path, definition) });
  return {
    roles,
    definition,
    mainContainer: containerOf(definition, plans[0].name),
    logGroup: logging.logGroup,
    securityGroups: capacity.networkMode === ecs.NetworkMode.AWS_VPC
      ? props.securityGroups ?? [new ec2.SecurityGroup(scope, 'SecurityGroup', {
        vpc: props.cluster.vpc, description: groupDescription(`${scope.node.path}/SecurityGroup`),
      })]
      : undefined,
  };
}
