import { Match, Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import {
  Deployment, DeploymentHook, Ec2WorkerService, EcsWorkload, FargateWebService, FargateWorkerService, Ingress, NetworkIngress, TestTraffic,
  type IEcsWorkload, type NetworkIngressProps, type NetworkListenerOptions,
} from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const SERVICE = 'AWS::ECS::Service';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const STRATEGIES: { readonly [strategy: string]: Deployment } = {
  BLUE_GREEN: Deployment.blueGreen(),
  LINEAR: Deployment.linear(),
  CANARY: Deployment.canary(),
};
const { TLS, UDP, TCP_UDP } = elbv2.Protocol;
const ids = (part: string) => Match.stringLikeRegexp(`^Network${part}[0-9A-F]{8}$`);
const mqtt: NetworkListenerOptions[] = [{ port: 8883, containerPort: 1883 }];

function worker(stack: Stack, deployment: Deployment): FargateWorkerService {
  return new FargateWorkerService(stack, 'Broker', { cluster: testCluster(stack), image: IMAGE, deployment });
}

function ingress(stack: Stack, service: IEcsWorkload, listeners = mqtt, more: Partial<NetworkIngressProps> = {}): NetworkIngress {
  return new NetworkIngress(stack, 'Network', { service, listeners, ...more });
}

function templateOf(deployment: Deployment, listeners?: NetworkListenerOptions[]): Template {
  const stack = testStack();
  ingress(stack, worker(stack, deployment), listeners);
  return Template.fromStack(stack);
}

function refusal(deployment: Deployment, listeners = mqtt): string {
  const stack = testStack();
  const service = worker(stack, deployment);
  return refusalOf(stack, 'Network', (scope, id) => new NetworkIngress(scope, id, { service, listeners }));
}

const weights = (blue: string, green: string) => [{
  Type: 'forward',
  ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: ids(blue) }, Weight: 100 }, { TargetGroupArn: { Ref: ids(green) }, Weight: 0 }] },
}];

test.each(Object.entries(STRATEGIES))('%s has two target groups, the listener between them and the role', (strategy, deployment) => {
  const template = templateOf(deployment);
  template.hasResource(SERVICE, {
    Properties: {
      DeploymentConfiguration: Match.objectLike({ Strategy: strategy, BakeTimeInMinutes: 5, DeploymentCircuitBreaker: Match.absent() }),
      LoadBalancers: [{
        ContainerName: 'app',
        ContainerPort: 1883,
        TargetGroupArn: { Ref: ids('LoadBalancerTCP8883TargetGroup') },
        AdvancedConfiguration: {
          AlternateTargetGroupArn: { Ref: ids('LoadBalancerTCP8883AlternateTargetGroup') },
          ProductionListenerRule: { Ref: ids('LoadBalancerTCP8883') },
          RoleArn: { 'Fn::GetAtt': [ids('InfrastructureRole'), 'Arn'] },
          TestListenerRule: Match.absent(),
        },
      }],
    },
    DependsOn: Match.arrayWith([ids('LoadBalancerTCP8883')]),
  });
  template.hasResourceProperties(LISTENER, { Port: 8883, DefaultActions: weights('LoadBalancerTCP8883TargetGroup', 'LoadBalancerTCP8883AlternateTargetGroup') });
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'ecs.amazonaws.com' } })] },
    ManagedPolicyArns: [{ 'Fn::Join': ['', Match.arrayWith([':iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers'])] }],
  });
});

test('both target groups are alike', () => {
  const template = templateOf(Deployment.blueGreen(), [{ port: 25, proxyProtocolV2: true, healthCheck: { interval: Duration.seconds(5) } }]);
  const groups = Object.values(template.findResources(TARGET_GROUP));
  expect(groups).toHaveLength(2);
  expect(groups[0].Properties).toEqual(groups[1].Properties);
});

test.each(FLAG_SETS)('the template is as it was, with $flags', ({ context }) => {
  const stack = testStack(context);
  ingress(stack, worker(stack, Deployment.canary({ testTraffic: TestTraffic.onPort(9000) })));
  const resources = Object.entries<any>(Template.fromStack(stack).toJSON().Resources).filter(([id]) => id.startsWith('Network') || id.startsWith('BrokerService'));
  expect(Object.fromEntries(resources)).toMatchSnapshot();
});

test('all listeners move, with one role', () => {
  const template = templateOf(Deployment.linear(), [...mqtt, { port: 53, containerPort: 5353, protocol: TCP_UDP }, { port: 54, protocol: UDP, healthCheck: { port: '1883' } }]);
  const groups = template.findResources(TARGET_GROUP);
  expect(Object.values(groups).map(({ Properties }) => Properties.Protocol)).toEqual(['TCP', 'TCP', 'TCP_UDP', 'TCP_UDP', 'UDP', 'UDP']);
  const [{ Properties }] = Object.values(template.findResources(SERVICE));
  const advanced = Properties.LoadBalancers.map(({ AdvancedConfiguration }: any) => AdvancedConfiguration);
  expect(new Set(advanced.map(({ RoleArn }: any) => JSON.stringify(RoleArn))).size).toBe(1);
  expect(new Set(advanced.map(({ ProductionListenerRule }: any) => ProductionListenerRule.Ref)).size).toBe(3);
});

