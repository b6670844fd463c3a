/** Templates as they are written by hand: parameters for what differs, `Fn::Sub` for names, imports from a network stack. */

const TASK_ROLE_TRUST = {
  Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: ['ecs-tasks.amazonaws.com'] }, Action: ['sts:AssumeRole'] }],
};

const PARAMETERS = {
  ServiceName: { Type: 'String', Default: 'nginx' },
  ImageUrl: { Type: 'String', Default: 'nginx' },
  ContainerPort: { Type: 'Number', Default: 80 },
  ContainerCpu: { Type: 'Number', Default: 256 },
  ContainerMemory: { Type: 'Number', Default: 512 },
  DesiredCount: { Type: 'Number', Default: 2 },
  VpcId: { Type: 'AWS::EC2::VPC::Id' },
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
};

const CONTAINER = {
  Name: { Ref: 'ServiceName' },
  Cpu: { Ref: 'ContainerCpu' },
  Memory: { Ref: 'ContainerMemory' },
  Image: { Ref: 'ImageUrl' },
  PortMappings: [{ ContainerPort: { Ref: 'ContainerPort' } }],
  LogConfiguration: {
    LogDriver: 'awslogs',
    Options: { 'awslogs-group': { Ref: 'LogGroup' }, 'awslogs-region': { Ref: 'AWS::Region' }, 'awslogs-stream-prefix': { Ref: 'ServiceName' } },
  },
};

const EXECUTION_ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: TASK_ROLE_TRUST,
    ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy' }],
  },
};

const LOG_GROUP = { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: { 'Fn::Sub': '/ecs/${ServiceName}' }, RetentionInDays: 30 } };

const FARGATE_TASK = {
  Type: 'AWS::ECS::TaskDefinition',
  Properties: {
    Family: { Ref: 'ServiceName' },
    Cpu: { Ref: 'ContainerCpu' },
    Memory: { Ref: 'ContainerMemory' },
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    ExecutionRoleArn: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] },
    TaskRoleArn: { 'Fn::If': ['HasRole', { Ref: 'Role' }, { Ref: 'AWS::NoValue' }] },
    ContainerDefinitions: [CONTAINER],
  },
};

function ingress(groupId: string, source: object): object {
  return { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: { Ref: groupId }, IpProtocol: -1, ...source } };
}

const securityGroup = { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'made by hand', VpcId: { Ref: 'VpcId' } } };

