import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { logFirelensRouter } from '../gotchas/log/log-firelens-router';
import { render } from '../gotchas/message';
import { containersOf } from '../tasks/containers-of';

/**
 * Message for a task that logs with `awsfirelens` and has no router of the app.
 *
 * The CDK adds one when it resolves the task definition: with an image that moves, a log group that never expires and more permissions than
 * the logs need. Parts may add the router after the task, so this runs at synthesis.
 */
export function missingRouter(at: string, taskDefinition: ecs.TaskDefinition): string[] {
  const containers = containersOf(taskDefinition);
  if (containers.some((container) => container instanceof ecs.FirelensLogRouter && !isOfCdk(container))) return [];
  return containers.filter(({ logDriverConfig }) => logDriverConfig?.logDriver === 'awsfirelens').map(({ containerName }) => render({
    headline: `containers[${containerName}].logDriver is awsfirelens, and the task has no log router`,
    gotcha: logFirelensRouter,
    at,
    property: `containers[${containerName}].logDriver`,
    why: 'The router that the CDK adds by itself has an image that moves and a log group that never expires.',
    fix: 'leave out logDriver and add the router with its destination: new FireLensLogs(this, \'Logs\', { task, destination: LogDestination.cloudWatch() })',
  }));
}

/** True for the router that the CDK adds by itself: its image is a parameter of Systems Manager. */
function isOfCdk({ node, imageName, logDriverConfig }: ecs.FirelensLogRouter): boolean {
  return node.id === 'log-router' && Token.isUnresolved(imageName) && logDriverConfig?.options?.['awslogs-stream-prefix'] === 'firelens';
}
