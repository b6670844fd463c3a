import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  secret.grantRead(taskDefinition.obtainExecutionRole());
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  const share = {
    FileSystemId: 'fs-0123456789abcdef0',
    RootDirectory: 'share',
    AuthorizationConfig: { CredentialsParameter: secret.secretArn, Domain: 'corp.example.com' },
  };
  resource.addPropertyOverride('Volumes', [{ Name: 'share', FSxWindowsFileServerVolumeConfiguration: share }]);
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  secret.grantRead(taskDefinition.obtainExecutionRole());
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('RuntimePlatform', { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' });
  const share = {
    FileSystemId: 'fs-0123456789abcdef0',
    RootDirectory: 'share',
    AuthorizationConfig: { CredentialsParameter: secret.secretArn, Domain: 'corp.example.com' },
  };
  resource.addPropertyOverride('Volumes', [{ Name: 'share', FSxWindowsFileServerVolumeConfiguration: share }]);
};
