import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { App, Duration, Stack } from 'aws-cdk-lib/core';
import {
  Deployment, FargateWebService, Ingress, RequestCountTargetScaling, SharedLoadBalancer, TestTraffic,
  type SharedIngressOptions, type SharedLoadBalancerProps,
} from '../../src';
import { platform } from '../support/platform';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const { HTTP } = elbv2.ApplicationProtocol;

function zone(stack: Stack): route53.IHostedZone {
  return route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
}

function certificate(stack: Stack, id = 'Given'): acm.ICertificate {
  return acm.Certificate.fromCertificateArn(stack, id, `arn:aws:acm:eu-west-1:123456789012:certificate/${id}`);
}

function alone(of: (stack: Stack) => Partial<SharedLoadBalancerProps>): Template {
  const stack = testStack();
  new SharedLoadBalancer(stack, 'Shared', { vpc: testVpc(stack), ...of(stack) });
  return Template.fromStack(stack);
}

describe('the load balancer', () => {
  test('is public, speaks HTTPS and sends plain HTTP there', () => {
    expect(alone((stack) => ({ hostedZone: zone(stack) })).toJSON()).toMatchSnapshot();
  });

  test('answers 404 where no service does', () => {
    alone((stack) => ({ certificates: [certificate(stack)] })).hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Not found' } }],
    });
  });

  test('has one certificate for the zone and the names in it', () => {
    alone((stack) => ({ hostedZone: zone(stack) })).hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'example.com', SubjectAlternativeNames: ['*.example.com'],
    });
  });

  test('has all certificates that are passed', () => {
    const template = alone((stack) => ({ certificates: [certificate(stack, 'First'), certificate(stack, 'Second')] }));
    template.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Certificates: [{ CertificateArn: Match.stringLikeRegexp('First$') }] });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerCertificate', { Certificates: [{ CertificateArn: Match.stringLikeRegexp('Second$') }] });
  });

  test('uses plain HTTP on request', () => {
    const template = alone(() => ({ protocol: HTTP }));
    template.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', { Port: 80, Protocol: 'HTTP', DefaultActions: [Match.objectLike({ Type: 'fixed-response' })] });
  });

  test('is closed by default, if it is internal', () => {
    const template = alone(() => ({ protocol: HTTP, internal: true }));
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal', Subnets: ['subnet-private-a', 'subnet-private-b'] });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: Match.absent() });
  });

  test('allows the clients that are named, on each of its ports', () => {
    const stack = testStack();
    const shared = new SharedLoadBalancer(stack, 'Shared', {
      vpc: testVpc(stack), certificates: [certificate(stack)], allowFrom: [ec2.Peer.ipv4('192.0.2.0/24')],
    });
    shared.connections.allowDefaultPortFrom(ec2.Peer.ipv4('198.51.100.0/24'));
    const rule = (CidrIp: string, port: number) => Match.objectLike({ CidrIp, FromPort: port, ToPort: port });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [rule('192.0.2.0/24', 443), rule('192.0.2.0/24', 80), rule('198.51.100.0/24', 443)],
    });
  });

  test.each([
    [{}, 'the load balancer has neither certificates nor hostedZone, HTTPS needs a certificate'],
    [{ certificates: [] }, 'the load balancer has neither certificates nor hostedZone'],
    [{ protocol: HTTP, domainName: 'example.com' }, 'domainName is set on a load balancer that speaks HTTP'],
    [{ protocol: HTTP, sslPolicy: elbv2.SslPolicy.TLS13_13 }, 'sslPolicy is set on a load balancer that speaks HTTP'],
    [{ protocol: HTTP, idleTimeout: Duration.seconds(0) }, 'idleTimeout is 0 seconds, it must be a whole number from 1 to 4000 seconds'],
  ])('fails when its options are %j', (props, headline) => {
    const stack = testStack();
    const vpc = testVpc(stack);
    expect(refusalOf(stack, 'Shared', (scope, id) => new SharedLoadBalancer(scope, id, { vpc, ...props }))).toContain(headline);
  });

  test('warns when it has more services than the quota', () => {
    const { stack, loadBalancer } = platform();
    for (let rule = 0; rule < 100; rule++) loadBalancer._attach({});
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
    loadBalancer._attach({});
    Annotations.fromStack(stack).hasWarning('/Platform/Shared', Match.stringLikeRegexp('more than 100 services'));
  });
});

