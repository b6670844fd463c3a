export {
  SSMClient as Client,
  DescribeParametersCommand,
} from '@aws-sdk/client-ssm';