export const RAW_TEMPLATES: Readonly<Record<string, object>> = {
  'a web service on Fargate behind a load balancer': {
    Parameters: { ...PARAMETERS, Role: { Type: 'String', Default: '' } },
    Conditions: { HasRole: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Role' }, ''] }] } },
    Resources: {
      Cluster: { Type: 'AWS::ECS::Cluster' },
      LogGroup: LOG_GROUP,
      ExecutionRole: EXECUTION_ROLE,
      TaskDefinition: FARGATE_TASK,
      ServiceGroup: securityGroup,
      BalancerGroup: { ...securityGroup, Properties: { ...securityGroup.Properties, SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0', IpProtocol: -1 }] } },
      FromBalancer: ingress('ServiceGroup', { SourceSecurityGroupId: { Ref: 'BalancerGroup' } }),
      Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: { Ref: 'Subnets' }, SecurityGroups: [{ Ref: 'BalancerGroup' }] } },
      TargetGroup: {
        Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        Properties: {
          HealthCheckIntervalSeconds: 6,
          HealthCheckPath: '/',
          HealthCheckProtocol: 'HTTP',
          HealthCheckTimeoutSeconds: 5,
          HealthyThresholdCount: 2,
          TargetType: 'ip',
          Port: { Ref: 'ContainerPort' },
          Protocol: 'HTTP',
          UnhealthyThresholdCount: 10,
          VpcId: { Ref: 'VpcId' },
        },
      },
      Listener: {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Properties: { DefaultActions: [{ TargetGroupArn: { Ref: 'TargetGroup' }, Type: 'forward' }], LoadBalancerArn: { Ref: 'Balancer' }, Port: '80', Protocol: 'HTTP' },
      },
      Service: {
        Type: 'AWS::ECS::Service',
        DependsOn: 'Listener',
        Properties: {
          ServiceName: { Ref: 'ServiceName' },
          Cluster: { Ref: 'Cluster' },
          LaunchType: 'FARGATE',
          DeploymentConfiguration: { MaximumPercent: 200, MinimumHealthyPercent: 75 },
          DesiredCount: { Ref: 'DesiredCount' },
          NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', SecurityGroups: [{ Ref: 'ServiceGroup' }], Subnets: { Ref: 'Subnets' } } },
          TaskDefinition: { Ref: 'TaskDefinition' },
          LoadBalancers: [{ ContainerName: { Ref: 'ServiceName' }, ContainerPort: { Ref: 'ContainerPort' }, TargetGroupArn: { Ref: 'TargetGroup' } }],
        },
      },
    },
  },
  'a private service on the network of another stack': {
    Parameters: { ...PARAMETERS, StackName: { Type: 'String', Default: 'production' }, Role: { Type: 'String', Default: '' } },
    Conditions: { HasRole: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Role' }, ''] }] } },
    Resources: {
      LogGroup: LOG_GROUP,
      ExecutionRole: EXECUTION_ROLE,
      TaskDefinition: FARGATE_TASK,
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: {
          Cluster: { 'Fn::ImportValue': { 'Fn::Join': [':', [{ Ref: 'StackName' }, 'ClusterName']] } },
          LaunchType: 'FARGATE',
          DesiredCount: { Ref: 'DesiredCount' },
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              SecurityGroups: [{ 'Fn::ImportValue': { 'Fn::Sub': '${StackName}:FargateContainerSecurityGroup' } }],
              Subnets: [{ 'Fn::ImportValue': { 'Fn::Sub': '${StackName}:PrivateSubnetOne' } }, { 'Fn::ImportValue': { 'Fn::Sub': '${StackName}:PrivateSubnetTwo' } }],
            },
          },
          TaskDefinition: { Ref: 'TaskDefinition' },
        },
      },
      ScalableTarget: {
        Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
        DependsOn: 'Service',
        Properties: {
          ServiceNamespace: 'ecs',
          ScalableDimension: 'ecs:service:DesiredCount',
          MinCapacity: 2,
          MaxCapacity: 10,
          ResourceId: { 'Fn::Join': ['/', ['service', { 'Fn::ImportValue': 'production:ClusterName' }, { 'Fn::GetAtt': ['Service', 'Name'] }]] },
        },
      },
      Policy: {
        Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
        Properties: {
          PolicyName: 'requests',
          PolicyType: 'TargetTrackingScaling',
          ScalingTargetId: { Ref: 'ScalableTarget' },
          TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } },
        },
      },
    },
  },
  'a service on instances with dynamic ports': {
    Parameters: { ...PARAMETERS, Ami: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id' } },
    Resources: {
      Cluster: { Type: 'AWS::ECS::Cluster' },
      LogGroup: LOG_GROUP,
      Group: securityGroup,
      InstanceRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com'] }, Action: ['sts:AssumeRole'] }] },
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role'],
        },
      },
      InstanceProfile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Path: '/', Roles: [{ Ref: 'InstanceRole' }] } },
      Launch: {
        Type: 'AWS::EC2::LaunchTemplate',
        Properties: {
          LaunchTemplateData: {
            ImageId: { Ref: 'Ami' },
            InstanceType: 'c5.large',
            IamInstanceProfile: { Name: { Ref: 'InstanceProfile' } },
            SecurityGroupIds: [{ Ref: 'Group' }],
            UserData: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash -xe\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n' } },
          },
        },
      },
      Instances: {
        Type: 'AWS::AutoScaling::AutoScalingGroup',
        Properties: {
          VPCZoneIdentifier: { Ref: 'Subnets' },
          MinSize: '1',
          MaxSize: '4',
          DesiredCapacity: '2',
          LaunchTemplate: { LaunchTemplateId: { Ref: 'Launch' }, Version: { 'Fn::GetAtt': ['Launch', 'LatestVersionNumber'] } },
        },
      },
      TaskDefinition: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { Family: { Ref: 'ServiceName' }, ContainerDefinitions: [{ ...CONTAINER, PortMappings: [{ ContainerPort: 80, HostPort: 0 }] }] },
      },
      Service: {
        Type: 'AWS::ECS::Service',
        Properties: { Cluster: { Ref: 'Cluster' }, DesiredCount: { Ref: 'DesiredCount' }, TaskDefinition: { Ref: 'TaskDefinition' } },
      },
    },
  },
};
