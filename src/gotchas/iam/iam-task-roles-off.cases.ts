import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

function runs(stack: Stack, line: string, task: Readonly<Record<string, unknown>> = {}): void {
  const properties = { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge', TaskRoleArn: role(stack).getAtt('Arn'), ...task };
  const TaskDefinition = fargateTask(stack, properties, { Memory: 512 }).ref;
  const CapacityProvider = instances(stack, { launch: { UserData: userData(line) } });
  service(stack, { TaskDefinition, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }] });
}

const OFF = 'echo ECS_ENABLE_TASK_IAM_ROLE=false >> /etc/ecs/ecs.config';

const LISTS = { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' };
const WINDOWS = { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }, NetworkMode: undefined };

/** Instances of Windows, which start their agent by a script. */
function runsOnWindows(stack: Stack, script: unknown, statements: ReadonlyArray<Readonly<Record<string, unknown>>> = [LISTS]): void {
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'], TaskRoleArn: role(stack, ...statements).getAtt('Arn'), ...WINDOWS }, { Memory: 512 }).ref;
  const CapacityProvider = instances(stack, { launch: { UserData: { 'Fn::Base64': script } } });
  service(stack, { TaskDefinition, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'task roles are off', caught: true, app: (stack) => runs(stack, OFF) },
  { name: 'task roles are off in the network of the host', caught: true, app: (stack) => runs(stack, OFF.replace('ROLE=', 'ROLE_NETWORK_HOST='), { NetworkMode: 'host' }) },
  { name: 'Windows does not turn them on', caught: true, consequence: 'misbehaves', app: (stack) => runsOnWindows(stack, '<powershell>\nImport-Module ECSTools\nInitialize-ECSAgent -Cluster shop\n</powershell>') },
  { name: 'the role allows nothing', caught: false, app: (stack) => runsOnWindows(stack, '<powershell>\nInitialize-ECSAgent -Cluster shop\n</powershell>', []) },
  { name: 'Windows turns them on', caught: false, app: (stack) => runsOnWindows(stack, '<powershell>\nInitialize-ECSAgent `\n  -Cluster shop `\n  -EnableTaskIAMRole\n</powershell>') },
  {
    name: 'Windows turns them on by a variable',
    caught: false,
    app: (stack) => runsOnWindows(stack, '<powershell>\n[Environment]::SetEnvironmentVariable("ECS_ENABLE_TASK_IAM_ROLE", "true", "Machine")\nInitialize-ECSAgent -Cluster shop\n</powershell>'),
  },
  { name: 'Windows has the switches in a variable', caught: false, notChecked: true, app: (stack) => runsOnWindows(stack, '<powershell>\nInitialize-ECSAgent @arguments\n</powershell>') },
  { name: 'the task has no role', caught: false, app: (stack) => runs(stack, OFF, { TaskRoleArn: undefined }) },
  { name: 'task roles are on', caught: false, app: (stack) => runs(stack, OFF.replace('false', 'true')) },
  { name: 'the user data does not mention them', caught: false, app: (stack) => runs(stack, 'yum update -y') },
  { name: 'they are off in the network of the host alone', caught: false, app: (stack) => runs(stack, OFF.replace('ROLE=', 'ROLE_NETWORK_HOST=')) },
  { name: 'a parameter is part of the user data', caught: false, notChecked: true, app: (stack) => runs(stack, parameter(stack)) },
];
