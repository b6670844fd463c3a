import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token, Tokenization } from 'aws-cdk-lib/core';
import { taskOverrides } from './task-overrides';
import { subnetIdsOf, type TaskPlacement } from './task-placement';
import type { TaskStartOptions } from './task-run-options';

/** The command of the AWS command line that runs a task. */
export function runTaskCommand(
  { taskDefinition, mainContainer }: { readonly taskDefinition: ecs.TaskDefinition; readonly mainContainer: ecs.ContainerDefinition },
  placement: TaskPlacement,
  options: TaskStartOptions,
): string {
  const { cluster, network, platformVersion, strategy } = placement;
  const overrides = taskOverrides(options, mainContainer);
  return [
    'aws ecs run-task',
    `--region ${Stack.of(taskDefinition).region}`,
    `--cluster ${cluster.clusterName}`,
    `--task-definition ${taskDefinition.taskDefinitionArn}`,
    ...(strategy.length > 0 ? [`--capacity-provider-strategy ${strategy.map(strategyText).join(' ')}`] : ['--launch-type FARGATE']),
    ...(platformVersion ? [`--platform-version ${platformVersion}`] : []),
    ...(network ? [`--network-configuration "awsvpcConfiguration={subnets=[${subnetIdsOf(cluster, network).join(',')}],securityGroups=[${
      network.securityGroups.map((group) => group.securityGroupId).join(',')}],assignPublicIp=${network.assignPublicIp ? 'ENABLED' : 'DISABLED'}}"`] : []),
    '--propagate-tags TASK_DEFINITION',
    ...(options.taskCount === undefined ? [] : [`--count ${numberText(options.taskCount)}`]),
    ...(overrides ? [`--overrides ${quoted(JSON.stringify(overrides))}`] : []),
  ].join(' ');
}

function strategyText({ capacityProvider, base, weight }: ecs.CapacityProviderStrategy): string {
  return [
    `capacityProvider=${capacityProvider}`,
    ...(base === undefined ? [] : [`base=${numberText(base)}`]),
    ...(weight === undefined ? [] : [`weight=${numberText(weight)}`]),
  ].join(',');
}

function numberText(value: number): string {
  return Token.isUnresolved(value) ? Tokenization.stringifyNumber(value) : `${value}`;
}

/** One word for a POSIX shell, whatever it contains. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}
