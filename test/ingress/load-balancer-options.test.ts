import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnParameter, Duration, Fn, type Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, SharedLoadBalancer, type FargateWebServiceProps, type HttpsOptions, type LoadBalancerOptions } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const { GRPC, HTTP1, HTTP2 } = elbv2.ApplicationProtocolVersion;
const { HTTPS } = elbv2.ApplicationProtocol;
const WEB_ACL = 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/shop/1';

type Props = Partial<FargateWebServiceProps>;

function service(stack: Stack, ingress: Ingress, props: Props = {}): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress, ...props });
}

function certificate(stack: Stack): acm.ICertificate {
  return acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
}

function https(of: (stack: Stack) => Partial<HttpsOptions>, props?: Props): Template {
  const stack = testStack();
  service(stack, Ingress.publicHttps({ domainName: 'app.example.com', certificate: certificate(stack), ...of(stack) }), props);
  return Template.fromStack(stack);
}

function http(of: (stack: Stack) => LoadBalancerOptions, props?: Props): Template {
  const stack = testStack();
  service(stack, Ingress.publicHttp(of(stack)), props);
  return Template.fromStack(stack);
}

const attribute = (Key: string, Value: unknown) => ({ Key, Value });

describe('targets', () => {
  test('are asked in gRPC, with a health check that any server answers', () => {
    https(() => ({ protocolVersion: GRPC })).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'HTTP', ProtocolVersion: 'GRPC', HealthCheckPath: '/AWS.ALB/healthcheck', Matcher: { GrpcCode: '12', HttpCode: Match.absent() },
    });
  });

  test('are checked in gRPC with the path and codes that are set', () => {
    const targetHealthCheck = { path: '/grpc.health.v1.Health/Check', healthyGrpcCodes: '0' };
    https(() => ({ protocolVersion: GRPC }), { targetHealthCheck }).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckPath: '/grpc.health.v1.Health/Check', Matcher: { GrpcCode: '0' },
    });
  });

  test('keep our health check where a property of it is undefined', () => {
    https(() => ({}), { targetHealthCheck: { path: '/health', healthyHttpCodes: undefined, interval: undefined } })
      .hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/health', HealthCheckIntervalSeconds: 10, Matcher: { HttpCode: '200-399' } });
  });

  test('are asked in HTTP/2', () => {
    https(() => ({ protocolVersion: HTTP2 })).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      ProtocolVersion: 'HTTP2', Matcher: { HttpCode: '200-399' },
    });
  });

  test('are spoken to in HTTPS, health check too', () => {
    http(() => ({ targetProtocol: HTTPS })).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Protocol: 'HTTPS', Port: 443, HealthCheckProtocol: 'HTTPS',
    });
  });

  test('keep their clients for a while', () => {
    http(() => ({ stickinessCookieDuration: Duration.hours(1) })).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: Match.arrayWith([attribute('stickiness.enabled', 'true'), attribute('stickiness.type', 'lb_cookie'), attribute('stickiness.lb_cookie.duration_seconds', '3600')]),
    });
  });

  test('keep their clients by a cookie of the application', () => {
    http(() => ({ stickinessCookieDuration: Duration.hours(1), stickinessCookieName: 'session' })).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetGroupAttributes: Match.arrayWith([attribute('stickiness.type', 'app_cookie'), attribute('stickiness.app_cookie.cookie_name', 'session')]),
    });
  });

  test('behind a shared load balancer have the same options', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc: cluster.vpc, certificates: [certificate(stack)] });
    const ingress = Ingress.shared({ loadBalancer, hostNames: ['grpc.example.com'], protocolVersion: GRPC, targetProtocol: HTTPS });
    new FargateWebService(stack, 'Web', { cluster, image: IMAGE, containerPort: 80, ingress });
    Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol: 'HTTPS', ProtocolVersion: 'GRPC' });
  });
});

