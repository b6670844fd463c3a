import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { S3FilesMount } from '../../index';
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

export const guarded: Fix = ({ stack, web, bucket }) => {
  new S3FilesMount(stack, 'Photos', {
    task: web,
    fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0',
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'PhotosGroup', 'sg-0123456789abcdef0'),
    bucket,
    containerPath: '/photos',
  });
};
