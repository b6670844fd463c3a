import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, LogDriver } from 'aws-cdk-lib/aws-ecs';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly type?: string;
  readonly attached?: (role: CfnResource) => Readonly<Record<string, unknown>>;
  readonly roleProperty?: string;
  readonly waitsFor?: 'key' | 'nothing';
}

/** A policy that waits for a key, and a service that does not. */
function started(stack: Stack, {
  type = 'AWS::IAM::Policy', attached = (to) => ({ Roles: [to.ref] }), roleProperty = 'ExecutionRoleArn', waitsFor = 'key',
}: Situation = {}): Readonly<Record<'policy' | 'service' | 'key', CfnResource>> {
  const own = role(stack);
  const key = resource(stack, 'Key', 'AWS::KMS::Key', {});
  const statements = waitsFor === 'key' ? [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key.getAtt('Arn') }] : [];
  const policy = resource(stack, 'Policy', type, { PolicyName: 'pull', PolicyDocument: { Statement: statements }, ...attached(own) });
  return { policy, key, service: service(stack, { TaskDefinition: fargateTask(stack, { [roleProperty]: own.getAtt('Arn') }).ref }) };
}

function balancer(stack: Stack): CfnResource {
  return resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: ['subnet-a', 'subnet-b'] });
}

/** A service of the CDK whose tasks may use a key. */
function plain(stack: Stack, grant: (taskDefinition: FargateTaskDefinition, key: Key) => void): FargateService {
  const taskDefinition = new FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ContainerImage.fromEcrRepository(new Repository(stack, 'Images'), '1.0'), logging: LogDriver.awsLogs({ streamPrefix: 'app' }) });
  grant(taskDefinition, new Key(stack, 'Key'));
  return new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }), taskDefinition, circuitBreaker: { rollback: true } });
}

function decryptsAtStart(taskDefinition: FargateTaskDefinition, key: Key): void {
  taskDefinition.addToExecutionRolePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'a policy of the execution role', caught: true, app: (stack) => void started(stack) },
  { name: 'a policy of the task role', caught: true, app: (stack) => void started(stack, { roleProperty: 'TaskRoleArn' }) },
  { name: 'a role policy', caught: true, app: (stack) => void started(stack, { type: 'AWS::IAM::RolePolicy', attached: (to) => ({ RoleName: to.ref }) }) },
  { name: 'a managed policy that names the role', caught: true, app: (stack) => void started(stack, { type: 'AWS::IAM::ManagedPolicy' }) },
  {
    name: 'a policy that waits by DependsOn',
    caught: true,
    app: (stack) => {
      const { policy, key } = started(stack, { waitsFor: 'nothing' });
      policy.addPropertyOverride('PolicyName', 'late');
      policy.node.addDependency(key);
    },
  },
  { name: 'the execution role of a service of the CDK may use a key', caught: true, app: (stack) => void plain(stack, decryptsAtStart) },
  {
    name: 'a service of the CDK with an image in ECR and logs',
    caught: true,
    app: (stack) => void plain(stack, () => undefined),
  },
  {
    name: 'the task role of a service of the CDK, which waits for it, may use a key',
    caught: false,
    app: (stack) => {
      const own = plain(stack, (taskDefinition, key) => key.grantDecrypt(taskDefinition.taskRole));
      own.node.addDependency(own.taskDefinition.executionRole!);
    },
  },
  { name: 'a policy that waits for its role only', caught: true, app: (stack) => void started(stack, { waitsFor: 'nothing' }) },
  {
    name: 'the service waits for the same',
    caught: true,
    app: (stack) => {
      const { key, service: own } = started(stack);
      own.node.addDependency(key);
    },
  },
  {
    name: 'the service waits for a load balancer, and the policy for a key',
    caught: true,
    app: (stack) => started(stack).service.node.addDependency(balancer(stack)),
  },
  {
    name: 'the service waits for a load balancer and the same key',
    caught: false,
    app: (stack) => {
      const { key, service: own } = started(stack);
      own.node.addDependency(key, balancer(stack));
    },
  },
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
      const own = plain(stack, decryptsAtStart);
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
