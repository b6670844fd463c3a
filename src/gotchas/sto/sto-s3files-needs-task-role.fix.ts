import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition }) => {
  const fileSystemArn = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('Volumes', [{
    Name: 'photos',
    S3FilesVolumeConfiguration: { FileSystemArn: fileSystemArn },
  }]);
  resource.addPropertyDeletionOverride('TaskRoleArn');
  taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'photos',
    containerPath: '/photos',
    readOnly: false,
  });
};

export const plain: Fix = ({ taskDefinition }) => {
  const fileSystemArn = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('Volumes', [{
    Name: 'photos',
    S3FilesVolumeConfiguration: { FileSystemArn: fileSystemArn },
  }]);
  taskDefinition.defaultContainer?.addMountPoints({
    sourceVolume: 'photos',
    containerPath: '/photos',
    readOnly: false,
  });
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['s3files:ClientMount', 's3files:ClientWrite'],
    resources: [fileSystemArn],
  }));
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const fileSystemArn = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  taskRoles.allow('app', { actions: ['s3files:ClientMount', 's3files:ClientWrite'], resources: [fileSystemArn] });
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image, taskRoles });
  const resource = worker.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('Volumes', [{
    Name: 'photos',
    S3FilesVolumeConfiguration: { FileSystemArn: fileSystemArn },
  }]);
  worker.mainContainer.addMountPoints({ sourceVolume: 'photos', containerPath: '/photos', readOnly: false });
};
