import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Situation {
  readonly subnetType: ec2.SubnetType;
  readonly publicIp?: unknown;
  readonly image?: string;
  readonly endpoints?: boolean;
  readonly launchType?: string;
  readonly container?: Readonly<Record<string, unknown>>;
}

function network(stack: Stack, { subnetType, publicIp, image, endpoints, launchType = 'FARGATE', container }: Situation): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 1,
    natGateways: subnetType === ec2.SubnetType.PRIVATE_WITH_EGRESS ? 1 : 0,
    subnetConfiguration: [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'tasks', subnetType }],
  });
  if (endpoints) {
    vpc.addInterfaceEndpoint('Api', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
    vpc.addInterfaceEndpoint('Dkr', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  }
  service(stack, {
    LaunchType: launchType,
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: [launchType] }, { ...image ? { Image: image } : {}, ...container }).ref,
    NetworkConfiguration: {
      AwsvpcConfiguration: { Subnets: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds, AssignPublicIp: publicIp },
    },
  });
}

function secret(stack: Stack): CfnResource {
  return resource(stack, 'Secret', 'AWS::SecretsManager::Secret', { GenerateSecretString: {} });
}

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:v1';
const { PUBLIC, PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

function withSecret(stack: Stack, valueFrom: unknown): void {
  network(stack, { subnetType: PRIVATE_ISOLATED, endpoints: true, image: ECR, container: { Secrets: [{ Name: 'PASSWORD', ValueFrom: valueFrom }] } });
}

/** The ways to write one. */
const SECRETS: Readonly<Record<string, (stack: Stack) => unknown>> = {
  'a reference': (stack) => secret(stack).ref,
  'a reference with the key of a field': (stack) => `${secret(stack).ref}:password::`,
  'a text of Fn::Sub': (stack) => ({ 'Fn::Sub': ['${It}:password::', { It: secret(stack).ref }] }),
  'an ARN of several parts': () => ({ 'Fn::Sub': 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop-AbCdEf' }),
  'the name of a parameter': (stack) => resource(stack, 'Parameter', 'AWS::SSM::Parameter', { Type: 'String', Value: 'x' }).ref,
};

/** Subnets whose only route out is for IPv6. */
function overIpv6(stack: Stack, image: string, subnet: Readonly<Record<string, unknown>> = { CidrBlock: '10.0.0.0/24' }, gateway?: unknown): void {
  const vpc = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
  const table = resource(stack, 'Table', 'AWS::EC2::RouteTable', { VpcId: vpc.ref });
  const tasks = resource(stack, 'Tasks', 'AWS::EC2::Subnet', { VpcId: vpc.ref, Ipv6CidrBlock: '2001:db8::/64', ...subnet });
  resource(stack, 'OfTasks', 'AWS::EC2::SubnetRouteTableAssociation', { SubnetId: tasks.ref, RouteTableId: table.ref });
  resource(stack, 'Out', 'AWS::EC2::Route', {
    RouteTableId: table.ref, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: resource(stack, 'Eigw', 'AWS::EC2::EgressOnlyInternetGateway', { VpcId: vpc.ref }).ref,
  });
  if (gateway !== undefined) resource(stack, 'Out4', 'AWS::EC2::Route', { RouteTableId: table.ref, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { Image: image }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [tasks.ref] } },
  });
}

const DUAL_STACK = '111122223333.dkr-ecr.eu-west-1.on.aws/shop:v1';

/** Tasks behind a NAT gateway that the stack moves. */
function behindNat(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  network(stack, { subnetType: PRIVATE_WITH_EGRESS });
  const nat = stack.node.findAll().find((node): node is ec2.CfnNatGateway => node instanceof ec2.CfnNatGateway)!;
  for (const [name, value] of Object.entries(properties)) nat.addPropertyOverride(name, value);
}

function privateSubnet(stack: Stack): Readonly<Record<string, unknown>> {
  const own = new ec2.Vpc(stack, 'Other', { maxAzs: 1, natGateways: 0, subnetConfiguration: [{ name: 'private', subnetType: PRIVATE_ISOLATED }] });
  return { SubnetId: own.isolatedSubnets[0].subnetId };
}

/** An Express service whose tasks are in subnets of a type. */
function express(stack: Stack, type: keyof typeof ec2.SubnetType): void {
  const subnetType = ec2.SubnetType[type];
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 1, natGateways: type === 'PRIVATE_WITH_EGRESS' ? 1 : 0, subnetConfiguration: [{ name: 'public', subnetType: PUBLIC }, { name: 'tasks', subnetType }],
  });
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', {
    PrimaryContainer: { Image: 'public.ecr.aws/nginx/nginx:1.27' },
    NetworkConfiguration: { Subnets: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'an Express service in an isolated subnet', caught: true, app: (stack) => express(stack, 'PRIVATE_ISOLATED') },
  { name: 'an Express service behind a NAT gateway', caught: false, app: (stack) => express(stack, 'PRIVATE_WITH_EGRESS') },
  { name: 'ECS decides whether an Express service has public addresses', caught: false, notChecked: true, app: (stack) => express(stack, 'PUBLIC') },
  { name: 'a NAT gateway in a subnet without a way out', caught: true, app: (stack) => behindNat(stack, privateSubnet(stack)) },
  { name: 'a private NAT gateway may have another way', caught: false, app: (stack) => behindNat(stack, { ...privateSubnet(stack), ConnectivityType: 'private' }) },
  { name: 'the subnet of the NAT gateway comes from outside', caught: false, app: (stack) => behindNat(stack, { SubnetId: 'subnet-1' }) },
  { name: 'public subnets and no public IP', caught: true, app: (stack) => network(stack, { subnetType: PUBLIC }) },
  { name: 'isolated subnets and no endpoints', caught: true, app: (stack) => network(stack, { subnetType: PRIVATE_ISOLATED, image: ECR }) },
  {
    name: 'isolated subnets with endpoints for ECR, and a public image',
    caught: true,
    app: (stack) => network(stack, { subnetType: PRIVATE_ISOLATED, endpoints: true }),
  },
  {
    name: 'isolated subnets, and an image on GitHub',
    caught: true,
    app: (stack) => network(stack, { subnetType: PRIVATE_ISOLATED, endpoints: true, image: 'ghcr.io/shop/web:v1' }),
  },
  {
    name: 'isolated subnets, and a registry that may be in them',
    caught: false,
    app: (stack) => network(stack, { subnetType: PRIVATE_ISOLATED, image: 'registry.shop.internal:5000/web:v1' }),
  },
  ...Object.entries(SECRETS).map(([name, valueFrom]): GotchaCase => ({
    name: `isolated subnets with endpoints for ECR, and a secret by ${name}`,
    caught: true,
    app: (stack) => withSecret(stack, valueFrom(stack)),
  })),
  {
    name: 'isolated subnets with endpoints for ECR, and a parameter is the secret',
    caught: false,
    notChecked: true,
    app: (stack) => withSecret(stack, parameter(stack)),
  },
  { name: 'public subnets and a public IP', caught: false, app: (stack) => network(stack, { subnetType: PUBLIC, publicIp: 'ENABLED' }) },
  { name: 'private subnets behind NAT', caught: false, app: (stack) => network(stack, { subnetType: PRIVATE_WITH_EGRESS }) },
  {
    name: 'isolated subnets with endpoints for all it needs',
    caught: false,
    app: (stack) => network(stack, { subnetType: PRIVATE_ISOLATED, endpoints: true, image: ECR }),
  },
  { name: 'a route for IPv6 alone, and an image at an address of IPv4', caught: true, app: (stack) => overIpv6(stack, ECR) },
  { name: 'a route for IPv6 alone, and an image in the public gallery', caught: true, app: (stack) => overIpv6(stack, 'public.ecr.aws/nginx/nginx:1.27') },
  {
    name: 'a subnet of IPv6 alone with a route for IPv4, and an image at an address of IPv4',
    caught: true,
    app: (stack) => overIpv6(stack, ECR, { Ipv6Native: true }, 'vgw-1'),
  },
  {
    name: 'a route for IPv6, and no address of it in the subnet',
    caught: true,
    app: (stack) => overIpv6(stack, DUAL_STACK, { CidrBlock: '10.0.0.0/24', Ipv6CidrBlock: undefined }),
  },
  { name: 'a route for IPv6 alone, and an image at an address of both', caught: false, notChecked: true, app: (stack) => overIpv6(stack, DUAL_STACK) },
  { name: 'a route for IPv6 alone, and an image at Docker Hub', caught: false, notChecked: true, app: (stack) => overIpv6(stack, 'nginx:1.27') },
  { name: 'routes for both', caught: false, app: (stack) => overIpv6(stack, ECR, { CidrBlock: '10.0.0.0/24' }, 'vgw-1') },
  {
    name: 'a gateway comes from outside, of which nothing is known',
    caught: false,
    notChecked: true,
    app: (stack) => overIpv6(stack, ECR, { CidrBlock: '10.0.0.0/24' }, parameter(stack)),
  },
  { name: 'instances pull the image', caught: false, app: (stack) => network(stack, { subnetType: PUBLIC, launchType: 'EC2' }) },
  {
    name: 'a parameter decides on the public IP',
    caught: false,
    notChecked: true,
    app: (stack) => network(stack, { subnetType: PUBLIC, publicIp: parameter(stack) }),
  },
  {
    name: 'the subnets come from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack).ref,
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1', parameter(stack)] } },
    }),
  },
];
