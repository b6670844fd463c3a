import type * as acm from '@aws-sdk/client-acm';
import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type * as groups from '@aws-sdk/client-auto-scaling';
import type * as stacks from '@aws-sdk/client-cloudformation';
import type * as cloudwatch from '@aws-sdk/client-cloudwatch';
import type * as logs from '@aws-sdk/client-cloudwatch-logs';
import type * as codeDeploy from '@aws-sdk/client-codedeploy';
import type * as ec2 from '@aws-sdk/client-ec2';
import type * as ecr from '@aws-sdk/client-ecr';
import type * as ecs from '@aws-sdk/client-ecs';
import type * as efs from '@aws-sdk/client-efs';
import type * as elb from '@aws-sdk/client-elastic-load-balancing-v2';
import type * as events from '@aws-sdk/client-eventbridge';
import type * as iam from '@aws-sdk/client-iam';
import type * as scheduler from '@aws-sdk/client-scheduler';
import type * as secrets from '@aws-sdk/client-secrets-manager';
import type * as discovery from '@aws-sdk/client-servicediscovery';
import type * as states from '@aws-sdk/client-sfn';
import type * as sqs from '@aws-sdk/client-sqs';
import type * as ssm from '@aws-sdk/client-ssm';
import { callsOf, type Paging } from './call';

const acmCall = callsOf({ client: 'ACM', prefix: 'acm', bucket: 'ACM describe' });
const ecsCall = callsOf({ client: 'ECS', prefix: 'ecs', bucket: 'ECS service read' });
const elbCall = callsOf({ client: 'Elastic Load Balancing', prefix: 'elasticloadbalancing', bucket: 'ELB describe' });
const scalingCall = callsOf({ client: 'Application Auto Scaling', prefix: 'application-autoscaling', bucket: 'Application Auto Scaling' });
const stacksCall = callsOf({ client: 'CloudFormation', prefix: 'cloudformation', bucket: 'CloudFormation describe' });
const cloudWatchCall = callsOf({ client: 'CloudWatch', prefix: 'cloudwatch', bucket: 'CloudWatch alarms' });
const logsCall = callsOf({ client: 'CloudWatch Logs', prefix: 'logs', bucket: 'CloudWatch Logs groups' });
const codeDeployCall = callsOf({ client: 'CodeDeploy', prefix: 'codedeploy', bucket: 'CodeDeploy' });
const discoveryCall = callsOf({ client: 'Cloud Map', prefix: 'servicediscovery', bucket: 'Cloud Map' });
const groupCall = callsOf({ client: 'EC2 Auto Scaling', prefix: 'autoscaling', bucket: 'EC2 Auto Scaling' });
const ec2Call = callsOf({ client: 'EC2', prefix: 'ec2', bucket: 'EC2 describe' });
const ecrCall = callsOf({ client: 'ECR', prefix: 'ecr', bucket: 'ECR describe' });
const efsCall = callsOf({ client: 'EFS', prefix: 'elasticfilesystem', bucket: 'EFS describe' });
const secretsCall = callsOf({ client: 'Secrets Manager', prefix: 'secretsmanager', bucket: 'Secrets Manager describe' });
const eventsCall = callsOf({ client: 'EventBridge', prefix: 'events', bucket: 'EventBridge rules' });
const iamCall = callsOf({ client: 'IAM', prefix: 'iam', bucket: 'IAM read' });
const schedulerCall = callsOf({ client: 'EventBridge Scheduler', prefix: 'scheduler', bucket: 'EventBridge Scheduler' });
const sqsCall = callsOf({ client: 'SQS', prefix: 'sqs', bucket: 'SQS queues' });
const statesCall = callsOf({ client: 'Step Functions', prefix: 'states', bucket: 'Step Functions describe' });
const ssmCall = callsOf({ client: 'Systems Manager', prefix: 'ssm', bucket: 'Systems Manager describe' });

/** ECS hands out ten at a time unless it is asked for more. */
const ECS_PAGES: Paging = { size: ['maxResults', 100], token: 'nextToken', next: 'nextToken' };
const TOKEN_PAGES: Paging = { token: 'nextToken', next: 'nextToken' };
const scalingPages = (highest: number): Paging => ({ size: ['MaxResults', highest], token: 'NextToken', next: 'NextToken' });
const ec2Pages = (highest: number): Paging => ({ size: ['MaxResults', highest], token: 'NextToken', next: 'NextToken' });
const ELB_PAGES: Paging = { size: ['PageSize', 400], token: 'Marker', next: 'NextMarker' };