describe.each(FLAG_SETS)('access logs with $flags', ({ context }) => {
  test('are written to the bucket, which lets load balancers of this account write them', () => {
    const stack = testStack(context);
    service(stack, Ingress.publicHttp({ accessLogsBucket: new s3.Bucket(stack, 'Logs'), accessLogsPrefix: 'shop' }));
    const template = Template.fromStack(stack);
    template.hasResource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Properties: {
        LoadBalancerAttributes: Match.arrayWith([
          attribute('access_logs.s3.enabled', 'true'),
          attribute('access_logs.s3.bucket', { Ref: Match.stringLikeRegexp('^Logs') }),
          attribute('access_logs.s3.prefix', 'shop'),
        ]),
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^LogsPolicy')]),
    });
    const [{ Properties: { PolicyDocument: { Statement: [statement] } } }] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
    expect(statement).toMatchObject({ Action: 's3:PutObject', Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' } });
    expect(JSON.stringify(statement.Resource)).toContain('/shop/AWSLogs/');
    expect(JSON.stringify(statement.Condition)).toContain(':loadbalancer/*');
  });
});

test('a web ACL inspects the requests', () => {
  http(() => ({ webAclArn: WEB_ACL })).hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
    ResourceArn: { Ref: Match.stringLikeRegexp('^WebIngressLoadBalancer') }, WebACLArn: WEB_ACL,
  });
});

test('clients show a certificate', () => {
  const trustStore = (stack: Stack) => elbv2.TrustStore.fromTrustStoreArn(stack, 'TrustStore', 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/shop/1');
  https((stack) => ({ mutualAuthentication: { mutualAuthenticationMode: elbv2.MutualAuthenticationMode.VERIFY, trustStore: trustStore(stack) } }))
    .hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 443, MutualAuthentication: { Mode: 'verify', TrustStoreArn: Match.stringLikeRegexp('truststore') } });
});

