import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Aws, Fn, Stack, type CfnResource } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const SERVICE = { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' };
const NETWORK = { Service: 'delivery.logs.amazonaws.com' };
const OF_REGION = { AWS: 'arn:aws:iam::127311923021:root' };

function bucket(stack: Stack, properties: Properties = {}): CfnResource {
  return resource(stack, 'Logs', 'AWS::S3::Bucket', properties);
}

function policy(stack: Stack, Principal: unknown, Resource: (arn: string) => unknown = (arn) => `${arn}/*`, Action: unknown = 's3:PutObject'): CfnResource {
  const of = stack.node.findChild('Logs') as CfnResource;
  return resource(stack, 'Policy', 'AWS::S3::BucketPolicy', {
    Bucket: of.ref, PolicyDocument: { Statement: [{ Effect: 'Allow', Principal, Action, Resource: Resource(of.getAtt('Arn').toString()) }] },
  });
}

function balancer(stack: Stack, named: unknown, more: Properties = {}, Type = 'application'): CfnResource {
  const attributes = { 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': named, ...more };
  return resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type, LoadBalancerAttributes: Object.entries(attributes).filter(([, Value]) => Value !== undefined).map(([Key, Value]) => ({ Key, Value })),
  });
}

/** A load balancer that waits for the policy of its bucket. */
function logged(
  stack: Stack, principal: unknown, path?: (arn: string) => unknown, more?: Properties, type?: string,
  ofBucket: Properties = {},
): void {
  const logs = bucket(stack, ofBucket);
  const allowed = policy(stack, principal, path);
  balancer(stack, logs.ref, more, type).node.addDependency(allowed);
}

function encrypted(KMSMasterKeyID: unknown): Properties {
  return { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } }] } };
}

function tls(stack: Stack, Protocol = 'TLS'): void {
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', { LoadBalancerArn: (stack.node.findChild('Balancer') as CfnResource).ref, Port: 443, Protocol });
}

const PREFIX = { 'access_logs.s3.prefix': 'web' };

export const cases: readonly GotchaCase[] = [
  { name: 'no bucket', caught: true, app: (stack) => void balancer(stack, undefined) },
  { name: 'a bucket without a policy', caught: true, app: (stack) => void balancer(stack, bucket(stack).ref) },
  { name: 'a bucket by its name', caught: true, app: (stack) => void (bucket(stack, { BucketName: 'shop-logs' }), balancer(stack, 'shop-logs')) },
  { name: 'a policy for the account of the stack', caught: true, app: (stack) => logged(stack, { AWS: `arn:aws:iam::${Aws.ACCOUNT_ID}:root` }) },
  { name: 'a policy for the service of other logs', caught: true, app: (stack) => logged(stack, NETWORK) },
  { name: 'a policy for the service of an Application Load Balancer', caught: true, app: (stack) => logged(stack, SERVICE, undefined, {}, 'network') },
  {
    name: 'a policy for another action',
    caught: true,
    app: (stack) => {
      const logs = bucket(stack);
      const allowed = policy(stack, SERVICE, undefined, 's3:GetObject');
      balancer(stack, logs.ref).node.addDependency(allowed);
    },
  },
  { name: 'a policy without the prefix', caught: true, app: (stack) => logged(stack, OF_REGION, (arn) => `${arn}/AWSLogs/${Aws.ACCOUNT_ID}/*`, PREFIX) },
  { name: 'a policy for the bucket alone', caught: true, app: (stack) => logged(stack, OF_REGION, (arn) => arn) },
  {
    name: 'a key of KMS',
    caught: true,
    app: (stack) => logged(stack, OF_REGION, undefined, {}, 'application', encrypted(resource(stack, 'Key', 'AWS::KMS::Key', {}).getAtt('Arn'))),
  },
  { name: 'the key of S3', caught: true, consequence: 'misbehaves', app: (stack) => logged(stack, OF_REGION, undefined, {}, 'application', encrypted(undefined)) },
  { name: 'the key of S3 by its alias', caught: true, consequence: 'misbehaves', app: (stack) => logged(stack, OF_REGION, undefined, {}, 'application', encrypted('alias/aws/s3')) },
  {
    name: 'a policy that is not awaited',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const logs = bucket(stack);
      policy(stack, SERVICE);
      balancer(stack, logs.ref);
    },
  },
  {
    name: 'a Network Load Balancer without TLS',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => {
      logged(stack, NETWORK, undefined, {}, 'network');
      tls(stack, 'TCP');
    },
  },
  { name: 'a policy for the service', caught: false, app: (stack) => logged(stack, SERVICE) },
  { name: 'a policy for the account of the region', caught: false, app: (stack) => logged(stack, OF_REGION, (arn) => `${arn}/web/AWSLogs/${Aws.ACCOUNT_ID}/*`, PREFIX) },
  {
    name: 'a policy for an account of a mapping',
    caught: false,
    app: (stack) => {
      logged(stack, { AWS: Fn.join('', ['arn:aws:iam::', parameter(stack), ':root']) });
    },
  },
  {
    name: 'a Network Load Balancer with TLS',
    caught: false,
    app: (stack) => {
      logged(stack, NETWORK, undefined, {}, 'network');
      tls(stack);
    },
  },
  { name: 'logs that are off', caught: false, app: (stack) => void balancer(stack, undefined, { 'access_logs.s3.enabled': 'false' }) },
  {
    name: 'logs of the CDK',
    caught: false,
    app: (stack) => {
      const own = new Stack(stack.node.root, 'Own', { env: { region: 'eu-central-1', account: '111122223333' } });
      new elbv2.ApplicationLoadBalancer(own, 'Balancer', { vpc: new ec2.Vpc(own, 'Vpc', { maxAzs: 2 }) }).logAccessLogs(new s3.Bucket(own, 'Bucket'), 'web');
    },
  },
  { name: 'a bucket of a parameter', caught: false, notChecked: true, app: (stack) => void balancer(stack, parameter(stack)) },
  { name: 'a bucket that is elsewhere', caught: false, notChecked: true, app: (stack) => void balancer(stack, 'shop-logs') },
];
