import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { Duration, Lazy, type Stack } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress, type FargateWebServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function web(stack: Stack, ingress: Ingress, props: Partial<FargateWebServiceProps> = {}): FargateWebService {
  return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 8080, ingress, ...props });
}

function templateOf(ingressOf: (stack: Stack) => Ingress, props?: Partial<FargateWebServiceProps>): Template {
  const stack = testStack();
  web(stack, ingressOf(stack), props);
  return Template.fromStack(stack);
}

function zone(stack: Stack): route53.IHostedZone {
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
}

function certificate(stack: Stack): acm.ICertificate {
  return acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1');
}

function withZone(stack: Stack) {
  return { domainName: 'app.example.com', hostedZone: zone(stack) };
}

describe.each(FLAG_SETS)('a load balancer of a service with $flags', ({ context }) => {
  test('reaches the tasks on their port, and only the tasks', () => {
    const stack = testStack(context);
    web(stack, Ingress.publicHttp());
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: Match.stringLikeRegexp('Web/SecurityGroup$'), SecurityGroupIngress: Match.absent(),
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
      Description: 'Load balancer to target',
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] },
      SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebIngressLoadBalancerSecurityGroup'), 'GroupId'] },
      IpProtocol: 'tcp',
      FromPort: 8080,
      ToPort: 8080,
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 1);
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', {
      GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebIngressLoadBalancerSecurityGroup'), 'GroupId'] },
      DestinationSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] },
      FromPort: 8080,
      ToPort: 8080,
    });
    template.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
  });

  test('is allowed on the port of the health check, where that differs', () => {
    const stack = testStack(context);
    web(stack, Ingress.publicHttp(), { targetHealthCheck: { port: '9000' } });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EC2::SecurityGroupIngress', 2);
    for (const port of [8080, 9000]) template.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { FromPort: port, ToPort: port });
  });

  test('has a target group with the delays and health check that are set', () => {
    const stack = testStack(context);
    web(stack, Ingress.publicHttp());
    Template.fromStack(stack).hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      Port: 80,
      Protocol: 'HTTP',
      TargetType: 'ip',
      TargetGroupAttributes: Match.arrayWith([{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }]),
      HealthCheckPath: '/',
      HealthCheckPort: Match.absent(),
      HealthCheckIntervalSeconds: 10,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 3,
      Matcher: { HttpCode: '200-399' },
    });
  });
});

describe('publicHttp', () => {
  test('answers every address on port 80', () => {
    const template = templateOf(() => Ingress.publicHttp());
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Scheme: 'internet-facing', Subnets: ['subnet-public-a', 'subnet-public-b'],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, Protocol: 'HTTP' });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 80, ToPort: 80 })],
    });
  });

  test('answers only clients that are allowed', () => {
    const template = templateOf(() => Ingress.publicHttp({ allowFrom: [ec2.Peer.ipv4('192.0.2.0/24')] }));
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '192.0.2.0/24', FromPort: 80 })],
    });
  });

  test('drops headers that no server should see', () => {
    templateOf(() => Ingress.publicHttp()).hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      LoadBalancerAttributes: Match.arrayWith([{ Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' }]),
    });
  });

  test('has the options of its load balancer', () => {
    const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
    const template = templateOf(() => Ingress.publicHttp({ idleTimeout: Duration.minutes(5), deletionProtection: true, vpcSubnets }));
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Subnets: ['subnet-private-a', 'subnet-private-b'],
      LoadBalancerAttributes: Match.arrayWith([
        { Key: 'deletion_protection.enabled', Value: 'true' },
        { Key: 'idle_timeout.timeout_seconds', Value: '300' },
      ]),
    });
  });
});

