import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { INGRESSES, LISTENER, RULE, SERVICE, listener, onListener, refusal, templateOf, webService } from './web-service';
import { Deployment, FargateWebService, Ingress, SharedLoadBalancer, TestTraffic } from '../../src';
import { IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const ids = (prefix: string) => Match.stringLikeRegexp(`^WebIngress${prefix}`);

function hasTestRule(template: Template, rule: object): void {
  template.hasResourceProperties(SERVICE, { LoadBalancers: [{ AdvancedConfiguration: { TestListenerRule: { Ref: ids('TestRule') } } }] });
  template.hasResourceProperties(RULE, { Actions: [Match.objectLike({ ForwardConfig: Match.anyValue() })], ...rule });
}

describe('on a port', () => {
  test('has a listener that is closed by default', () => {
    const template = templateOf(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(9000) }));
    template.hasResourceProperties(LISTENER, { Port: 9000, Protocol: 'HTTP' });
    hasTestRule(template, { ListenerArn: { Ref: ids('LoadBalancerTest') }, Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }] });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', { SecurityGroupIngress: [Match.objectLike({ FromPort: 80, ToPort: 80 })] });
  });

  test('allows the clients that are named', () => {
    const testTraffic = TestTraffic.onPort(9000, { allowFrom: [ec2.Peer.ipv4('10.0.0.0/8')] });
    templateOf(Deployment.canary({ testTraffic })).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: Match.arrayWith([Match.objectLike({ CidrIp: '10.0.0.0/8', FromPort: 9000, ToPort: 9000 })]),
    });
  });

  test('speaks HTTPS where the real traffic does, with the same certificate', () => {
    const stack = testStack();
    webService(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(8443) }), stack, INGRESSES.publicHttps(stack));
    const template = Template.fromStack(stack);
    template.hasResourceProperties(LISTENER, { Port: 8443, Protocol: 'HTTPS', SslPolicy: Match.anyValue(), Certificates: [{ CertificateArn: { Ref: ids('Certificate') } }] });
    template.resourceCountIs('AWS::CertificateManager::Certificate', 1);
  });

  test.each([80, 443])('is refused on %i, where the real traffic is', (port) => {
    expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(port) }), INGRESSES.publicHttps)).toContain(`deployment.testTraffic is on port ${port}`);
  });

  test.each(['existingListener', 'shared'])('is refused behind %s, which others own', (kind) => {
    expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(9000) }), INGRESSES[kind])).toContain('the load balancer is not the service\'s own');
  });

  test('is refused without a port that exists', () => {
    expect(refusal(Deployment.blueGreen({ testTraffic: TestTraffic.onPort(70000) }))).toContain('70000');
  });
});

describe('with a header', () => {
  const preview = TestTraffic.withHeader('X-Preview', ['green']);

  test('comes before the real traffic, on the same listener', () => {
    hasTestRule(templateOf(Deployment.blueGreen({ testTraffic: preview })), {
      Priority: 49999,
      ListenerArn: { Ref: ids('LoadBalancerHttp') },
      Conditions: [{ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Preview', Values: ['green'] } }],
    });
  });

  test('has the conditions of the service too, on a listener of others', () => {
    const stack = testStack();
    webService(Deployment.linear({ testTraffic: TestTraffic.withHeader('X-Preview', ['green'], { priority: 9 }) }), stack, onListener(stack));
    hasTestRule(Template.fromStack(stack), {
      Priority: 9,
      Conditions: [
        { Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } },
        { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Preview', Values: ['green'] } },
      ],
    });
  });

  test('needs a priority on a listener of others', () => {
    expect(refusal(Deployment.blueGreen({ testTraffic: preview }), onListener)).toContain('deployment.testTraffic has no priority');
  });

  test('gets its priority on a shared load balancer, before the real traffic', () => {
    const stack = testStack();
    const cluster = testCluster(stack);
    const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc: cluster.vpc, protocol: 'HTTP' as never });
    new FargateWebService(stack, 'Web', {
      cluster, image: IMAGE, containerPort: 80, ingress: Ingress.shared({ loadBalancer, pathPatterns: ['/api/*'] }), deployment: Deployment.blueGreen({ testTraffic: preview }),
    });
    const priorities = Object.entries(Template.fromStack(stack).findResources(RULE)).map(([id, { Properties }]) => [id.includes('Test'), Properties.Priority]);
    const [[, test]] = priorities.filter(([isTest]) => isTest);
    const [[, production]] = priorities.filter(([isTest]) => !isTest);
    expect(test).toBeLessThan(production);
  });

  test.each<[string, TestTraffic, string]>([
    ['a name with a space', TestTraffic.withHeader('X Preview', ['green']), "'X Preview'"],
    ['no value', TestTraffic.withHeader('X-Preview', []), 'has no value for the header'],
    ['an empty value', TestTraffic.withHeader('X-Preview', ['']), "is ''"],
    ['the priority of the real traffic', TestTraffic.withHeader('X-Preview', ['green'], { priority: 50000 }), 'has priority 50000'],
    ['a priority that does not exist', TestTraffic.withHeader('X-Preview', ['green'], { priority: 50001 }), '50001'],
  ])('is refused with %s', (_name, testTraffic, words) => {
    expect(refusal(Deployment.blueGreen({ testTraffic }))).toContain(words);
  });
});

describe('on a listener', () => {
  test('has the conditions of the service, on another listener of the same load balancer', () => {
    const stack = testStack();
    const ingress = onListener(stack);
    webService(Deployment.blueGreen({ testTraffic: TestTraffic.onListener(listener(stack, 'Test', 9000), 7) }), stack, ingress);
    hasTestRule(Template.fromStack(stack), {
      Priority: 7,
      ListenerArn: { Ref: Match.stringLikeRegexp('^OthersLoadBalancerTest') },
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
    });
  });

  test('is refused where the service has its own load balancer', () => {
    const message = refusal(Deployment.blueGreen({ testTraffic: TestTraffic.onListener(listener(testStack()), 7) }));
    expect(message).toContain('deployment.testTraffic is on a listener, and the load balancer is made with the service');
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  webService(Deployment.blueGreen({ testTraffic: TestTraffic.withHeader(text, [text], { priority: number }) }), stack);
  templateWithoutTokens(stack).hasResourceProperties(RULE, {
    Priority: { Ref: 'Number' }, Conditions: [{ HttpHeaderConfig: { HttpHeaderName: { Ref: 'Text' }, Values: [{ Ref: 'Text' }] } }],
  });
});
