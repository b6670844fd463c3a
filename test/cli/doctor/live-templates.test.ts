import { ARNS } from '../../../src/gotchas/fixtures/recorded/arns';
import { withLive, withService } from '../../../src/gotchas/fixtures/recorded/changed';
import { healthy, network, scaling, service, shop, targetGroup } from '../../../src/gotchas/fixtures/recorded/healthy';
import { toldOf } from './said-of';
import type { Account, LiveService } from '../../../src/cli/collect/account';
import { notRead, reasonOf } from '../../../src/cli/collect/not-read';
import { asTemplates } from '../../../src/cli/doctor/live-templates/as-templates';
import { Unknown } from '../../../src/facts/fact';
import type { SubjectKind, Subjects } from '../../../src/facts/subjects';
import { readSubjects } from '../../../src/readers/subjects';

function factsOf<K extends SubjectKind>(account: Account, kind: K): readonly Subjects[K][] {
  return readSubjects(asTemplates(account)).filter((subject) => subject.kind === kind).map(({ facts }) => facts as Subjects[K]);
}

const [LISTENER] = targetGroup.listeners as Exclude<typeof targetGroup.listeners, Unknown>;

test('a rule leads to the target group, and its values count once', () => {
  const rule = {
    RuleArn: `${ARNS.listener.replace(':listener/', ':listener-rule/')}/9683b2d02a6cabee`,
    Priority: '10',
    Conditions: [
      { Field: 'host-header', Values: ['a.example.com', 'b.example.com'], HostHeaderConfig: { Values: ['a.example.com', 'b.example.com'] } },
      { Field: 'path-pattern', Values: ['/api/*'] },
    ],
    Actions: [{ Type: 'forward' as const, ForwardConfig: { TargetGroups: [{ TargetGroupArn: ARNS.targetGroup, Weight: 100 }] } }],
  };
  const account = withLive({
    targetGroups: [{ ...targetGroup, listeners: [{ ...LISTENER, DefaultActions: [{ Type: 'fixed-response' }], Rules: [...LISTENER.Rules, rule] }] }],
  });
  expect(factsOf(account, 'listenerRule')).toMatchObject([{ priority: 10, conditionValues: 3, samePriority: [] }]);
  expect(factsOf(account, 'targetGroup')).toMatchObject([{ onListener: true, services: 1 }]);
  expect(toldOf(account)).toEqual([]);
});

