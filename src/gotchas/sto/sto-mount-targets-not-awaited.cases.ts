import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { FileSystem } from 'aws-cdk-lib/aws-efs';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Started {
  readonly target: CfnResource;
  readonly task: CfnResource;
  readonly service: CfnResource;
}

function started(stack: Stack): Started {
  const files = resource(stack, 'Files', 'AWS::EFS::FileSystem', {});
  const target = resource(stack, 'Target', 'AWS::EFS::MountTarget', { FileSystemId: files.ref, SubnetId: 'subnet-1', SecurityGroups: ['sg-1'] });
  const task = fargateTask(stack, { Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: files.ref } }] });
  return { target, task, service: service(stack, { TaskDefinition: task.ref }) };
}

function ofCdk(stack: Stack, waits: boolean): void {
  const vpc = new Vpc(stack, 'Vpc');
  const files = new FileSystem(stack, 'Files', { vpc });
  const taskDefinition = new FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: files.fileSystemId } }] });
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
  const own = new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc }), taskDefinition, circuitBreaker: { rollback: true } });
  if (waits) own.node.addDependency(files.mountTargetsAvailable);
}

export const cases: readonly GotchaCase[] = [
  { name: 'nothing refers to the mount target', caught: true, app: (stack) => void started(stack) },
  { name: 'a service of the CDK with a file system', caught: true, app: (stack) => ofCdk(stack, false) },
  {
    name: 'the service depends on it',
    caught: false,
    app: (stack) => {
      const { target, service: own } = started(stack);
      own.node.addDependency(target);
    },
  },
  {
    name: 'the task definition depends on it',
    caught: false,
    app: (stack) => {
      const { target, task } = started(stack);
      task.node.addDependency(target);
    },
  },
  { name: 'a service of the CDK waits for all of them', caught: false, app: (stack) => ofCdk(stack, true) },
  {
    name: 'there is no circuit breaker',
    caught: false,
    app: (stack) => started(stack).service.addPropertyDeletionOverride('DeploymentConfiguration.DeploymentCircuitBreaker'),
  },
  { name: 'there is no file system', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
];