describe.each(FLAG_SETS)('a service of another stack with $flags', ({ context }) => {
  test('has its rule, target group and security group rules in its own stack', () => {
    const { app, stack, service } = platform({ protocol: HTTP }, new App({ context, analyticsReporting: false }));
    const { loadBalancer, targetGroup, node } = service('Orders', { pathPatterns: ['/orders', '/orders/*'], methods: ['GET'] });
    const orders = Template.fromStack(Stack.of(app.node.findChild('Orders')));
    orders.hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
      Priority: 9302,
      Actions: [{ Type: 'forward', TargetGroupArn: { Ref: Match.stringLikeRegexp('^WebIngressTargetGroup') } }],
    });
    orders.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 1);
    orders.resourceCountIs('AWS::EC2::SecurityGroupEgress', 1);
    expect(stack.dependencies).toEqual([]);
    expect(loadBalancer.node.path).toBe('Platform/Shared/LoadBalancer');
    expect(targetGroup.node.path.startsWith(node.path)).toBe(true);
  });

  test('changes nothing in the stack of the load balancer, where another one is already', () => {
    const platformOf = (...names: string[]) => {
      const { stack, service } = platform({ protocol: HTTP }, new App({ context, analyticsReporting: false }));
      for (const name of names) service(name, { pathPatterns: [`/${name}/*`] });
      return Template.fromStack(stack).toJSON();
    };
    expect(platformOf('Orders', 'Invoices')).toEqual(platformOf('Orders'));
  });
});

describe('a rule', () => {
  const ruleOf = (options: Omit<SharedIngressOptions, 'loadBalancer'>) => {
    const { app, service } = platform();
    service('Orders', options);
    return Template.fromStack(app.node.findChild('Orders') as Stack);
  };

  test('has each condition that is set', () => {
    ruleOf({
      hostNames: ['a.example.com'],
      headers: { 'X-Version': ['2'] },
      methods: ['GET'],
      sourceIps: ['192.0.2.0/24'],
      queryStrings: [{ key: 'v', value: '1' }],
    }).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', {
      Conditions: [
        { Field: 'host-header', HostHeaderConfig: { Values: ['a.example.com'] } },
        { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Version', Values: ['2'] } },
        { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET'] } },
        { Field: 'source-ip', SourceIpConfig: { Values: ['192.0.2.0/24'] } },
        { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'v', Value: '1' }] } },
      ],
    });
  });

  test('keeps the priority that is chosen', () => {
    ruleOf({ pathPatterns: ['/a'], priority: 7 }).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', { Priority: 7 });
  });

  test('takes tokens', () => {
    const { app, cluster, loadBalancer } = platform();
    const orders = new Stack(app, 'Orders');
    const { text, number } = tokens(orders);
    const ingress = Ingress.shared({ loadBalancer, priority: number, hostNames: [text], headers: { 'X-A': [text] }, queryStrings: [{ value: text }] });
    new FargateWebService(orders, 'Web', { cluster, image: IMAGE, containerPort: 80, ingress });
    templateWithoutTokens(orders).hasResourceProperties('AWS::ElasticLoadBalancingV2::ListenerRule', { Priority: { Ref: 'Number' } });
  });

  test('scales on the requests of its service', () => {
    const { app, service } = platform();
    const web = service('Orders', { pathPatterns: ['/a'] });
    new RequestCountTargetScaling(web, 'Requests', { service: web, requestsPerTarget: 100 });
    Template.fromStack(app.node.findChild('Orders') as Stack).resourceCountIs('AWS::ApplicationAutoScaling::ScalingPolicy', 1);
  });

  test.each([
    [{}, 'ingress has no condition'],
    [{ hostNames: [], headers: {} }, 'ingress has no condition'],
    [{ pathPatterns: ['/a', '/b', '/c'], methods: ['GET', 'PUT'], headers: { 'X-A': ['1'] } }, 'ingress has 3 pathPatterns and 2 methods and 1 values of headers, a rule compares with 5 values at most'],
    [{ pathPatterns: ['/*/*/*', '/*/*/*/*'] }, 'ingress has 7 wildcards in its conditions, a rule takes 6'],
    [{ hostNames: ['example.com:8080'] }, "ingress.hostNames is 'example.com:8080'"],
    [{ pathPatterns: ['api/*'] }, "ingress.pathPatterns is 'api/*', it must begin with '/' or '*'"],
    [{ pathPatterns: ['/a b'] }, "ingress.pathPatterns is '/a b'"],
    [{ methods: ['get'] }, "ingress.methods is 'get', it must have 1 to 40 capital letters"],
    [{ sourceIps: ['192.0.2.1'] }, "ingress.sourceIps is '192.0.2.1', it must be a CIDR range"],
    [{ headers: { Host: ['a'] } }, "ingress.headers is 'Host'"],
    [{ headers: { 'X-A': [''] } }, "ingress.headers[X-A] is ''"],
    [{ pathPatterns: ['/a'], priority: 50001 }, 'ingress.priority is 50001, it must be a whole number from 1 to 50000'],
  ])('fails when its options are %j', (options, headline) => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const ingress = Ingress.shared({ loadBalancer: new SharedLoadBalancer(stack, 'Shared', { vpc: cluster.vpc, protocol: HTTP }), ...options });
    expect(refusalOf(stack, 'Web', (scope, id) => new FargateWebService(scope, id, { cluster, image: IMAGE, containerPort: 80, ingress }))).toContain(headline);
  });
});

