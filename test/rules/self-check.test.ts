import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { type CfnTaskDefinition, Cluster, ContainerImage, FargateService, FargateTaskDefinition, type TaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { type App, attachCustomSynthesis, CfnResource, Duration, NestedStack, Stage, TimeZone, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { failureOf, reportsOf, testApp, testStack } from './report-of';
import { withHostVolume, withMovingTag } from './small-findings';
import { GotchaSeverity } from '../../src/gotchas/gotcha';
import { Ingress } from '../../src/ingress/ingress';
import { EventJob } from '../../src/jobs/event-job';
import { OneOffTask } from '../../src/jobs/one-off-task';
import { ScheduledJob } from '../../src/jobs/scheduled-job';
import { EcsGuardrails } from '../../src/rules/ecs-guardrails';
import { FargateWebService } from '../../src/services/fargate-web-service';
import { FargateWorkerService } from '../../src/services/fargate-worker-service';

process.env.CDK_VALIDATION = 'false';

const image = ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');
const { PUBLIC, PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

function clusterIn(scope: Construct): Cluster {
  const vpc = new ec2.Vpc(scope, 'Vpc', {
    maxAzs: 2,
    subnetConfiguration: [PUBLIC, PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS].map((subnetType) => ({ name: subnetType, subnetType })),
  });
  return new Cluster(scope, 'Cluster', { vpc });
}

function worker(scope: Construct, subnetType = PRIVATE_ISOLATED): FargateWorkerService {
  return new FargateWorkerService(scope, 'Worker', { cluster: clusterIn(scope), image, vpcSubnets: { subnetType } });
}

/** Findings of all plugins, as `<severity> <id>`. */
function findings(app: App): readonly string[] {
  return reportsOf(app).flatMap(({ violations }) => violations).map(({ severity, ruleName }) => `${severity} ${ruleName}`);
}

const NO_EGRESS = 'error net-no-egress-path';

describe('an app without the rule pack', () => {
  test.each([['isolated subnets', PRIVATE_ISOLATED], ['public subnets without an address', PUBLIC]])('fails on %s', (_, subnetType) => {
    const app = testApp();
    worker(testStack(app), subnetType);
    expect(failureOf(app)).toContain('net-no-egress-path');
    expect(findings(app)).toEqual([NO_EGRESS]);
  });

  test('synthesizes a service that has no error, and has no report', () => {
    const app = testApp();
    worker(testStack(app), PRIVATE_WITH_EGRESS);
    expect(failureOf(app)).toBeUndefined();
    expect(() => reportsOf(app)).toThrow('nothing was validated');
  });

  test('fails on the events and the schedule of a job that can never start', () => {
    const app = testApp();
    const stack = testStack(app);
    const task = new OneOffTask(stack, 'Task', { cluster: clusterIn(stack), image });
    const timeout = Duration.minutes(5);
    new EventJob(stack, 'Stopped', { task, timeout, eventPattern: { source: ['ecs'], detailType: ['ECS Task State Change'] } });
    const timeZone = TimeZone.of('Europe/Munich');
    new ScheduledJob(stack, 'Nightly', { task, timeout, schedule: ScheduleExpression.cron({ minute: '0', hour: '3', timeZone }) });
    expect([...findings(app)].sort()).toEqual(['error job-schedule-invalid', 'error obs-event-never-matches']);
  });

  test.each([
    [{ Cpu: '512', Memory: '512' }, 'size.memoryMiB (512) is not available with size.cpu (512), only 1024 to 4096 in steps of 1024', 'use FargateSize.of(512, 1024), the next pair that holds both'],
    [{ Cpu: '300' }, 'size.cpu (300) is not sold by Fargate', 'use FargateSize.of(512, 1024), the next pair that holds both'],
  ])('has the detail and the fix in words of the props: %j', (properties, detail, fix) => {
    const app = testApp();
    const service = worker(testStack(app), PRIVATE_WITH_EGRESS);
    const resource = service.node.findAll().find((construct): construct is CfnResource => CfnResource.isCfnResource(construct) && construct.cfnResourceType === 'AWS::ECS::TaskDefinition')!;
    for (const [name, value] of Object.entries(properties)) resource.addPropertyOverride(name, value);
    const [violation] = reportsOf(app).flatMap(({ violations }) => violations);
    expect(violation.description).toContain(detail);
    expect(violation.suggestedFix).toContain(fix);
  });

  test('has no warnings', () => {
    const app = testApp();
    const stack = testStack(app);
    new FargateWorkerService(stack, 'Worker', { cluster: clusterIn(stack), image: ContainerImage.fromRegistry('nginx') });
    expect(failureOf(app)).toBeUndefined();
  });

  test('checks what an escape hatch changes', () => {
    const app = testApp();
    const { taskDefinition } = worker(testStack(app), PRIVATE_WITH_EGRESS);
    taskDefinition.addVolume({ name: 'data', host: { sourcePath: '/data' } });
    expect(findings(app)).toEqual(['error sto-fargate-volume-kinds']);
  });

  test('checks ingress and tasks of other constructs', () => {
    const app = testApp();
    const stack = testStack(app);
    const cluster = clusterIn(stack);
    const web = new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
    const { taskDefinition } = new OneOffTask(stack, 'Job', { cluster, image });
    for (const task of [web.taskDefinition, taskDefinition]) task.addVolume({ name: 'data', host: { sourcePath: '/data' } });
    expect(findings(app)).toEqual(['error sto-fargate-volume-kinds', 'error sto-fargate-volume-kinds']);
  });

  test('does not check constructs of others', () => {
    const app = testApp();
    const stack = testStack(app);
    const { cluster } = worker(stack, PRIVATE_WITH_EGRESS).service;
    withHostVolume(stack);
    const taskDefinition = new FargateTaskDefinition(stack, 'PlainTask');
    taskDefinition.addContainer('app', { image });
    new FargateService(stack, 'Plain', { cluster, taskDefinition, vpcSubnets: { subnetType: PRIVATE_ISOLATED } });
    expect(failureOf(app)).toBeUndefined();
  });

  test('checks stages and nested stacks', () => {
    const app = testApp();
    worker(new NestedStack(testStack(new Stage(app, 'Prod') as never), 'Nested'));
    expect(reportsOf(app)[0].violations.map(({ violatingConstructs }) => violatingConstructs[0].constructPath)).toEqual(['Prod/Shop/Nested/Worker/Service/Service']);
  });

  test('checks each app by itself', () => {
    const bad = testApp();
    worker(testStack(bad));
    const good = testApp();
    worker(testStack(good), PRIVATE_WITH_EGRESS);
    expect(failureOf(good)).toBeUndefined();
    expect(failureOf(bad)).toContain('net-no-egress-path');
  });

  test('fails in each synthesis until the error is gone', () => {
    const app = testApp();
    const { taskDefinition } = worker(testStack(app), PRIVATE_WITH_EGRESS);
    const task = taskDefinition.node.defaultChild as CfnTaskDefinition;
    task.addPropertyOverride('Volumes', [{ Name: 'data', Host: { SourcePath: '/data' } }]);
    expect(failureOf(app)).toContain('sto-fargate-volume-kinds');
    expect(failureOf(app)).toContain('sto-fargate-volume-kinds');
    task.addPropertyOverride('Volumes', []);
    expect(failureOf(app)).toBeUndefined();
  });

  test('goes on when the error is acknowledged', () => {
    const app = testApp();
    const service = worker(testStack(app));
    Validations.of(service).acknowledge({ id: 'EcsGuardrails::net-no-egress-path', reason: 'a proxy is in these subnets' });
    expect(failureOf(app)).toBeUndefined();
    expect(reportsOf(app)[0].suppressedViolations).toMatchObject([{ ruleName: 'net-no-egress-path', reason: 'a proxy is in these subnets' }]);
  });

  test('checks beside a custom synthesis of the app', () => {
    const app = testApp();
    const onSynthesize = jest.fn();
    attachCustomSynthesis(app, { onSynthesize });
    worker(testStack(app));
    expect(findings(app)).toEqual([NO_EGRESS]);
    expect(onSynthesize).toHaveBeenCalled();
  });

  test('is not checked where the synthesis skips validation', () => {
    const app = testApp();
    worker(testStack(app));
    expect(() => app.synth({ skipValidation: true })).not.toThrow();
  });
});

describe('an error names the props of the construct', () => {
  const withCpu = (apply: (app: App) => void, build: (stack: Construct) => { readonly taskDefinition: TaskDefinition }): readonly string[] => {
    const app = testApp();
    apply(app);
    const { taskDefinition } = build(testStack(app));
    (taskDefinition.node.defaultChild as CfnTaskDefinition).addPropertyOverride('Cpu', '300');
    return reportsOf(app).flatMap(({ violations }) => violations).filter(({ severity }) => severity === 'error').map(({ description }) => description);
  };

  test.each([['with', (app: App) => EcsGuardrails.applyTo(app)], ['without', () => {}]])('of this library, %s the rule pack', (_, apply) => {
    expect(withCpu(apply, (stack) => worker(stack, PRIVATE_WITH_EGRESS))).toEqual([expect.stringMatching(/^size\.cpu \(300\) /)]);
  });

  test('of the CDK', () => {
    const l2 = (stack: Construct) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image });
      return { taskDefinition };
    };
    expect(withCpu((app) => EcsGuardrails.applyTo(app), l2)).toEqual([expect.stringMatching(/^cpu \(300\) /)]);
  });
});