describe('publicHttps', () => {
  test('gets a certificate that the hosted zone validates', () => {
    templateOf((stack) => Ingress.publicHttps(withZone(stack))).hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'app.example.com',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'app.example.com', HostedZoneId: 'Z1' }],
    });
  });

  test('speaks TLS 1.3, and 1.2 with forward secrecy', () => {
    templateOf((stack) => Ingress.publicHttps(withZone(stack))).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443, Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    });
  });

  test('uses the TLS policy that is set', () => {
    const sslPolicy = elbv2.SslPolicy.TLS13_13;
    templateOf((stack) => Ingress.publicHttps({ ...withZone(stack), sslPolicy })).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443, SslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    });
  });

  test('sends plain HTTP to HTTPS', () => {
    templateOf((stack) => Ingress.publicHttps(withZone(stack))).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80,
      DefaultActions: [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }],
    });
  });

  test('is found under its name', () => {
    templateOf((stack) => Ingress.publicHttps(withZone(stack))).hasResourceProperties('AWS::Route53::RecordSet', {
      Name: 'app.example.com.', Type: 'A', HostedZoneId: 'Z1', AliasTarget: Match.anyValue(),
    });
  });

  test('uses a certificate that is passed, and creates no record without a hosted zone', () => {
    const template = templateOf((stack) => Ingress.publicHttps({ domainName: 'app.example.com', certificate: certificate(stack) }));
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }],
    });
  });

  test('creates a record for a certificate that is passed with a hosted zone', () => {
    const template = templateOf((stack) => Ingress.publicHttps({ ...withZone(stack), certificate: certificate(stack) }));
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    template.resourceCountIs('AWS::Route53::RecordSet', 1);
  });

  test('fails when there is neither a certificate nor a hosted zone', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const ingress = Ingress.publicHttps({ domainName: 'app.example.com' });
    const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress }));
    expect(message).toContain('ingress has neither certificate nor hostedZone, HTTPS needs a certificate [net-tls-listener]');
    expect(message).toContain('at:   Shop/Web (ingress)');
    expect(message).toContain('pass the hostedZone of the domain name to get a certificate, or pass a certificate');
  });
});

describe('an internal load balancer', () => {
  test('is in the private subnets, and closed', () => {
    const template = templateOf(() => Ingress.internalHttp());
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Scheme: 'internal', Subnets: ['subnet-private-a', 'subnet-private-b'],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80 });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      GroupDescription: Match.stringLikeRegexp('^Automatically created Security Group for ELB'),
      SecurityGroupIngress: Match.absent(),
    });
  });

  test('answers the security groups that are allowed', () => {
    const stack = testStack();
    const caller = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Caller', 'sg-caller');
    web(stack, Ingress.internalHttp({ allowFrom: [caller] }));
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', { SourceSecurityGroupId: 'sg-caller', FromPort: 80, ToPort: 80 });
  });

  test('speaks HTTPS too', () => {
    const template = templateOf((stack) => Ingress.internalHttps(withZone(stack)));
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 443, Protocol: 'HTTPS' });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, DefaultActions: [Match.objectLike({ Type: 'redirect' })] });
  });
});

test('the service waits for the listener', () => {
  templateOf(() => Ingress.publicHttp()).hasResource('AWS::ECS::Service', {
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^WebIngressLoadBalancerHttp')]),
  });
});

test.each([Duration.seconds(0), Duration.seconds(4001)])('fails when the idle timeout is %p', (idleTimeout) => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const ingress = Ingress.publicHttp({ idleTimeout });
  const message = refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress }));
  expect(message).toContain(`ingress.idleTimeout is ${idleTimeout.toSeconds()} seconds, it must be a whole number from 1 to 4000 seconds`);
});

test('numbers that only synthesis knows are texts in attributes', () => {
  const stack = testStack();
  const later = Duration.seconds(Lazy.number({ produce: () => 45 }));
  web(stack, Ingress.publicHttp({ idleTimeout: later }), { deregistrationDelay: later });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { TargetGroupAttributes: Match.arrayWith([{ Key: 'deregistration_delay.timeout_seconds', Value: '45' }]) });
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { LoadBalancerAttributes: Match.arrayWith([{ Key: 'idle_timeout.timeout_seconds', Value: '45' }]) });
});

test('tokens pass in every text and number', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const ingress = Ingress.publicHttps({ domainName: text, hostedZone: zone(stack), idleTimeout: Duration.seconds(number) });
  web(stack, ingress, {
    containerPort: number,
    deregistrationDelay: Duration.seconds(number),
    healthCheckGracePeriod: Duration.seconds(number),
    targetHealthCheck: { path: text, interval: Duration.seconds(number), timeout: Duration.seconds(number), healthyThresholdCount: number },
  });
  const template = templateWithoutTokens(stack);
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckPath: { Ref: 'Text' },
    HealthCheckIntervalSeconds: { Ref: 'Number' },
    HealthCheckTimeoutSeconds: { Ref: 'Number' },
  });
  template.hasResourceProperties('AWS::ECS::Service', {
    HealthCheckGracePeriodSeconds: { Ref: 'Number' }, LoadBalancers: [Match.objectLike({ ContainerPort: { Ref: 'Number' } })],
  });
});
