import { DescribeServiceDeploymentsCommand, DescribeServiceRevisionsCommand, type ECSClient } from '@aws-sdk/client-ecs';
import type { HookEvent } from './event';

/**
 * Returns true if the deployment is a rollback.
 *
 * ECS marks its own rollbacks. Those of CloudFormation, and of users, are deployments like any other: they are recognized by the
 * task definition, which is an older revision of the family that is running.
 */
export async function isRollback(ecs: ECSClient, { resourceArn, executionDetails }: HookEvent): Promise<boolean> {
  const { serviceDeployments = [] } = await ecs.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [resourceArn] }));
  const [deployment] = serviceDeployments;
  if (deployment?.rollback || deployment?.status?.startsWith('ROLLBACK')) return true;
  const sources = (deployment?.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []);
  if (sources.length === 0) return false;
  const target = executionDetails.targetServiceRevisionArn;
  const { serviceRevisions = [] } = await ecs.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns: [target, ...sources] }));
  const revisionOf = (arn: string) => parse(serviceRevisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition);
  const wanted = revisionOf(target);
  return sources.map(revisionOf).some(({ family, revision }) => family === wanted.family && revision > wanted.revision);
}

/** …:task-definition/family:revision */
function parse(taskDefinition = ''): { family: string; revision: number } {
  const [family, revision] = taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1).split(':');
  return { family, revision: Number(revision) };
}
