import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

function cluster(stack: Stack, properties: Properties = {}, run: Properties = { LaunchType: 'EC2' }): string {
  const { ref } = resource(stack, 'Cluster', 'AWS::ECS::Cluster', properties);
  service(stack, { Cluster: ref, TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'] }).ref, ...run });
  return ref;
}

/** Instances whose user data runs cfn-init, which writes the configuration of the agent. */
function initialized(stack: Stack, config: Properties, resourceName = 'Launch'): void {
  instances(stack, { launch: { UserData: { 'Fn::Base64': { 'Fn::Sub': `#!/bin/bash\n/opt/aws/bin/cfn-init --stack \${AWS::StackName} --resource ${resourceName}` } } } });
  (stack.node.findChild('Launch') as CfnResource).addMetadata('AWS::CloudFormation::Init', { config });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are no instances', caught: true, app: (stack) => void cluster(stack) },
  {
    name: 'there are Managed Instances, which the launch type does not mean',
    caught: true,
    app: (stack) => {
      cluster(stack, { ClusterName: 'orders' });
      resource(stack, 'Managed', 'AWS::ECS::CapacityProvider', { ClusterName: { Ref: 'Cluster' }, ManagedInstancesProvider: { InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/infrastructure' } });
    },
  },
  {
    name: 'the instances join another cluster',
    caught: true,
    app: (stack) => {
      cluster(stack, { ClusterName: 'orders' });
      instances(stack);
    },
  },
  {
    name: 'the instances of the provider join no cluster',
    caught: true,
    app: (stack) => {
      const provider = instances(stack, { launch: { UserData: { 'Fn::Base64': '#!/bin/bash\nyum update -y' } } });
      cluster(stack, {}, { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: provider, Weight: 1 }] });
    },
  },
  {
    name: 'task sets set where they run',
    caught: false,
    app: (stack) => void cluster(stack, {}, { LaunchType: undefined, TaskDefinition: undefined, DeploymentController: { Type: 'EXTERNAL' } }),
  },
  {
    name: 'the CDK adds capacity',
    caught: false,
    app: (stack) => {
      const own = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
      own.addCapacity('Capacity', { instanceType: new ec2.InstanceType('t3.large') });
      const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1'), memoryLimitMiB: 512 });
      new ecs.Ec2Service(stack, 'Service', { cluster: own, taskDefinition });
    },
  },
  {
    name: 'the instances name the cluster',
    caught: false,
    app: (stack) => {
      cluster(stack, { ClusterName: 'shop' });
      instances(stack);
    },
  },
  {
    name: 'cfn-init writes the cluster into a file',
    caught: false,
    app: (stack) => {
      cluster(stack);
      initialized(stack, { files: { '/etc/ecs/ecs.config': { content: { 'Fn::Sub': 'ECS_CLUSTER=${Cluster}\nECS_RESERVED_MEMORY=256' } } } });
    },
  },
  {
    name: 'cfn-init runs a command that sets the cluster',
    caught: false,
    app: (stack) => {
      cluster(stack);
      initialized(stack, { commands: { '01_join': { command: { 'Fn::Join': ['', ['echo ECS_CLUSTER=', { Ref: 'Cluster' }, ' >> /etc/ecs/ecs.config']] } } } });
    },
  },
  {
    name: 'cfn-init writes a cluster that a parameter names, and more',
    caught: false,
    notChecked: true,
    app: (stack) => {
      cluster(stack);
      const name = parameter(stack);
      initialized(stack, { commands: { '01_join': { command: { 'Fn::Join': ['', ['echo ECS_CLUSTER=', name, ' >> /etc/ecs/ecs.config; echo ', name]] } } } });
    },
  },
  {
    name: 'cfn-init writes another cluster',
    caught: true,
    app: (stack) => {
      cluster(stack, { ClusterName: 'shop' });
      initialized(stack, { commands: { '01_join': { command: 'echo ECS_CLUSTER=orders >> /etc/ecs/ecs.config' } } });
    },
  },
  {
    name: 'cfn-init reads the metadata of another resource',
    caught: true,
    app: (stack) => {
      cluster(stack);
      initialized(stack, { commands: { '01_join': { command: { 'Fn::Sub': 'echo ECS_CLUSTER=${Cluster}' } } } }, 'Group');
    },
  },
  { name: 'the service runs on Fargate', caught: false, app: (stack) => void cluster(stack, {}, { LaunchType: 'FARGATE' }) },
  {
    name: 'a parameter adds to the user data',
    caught: false,
    notChecked: true,
    app: (stack) => {
      cluster(stack);
      instances(stack, { launch: { UserData: userData(parameter(stack)) } });
    },
  },
];