test('the parts are distinguished', () => {
  const stack = testStack();
  const { targetGroups, alternateTargetGroups } = ingress(stack, worker(stack, Deployment.blueGreen()), [...mqtt, { port: 9000 }]);
  expect(targetGroups).toHaveLength(2);
  expect(alternateTargetGroups).toHaveLength(2);
  expect(new Set([...targetGroups, ...alternateTargetGroups]).size).toBe(4);
});

test('a rolling deployment has no second target group', () => {
  const stack = testStack();
  expect(ingress(stack, worker(stack, Deployment.rolling())).alternateTargetGroups).toEqual([]);
});

test('a role that is passed is used instead', () => {
  const stack = testStack();
  const infrastructureRole = iam.Role.fromRoleArn(stack, 'Given', 'arn:aws:iam::123456789012:role/shift');
  ingress(stack, worker(stack, Deployment.blueGreen({ infrastructureRole })));
  const template = Template.fromStack(stack);
  template.hasResourceProperties(SERVICE, { LoadBalancers: [{ AdvancedConfiguration: { RoleArn: 'arn:aws:iam::123456789012:role/shift' } }] });
  expect(Object.keys(template.findResources('AWS::IAM::Role')).filter((id) => id.includes('InfrastructureRole'))).toEqual([]);
});

describe('test traffic on a port', () => {
  const testTraffic = TestTraffic.onPort(9000, { allowFrom: [ec2.Peer.ipv4('10.0.0.0/8')] });

  test('has a listener of the same protocol, which only those who are named reach', () => {
    const stack = testStack();
    const certificates = [acm.Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-west-1:123456789012:certificate/1')];
    ingress(stack, worker(stack, Deployment.blueGreen({ testTraffic })), [{ port: 443, containerPort: 1883, protocol: TLS, certificates }]);
    const template = Template.fromStack(stack);
    template.hasResourceProperties(LISTENER, {
      Port: 9000,
      Protocol: 'TLS',
      Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' }],
      DefaultActions: weights('LoadBalancerTCP443TargetGroup', 'LoadBalancerTCP443AlternateTargetGroup'),
    });
    template.hasResourceProperties(SERVICE, { LoadBalancers: [{ AdvancedConfiguration: { TestListenerRule: { Ref: ids('LoadBalancerTCP443Test') } } }] });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [Match.objectLike({ CidrIp: '0.0.0.0/0', FromPort: 443 }), Match.objectLike({ CidrIp: '10.0.0.0/8', FromPort: 9000, ToPort: 9000 })],
    });
  });

  test('is for the first listener alone', () => {
    const template = templateOf(Deployment.blueGreen({ testTraffic }), [...mqtt, { port: 1883 }]);
    template.resourceCountIs(LISTENER, 3);
    template.hasResourceProperties(SERVICE, {
      LoadBalancers: [
        Match.objectLike({ AdvancedConfiguration: Match.objectLike({ TestListenerRule: { Ref: ids('LoadBalancerTCP8883Test') } }) }),
        Match.objectLike({ AdvancedConfiguration: Match.objectLike({ TestListenerRule: Match.absent() }) }),
      ],
    });
  });

  test('is for the first load balancer alone', () => {
    const stack = testStack();
    const service = worker(stack, Deployment.blueGreen({ testTraffic }));
    ingress(stack, service);
    new NetworkIngress(stack, 'Other', { service, listeners: [{ port: 9000 }], internal: true });
    Template.fromStack(stack).resourceCountIs(LISTENER, 3);
  });

  test('is refused on the port of the production traffic, unless its protocol differs', () => {
    expect(refusal(Deployment.blueGreen({ testTraffic }), [...mqtt, { port: 9000 }]))
      .toContain('listeners[1].port is 9000, where the deployment of the service has its testTraffic [dpl-bluegreen-wiring]');
    expect(() => templateOf(Deployment.blueGreen({ testTraffic }), [...mqtt, { port: 9000, protocol: UDP, healthCheck: { port: '1883' } }])).not.toThrow();
  });

  test('is what hooks at its stages need', () => {
    const stack = testStack();
    const handler = lambda.Function.fromFunctionArn(stack, 'Check', 'arn:aws:lambda:eu-west-1:123456789012:function:check');
    const hooks = [DeploymentHook.lambda(handler, { stages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT] })];
    ingress(stack, worker(stack, Deployment.blueGreen({ testTraffic, hooks })));
    Template.fromStack(stack).hasResourceProperties(SERVICE, {
      DeploymentConfiguration: { LifecycleHooks: [Match.objectLike({ LifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] })] },
    });
  });
});

