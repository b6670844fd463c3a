import { table } from '../facts/table';

const PULL = ['ecr:GetAuthorizationToken', 'ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
const WRITE_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * Actions that managed policies of AWS allow, of those that tasks often have. A policy that isn't listed may allow anything.
 *
 * Broad policies are listed with the actions that the catalogue checks, in patterns that are never too narrow.
 */
export const MANAGED_POLICIES: Readonly<Record<string, readonly string[]>> = table({
  'service-role/AmazonECSTaskExecutionRolePolicy': [...PULL, ...WRITE_LOGS],
  'service-role/AmazonEC2ContainerServiceforEC2Role': ['ecs:*', 'ec2:DescribeTags', ...PULL, ...WRITE_LOGS],
  'service-role/AmazonECSInfrastructureRolePolicyForVolumes': ['ec2:*'],
  'AmazonECSInfrastructureRolePolicyForManagedInstances': ['ec2:*', 'iam:*'],
  'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices': ['elasticloadbalancing:*', 'application-autoscaling:*', 'acm:*', 'ec2:*', 'cloudwatch:*', 'logs:*'],
  'AmazonECSInfrastructureRolePolicyForLoadBalancers': ['Describe*', 'Modify*', 'Register*', 'Deregister*'].map((action) => `elasticloadbalancing:${action}`),
  'AmazonECSInfrastructureRolePolicyForVpcLattice': ['vpc-lattice:*', 'ec2:Describe*'],
  'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity': ['acm-pca:*', 'secretsmanager:*'],
  'AWSCodeDeployRoleForECS': ['ecs:*', 'elasticloadbalancing:*', 'lambda:InvokeFunction', 'cloudwatch:DescribeAlarms', 'sns:Publish', 's3:*', 'iam:PassRole'],
  'AWSCodeDeployRoleForECSLimited': ['ecs:*', 'elasticloadbalancing:*', 'lambda:InvokeFunction', 'cloudwatch:DescribeAlarms', 'sns:Publish', 's3:*', 'iam:PassRole'],
  'service-role/AWSCodeDeployRole': ['autoscaling:*', 'ec2:*', 'tag:*', 'sns:Publish', 'cloudwatch:*', 'elasticloadbalancing:*'],
  'service-role/AWSCodeDeployRoleForLambda': ['cloudwatch:DescribeAlarms', 'lambda:*', 'sns:Publish', 's3:*'],
  'AmazonEC2ContainerRegistryReadOnly': ['ecr:*', 'inspector2:*'],
  'AmazonEC2ContainerRegistryPullOnly': ['ecr:*'],
  'AmazonEC2ContainerRegistryPowerUser': ['ecr:*'],
  'AmazonEC2ContainerRegistryFullAccess': ['ecr:*', 'cloudtrail:LookupEvents', 'iam:CreateServiceLinkedRole'],
  'AdministratorAccess': ['*'],
  'CloudWatchLogsFullAccess': ['logs:*', 'cloudwatch:*'],
  'CloudWatchAgentServerPolicy': ['logs:*', 'cloudwatch:*', 'ec2:Describe*', 'xray:*', 'ssm:GetParameter'],
  'AmazonSSMManagedInstanceCore': ['ssm:*', 'ssmmessages:*', 'ec2messages:*'],
  'AmazonSSMPatchAssociation': ['ssm:*'],
  'AmazonSSMReadOnlyAccess': ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'],
  'AmazonSSMFullAccess': ['ssm:*', 'ssmmessages:*', 'ec2messages:*', 'cloudwatch:PutMetricData', 'ds:*', 'logs:*', 'ec2:DescribeInstanceStatus'],
  'AmazonDynamoDBFullAccess': ['dynamodb:*', 'dax:*', 'application-autoscaling:*', 'cloudwatch:*', 'sns:*', 'kms:Describe*', 'kms:List*'],
  'AmazonSQSFullAccess': ['sqs:*'],
  'AmazonSNSFullAccess': ['sns:*'],
  'AmazonS3ReadOnlyAccess': ['s3:*', 's3-object-lambda:*'],
  'AmazonS3FullAccess': ['s3:*', 's3-object-lambda:*'],
  'AWSXRayDaemonWriteAccess': ['xray:*'],
  'AWSXrayWriteOnlyAccess': ['xray:*'],
});