/** Every call that the doctor makes. All of them only read, and none of them reads the value of a secret. */
export const CALLS = {
  listClusters: ecsCall<ecs.ListClustersRequest, ecs.ListClustersResponse>('ListClusters', { bucket: 'ECS cluster read', depth: 'quick', paging: ECS_PAGES }),
  describeClusters: ecsCall<ecs.DescribeClustersRequest, ecs.DescribeClustersResponse>('DescribeClusters', { bucket: 'ECS cluster read', depth: 'quick', batch: 100 }),
  listServices: ecsCall<ecs.ListServicesRequest, ecs.ListServicesResponse>('ListServices', { depth: 'quick', paging: ECS_PAGES }),
  describeServices: ecsCall<ecs.DescribeServicesRequest, ecs.DescribeServicesResponse>('DescribeServices', { depth: 'quick', batch: 10 }),
  listTasks: ecsCall<ecs.ListTasksRequest, ecs.ListTasksResponse>('ListTasks', { bucket: 'ECS cluster resource read', depth: 'quick', paging: ECS_PAGES }),
  describeTasks: ecsCall<ecs.DescribeTasksRequest, ecs.DescribeTasksResponse>('DescribeTasks', { bucket: 'ECS cluster resource read', depth: 'quick', batch: 100 }),
  describeScalableTargets: scalingCall<scaling.DescribeScalableTargetsRequest, scaling.DescribeScalableTargetsResponse>('DescribeScalableTargets', { depth: 'quick', batch: 50, paging: scalingPages(50) }),

  describeTaskDefinition: ecsCall<ecs.DescribeTaskDefinitionRequest, ecs.DescribeTaskDefinitionResponse>('DescribeTaskDefinition', { bucket: 'ECS task definition read' }),
  listContainerInstances: ecsCall<ecs.ListContainerInstancesRequest, ecs.ListContainerInstancesResponse>('ListContainerInstances', { bucket: 'ECS cluster resource read', paging: ECS_PAGES }),
  describeContainerInstances: ecsCall<ecs.DescribeContainerInstancesRequest, ecs.DescribeContainerInstancesResponse>('DescribeContainerInstances', { bucket: 'ECS cluster resource read', batch: 100 }),
  describeCapacityProviders: ecsCall<ecs.DescribeCapacityProvidersRequest, ecs.DescribeCapacityProvidersResponse>('DescribeCapacityProviders', { bucket: 'ECS capacity provider read', batch: 20, paging: TOKEN_PAGES }),
  listServiceDeployments: ecsCall<ecs.ListServiceDeploymentsRequest, ecs.ListServiceDeploymentsResponse>('ListServiceDeployments', { bucket: 'ECS service deployment' }),
  describeServiceDeployments: ecsCall<ecs.DescribeServiceDeploymentsRequest, ecs.DescribeServiceDeploymentsResponse>('DescribeServiceDeployments', { bucket: 'ECS service deployment', batch: 20 }),
  describeServiceRevisions: ecsCall<ecs.DescribeServiceRevisionsRequest, ecs.DescribeServiceRevisionsResponse>('DescribeServiceRevisions', { bucket: 'ECS service revision', batch: 20 }),
  listAccountSettings: ecsCall<ecs.ListAccountSettingsRequest, ecs.ListAccountSettingsResponse>('ListAccountSettings', { bucket: 'ECS setting read', paging: { ...ECS_PAGES, size: undefined } }),
  getTaskProtection: ecsCall<ecs.GetTaskProtectionRequest, ecs.GetTaskProtectionResponse>('GetTaskProtection', { bucket: 'ECS cluster resource read', batch: 100 }),

  describeScalingPolicies: scalingCall<scaling.DescribeScalingPoliciesRequest, scaling.DescribeScalingPoliciesResponse>('DescribeScalingPolicies', { paging: scalingPages(10) }),
  describeScheduledActions: scalingCall<scaling.DescribeScheduledActionsRequest, scaling.DescribeScheduledActionsResponse>('DescribeScheduledActions', { paging: scalingPages(50) }),
  describeScalingActivities: scalingCall<scaling.DescribeScalingActivitiesRequest, scaling.DescribeScalingActivitiesResponse>('DescribeScalingActivities'),
  describeAlarms: cloudWatchCall<cloudwatch.DescribeAlarmsInput, cloudwatch.DescribeAlarmsOutput>('DescribeAlarms', { batch: 100, paging: { size: ['MaxRecords', 100], token: 'NextToken', next: 'NextToken' } }),

  describeStacks: stacksCall<stacks.DescribeStacksInput, stacks.DescribeStacksOutput>('DescribeStacks'),
  describeStackEvents: stacksCall<stacks.DescribeStackEventsInput, stacks.DescribeStackEventsOutput>('DescribeStackEvents'),

  describeTargetGroups: elbCall<elb.DescribeTargetGroupsInput, elb.DescribeTargetGroupsOutput>('DescribeTargetGroups', { batch: 20 }),
  describeTargetGroupAttributes: elbCall<elb.DescribeTargetGroupAttributesInput, elb.DescribeTargetGroupAttributesOutput>('DescribeTargetGroupAttributes'),
  describeTargetHealth: elbCall<elb.DescribeTargetHealthInput, elb.DescribeTargetHealthOutput>('DescribeTargetHealth'),
  describeLoadBalancers: elbCall<elb.DescribeLoadBalancersInput, elb.DescribeLoadBalancersOutput>('DescribeLoadBalancers', { batch: 20 }),
  describeListeners: elbCall<elb.DescribeListenersInput, elb.DescribeListenersOutput>('DescribeListeners', { paging: ELB_PAGES }),
  describeRules: elbCall<elb.DescribeRulesInput, elb.DescribeRulesOutput>('DescribeRules', { paging: ELB_PAGES }),

  describeLogGroups: logsCall<logs.DescribeLogGroupsRequest, logs.DescribeLogGroupsResponse>('DescribeLogGroups', { batch: 50, paging: TOKEN_PAGES }),
  getLogEvents: logsCall<logs.GetLogEventsRequest, logs.GetLogEventsResponse>('GetLogEvents', { bucket: 'CloudWatch Logs events', depth: 'option' }),
  listDeployments: codeDeployCall<codeDeploy.ListDeploymentsInput, codeDeploy.ListDeploymentsOutput>('ListDeployments', { depth: 'option', paging: TOKEN_PAGES }),
  batchGetDeployments: codeDeployCall<codeDeploy.BatchGetDeploymentsInput, codeDeploy.BatchGetDeploymentsOutput>('BatchGetDeployments', { depth: 'option', batch: 25 }),
  batchGetDeploymentTargets: codeDeployCall<codeDeploy.BatchGetDeploymentTargetsInput, codeDeploy.BatchGetDeploymentTargetsOutput>('BatchGetDeploymentTargets', { depth: 'option' }),
  getDiscoveryService: discoveryCall<discovery.GetServiceRequest, discovery.GetServiceResponse>('GetService'),
  getNamespace: discoveryCall<discovery.GetNamespaceRequest, discovery.GetNamespaceResponse>('GetNamespace'),
  listNamespaces: discoveryCall<discovery.ListNamespacesRequest, discovery.ListNamespacesResponse>('ListNamespaces', { paging: { size: ['MaxResults', 100], token: 'NextToken', next: 'NextToken' } }),

  listInstances: discoveryCall<discovery.ListInstancesRequest, discovery.ListInstancesResponse>('ListInstances', { depth: 'deep', paging: { size: ['MaxResults', 100], token: 'NextToken', next: 'NextToken' } }),
  describeExpressGatewayService: ecsCall<ecs.DescribeExpressGatewayServiceRequest, ecs.DescribeExpressGatewayServiceResponse>('DescribeExpressGatewayService', { depth: 'deep' }),
  describeSubnets: ec2Call<ec2.DescribeSubnetsRequest, ec2.DescribeSubnetsResult>('DescribeSubnets', { depth: 'deep', batch: 200, paging: ec2Pages(1000) }),
  describeRouteTables: ec2Call<ec2.DescribeRouteTablesRequest, ec2.DescribeRouteTablesResult>('DescribeRouteTables', { depth: 'deep', batch: 200, paging: ec2Pages(100) }),
  describeVpcEndpoints: ec2Call<ec2.DescribeVpcEndpointsRequest, ec2.DescribeVpcEndpointsResult>('DescribeVpcEndpoints', { depth: 'deep', batch: 200, paging: ec2Pages(1000) }),
  describeSecurityGroups: ec2Call<ec2.DescribeSecurityGroupsRequest, ec2.DescribeSecurityGroupsResult>('DescribeSecurityGroups', { depth: 'deep', batch: 200, paging: ec2Pages(1000) }),
  describeNetworkAcls: ec2Call<ec2.DescribeNetworkAclsRequest, ec2.DescribeNetworkAclsResult>('DescribeNetworkAcls', { depth: 'deep', batch: 200, paging: ec2Pages(1000) }),
  describeVpcAttribute: ec2Call<ec2.DescribeVpcAttributeRequest, ec2.DescribeVpcAttributeResult>('DescribeVpcAttribute', { depth: 'deep' }),
  describeImages: ecrCall<ecr.DescribeImagesRequest, ecr.DescribeImagesResponse>('DescribeImages', { depth: 'deep' }),
  batchGetImage: ecrCall<ecr.BatchGetImageRequest, ecr.BatchGetImageResponse>('BatchGetImage', { depth: 'deep' }),
  describeSecret: secretsCall<secrets.DescribeSecretRequest, secrets.DescribeSecretResponse>('DescribeSecret', { depth: 'deep' }),
  describeParameters: ssmCall<ssm.DescribeParametersRequest, ssm.DescribeParametersResult>('DescribeParameters', { depth: 'deep', batch: 50, paging: { size: ['MaxResults', 50], token: 'NextToken', next: 'NextToken' } }),
  describeMountTargets: efsCall<efs.DescribeMountTargetsRequest, efs.DescribeMountTargetsResponse>('DescribeMountTargets', { depth: 'deep', paging: { size: ['MaxItems', 100], token: 'Marker', next: 'NextMarker' } }),
  listRuleNamesByTarget: eventsCall<events.ListRuleNamesByTargetRequest, events.ListRuleNamesByTargetResponse>('ListRuleNamesByTarget', { depth: 'deep', paging: { size: ['Limit', 100], token: 'NextToken', next: 'NextToken' } }),
  describeListenerCertificates: elbCall<elb.DescribeListenerCertificatesInput, elb.DescribeListenerCertificatesOutput>('DescribeListenerCertificates', { depth: 'deep', paging: ELB_PAGES }),
  describeCertificate: acmCall<acm.DescribeCertificateRequest, acm.DescribeCertificateResponse>('DescribeCertificate', { depth: 'deep' }),
  describeAutoScalingGroups: groupCall<groups.AutoScalingGroupNamesType, groups.AutoScalingGroupsType>('DescribeAutoScalingGroups', { depth: 'deep', batch: 50 }),
  describeGroupActivities: groupCall<groups.DescribeScalingActivitiesType, groups.ActivitiesType>('DescribeScalingActivities', { depth: 'deep' }),
  getRole: iamCall<iam.GetRoleRequest, iam.GetRoleResponse>('GetRole', { depth: 'deep' }),
  simulatePrincipalPolicy: iamCall<iam.SimulatePrincipalPolicyRequest, iam.SimulatePolicyResponse>('SimulatePrincipalPolicy', { depth: 'deep', paging: { size: ['MaxItems', 1000], token: 'Marker', next: 'Marker' } }),
  listTargetsByRule: eventsCall<events.ListTargetsByRuleRequest, events.ListTargetsByRuleResponse>('ListTargetsByRule', { depth: 'deep', paging: { size: ['Limit', 100], token: 'NextToken', next: 'NextToken' } }),
  listSchedules: schedulerCall<scheduler.ListSchedulesInput, scheduler.ListSchedulesOutput>('ListSchedules', { depth: 'deep', paging: { size: ['MaxResults', 100], token: 'NextToken', next: 'NextToken' } }),
  getSchedule: schedulerCall<scheduler.GetScheduleInput, scheduler.GetScheduleOutput>('GetSchedule', { depth: 'deep' }),
  listStateMachines: statesCall<states.ListStateMachinesInput, states.ListStateMachinesOutput>('ListStateMachines', { bucket: 'Step Functions list', depth: 'deep', paging: { size: ['maxResults', 100], token: 'nextToken', next: 'nextToken' } }),
  describeStateMachine: statesCall<states.DescribeStateMachineInput, states.DescribeStateMachineOutput>('DescribeStateMachine', { depth: 'deep' }),
  getQueueUrl: sqsCall<sqs.GetQueueUrlRequest, sqs.GetQueueUrlResult>('GetQueueUrl', { depth: 'deep' }),
  getQueueAttributes: sqsCall<sqs.GetQueueAttributesRequest, sqs.GetQueueAttributesResult>('GetQueueAttributes', { depth: 'deep' }),
  getMetricData: cloudWatchCall<cloudwatch.GetMetricDataInput, cloudwatch.GetMetricDataOutput>('GetMetricData', { bucket: 'CloudWatch metric data', depth: 'deep', batch: 500, paging: { token: 'NextToken', next: 'NextToken' } }),
};
