import type { LiveListener } from '../../../src/cli/collect/account';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { executionRole, serviceLinkedRole, targetGroup, taskRole, web } from '../../../src/gotchas/fixtures/recorded/healthy';
import { withWeights } from '../../../src/gotchas/dpl/dpl-traffic-put-back.cases';
import { cases as expressCases } from '../../../src/gotchas/exp/exp-resource-failed.cases';
import { cases as instanceCases } from '../../../src/gotchas/sd/sd-instances-differ.cases';

const found = (account: ReturnType<typeof withWeights>, id: string) => diagnose(account).findings.filter((one) => one.id === id);
const of = (cases: typeof instanceCases, name: string) => cases.find((one) => one.name === name)!.account;

test('traffic to a target group without targets is an error, to one that answers a warning', () => {
  expect(found(withWeights(100, 0), 'dpl-traffic-put-back')).toMatchObject([{
    severity: 'error', detail: 'productionListenerRule (100 % to web) leads past web-green, the target group of the running revision',
  }]);
  expect(found(withWeights(25, 75, {}, undefined, targetGroup.health), 'dpl-traffic-put-back')).toMatchObject([{ severity: 'warning', detail: expect.stringContaining('(25 % to web)') }]);
});

test('the listener of a Network Load Balancer has no rule', () => {
  const [listener] = targetGroup.listeners as readonly LiveListener[];
  const loadBalancers = [{ targetGroupArn: 'arn:x:targetgroup/other/1', productionListenerRule: listener.ListenerArn }];
  const account = withWeights(0, 100, { revisions: [{ serviceRevisionArn: 'arn:r/7', taskDefinition: web.service.taskDefinition, resolvedConfiguration: { loadBalancers } }] });
  expect(found(account, 'dpl-traffic-put-back')).toMatchObject([{ detail: expect.stringContaining('(100 % to web) leads past other') }]);
});

test('instances of Cloud Map without a task are named with the command that removes them', () => {
  expect(found(of(instanceCases, 'an instance whose task is gone'), 'sd-instances-differ')).toMatchObject([{
    severity: 'warning',
    detail: 'serviceRegistries (srv-1234567890abcdef) lead to 1 address that no running task has: 10.0.0.99',
    fix: 'aws servicediscovery deregister-instance --service-id srv-1234567890abcdef --instance-id t0',
  }]);
  expect(found(of(instanceCases, 'a task that is not registered'), 'sd-instances-differ')).toMatchObject([{ detail: 'serviceRegistries (srv-1234567890abcdef) don\'t have 1 running task: 10.0.0.11' }]);
});

test('a resource of Express Mode that failed quotes the reason of ECS', () => {
  expect(found(of(expressCases, 'a load balancer over a quota'), 'exp-resource-failed')).toMatchObject([{
    severity: 'error', detail: 'loadBalancer (FAILED) could not be created', evidence: ['The maximum number of load balancers has been reached'],
  }]);
});

test.each([['lambda.amazonaws.com', 1], ['ecs.amazonaws.com', 0]])('the infrastructure role of an Express service that trusts %s: %d findings', (Service, count) => {
  const role = { arn: 'arn:aws:iam::111122223333:role/express', trustPolicy: JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Service } }] }), decisions: [] };
  const account = withLive({
    express: { serviceArn: web.service.serviceArn, serviceName: 'web', infrastructureRoleArn: role.arn },
    roles: new Map([taskRole, executionRole, serviceLinkedRole, role].map((one) => [one.arn, one])),
  }, { resourceManagementType: 'ECS' });
  expect(found(account, 'exp-infrastructure-role')).toHaveLength(count);
  expect(found(account, 'exp-infrastructure-role').map(({ at }) => at.name)).toEqual(Array.from({ length: count }, () => 'shop/web'));
});
