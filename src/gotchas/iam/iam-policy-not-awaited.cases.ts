import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly type?: string;
  readonly attached?: (role: CfnResource) => Readonly<Record<string, unknown>>;
  readonly roleProperty?: string;
}

function started(stack: Stack, { type = 'AWS::IAM::Policy', attached = (to) => ({ Roles: [to.ref] }), roleProperty = 'ExecutionRoleArn' }: Situation = {}): Readonly<Record<'policy' | 'service', CfnResource>> {
  const own = role(stack);
  const policy = resource(stack, 'Policy', type, { PolicyName: 'pull', PolicyDocument: { Statement: [] }, ...attached(own) });
  return { policy, service: service(stack, { TaskDefinition: fargateTask(stack, { [roleProperty]: own.getAtt('Arn') }).ref }) };
}

function plain(stack: Stack): FargateService {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromEcrRepository(new Repository(stack, 'Images'), '1.0') });
  return new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }), taskDefinition, circuitBreaker: { rollback: true } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a policy of the execution role', caught: true, app: (stack) => void started(stack) },
  { name: 'a policy of the task role', caught: true, app: (stack) => void started(stack, { roleProperty: 'TaskRoleArn' }) },
  { name: 'a role policy', caught: true, app: (stack) => void started(stack, { type: 'AWS::IAM::RolePolicy', attached: (to) => ({ RoleName: to.ref }) }) },
  { name: 'a managed policy that names the role', caught: true, app: (stack) => void started(stack, { type: 'AWS::IAM::ManagedPolicy' }) },
  { name: 'a service of the CDK with an image in ECR', caught: true, app: (stack) => void plain(stack) },
  {
    name: 'the service depends on the policy',
    caught: false,
    app: (stack) => {
      const { policy, service: own } = started(stack);
      own.node.addDependency(policy);
    },
  },
  {
    name: 'a service of the CDK depends on the execution role',
    caught: false,
    app: (stack) => {
      const own = plain(stack);
      own.node.addDependency(own.taskDefinition.executionRole!);
    },
  },
  {
    name: 'the role has the policy in itself',
    caught: false,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { ExecutionRoleArn: role(stack, { Effect: 'Allow', Action: 'ecr:*', Resource: '*' }).getAtt('Arn') }).ref }),
  },
  {
    name: 'there is no circuit breaker',
    caught: false,
    app: (stack) => started(stack).service.addPropertyDeletionOverride('DeploymentConfiguration.DeploymentCircuitBreaker'),
  },
  {
    name: 'the policy names the service',
    caught: false,
    app: (stack) => {
      const { policy, service: own } = started(stack);
      policy.addPropertyOverride('PolicyDocument', { Statement: [{ Effect: 'Allow', Action: 'ecs:UpdateService', Resource: own.ref }] });
    },
  },
];