describe('beside the ingress of a web service', () => {
  function web(stack: Stack, deployment: Deployment): FargateWebService {
    return new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), deployment });
  }

  test('both move', () => {
    const stack = testStack();
    ingress(stack, web(stack, Deployment.blueGreen()));
    Template.fromStack(stack).hasResourceProperties(SERVICE, {
      LoadBalancers: [
        Match.objectLike({ ContainerPort: 80, AdvancedConfiguration: Match.objectLike({ ProductionListenerRule: { Ref: Match.stringLikeRegexp('^WebIngressProductionRule') } }) }),
        Match.objectLike({ ContainerPort: 1883, AdvancedConfiguration: Match.objectLike({ ProductionListenerRule: { Ref: ids('LoadBalancerTCP8883') } }) }),
      ],
    });
  });

  test('test traffic is on the port of the ingress', () => {
    const stack = testStack();
    ingress(stack, web(stack, Deployment.blueGreen({ testTraffic: TestTraffic.onPort(8883) })));
    Template.fromStack(stack).hasResourceProperties(SERVICE, {
      LoadBalancers: [
        Match.objectLike({ AdvancedConfiguration: Match.objectLike({ TestListenerRule: Match.anyValue() }) }),
        Match.objectLike({ AdvancedConfiguration: Match.objectLike({ TestListenerRule: Match.absent() }) }),
      ],
    });
  });

  test.each([Deployment.codeDeploy()])('CodeDeploy has no place for it', (deployment) => {
    const stack = testStack();
    const service = web(stack, deployment);
    for (const workload of [service, EcsWorkload.fromService(service.service)]) {
      expect(refusalOf(stack, 'Network', (scope, id) => new NetworkIngress(scope, id, { service: workload, listeners: mqtt })))
        .toContain('service is deployed by CodeDeploy, which moves the traffic of one load balancer alone [dpl-codedeploy-controller-rules]');
    }
  });
});

test('instances are shifted like addresses', () => {
  const stack = testStack();
  const securityGroups = [ec2.SecurityGroup.fromSecurityGroupId(stack, 'InstanceGroup', 'sg-instances')];
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Cluster', { clusterName: 'shop', vpc: testVpc(stack), securityGroups });
  ingress(stack, new Ec2WorkerService(stack, 'Broker', {
    cluster, image: IMAGE, memoryLimitMiB: 256, networkMode: ecs.NetworkMode.BRIDGE, deployment: Deployment.blueGreen(),
  }));
  const template = Template.fromStack(stack);
  template.allResourcesProperties(TARGET_GROUP, { TargetType: 'instance' });
  template.resourceCountIs(TARGET_GROUP, 2);
});

test('services made without this library are shifted too', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE });
  const deploymentStrategy = ecs.DeploymentStrategy.BLUE_GREEN;
  const plain = new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition, deploymentStrategy });
  ingress(stack, EcsWorkload.fromService(plain));
  Template.fromStack(stack).hasResourceProperties(SERVICE, {
    LoadBalancers: [{ AdvancedConfiguration: { AlternateTargetGroupArn: Match.anyValue(), RoleArn: Match.anyValue() } }],
  });
});

describe('time', () => {
  // 33 waits of 55 minutes and 5 of bakeTime are 1820. ECS waits 34 times 10 minutes more, and once again for test traffic.
  const slow = { stepPercent: 3, stepBakeTime: Duration.minutes(55), testTraffic: TestTraffic.onPort(9000) };

  test.each<[string, Deployment, string]>([
    ['steps', Deployment.linear(slow), 'service takes 2170 minutes to deploy, 350 of them'],
    ['many steps', Deployment.linear({ ...slow, stepBakeTime: Duration.minutes(59), testTraffic: undefined }), 'service takes 2292 minutes to deploy, 340 of them'],
  ])('beyond that of CloudFormation is refused: %s', (_name, deployment, words) => {
    const message = refusal(deployment);
    expect(message).toContain(words);
    expect(message).toContain('[dpl-strategy-config-mismatch]');
  });

  test('of 36 hours is allowed', () => {
    expect(() => templateOf(Deployment.linear({ ...slow, testTraffic: undefined }))).not.toThrow();
  });
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const minutes = Duration.minutes(number);
  const deployment = Deployment.linear({ stepPercent: number, stepBakeTime: minutes, bakeTime: minutes, testTraffic: TestTraffic.onPort(number) });
  ingress(stack, worker(stack, deployment), [{ port: 8883, containerPort: 9000 }]);
  templateWithoutTokens(stack).hasResourceProperties(LISTENER, { Port: { Ref: 'Number' } });
});

test('a bake time of tokens alone passes too', () => {
  const stack = testStack();
  const minutes = Duration.minutes(tokens(stack).number);
  expect(() => ingress(stack, worker(stack, Deployment.canary({ bakeTime: minutes })))).not.toThrow();
  const other = testStack();
  expect(() => ingress(other, worker(other, Deployment.canary({ canaryBakeTime: minutes })))).not.toThrow();
});
