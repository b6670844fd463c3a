// @ts-check
'use strict';

/** Templates as the CDK writes them: services on Fargate behind one load balancer, each with all that belongs to it. */

const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const ref = (/** @type {string} */ id) => ({ Ref: id });
const attribute = (/** @type {string} */ id, /** @type {string} */ name) => ({ 'Fn::GetAtt': [id, name] });

/** Writes templates, each with as many services as the function answers for its index, and answers their paths. */
function writeTemplates(/** @type {string} */ folder, /** @type {number} */ templates, /** @type {(index: number) => number} */ services) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: templates }, (_, index) => {
    const path = join(folder, `Stack${index}.template.json`);
    writeFileSync(path, JSON.stringify(template(`Stack${index}`, services(index)), undefined, 1));
    return path;
  });
}

function template(/** @type {string} */ stack, /** @type {number} */ services) {
  const numbers = Array.from({ length: services }, (_, index) => index);
  return { Resources: Object.assign(platform(stack), ...numbers.map((number) => service(stack, number))) };
}

function platform(/** @type {string} */ stack) {
  return withPaths(stack, {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', EnableDnsHostnames: true, EnableDnsSupport: true } },
    SubnetA: subnet('10.0.0.0/20', 0),
    SubnetB: subnet('10.0.16.0/20', 1),
    Cluster: { Type: 'AWS::ECS::Cluster', Properties: { ClusterSettings: [{ Name: 'containerInsights', Value: 'enabled' }] } },
    BalancerSecurityGroup: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'balancer', VpcId: ref('Vpc') } },
    Balancer: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { Type: 'application', Scheme: 'internal', Subnets: [ref('SubnetA'), ref('SubnetB')], SecurityGroups: [attribute('BalancerSecurityGroup', 'GroupId')] },
    },
    Listener: {
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: ref('Balancer'), Port: 80, Protocol: 'HTTP',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      },
    },
  });
}

function subnet(/** @type {string} */ CidrBlock, /** @type {number} */ zone) {
  return { Type: 'AWS::EC2::Subnet', Properties: { CidrBlock, VpcId: ref('Vpc'), AvailabilityZone: { 'Fn::Select': [zone, { 'Fn::GetAZs': '' }] } } };
}

function service(/** @type {string} */ stack, /** @type {number} */ number) {
  const id = (/** @type {string} */ part) => `Service${number}${part}`;
  const trust = { Version: '2012-10-17', Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' } }] };
  const path = `/service-${number}`;
  return withPaths(`${stack}/Service${number}`, {
    [id('Logs')]: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
    [id('TaskRole')]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
    [id('ExecutionRole')]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } },
    [id('ExecutionPolicy')]: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: id('ExecutionPolicy'), Roles: [ref(id('ExecutionRole'))],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: attribute(id('Logs'), 'Arn') }],
        },
      },
    },
    [id('Task')]: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        Family: `${stack}-${number}`, Cpu: '256', Memory: '512', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'],
        TaskRoleArn: attribute(id('TaskRole'), 'Arn'), ExecutionRoleArn: attribute(id('ExecutionRole'), 'Arn'),
        ContainerDefinitions: [{
          Name: 'app', Image: `public.ecr.aws/shop/service:1.${number}`, Essential: true, PortMappings: [{ ContainerPort: 8080, Protocol: 'tcp' }],
          Environment: [{ Name: 'STAGE', Value: 'prod' }, { Name: 'TABLE', Value: { 'Fn::Sub': 'table-${AWS::Region}' } }],
          HealthCheck: { Command: ['CMD-SHELL', 'curl -f http://localhost:8080/health || exit 1'], Interval: 30, Timeout: 5, Retries: 3, StartPeriod: 60 },
          LogConfiguration: {
            LogDriver: 'awslogs',
            Options: { 'awslogs-group': ref(id('Logs')), 'awslogs-region': ref('AWS::Region'), 'awslogs-stream-prefix': 'app', 'mode': 'non-blocking' },
          },
        }],
      },
    },
    [id('SecurityGroup')]: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'tasks', VpcId: ref('Vpc') } },
    [id('FromBalancer')]: {
      Type: 'AWS::EC2::SecurityGroupIngress',
      Properties: {
        GroupId: attribute(id('SecurityGroup'), 'GroupId'), SourceSecurityGroupId: attribute('BalancerSecurityGroup', 'GroupId'),
        IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080,
      },
    },
    [id('Targets')]: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: {
        VpcId: ref('Vpc'), TargetType: 'ip', Port: 80, Protocol: 'HTTP', HealthCheckPath: '/health',
        TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
      },
    },
    [id('Rule')]: {
      Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      Properties: {
        ListenerArn: ref('Listener'), Priority: number + 1, Actions: [{ Type: 'forward', TargetGroupArn: ref(id('Targets')) }],
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [path, `${path}/*`] } }],
      },
    },
    [id('Service')]: {
      Type: 'AWS::ECS::Service', DependsOn: [id('Rule')],
      Properties: {
        Cluster: ref('Cluster'), TaskDefinition: ref(id('Task')), LaunchType: 'FARGATE', PropagateTags: 'SERVICE', HealthCheckGracePeriodSeconds: 60,
        DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
        LoadBalancers: [{ ContainerName: 'app', ContainerPort: 8080, TargetGroupArn: ref(id('Targets')) }],
        NetworkConfiguration: {
          AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', Subnets: [ref('SubnetA'), ref('SubnetB')], SecurityGroups: [attribute(id('SecurityGroup'), 'GroupId')] },
        },
      },
    },
    [id('Scaling')]: {
      Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
      Properties: {
        MinCapacity: 2, MaxCapacity: 10, ScalableDimension: 'ecs:service:DesiredCount', ServiceNamespace: 'ecs',
        ResourceId: { 'Fn::Join': ['', ['service/', ref('Cluster'), '/', attribute(id('Service'), 'Name')]] },
      },
    },
    [id('ScalingPolicy')]: {
      Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      Properties: {
        PolicyName: id('ScalingPolicy'), PolicyType: 'TargetTrackingScaling', ScalingTargetId: ref(id('Scaling')),
        TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } },
      },
    },
  });
}

/** @param {Record<string, object>} resources */
function withPaths(/** @type {string} */ scope, resources) {
  return Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, { ...resource, Metadata: { 'aws:cdk:path': `${scope}/${id}/Resource` } }]));
}

module.exports = { writeTemplates };
