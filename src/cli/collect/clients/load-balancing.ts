export {
  ElasticLoadBalancingV2Client as Client,
  DescribeTargetGroupsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  DescribeLoadBalancersCommand,
  DescribeListenersCommand,
  DescribeListenerCertificatesCommand,
  DescribeRulesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
