export {
  ECRClient as Client,
  DescribeImagesCommand,
} from '@aws-sdk/client-ecr';
