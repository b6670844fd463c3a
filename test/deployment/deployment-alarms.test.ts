import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { SERVICE, webService } from './web-service';
import { Deployment, DeploymentAlarms, EcsWorkload, type FargateWebService } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { FLAG_SETS, testCluster, testStack } from '../support/stacks';

const imported = (stack: Stack, name: string) => cloudwatch.Alarm.fromAlarmArn(stack, name, `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`);
const WATCH = { threshold: 80, evaluationPeriods: 3 };

function alarmsOf(template: Template): unknown {
  const [service] = Object.values(template.findResources(SERVICE));
  return service.Properties.DeploymentConfiguration.Alarms;
}

/** Follows references and dependencies from a resource; a circle is what CloudFormation refuses. */
function circleFrom(template: Template, start: string): boolean {
  const { Resources } = template.toJSON();
  const next = (id: string) => Object.keys(Resources).filter((other) => {
    const { Properties, DependsOn = [] } = Resources[id];
    return JSON.stringify(Properties ?? {}).includes(`"Ref":"${other}"`) || JSON.stringify(Properties ?? {}).includes(`"Fn::GetAtt":["${other}"`)
      || [DependsOn].flat().includes(other);
  });
  const seen = new Set<string>();
  const todo = next(start);
  while (todo.length > 0) {
    const id = todo.pop()!;
    if (id === start) return true;
    if (!seen.has(id)) todo.push(...next(id));
    seen.add(id);
  }
  return false;
}

describe.each(FLAG_SETS)('with $flags', ({ context }) => {
  test.each<[string, (web: FargateWebService) => cloudwatch.IMetric]>([
    ['the service', (web) => web.service.metric('CPUUtilization')],
    ['its target group', (web) => web.targetGroup.metrics.unhealthyHostCount()],
    ['its other target group', (web) => web.alternateTargetGroup!.metrics.httpCodeTarget('5xx' as never)],
    ['its load balancer', (web) => web.loadBalancer.metrics.activeConnectionCount()],
  ])('an alarm on a metric of %s is no circle', (_what, metric) => {
    const stack = testStack(context);
    const web = webService(Deployment.blueGreen(), stack);
    const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric: metric(web), ...WATCH });
    new DeploymentAlarms(stack, 'RollBack', { service: web, alarms: [alarm] });
    const template = Template.fromStack(stack);
    const [[id, { Properties }]] = Object.entries(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarmsOf(template)).toEqual({ AlarmNames: [Properties.AlarmName], Enable: true, Rollback: true });
    expect(Properties.AlarmName).toMatch(/^Shop-Alarm-/);
    expect(circleFrom(template, id)).toBe(false);
  });
});

test('alarms of all parts and of the deployment add up, each once', () => {
  const stack = testStack();
  const alarms = ['one', 'two', 'three'].map((name) => imported(stack, name));
  const service = webService(Deployment.rolling({ alarms: [alarms[0]] }), stack);
  new DeploymentAlarms(stack, 'First', { service, alarms: [alarms[0], alarms[1]] });
  new DeploymentAlarms(stack, 'Second', { service, alarms: [alarms[2]] });
  expect(alarmsOf(Template.fromStack(stack))).toEqual({ AlarmNames: ['one', 'two', 'three'], Enable: true, Rollback: true });
});

test('an alarm keeps the name that it has', () => {
  const stack = testStack();
  const service = webService(undefined, stack);
  const alarm = new cloudwatch.Alarm(stack, 'Alarm', { metric: service.service.metric('CPUUtilization'), alarmName: 'shop-cpu', ...WATCH });
  new DeploymentAlarms(stack, 'RollBack', { service, alarms: [alarm] });
  expect(alarmsOf(Template.fromStack(stack))).toMatchObject({ AlarmNames: ['shop-cpu'] });
});

test('a composite alarm is named as the template names it', () => {
  const stack = testStack();
  const service = webService(undefined, stack);
  const cpu = new cloudwatch.Alarm(stack, 'Cpu', { metric: service.service.metric('CPUUtilization'), ...WATCH });
  const alarm = new cloudwatch.CompositeAlarm(stack, 'Any', { alarmRule: cloudwatch.AlarmRule.anyOf(cpu) });
  new DeploymentAlarms(stack, 'RollBack', { service, alarms: [alarm] });
  const template = Template.fromStack(stack);
  const [{ Properties }] = Object.values(template.findResources('AWS::CloudWatch::CompositeAlarm'));
  expect(alarmsOf(template)).toMatchObject({ AlarmNames: [Properties.AlarmName] });
});

test('an alarm of another stack that watches the service is no circle', () => {
  const stack = testStack();
  const monitoring = new Stack(stack.node.scope!, 'Monitoring');
  const service = webService(undefined, stack);
  const alarm = new cloudwatch.Alarm(monitoring, 'Alarm', { metric: service.service.metric('CPUUtilization'), ...WATCH });
  new DeploymentAlarms(stack, 'RollBack', { service, alarms: [alarm] });
  expect(alarmsOf(Template.fromStack(stack))).toMatchObject({ AlarmNames: [expect.stringMatching(/^Monitoring-Alarm-/)] });
  expect(stack.dependencies).toEqual([]);
});

test('a plain service keeps the alarms that it has', () => {
  const stack = testStack();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx') });
  const service = new ecs.FargateService(stack, 'Plain', {
    cluster: testCluster(stack), taskDefinition, deploymentAlarms: { alarmNames: ['theirs'], behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM },
  });
  new DeploymentAlarms(stack, 'RollBack', { service: EcsWorkload.fromService(service), alarms: [imported(stack, 'ours')] });
  expect(alarmsOf(Template.fromStack(stack))).toEqual({ AlarmNames: ['theirs', 'ours'], Enable: true, Rollback: true });
});

describe('invalid options', () => {
  test('no alarm', () => {
    const stack = testStack();
    const service = webService(undefined, stack);
    expect(refusalOf(stack, 'RollBack', (scope, id) => new DeploymentAlarms(scope, id, { service, alarms: [] }))).toContain('alarms is empty');
  });

  test('one alarm twice', () => {
    const stack = testStack();
    const service = webService(undefined, stack);
    const alarm = imported(stack, 'one');
    expect(refusalOf(stack, 'RollBack', (scope, id) => new DeploymentAlarms(scope, id, { service, alarms: [alarm, alarm] }))).toContain('names Shop/one twice');
  });

  test('one part that rolls back and one that does not', () => {
    const stack = testStack();
    const service = webService(undefined, stack);
    new DeploymentAlarms(stack, 'First', { service, alarms: [imported(stack, 'one')] });
    expect(refusalOf(stack, 'Second', (scope, id) => new DeploymentAlarms(scope, id, { service, alarms: [imported(stack, 'two')], rollback: false })))
      .toContain('rollback is false, and true where other alarms of the same service are named');
  });

  test('a service that CodeDeploy deploys', () => {
    const stack = testStack();
    const service = webService(Deployment.codeDeploy(), stack);
    expect(messageOf(() => new DeploymentAlarms(stack, 'RollBack', { service, alarms: [imported(stack, 'one')] })))
      .toContain('service is deployed by the CODE_DEPLOY controller');
  });
});
