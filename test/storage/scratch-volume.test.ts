import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { EcsTask, FargateWorkerService, ScratchVolume } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, sidecars: [{ containerName: 'helper', image: IMAGE }] });
}

describe.each(FLAG_SETS)('ScratchVolume with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new ScratchVolume(stack, 'Work', { task: worker(stack), containerPath: '/var/work' });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('is an empty directory that containers of the task share', () => {
  const stack = testStack();
  const work = new ScratchVolume(stack, 'Work', { task: worker(stack), containerPath: '/var/work' });
  work.alsoMount({ containerName: 'helper', containerPath: '/in', readOnly: true });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    Volumes: [{ Name: 'Work' }],
    ContainerDefinitions: [
      Match.objectLike({ Name: 'app', MountPoints: [{ SourceVolume: 'Work', ContainerPath: '/var/work', ReadOnly: false }] }),
      Match.objectLike({ Name: 'helper', MountPoints: [{ SourceVolume: 'Work', ContainerPath: '/in', ReadOnly: true }] }),
    ],
  });
});

test('has a name that no other volume of the task has', () => {
  const stack = testStack();
  const task = worker(stack);
  task.taskDefinition.addVolume({ name: 'Work' });
  const names = [new ScratchVolume(stack, 'Work', { task, containerPath: '/a' }), new ScratchVolume(stack, 'No name: of ECS', { task, containerPath: '/b' })]
    .map(({ volumeName }) => volumeName);
  expect(names).toEqual([expect.stringMatching(/^[\w-]+$/), expect.stringMatching(/^[\w-]+$/)]);
  expect(new Set([...names, 'Work']).size).toBe(3);
});

test('is for a task definition of the CDK, without a security group', () => {
  const stack = testStack();
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
  new ScratchVolume(stack, 'Work', { task: EcsTask.fromTaskDefinition(taskDefinition), containerPath: '/work' });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { Volumes: [{ Name: 'Work' }] });
});

test('does not check tokens', () => {
  const stack = testStack();
  new ScratchVolume(stack, 'Work', { task: worker(stack), containerPath: tokens(stack).text });
  templateWithoutTokens(stack);
});

test('fails when the path is taken, also by a second mount of it', () => {
  const stack = testStack();
  const task = worker(stack);
  const work = new ScratchVolume(stack, 'Work', { task, containerPath: '/work' });
  expect(refusalOf(stack, 'Other', (scope, id) => new ScratchVolume(scope, id, { task, containerPath: '/work/' }))).toContain('mounts another volume');
  expect(messageOf(() => work.alsoMount({ containerPath: '/work' }))).toContain('mounts another volume');
});

test('fails when a task definition has no container', () => {
  const taskDefinition = new ecs.FargateTaskDefinition(testStack(), 'Task');
  expect(messageOf(() => EcsTask.fromTaskDefinition(taskDefinition))).toContain('has no essential container');
});
