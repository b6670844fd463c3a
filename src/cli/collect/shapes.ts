/* The shapes of the AWS SDK, by type alone: importing them loads nothing. */
export type { CertificateDetail as Certificate } from '@aws-sdk/client-acm';
export type { ScalableTarget, ScalingActivity, ScalingPolicy, ScheduledAction } from '@aws-sdk/client-application-auto-scaling';
export type { Activity as GroupActivity, AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
export type { Stack, StackEvent } from '@aws-sdk/client-cloudformation';
export type { MetricAlarm as Alarm } from '@aws-sdk/client-cloudwatch';
export type { DeploymentInfo as CodeDeployDeployment, ECSTarget as EcsTarget } from '@aws-sdk/client-codedeploy';
export type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
export type { NetworkAcl, RouteTable, SecurityGroup, Subnet, VpcEndpoint } from '@aws-sdk/client-ec2';
export type { ImageDetail as Image } from '@aws-sdk/client-ecr';
export type {
  CapacityProvider, Cluster, Container, ContainerInstance, Deployment, ECSExpressGatewayService as ExpressService,
  ECSManagedResources as ManagedResources, ProtectedTask, Service, ServiceDeployment, ServiceEvent, ServiceRevision, Setting, Task,
  TaskDefinition, TaskSet,
} from '@aws-sdk/client-ecs';
export type { MountTargetDescription as MountTarget } from '@aws-sdk/client-efs';
export type {
  Listener as ElbListener, LoadBalancer as ElbLoadBalancer, Rule as ElbRule, TargetGroup, TargetHealthDescription as TargetHealth,
} from '@aws-sdk/client-elastic-load-balancing-v2';
export type { Namespace } from '@aws-sdk/client-servicediscovery';
