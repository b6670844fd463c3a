export {
  EFSClient as Client,
  DescribeMountTargetsCommand,
} from '@aws-sdk/client-efs';
