export {
  EC2Client as Client,
  DescribeSubnetsCommand,
  DescribeRouteTablesCommand,
  DescribeVpcEndpointsCommand,
  DescribeSecurityGroupsCommand,
} from '@aws-sdk/client-ec2';
