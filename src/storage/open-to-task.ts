import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Aspects, type CfnResource } from 'aws-cdk-lib/core';
import { type Construct, type IConstruct } from 'constructs';
import { instancesOf, resourceOf } from '../tasks/task-platform';
import { NFS_PORT } from '../gotchas/sto/nfs';
import type { IEcsTask } from '../workload/ecs-task';

const NFS = ec2.Port.tcp(NFS_PORT);

/**
 * Opens the security groups of a file system for a task, and the groups of the task where they are closed to the outside.
 *
 * The rules are in the stack of the task, which refers to the file system already. The task definition waits for them. On instances, the
 * agent mounts the file system for the task: the groups of the instances are opened, also those that join the cluster later.
 */
export function openToTask(part: Construct, task: IEcsTask, fileSystem: ec2.IConnectable, description: string): void {
  const opened = new Set<ec2.ISecurityGroup>();
  const connections = instancesOf(task)?.connections ?? task.connections;
  const open = () => {
    for (const from of connections.securityGroups.filter((group) => !opened.has(group))) {
      opened.add(from);
      for (const to of fileSystem.connections.securityGroups) {
        for (const rule of created([to, from], () => addRules(from, to, description))) resourceOf(task.taskDefinition).node.addDependency(rule);
      }
    }
  };
  open();
  if (instancesOf(task)) Aspects.of(part).add({ visit: (construct) => construct === part && open() });
}

function addRules(from: ec2.ISecurityGroup, to: ec2.ISecurityGroup, description: string): void {
  to.addIngressRule(from, NFS, description, true);
  // A group that allows all outbound traffic needs no rule, and the CDK warns of one.
  if (!from.allowAllOutbound) from.addEgressRule(to, NFS, description);
}

/** The resources that a call creates directly below some constructs. */
function created(scopes: readonly IConstruct[], call: () => void): readonly CfnResource[] {
  const before = new Set(scopes.flatMap(({ node }) => node.children));
  call();
  return scopes.flatMap(({ node }) => node.children).filter((child) => !before.has(child)) as CfnResource[];
}
