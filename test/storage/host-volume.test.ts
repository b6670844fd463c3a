import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { Ec2WorkerService, EcsTask, FargateWorkerService, HostVolume, type HostVolumeProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testStack, testVpc, tokens } from '../support/stacks';

function worker(stack: Stack): Ec2WorkerService {
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'ec2', vpc: testVpc(stack), hasEc2Capacity: true });
  return new Ec2WorkerService(stack, 'Worker', { cluster, image: IMAGE, memoryLimitMiB: 64 });
}

describe.each(FLAG_SETS)('HostVolume with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new HostVolume(stack, 'Logs', { task: worker(stack), hostPath: '/var/log', containerPath: '/host/var/log', readOnly: true });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('is a directory of the instance', () => {
  const stack = testStack();
  new HostVolume(stack, 'Logs', { task: worker(stack), hostPath: '/var/log', containerPath: '/host/var/log', readOnly: true });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    Volumes: [{ Name: 'Logs', Host: { SourcePath: '/var/log' } }],
    ContainerDefinitions: [Match.objectLike({ MountPoints: [{ SourceVolume: 'Logs', ContainerPath: '/host/var/log', ReadOnly: true }] })],
  });
});

test('does not check tokens', () => {
  const stack = testStack();
  new HostVolume(stack, 'Logs', { task: worker(stack), hostPath: tokens(stack).text, containerPath: '/logs' });
  templateWithoutTokens(stack);
});

describe('on Windows', () => {
  const onWindows = (stack: Stack) => {
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Windows');
    taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
    (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
    return EcsTask.fromTaskDefinition(taskDefinition);
  };

  test('paths have a drive', () => {
    const stack = testStack();
    new HostVolume(stack, 'Logs', { task: onWindows(stack), hostPath: 'c:\\logs', containerPath: 'D:\\logs' });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
      Volumes: [{ Name: 'Logs', Host: { SourcePath: 'c:\\logs' } }],
      ContainerDefinitions: [Match.objectLike({ MountPoints: [{ SourceVolume: 'Logs', ContainerPath: 'D:\\logs', ReadOnly: false }] })],
    });
  });

  test.each([
    [{ hostPath: '/var/log' }, "hostPath is '/var/log', it must be an absolute path of the instance"],
    [{ hostPath: 'C:logs' }, "hostPath is 'C:logs'"],
    [{ hostPath: 'xC:\\logs' }, "hostPath is 'xC:\\logs'"],
    [{ containerPath: '/logs' }, "containerPath is '/logs', it must be an absolute path of Windows: C:\\data"],
    [{ containerPath: 'C:\\lo|gs' }, "containerPath is 'C:\\lo|gs'"],
    [{ containerPath: '1:\\logs' }, "containerPath is '1:\\logs'"],
    [{ containerPath: 'xC:\\logs' }, "containerPath is 'xC:\\logs'"],
  ])('%j is refused', (props, words) => {
    const stack = testStack();
    const task = onWindows(stack);
    const message = refusalOf(stack, 'Logs', (scope, id) => new HostVolume(scope, id, { task, hostPath: 'C:\\logs', containerPath: 'D:\\logs', ...props }));
    expect(message).toContain(words);
  });
});

describe('HostVolume fails when', () => {
  test.each<[string, Partial<HostVolumeProps>, string]>([
    ['the path of the instance is relative', { hostPath: 'var/log' }, "hostPath is 'var/log'"],
    ['there is no path of the instance', { hostPath: undefined }, 'hostPath is left out'],
    ['the path of the container is relative', { containerPath: 'logs' }, "containerPath is 'logs'"],
  ])('%s', (_, props, message) => {
    const stack = testStack();
    const task = worker(stack);
    expect(refusalOf(stack, 'Logs', (scope, id) => new HostVolume(scope, id, { task, hostPath: '/var/log', containerPath: '/logs', ...props }))).toContain(message);
  });

  test('the task runs on Fargate', () => {
    const stack = testStack();
    const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc: testVpc(stack) });
    const plain = new ecs.FargateTaskDefinition(stack, 'Task');
    plain.addContainer('app', { image: IMAGE });
    for (const task of [new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE }), EcsTask.fromTaskDefinition(plain)]) {
      expect(refusalOf(stack, 'Logs', (scope, id) => new HostVolume(scope, id, { task, hostPath: '/var/log', containerPath: '/logs' }))).toContain('[sto-fargate-volume-kinds]');
    }
  });
});
