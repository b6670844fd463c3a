import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { RemovalPolicies, Stack, Tags, type CfnResource } from 'aws-cdk-lib/core';
import { EcsTask, EcsWorkload, FargateWorkerService, OneOffTask, type IEcsTask } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const TYPES: Readonly<Record<string, string>> = { service: 'AWS::ECS::Service', task: 'AWS::ECS::TaskDefinition' };

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

function job(stack: Stack): OneOffTask {
  return new OneOffTask(stack, 'Job', { cluster: testCluster(stack), image: IMAGE });
}

function plainDefinition(stack: Stack): ecs.TaskDefinition {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  return taskDefinition;
}

test.each([['service', worker], ['task', job]] as const)('the default child of a %s is its resource', (kind, define) => {
  const { node } = define(testStack());
  expect((node.defaultChild as CfnResource).cfnResourceType).toBe(TYPES[kind]);
});

test('a service of the CDK has its own place in the tree as a workload', () => {
  const stack = testStack();
  const service = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition: plainDefinition(stack), minHealthyPercent: 100 });
  const workload = EcsWorkload.fromService(service);
  expect(workload.node).toBe(service.node);
  expect(Stack.of(workload)).toBe(stack);
  expect(EcsTask.fromTaskDefinition(service.taskDefinition).node).toBe(service.taskDefinition.node);
});

test.each<[string, (stack: Stack) => IEcsTask]>([['a service', worker], ['a task that runs once', job]])('%s takes tags and removal policies', (_, define) => {
  const stack = testStack();
  const task = define(stack);
  Tags.of(task).add('team', 'shop');
  RemovalPolicies.of(task).destroy();
  Template.fromStack(stack).hasResourceProperties(TYPES.task, { Tags: Match.arrayWith([{ Key: 'team', Value: 'shop' }]) });
});

test('metrics of a service are those of ECS', () => {
  const service = worker(testStack());
  expect(service.metricCpuUtilization()).toMatchObject({ namespace: 'AWS/ECS', metricName: 'CPUUtilization', statistic: 'Average' });
  expect(service.metricMemoryUtilization({ statistic: 'Maximum' })).toMatchObject({ metricName: 'MemoryUtilization', statistic: 'Maximum' });
});

test('grantRun allows to run the task, to pass both of its roles and to tag it', () => {
  const stack = testStack();
  const role = new iam.Role(stack, 'Runner', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const task = job(stack);
  task.grantRun(role);
  const { roleArn, executionRoleArn } = { roleArn: task.taskRoles.taskRole.roleArn, executionRoleArn: task.taskRoles.executionRole.roleArn };
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: Match.objectLike({
      Statement: [
        Match.objectLike({ Action: 'iam:PassRole', Resource: [stack.resolve(roleArn), stack.resolve(executionRoleArn)] }),
        Match.objectLike({ Action: 'ecs:RunTask', Resource: stack.resolve(task.taskDefinition.taskDefinitionArn) }),
        Match.objectLike({ Action: 'ecs:TagResource', Condition: { StringEquals: { 'ecs:CreateAction': 'RunTask' } } }),
      ],
    }),
    Roles: [stack.resolve(role.roleName)],
  });
});