describe('an app with the rule pack', () => {
  test.each(['before', 'after'])('has each finding once, with the pack applied %s the service', (when) => {
    const app = testApp();
    if (when === 'before') EcsGuardrails.applyTo(app);
    worker(testStack(app));
    if (when === 'after') EcsGuardrails.applyTo(app);
    expect(findings(app).filter((finding) => finding === NO_EGRESS)).toEqual([NO_EGRESS]);
  });

  test('has each finding once when the pack is added by hand, or applied to a part', () => {
    for (const apply of [
      (app: App) => Validations.of(app).addPlugins(new EcsGuardrails()),
      (app: App) => EcsGuardrails.applyTo(app.node.findChild('Shop')),
    ]) {
      const app = testApp();
      worker(testStack(app));
      apply(app);
      expect(findings(app).filter((finding) => finding === NO_EGRESS)).toEqual([NO_EGRESS]);
    }
  });

  test('decides the severity', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, { areas: ['net'], severities: { 'net-no-egress-path': GotchaSeverity.WARNING } });
    worker(testStack(app));
    expect(failureOf(app)).toBeUndefined();
    expect(findings(app)).toContain('warning net-no-egress-path');
  });

  test('checks areas that the pack leaves out', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, { areas: ['dpl'] });
    const stack = testStack(app);
    worker(stack);
    withMovingTag(stack);
    expect(findings(app)).toEqual(expect.arrayContaining([NO_EGRESS, 'warning dpl-mutable-image-tag']));
  });
});
