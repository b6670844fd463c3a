import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { InstanceType, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import {
  AppProtocol, AsgCapacityProvider, Cluster, Compatibility, ContainerImage, EcsOptimizedImage, FargateService, NetworkMode, Secret, TaskDefinition,
} from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationListener, ApplicationListenerRule, ApplicationLoadBalancer, ApplicationTargetGroup, ListenerCondition, TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret as StoredSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { PrivateDnsNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Stack } from 'aws-cdk-lib/core';

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** Variables that a snippet refers to: `declare const vpc: ec2.Vpc`. */
export function given(stack: Stack, type: string, name: string): unknown {
  const create = GIVEN[type.trim()];
  if (!create) throw new Error(`nothing is given for ${type}`);
  return create(stack, name);
}

const GIVEN: Readonly<Record<string, (stack: Stack, name: string) => unknown>> = {
  'ec2.Vpc': vpc,
  'ec2.SecurityGroup': (stack, name) => new SecurityGroup(stack, `Given-${name}`, { vpc: vpc(stack) }),
  'ecs.Cluster': cluster,
  'ecs.TaskDefinition': task,
  'ecs.FargateService': service,
  'ecs.BaseService': service,
  'ecs.ContainerDefinition': (stack, name) => task(stack, name).defaultContainer,
  'ecs.ContainerDefinitionOptions': () => ({ image, memoryLimitMiB: 512 }),
  'ecs.Secret': (stack, name) => Secret.fromSecretsManager(new StoredSecret(stack, `Given-${name}`)),
  'ecs.AsgCapacityProvider': (stack, name) => new AsgCapacityProvider(stack, `Given-${name}`, {
    autoScalingGroup: cluster(stack).addCapacity(`For-${name}`, { instanceType: new InstanceType('t3.large'), machineImage: EcsOptimizedImage.amazonLinux2023() }),
  }),
  'elbv2.ApplicationTargetGroup': targetGroup,
  'elbv2.ApplicationListenerRule': (stack, name) => new ApplicationListenerRule(stack, `Given-${name}`, {
    listener: listener(stack), priority: 20 + stack.node.children.length, conditions: [ListenerCondition.pathPatterns(['/given'])], targetGroups: [targetGroup(stack, `For-${name}`)],
  }),
  'secretsmanager.Secret': (stack, name) => new StoredSecret(stack, `Given-${name}`),
  'ssm.StringParameter': parameter,
  'ssm.IParameter': parameter,
  's3.Bucket': (stack, name) => new Bucket(stack, `Given-${name}`),
  'kms.Key': (stack, name) => new Key(stack, `Given-${name}`),
  'kms.IKey': (stack, name) => new Key(stack, `Given-${name}`),
  'iam.Role': role,
  'iam.IRole': (stack, name) => Role.fromRoleName(stack, `Given-${name}`, 'given'),
  'iam.IGrantable': role,
  'lambda.Function': (stack, name) => new LambdaFunction(stack, `Given-${name}`, {
    runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline('exports.handler = async () => {};'),
  }),
  'cw.Alarm': (stack, name) => new Alarm(stack, `Given-${name}`, {
    metric: new Metric({ namespace: 'Shop', metricName: 'Errors' }), threshold: 1, evaluationPeriods: 1,
  }),
  'cloudmap.Service': (stack, name) => new PrivateDnsNamespace(stack, `For-${name}`, { name: 'shop.internal', vpc: vpc(stack) }).createService(`Given-${name}`),
};

/** Creates one of each in a stack, so that the variables fit together. */
function shared<T>(stack: Stack, id: string, create: () => T): T {
  return (stack.node.tryFindChild(id) as T | undefined) ?? create();
}

function vpc(stack: Stack): Vpc {
  return shared(stack, 'GivenVpc', () => new Vpc(stack, 'GivenVpc'));
}

function cluster(stack: Stack): Cluster {
  return shared(stack, 'GivenCluster', () => {
    const created = new Cluster(stack, 'GivenCluster', { vpc: vpc(stack), defaultCloudMapNamespace: { name: 'given.internal' } });
    created.addCapacity('Instances', { instanceType: new InstanceType('t3.2xlarge'), machineImage: EcsOptimizedImage.amazonLinux2023() });
    return created;
  });
}

function task(stack: Stack, name: string): TaskDefinition {
  const created = new TaskDefinition(stack, `Given-${name}`, {
    compatibility: Compatibility.EC2_AND_FARGATE, networkMode: NetworkMode.AWS_VPC, cpu: '1024', memoryMiB: '4096',
  });
  created.addContainer('given', { image, portMappings: [{ containerPort: 80, name: 'api', appProtocol: AppProtocol.http }] });
  return created;
}

function service(stack: Stack, name: string): FargateService {
  return new FargateService(stack, `Given-${name}`, { cluster: cluster(stack), taskDefinition: task(stack, `For-${name}`) });
}

function listener(stack: Stack): ApplicationListener {
  return shared(stack, 'GivenListener', () => new ApplicationListener(stack, 'GivenListener', {
    loadBalancer: new ApplicationLoadBalancer(stack, 'GivenBalancer', { vpc: vpc(stack), internetFacing: true }),
    port: 80,
    defaultTargetGroups: [targetGroup(stack, 'Default')],
  }));
}

function targetGroup(stack: Stack, name: string): ApplicationTargetGroup {
  return new ApplicationTargetGroup(stack, `Given-${name}`, { vpc: vpc(stack), port: 80, targetType: TargetType.IP });
}

function parameter(stack: Stack, name: string): StringParameter {
  return new StringParameter(stack, `Given-${name}`, { stringValue: 'given' });
}

function role(stack: Stack, name: string): Role {
  return new Role(stack, `Given-${name}`, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
}
