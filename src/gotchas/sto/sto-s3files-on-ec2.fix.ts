import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService, S3FilesMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'PhotosTask');
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('Volumes', [{
    Name: 'photos',
    S3FilesVolumeConfiguration: { FileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1' },
  }]);
  new ecs.Ec2Service(stack, 'Photos', { cluster: ec2Cluster, taskDefinition });
};

export const plain: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'PhotosTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', { image, logging });
  (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('Volumes', [{
    Name: 'photos',
    S3FilesVolumeConfiguration: { FileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1' },
  }]);
  new ecs.FargateService(stack, 'Photos', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, web, bucket }) => {
  new S3FilesMount(stack, 'Photos', {
    task: web,
    fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'PhotosGroup', 'sg-0123456789abcdef0'),
    bucket,
    containerPath: '/srv/photos',
  });
};

export const refused: Fix = ({ stack, ec2Cluster, image, bucket }) => {
  const task = new Ec2WorkerService(stack, 'Worker', { cluster: ec2Cluster, image, memoryLimitMiB: 256 });
  new S3FilesMount(stack, 'Photos', {
    task,
    fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'PhotosGroup', 'sg-0123456789abcdef0'),
    bucket,
    containerPath: '/srv/photos',
  });
};
