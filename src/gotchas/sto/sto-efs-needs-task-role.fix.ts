import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { EfsMount } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, fileSystem }) => {
  new ecs.CfnTaskDefinition(stack, 'ShopTask', {
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [{
      name: 'app',
      image: 'public.ecr.aws/nginx/nginx:1.27',
      mountPoints: [{ sourceVolume: 'uploads', containerPath: '/uploads' }],
    }],
    volumes: [{
      name: 'uploads',
      efsVolumeConfiguration: {
        filesystemId: fileSystem.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' },
      },
    }],
  });
};

export const plain: Fix = ({ taskDefinition, fileSystem }) => {
  taskDefinition.addVolume({
    name: 'uploads',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { iam: 'ENABLED' },
    },
  });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    resources: [fileSystem.fileSystemArn],
  }));
};

export const guarded: Fix = ({ stack, web, fileSystem }) => {
  new EfsMount(stack, 'Uploads', {
    task: web,
    fileSystem,
    containerPath: '/uploads',
    posixUser: { uid: 1000, gid: 1000 },
  });
};
