export {
  ECRClient as Client,
  BatchGetImageCommand,
  DescribeImagesCommand,
} from '@aws-sdk/client-ecr';
