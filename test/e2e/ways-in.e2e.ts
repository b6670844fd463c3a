import * as path from 'node:path';
import type { Service } from '@aws-sdk/client-ecs';
import type { Listener, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { deployed } from './support/deployment';

describe('the ways in that no example shows', () => {
  const app = deployed(path.join(__dirname, 'fixtures/ways-in.ts'));
  let services: Record<'Greeter' | 'Shop' | 'Catalog', Service>;
  let groups: TargetGroup[];

  beforeAll(async () => {
    const { account } = app();
    const [Greeter, Shop, Catalog] = await Promise.all([/Greeter/, /Shop/, /Catalog/].map((name) => account.service(name)));
    services = { Greeter, Shop, Catalog };
    ({ TargetGroups: groups = [] } = await account.loadBalancing.describeTargetGroups({}));
  });

  const groupsOf = ({ loadBalancers = [] }: Service) => loadBalancers.map(({ targetGroupArn }) => (
    groups.find(({ TargetGroupArn }) => TargetGroupArn === targetGroupArn)!));

  async function attributesOf({ TargetGroupArn }: TargetGroup): Promise<Record<string, string>> {
    const { Attributes = [] } = await app().account.loadBalancing.describeTargetGroupAttributes({ TargetGroupArn });
    return Object.fromEntries(Attributes.map(({ Key, Value }) => [Key!, Value!]));
  }

  async function listenerOf({ LoadBalancerArns: [LoadBalancerArn] = [] }: TargetGroup, port: number): Promise<Listener> {
    const { Listeners = [] } = await app().account.loadBalancing.describeListeners({ LoadBalancerArn });
    return Listeners.find(({ Port }) => Port === port)!;
  }

  test('the stack is complete, and each service runs', async () => {
    expect(await app().stackStatuses()).toEqual({ WaysIn: 'CREATE_COMPLETE' });
    for (const { runningCount, desiredCount } of Object.values(services)) expect(runningCount).toBe(desiredCount);
  });

  test('gRPC is asked for its health in gRPC, on both target groups', () => {
    const asked = groups.filter(({ ProtocolVersion }) => ProtocolVersion === 'GRPC');
    expect(asked).toHaveLength(2);
    for (const group of asked) expect(group).toMatchObject({ Protocol: 'HTTP', HealthCheckPath: '/AWS.ALB/healthcheck', Matcher: { GrpcCode: '12' } });
    expect(asked).toContain(groupsOf(services.Greeter)[0]);
  });

  test('clients show a certificate, and connect by TLS', async () => {
    const listener = await listenerOf(groupsOf(services.Greeter)[0], 443);
    expect(listener).toMatchObject({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      MutualAuthentication: { Mode: 'verify', TrustStoreArn: expect.stringMatching(/:truststore\/clients\/1$/) },
    });
  });

  test('ECS knows the steps of a linear deployment', () => {
    expect(services.Greeter.deploymentConfiguration).toMatchObject({
      strategy: 'LINEAR', bakeTimeInMinutes: 5, linearConfiguration: { stepPercent: 20, stepBakeTimeInMinutes: 2 },
    });
  });

  test('a client stays with its task, and AWS WAF inspects the requests', async () => {
    const [group] = groupsOf(services.Shop);
    expect(await attributesOf(group)).toMatchObject({
      'stickiness.enabled': 'true', 'stickiness.type': 'lb_cookie', 'stickiness.lb_cookie.duration_seconds': '3600',
    });
    const { WebACL } = await app().account.ask('AWSWAF_20190729', 'wafv2', 'GetWebACLForResource', { ResourceArn: group.LoadBalancerArns![0] });
    expect(WebACL).toMatchObject({ Name: expect.stringMatching(/^WaysIn-Firewall/) });
  });

  test('a second target group is behind a load balancer of its own, on its own port', () => {
    expect(services.Shop.loadBalancers).toMatchObject([{ containerPort: 8080 }, { containerPort: 9000 }]);
    const [first, second] = groupsOf(services.Shop).map(({ LoadBalancerArns }) => LoadBalancerArns);
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
  });

  test('on a listener that is there, both rules send all to the first target group, test traffic first', async () => {
    expect(services.Catalog.deploymentConfiguration).toMatchObject({ strategy: 'BLUE_GREEN' });
    const [{ targetGroupArn, advancedConfiguration: shift }] = services.Catalog.loadBalancers!;
    const { Rules = [] } = await app().account.loadBalancing.describeRules({ RuleArns: [shift!.testListenerRule!, shift!.productionListenerRule!] });
    const weights = Rules.map(({ Priority, Actions: [{ ForwardConfig }] = [{ Type: 'forward' }] }) => [
      Priority, ForwardConfig!.TargetGroups!.map(({ TargetGroupArn, Weight }) => [TargetGroupArn, Weight]),
    ]);
    const all = [[targetGroupArn, 100], [shift!.alternateTargetGroupArn, 0]];
    expect(weights.sort()).toEqual([['10', all], ['20', all]]);
  });

  test('destroying leaves nothing', async () => {
    expect(await app().destroy()).toEqual([]);
  });
});