test('traffic moves between two target groups, and test traffic has a rule before the real one', () => {
  const { app, cluster, loadBalancer } = platform();
  const orders = new Stack(app, 'Orders');
  new FargateWebService(orders, 'Web', {
    cluster,
    image: IMAGE,
    containerPort: 80,
    ingress: Ingress.shared({ loadBalancer, pathPatterns: ['/orders/*'] }),
    deployment: Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) }),
  });
  const template = Template.fromStack(orders);
  template.resourceCountIs('AWS::ElasticLoadBalancingV2::TargetGroup', 2);
  const rules = Object.values(template.findResources('AWS::ElasticLoadBalancingV2::ListenerRule')).map(({ Properties }) => Properties);
  const [real, preview] = [rules.find(({ Conditions }) => Conditions.length === 1), rules.find(({ Conditions }) => Conditions.length === 2)];
  expect(preview!.Priority).toBeLessThan(real!.Priority);
});

describe('names in the hosted zone', () => {
  function recordsFor(...services: string[][]): string[] {
    const app = new App();
    const stack = new Stack(app, 'Platform');
    const cluster = testCluster(stack);
    const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc: cluster.vpc, hostedZone: zone(stack) });
    services.forEach((hostNames, index) => new FargateWebService(new Stack(app, `Service${index}`), 'Web', {
      cluster, image: IMAGE, containerPort: 80, ingress: Ingress.shared({ loadBalancer, hostNames, pathPatterns: [`/${index}`] }),
    }));
    return Object.values(Template.fromStack(stack).findResources('AWS::Route53::RecordSet')).map(({ Properties }) => Properties.Name);
  }

  test('lead to the load balancer, each once', () => {
    expect(recordsFor(['shop.example.com', 'example.com'], ['SHOP.example.com', '*.eu.example.com']))
      .toEqual(['shop.example.com.', 'example.com.', '*.eu.example.com.']);
  });

  test('are unchanged where a record cannot have the name', () => {
    expect(recordsFor(['shop.example.org', 'notexample.com', 'shop-*.example.com'])).toEqual([]);
  });
});
