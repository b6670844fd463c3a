import { shapeReader, type Shape } from '../shape';

const DEPLOYMENT: Shape = {
  Alarms: { AlarmNames: ['value'], Enable: 'value', Rollback: 'value' },
  BakeTimeInMinutes: 'value',
  CanaryConfiguration: { CanaryBakeTimeInMinutes: 'value', CanaryPercent: 'value' },
  DeploymentCircuitBreaker: { Enable: 'value', ResetOnHealthyTask: 'value', Rollback: 'value', ThresholdConfiguration: 'any' },
  EarlySuccessCriteria: 'any',
  LifecycleHooks: [{
    HookDetails: 'any', HookTargetArn: 'value', LifecycleStages: ['value'], RoleArn: 'value', TargetType: 'value', TimeoutConfiguration: 'any',
  }],
  LinearConfiguration: { StepBakeTimeInMinutes: 'value', StepPercent: 'value' },
  MaximumPercent: 'value',
  MinimumHealthyPercent: 'value',
  Strategy: 'value',
};

const LOAD_BALANCER: Shape = {
  AdvancedConfiguration: { AlternateTargetGroupArn: 'value', ProductionListenerRule: 'value', RoleArn: 'value', TestListenerRule: 'value' },
  ContainerName: 'value',
  ContainerPort: 'value',
  LoadBalancerName: 'value',
  TargetGroupArn: 'value',
};

/** The properties of `AWS::ECS::Service`, as the schema of CloudFormation has them, down to those that are written by hand. */
export const SERVICE_SHAPE: Shape = {
  AvailabilityZoneRebalancing: 'value',
  CapacityProviderStrategy: [{ Base: 'value', CapacityProvider: 'value', Weight: 'value' }],
  Cluster: 'value',
  DeploymentConfiguration: DEPLOYMENT,
  DeploymentController: { Type: 'value' },
  DesiredCount: 'value',
  EnableECSManagedTags: 'value',
  EnableExecuteCommand: 'value',
  ForceNewDeployment: 'any',
  GatewayConnectors: 'any',
  HealthCheckGracePeriodSeconds: 'value',
  LaunchType: 'value',
  LoadBalancers: [LOAD_BALANCER],
  Monitoring: 'any',
  NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'value', SecurityGroups: ['value'], Subnets: ['value'] } },
  PlacementConstraints: [{ Expression: 'value', Type: 'value' }],
  PlacementStrategies: [{ Field: 'value', Type: 'value' }],
  PlatformVersion: 'value',
  PropagateTags: 'value',
  Role: 'value',
  SchedulingStrategy: 'value',
  ServiceConnectConfiguration: {
    AccessLogConfiguration: 'any', Enabled: 'value', LogConfiguration: 'any', Namespace: 'value', Services: ['any'],
  },
  ServiceName: 'value',
  ServiceRegistries: [{ ContainerName: 'value', ContainerPort: 'value', Port: 'value', RegistryArn: 'value' }],
  Tags: 'any',
  TaskDefinition: 'value',
  VolumeConfigurations: [{ ManagedEBSVolume: 'any', Name: 'value' }],
  VpcLatticeConfigurations: [{ PortName: 'value', RoleArn: 'value', TargetGroupArn: 'value' }],
};

/** Parts of a service that do not have the shape of its schema. */
export const readServiceShape = shapeReader(SERVICE_SHAPE);