describe('CloudFront', () => {
  const prefixList = (stack: Stack) => ec2.PrefixList.fromPrefixListId(stack, 'CloudFront', 'pl-4fa04526');

  test('is allowed alone, on the main port alone', () => {
    const template = https((stack) => ({ cloudFrontPrefixList: prefixList(stack) }));
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
    template.resourcePropertiesCountIs('AWS::EC2::SecurityGroupIngress', { SourcePrefixListId: 'pl-4fa04526' }, 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourcePrefixListId: 'pl-4fa04526', FromPort: 443, ToPort: 443 });
    expect(JSON.stringify(template.toJSON())).not.toContain('0.0.0.0/0","Description":"from');
  });

  test('is allowed alone at a shared load balancer', () => {
    const stack = testStack();
    new SharedLoadBalancer(stack, 'Shared', { vpc: testVpc(stack), certificates: [certificate(stack)], cloudFrontPrefixList: prefixList(stack) });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  service(stack, Ingress.publicHttp({
    webAclArn: text, accessLogsBucket: s3.Bucket.fromBucketName(stack, 'Logs', text), accessLogsPrefix: text, stickinessCookieDuration: Duration.seconds(number), stickinessCookieName: text,
  }));
  templateWithoutTokens(stack).hasResourceProperties('AWS::WAFv2::WebACLAssociation', { WebACLArn: { Ref: 'Text' } });
});

describe('invalid options', () => {
  const refusal = (of: (stack: Stack) => LoadBalancerOptions, props: Props = {}) => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const ingress = Ingress.publicHttp(of(stack));
    return refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress, ...props }));
  };

  test.each<[string, (stack: Stack) => LoadBalancerOptions]>([
    ['ingress.protocolVersion is GRPC, and clients use plain HTTP', () => ({ protocolVersion: GRPC })],
    ['ingress.protocolVersion is HTTP2, and clients use plain HTTP', () => ({ protocolVersion: HTTP2 })],
    ['ingress.stickinessCookieDuration is 604801 seconds', () => ({ stickinessCookieDuration: Duration.seconds(604801) })],
    ["ingress.stickinessCookieName is 'AWSALB'", () => ({ stickinessCookieDuration: Duration.days(1), stickinessCookieName: 'AWSALB' })],
    ['ingress has a stickinessCookieName and no stickinessCookieDuration', () => ({ stickinessCookieName: 'session' })],
    ["ingress.webAclArn is 'arn:aws:wafv2:us-east-1:1:global/webacl/a/b', it must be the ARN of a regional web ACL", () => ({ webAclArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/a/b' })],
    ['ingress.accessLogsPrefix is set without accessLogsBucket', () => ({ accessLogsPrefix: 'shop' })],
    ["ingress.accessLogsPrefix is '/shop'", (stack) => ({ accessLogsBucket: new s3.Bucket(stack, 'Logs'), accessLogsPrefix: '/shop' })],
    ['ingress.accessLogsBucket is encrypted with a key of its own', (stack) => ({ accessLogsBucket: new s3.Bucket(stack, 'Logs', { encryptionKey: new kms.Key(stack, 'Key') }) })],
    ['ingress.allowFrom is set beside cloudFrontPrefixList', (stack) => ({ cloudFrontPrefixList: ec2.PrefixList.fromPrefixListId(stack, 'List', 'pl-1'), allowFrom: [] })],
  ])('fails: %s', (headline, of) => expect(refusal(of)).toContain(headline));

  test('fails when the health check is in another language than the tasks', () => {
    expect(refusal(() => ({ protocolVersion: HTTP1 }), { targetHealthCheck: { healthyGrpcCodes: '0' } }))
      .toContain('targetHealthCheck.healthyGrpcCodes is set, and the tasks are asked in HTTP [net-health-check-misfit]');
    expect(() => https(() => ({ protocolVersion: GRPC }), { targetHealthCheck: { healthyHttpCodes: '200' } }))
      .toThrow('targetHealthCheck.healthyHttpCodes is set, and the tasks are asked in gRPC [net-health-check-misfit]');
  });
});

describe('one subnet', () => {
  const subnet = (stack: Stack, availabilityZone: string, outpostArn?: string) => {
    const one = new ec2.PrivateSubnet(stack, 'One', { vpcId: 'vpc-1', cidrBlock: '10.0.250.0/24', availabilityZone });
    (one.node.defaultChild as ec2.CfnSubnet).outpostArn = outpostArn;
    return one;
  };
  const internal = (of: (stack: Stack) => ec2.ISubnet) => (stack: Stack) =>
    service(stack, Ingress.internalHttp({ vpcSubnets: { subnets: [of(stack)] } }));

  test.each<[string, (stack: Stack) => ec2.ISubnet]>([
    ['in a Local Zone', (stack) => subnet(stack, 'us-west-2-lax-1a')],
    ['on an Outpost', (stack) => subnet(stack, 'eu-west-1a', 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-1')],
    ['in a zone that a parameter names', (stack) => subnet(stack, new CfnParameter(stack, 'Zone').valueAsString)],
    ['that is imported', (stack) => ec2.Subnet.fromSubnetId(stack, 'One', 'subnet-1')],
  ])('%s may be the only one', (_, of) => {
    const stack = testStack();
    internal(of)(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: [Match.anyValue()] });
  });

  test.each<[string, (stack: Stack) => ec2.ISubnet]>([
    ['in an Availability Zone', (stack) => subnet(stack, 'eu-west-1a')],
    ['of the VPC', (stack) => new ec2.Vpc(stack, 'Own').privateSubnets[0]],
    ['in a zone of the region', (stack) => subnet(stack, Fn.select(0, Fn.getAzs()))],
  ])('%s is refused', (_, of) => {
    const stack = testStack();
    expect(messageOf(() => internal(of)(stack))).toContain('ingress.vpcSubnets selects 1 subnet');
  });
});
