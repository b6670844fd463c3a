import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { taskArnsOf } from './task-arns';
import { warn } from '../checks/not-edited';
import { recordsOf, whenRecorded } from '../permissions/session-records';

/**
 * Allows a principal to open sessions in containers of a cluster. The AWS CLI describes the task, and lists tasks to find it.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-limit-access-execute-command
 */
export function grantSessions(scope: Construct, grantee: iam.IGrantable, service: ecs.BaseService, containers: string[]): void {
  const { cluster } = service;
  const tasks = taskArnsOf(service, '*');
  const statements = [
    new iam.PolicyStatement({
      actions: ['ecs:ExecuteCommand'],
      resources: [cluster.clusterArn, tasks],
      conditions: { StringEquals: { 'ecs:container-name': containers } },
    }),
    new iam.PolicyStatement({ actions: ['ecs:DescribeTasks'], resources: [tasks] }),
    new iam.PolicyStatement({ actions: ['ecs:ListTasks'], resources: ['*'], conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } } }),
  ];
  const added = statements.map((statement) => grantee.grantPrincipal.addToPrincipalPolicy(statement).statementAdded);
  if (added.includes(false)) {
    warn(scope, 'cdk-ecs-guardrails:importedPrincipal',
      `the principal ${grantee.grantPrincipal} is never edited: make sure that it allows ecs:ExecuteCommand, ecs:DescribeTasks and ecs:ListTasks in the cluster`);
  }
  const known = recordsOf(cluster);
  if (known) allowKey(grantee, known.encryptionKey?.keyArn);
  else whenRecorded(cluster, ({ encryptionKey }) => allowKey(grantee, encryptionKey?.keyArn));
}

/** The caller makes the key of the session. */
function allowKey({ grantPrincipal }: iam.IGrantable, keyArn: string | undefined): void {
  if (keyArn) grantPrincipal.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['kms:GenerateDataKey'], resources: [keyArn] }));
}
