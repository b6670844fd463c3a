import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

const LINUX = '{{resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id}}';

interface Run {
  readonly lines?: readonly unknown[];
  readonly container?: Properties;
  readonly task?: Properties;
  readonly launch?: Properties;
}

function runs(stack: Stack, { lines = [], container, task, launch }: Run): void {
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge', ...task }, { Memory: 512, ...container }).ref;
  const CapacityProvider = instances(stack, { launch: { ImageId: LINUX, UserData: userData(...lines), ...launch } });
  service(stack, { TaskDefinition, LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider, Weight: 1 }] });
}

/** A service on two groups, of which the second has other user data. */
function runsOnTwo(stack: Stack, { lines = [], container, task }: Run): void {
  const template = resource(stack, 'OtherLaunch', 'AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: LINUX, InstanceType: 't3.large', UserData: userData(...lines) } });
  const group = resource(stack, 'OtherGroup', 'AWS::AutoScaling::AutoScalingGroup', { LaunchTemplate: { LaunchTemplateId: template.ref, Version: '1' }, MinSize: '0', MaxSize: '3' });
  const other = resource(stack, 'OtherProvider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: group.ref } });
  runs(stack, { container, task });
  const [CapacityProvider, first] = [other.ref, (stack.node.findChild('Provider') as CfnResource).ref];
  (stack.node.findChild('Service') as CfnResource).addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: first, Weight: 1 }, { CapacityProvider, Weight: 1 }]);
}

function logs(LogDriver: unknown): Properties {
  return { LogConfiguration: { LogDriver, Options: {} } };
}

function volume(Driver: unknown): Properties {
  return { Volumes: [{ Name: 'data', DockerVolumeConfiguration: { Scope: 'shared', Autoprovision: true, Driver } }] };
}

function windows(script: string): Run {
  return {
    task: { NetworkMode: 'awsvpc', RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
    launch: { ImageId: parameterOfWindows, UserData: { 'Fn::Base64': `<powershell>\n${script}\n</powershell>` } },
  };
}

const parameterOfWindows = 'resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-ECS_Optimized/image_id';
const OFFERS = 'echo ECS_AVAILABLE_LOGGING_DRIVERS=\'["json-file","gelf"]\' >> /etc/ecs/ecs.config';

export const cases: readonly GotchaCase[] = [
  { name: 'the driver is not one of those by default', caught: true, app: (stack) => runs(stack, { container: logs('splunk') }) },
  { name: 'the user data leaves the driver out', caught: true, app: (stack) => runs(stack, { container: logs('awslogs'), lines: [OFFERS] }) },
  { name: 'nothing installs the plugin of a volume', caught: true, app: (stack) => runs(stack, { task: volume('rexray/ebs') }) },
  { name: 'Windows makes no network interfaces for tasks', caught: true, app: (stack) => runs(stack, windows('Initialize-ECSAgent -Cluster shop -EnableTaskIAMRole')) },
  {
    name: 'tasks of Windows have no network interfaces of their own',
    caught: false,
    app: (stack) => {
      const run = windows('Initialize-ECSAgent -Cluster shop -EnableTaskIAMRole');
      runs(stack, { ...run, task: { ...run.task, NetworkMode: 'default' } });
    },
  },
  { name: 'Windows makes network interfaces', caught: false, app: (stack) => runs(stack, windows('Initialize-ECSAgent -Cluster shop -EnableTaskENI')) },
  { name: 'the driver is one of those by default', caught: false, app: (stack) => runs(stack, { container: logs('fluentd') }) },
  { name: 'the user data offers the driver', caught: false, app: (stack) => runs(stack, { container: logs('gelf'), lines: [OFFERS] }) },
  { name: 'it offers the driver in a here document', caught: false, app: (stack) => runs(stack, { container: logs('gelf'), lines: ['cat <<EOF >> /etc/ecs/ecs.config', 'ECS_AVAILABLE_LOGGING_DRIVERS=["awslogs","gelf"]', 'EOF'] }) },
  { name: 'it offers the driver with escaped quotes', caught: false, app: (stack) => runs(stack, { container: logs('gelf'), lines: ['echo "ECS_AVAILABLE_LOGGING_DRIVERS=[\\"gelf\\",\\"awslogs\\"]" >> /etc/ecs/ecs.config'] }) },
  { name: 'neither of two groups offers the driver', caught: true, app: (stack) => runsOnTwo(stack, { container: logs('splunk') }) },
  { name: 'one of two groups offers the driver', caught: false, app: (stack) => runsOnTwo(stack, { container: logs('splunk'), lines: [OFFERS.replace('gelf', 'splunk')] }) },
  {
    name: 'one of two groups installs the plugin',
    caught: false,
    app: (stack) => runsOnTwo(stack, { task: volume('rexray/ebs'), lines: ['docker plugin install rexray/ebs --grant-all-permissions'] }),
  },
  { name: 'a router takes the logs', caught: false, app: (stack) => runs(stack, { container: logs('awsfirelens'), lines: [OFFERS] }) },
  { name: 'the user data installs the plugin', caught: false, app: (stack) => runs(stack, { task: volume('rexray/ebs'), lines: ['docker plugin install rexray/ebs --grant-all-permissions'] }) },
  { name: 'the volume is of Docker', caught: false, app: (stack) => runs(stack, { task: volume('local') }) },
  { name: 'an image of one\'s own may bring the plugin', caught: false, notChecked: true, app: (stack) => runs(stack, { task: volume('rexray/ebs'), launch: { ImageId: 'ami-0123456789abcdef0' } }) },
  { name: 'a parameter decides the driver', caught: false, notChecked: true, app: (stack) => runs(stack, { container: logs(parameter(stack)) }) },
  { name: 'a parameter is part of the user data', caught: false, notChecked: true, app: (stack) => runs(stack, { container: logs('splunk'), lines: [parameter(stack)] }) },
];