test('endpoints are a way out for what they are for', () => {
  const endpoint = (name: string, kind: 'Interface' | 'Gateway') => ({
    VpcEndpointId: `vpce-${name}`,
    VpcId: 'vpc-1',
    VpcEndpointType: kind,
    ServiceName: `com.amazonaws.eu-west-1.${name}`,
    PrivateDnsEnabled: true,
    RouteTableIds: kind === 'Gateway' ? ['rtb-1'] : [],
    Groups: kind === 'Gateway' ? [] : [{ GroupId: 'sg-endpoints' }],
  });
  const closed = { ...network, routeTables: [{ ...network.routeTables[0], Routes: [] }] };
  const open = {
    ...closed,
    endpoints: [endpoint('ecr.api', 'Interface'), endpoint('ecr.dkr', 'Interface'), endpoint('logs', 'Interface'), endpoint('s3', 'Gateway')],
    securityGroups: [...network.securityGroups, { GroupId: 'sg-endpoints', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/16' }] }] }],
  };
  expect(toldOf(withLive({ network: closed }))).toEqual(['error net-no-egress-path']);
  expect(toldOf(withLive({ network: open }))).toEqual([]);
  expect(toldOf(withLive({ network: { ...open, endpoints: open.endpoints.slice(1) } }))).toEqual(['error net-no-egress-path']);
});

test('a subnet with a route table of its own doesn\'t go by the main one', () => {
  const own = { RouteTableId: 'rtb-2', VpcId: 'vpc-1', Associations: [{ SubnetId: 'subnet-b' }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' as const }] };
  const account = withLive({ network: { ...network, routeTables: [...network.routeTables, own] } });
  const [{ network: read }] = factsOf(account, 'service');
  expect(read).toMatchObject({ subnets: [{ egress: 'nat' }, { egress: 'internet-gateway' }] });
});

test('a step policy follows what its alarm follows', () => {
  const alarm = { AlarmName: 'deep-queue', AlarmArn: 'arn:aws:cloudwatch:eu-west-1:1:alarm:deep-queue', Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' };
  const [policy] = scaling.policies as Exclude<typeof scaling.policies, Unknown>;
  const step = { ...policy, PolicyType: 'StepScaling' as const, TargetTrackingScalingPolicyConfiguration: undefined, Alarms: [{ AlarmName: alarm.AlarmName, AlarmARN: alarm.AlarmArn }] };
  const account = withLive({ scaling: { ...scaling, policies: [step], alarms: [alarm] } });
  expect(factsOf(account, 'scalableTarget')).toMatchObject([{ policies: [{ kind: 'step', metric: 'ApproximateNumberOfMessagesVisible' }] }]);
});

test('capacity providers are those of the cluster', () => {
  const strategy = { capacityProviderStrategy: [{ capacityProvider: 'workers', weight: 1, base: 0 }], launchType: undefined };
  const provider = {
    capacityProviderArn: 'arn:aws:ecs:eu-west-1:1:capacity-provider/workers',
    name: 'workers',
    autoScalingGroupProvider: { autoScalingGroupArn: 'arn:aws:autoscaling:eu-west-1:1:autoScalingGroup:1:autoScalingGroupName/workers', managedScaling: { status: 'ENABLED' as const } },
  };
  const live: Partial<LiveService> = { taskDefinition: { ...healthy.clusters[0].services[0].taskDefinition as object, requiresCompatibilities: ['EC2'] } };
  expect(toldOf(withLive(live, strategy))).toEqual(['error ec2-provider-not-associated']);
  const joined = withLive(live, strategy, { capacityProviders: [provider], cluster: { ...shop.cluster, capacityProviders: ['workers'] } });
  expect(toldOf(joined)).toEqual([]);
  expect(factsOf(joined, 'capacityProvider')).toMatchObject([{ managedScaling: true }]);
});

test('blue/green names its second target group, and the role that ECS created is left out', () => {
  const account = withService({
    loadBalancers: [{ ...service.loadBalancers![0], advancedConfiguration: { alternateTargetGroupArn: `${ARNS.targetGroup}2`, productionListenerRule: ARNS.listener, roleArn: 'arn:aws:iam::1:role/elb' } }],
  });
  expect(factsOf(account, 'service')).toMatchObject([{
    loadBalancers: [{ alternateTargetGroup: { id: `${ARNS.targetGroup}2` }, productionRoute: { kind: 'listener' }, testRoute: undefined, hasShiftRole: true }], hasLegacyRole: false,
  }]);
});

test('the words of users are left as they are', () => {
  const [{ body }] = asTemplates(healthy);
  expect(body).toHaveProperty(['Resources', ARNS.task, 'Properties', 'ContainerDefinitions', 0, 'LogConfiguration', 'Options', 'awslogs-group'], '/shop/web');
});

test('what was not read is unknown, with its reason, and neither there nor absent', () => {
  const source = { id: 't', body: { Resources: { D: { Type: 'AWS::ECS::TaskDefinition', Properties: { Cpu: notRead('ecs:X is denied: allow it') } } } } };
  const [{ facts }] = readSubjects([source]);
  const { cpuUnits } = facts as Subjects['task'];
  expect(cpuUnits).toBeInstanceOf(Unknown);
  expect(reasonOf((cpuUnits as Unknown).reason)).toBe('ecs:X is denied: allow it');
});
