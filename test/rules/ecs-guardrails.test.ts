import { readFileSync } from 'node:fs';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { ApplicationLoadBalancedFargateService } from 'aws-cdk-lib/aws-ecs-patterns';
import { Aws, CfnCondition, CfnParameter, Fn, NestedStack, Stage, Validations } from 'aws-cdk-lib/core';
import { failureOf, findingsOf, reportsOf, testApp, testStack } from './report-of';
import { withHostVolume, withMovingTag } from './small-findings';
import { fargateTask } from '../../src/gotchas/fixtures/case-resources';
import { EcsGuardrails } from '../../src/rules/ecs-guardrails';

process.env.CDK_VALIDATION = 'false';

/** So that a gotcha that is new elsewhere in the catalogue changes nothing here. */
const AREAS = { areas: ['dpl', 'sec', 'sto'] };

/** The lowest CDK takes an acknowledgement anywhere for the whole app. */
const TAKES_ACKNOWLEDGEMENTS_BY_PATH = !readFileSync(require.resolve('aws-cdk-lib/package.json'), 'utf-8').includes('"version": "2.258.0"');

describe('the report', () => {
  test('reports place, severity, fix, reason and documentation', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app));
    const [{ conclusion, violations }] = reportsOf(app);
    expect(conclusion).toBe('failure');
    expect(violations).toHaveLength(1);
    const [{ ruleName, description, severity, suggestedFix, ruleMetadata, violatingConstructs }] = violations;
    expect(ruleName).toBe('sto-fargate-volume-kinds');
    expect(description).toBe('volumes[data].host.sourcePath (/data) is on a host, which Fargate does not have');
    expect(severity).toBe('error');
    expect(suggestedFix).toMatch(/^use an empty bind mount .*\nwhy: {2}Fargate .*\ndocs: https:\/\/docs\.aws\.amazon\.com\//);
    expect(ruleMetadata.docs).toMatch(/^https:/);
    expect(violatingConstructs[0]).toMatchObject({ constructPath: 'Shop/Task', cloudFormationResource: { logicalId: 'Task' } });
  });

  test('leaves out a credential that stands in what it quotes', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    fargateTask(testStack(app), { Volumes: [{ Name: 'data', Host: { SourcePath: '/data?token=hunter2' } }] });
    const reports = JSON.stringify(reportsOf(app));
    expect(reports).toContain('(/data?token=(redacted))');
    expect(reports).not.toContain('hunter2');
  });

  test('never shows the value of a credential', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    fargateTask(testStack(app), {}, { Environment: [{ Name: 'DATABASE_URL', Value: 'postgres://app:hunter2@db/shop' }] });
    const reports = reportsOf(app);
    expect(reports[0].violations[0].ruleName).toBe('sec-secret-in-plain-environment');
    expect(JSON.stringify(reports)).not.toContain('hunter2');
  });

  test('is the same in a second synthesis', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app));
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('finds plain L2 services and those of ecs-patterns', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, { areas: ['dpl'] });
    const stack = testStack(app);
    const vpc = Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-1', availabilityZones: ['a', 'b'], privateSubnetIds: ['subnet-1', 'subnet-2'], publicSubnetIds: ['subnet-3', 'subnet-4'],
    });
    const cluster = new Cluster(stack, 'Cluster', { vpc });
    const taskDefinition = new FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
    new FargateService(stack, 'Plain', { cluster, taskDefinition });
    new ApplicationLoadBalancedFargateService(stack, 'Pattern', {
      cluster, taskImageOptions: { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx') },
    });
    expect(findingsOf(app)).toEqual(expect.arrayContaining([
      'Shop/Pattern/Service/Service: dpl-no-failure-detection',
      'Shop/Pattern/TaskDef/Resource: dpl-mutable-image-tag',
      'Shop/Plain/Service: dpl-no-failure-detection',
    ]));
  });
});

describe('synthesis', () => {
  test('fails when an error is not acknowledged', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app));
    expect(failureOf(app)).toMatch(/sto-fargate-volume-kinds/);
  });

  test('goes on with warnings', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withMovingTag(testStack(app));
    expect(failureOf(app)).toBeUndefined();
    expect(findingsOf(app)).toEqual(['Shop/Task: dpl-mutable-image-tag']);
  });

  test('goes on when the error is acknowledged, and the reason is on record', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    const task = withHostVolume(testStack(app));
    Validations.of(task).acknowledge({ id: 'EcsGuardrails::sto-fargate-volume-kinds', reason: 'moved to EFS next week' });
    expect(failureOf(app)).toBeUndefined();
    const [{ violations, suppressedViolations }] = reportsOf(app);
    expect(violations).toEqual([]);
    expect(suppressedViolations).toMatchObject([{ ruleName: 'sto-fargate-volume-kinds', reason: 'moved to EFS next week' }]);
  });

  (TAKES_ACKNOWLEDGEMENTS_BY_PATH ? test : test.skip)('fails when the error is acknowledged in another part of the app', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app));
    const other = testStack(app, 'Other');
    Validations.of(other).acknowledge({ id: 'EcsGuardrails::sto-fargate-volume-kinds', reason: 'not here' });
    expect(failureOf(app)).toContain('EcsGuardrails');
  });
});

describe('its subjects', () => {
  test('is everything in stages and nested stacks', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    const stage = new Stage(app, 'Prod');
    withHostVolume(new NestedStack(testStack(stage as never), 'Nested'));
    expect(findingsOf(app)).toEqual(['Prod/Shop/Nested/Task: sto-fargate-volume-kinds']);
  });

  test('is one stage when applied to that', () => {
    const app = testApp();
    withHostVolume(testStack(app));
    const stage = new Stage(app, 'Prod');
    withHostVolume(testStack(stage as never));
    EcsGuardrails.applyTo(stage, AREAS);
    expect(findingsOf(app)).toEqual(['Prod/Shop/Task: sto-fargate-volume-kinds']);
  });

  test('is one stack when applied to that', () => {
    const app = testApp();
    const stack = testStack(app);
    EcsGuardrails.applyTo(stack, AREAS);
    withHostVolume(stack);
    withHostVolume(testStack(app, 'ShopOfOthers'));
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('is reported once when applied twice', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    EcsGuardrails.applyTo(app, AREAS);
    const stack = testStack(app);
    EcsGuardrails.applyTo(stack, AREAS);
    withHostVolume(stack);
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('is the same when it is added by hand', () => {
    const app = testApp();
    Validations.of(app).addPlugins(new EcsGuardrails(AREAS));
    withHostVolume(testStack(app));
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('is what defaults of parameters and both ways of conditions lead to, for which synthesis goes on', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    const stack = testStack(app);
    const tag = new CfnParameter(stack, 'Tag', { default: 'latest' });
    const path = new CfnParameter(stack, 'HostPath', { default: '' });
    new CfnCondition(stack, 'HasHostPath', { expression: Fn.conditionNot(Fn.conditionEquals(path, '')) });
    const Host = Fn.conditionIf('HasHostPath', { SourcePath: '/data' }, Aws.NO_VALUE);
    fargateTask(stack, { Volumes: [{ Name: 'data', Host }] }, { Image: Fn.join(':', ['nginx', tag.valueAsString]) });
    expect(failureOf(app)).toBeUndefined();
    expect(reportsOf(app)[0].violations.map(({ description, severity }) => [description, severity])).toEqual([
      ['containers[app].image (nginx:latest) has a tag that moves (with the defaults of parameters)', 'warning'],
      ['volumes[data].host.sourcePath (/data) is on a host, which Fargate does not have (when HostPath is not empty)', 'warning'],
    ]);
  });

  test('is no other partition than that of the region', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    const stack = testStack(app);
    new CfnCondition(stack, 'IsChina', { expression: Fn.conditionEquals(Aws.PARTITION, 'aws-cn') });
    const Host = (whenTrue: object, whenFalse: object) => Fn.conditionIf('IsChina', whenTrue, whenFalse);
    fargateTask(stack, { Volumes: [{ Name: 'there', Host: Host({ SourcePath: '/china' }, {}) }, { Name: 'here', Host: Host({}, { SourcePath: '/data' }) }] });
    expect(reportsOf(app)[0].violations.map(({ description, severity }) => [description, severity])).toEqual([
      ['volumes[here].host.sourcePath (/data) is on a host, which Fargate does not have', 'error'],
    ]);
  });

  test('is found without path metadata, and with ids that are set by hand', () => {
    const app = testApp({ context: { 'aws:cdk:disable-path-metadata': true, 'aws:cdk:enable-path-metadata': false } });
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app)).overrideLogicalId('Renamed');
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('is found when the metadata names another construct', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, AREAS);
    withHostVolume(testStack(app)).addMetadata('aws:cdk:path', 'Legacy/Task');
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });

  test('can be limited to areas', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app, { areas: ['dpl'] });
    withHostVolume(testStack(app));
    withMovingTag(testStack(app, 'Tagged'));
    expect(findingsOf(app)).toEqual(['Tagged/Task: dpl-mutable-image-tag']);
  });

  test('is the whole catalogue by default', () => {
    const app = testApp();
    EcsGuardrails.applyTo(app);
    withHostVolume(testStack(app));
    withMovingTag(testStack(app, 'Tagged'));
    expect(findingsOf(app)).toEqual(expect.arrayContaining(['Shop/Task: sto-fargate-volume-kinds', 'Tagged/Task: dpl-mutable-image-tag']));
  });

  test('is nothing where a template cannot be read', () => {
    const context = { templatePaths: ['/gone/template.json'], appConstruct: testApp() };
    expect(new EcsGuardrails(AREAS).validate(context as never)).toEqual({ success: true, violations: [] });
  });

  test('is reported by its logical id when no stack of the app is known to have it', () => {
    const app = testApp();
    withHostVolume(testStack(app));
    const [{ templateFullPath }] = app.synth().stacks;
    const { violations } = new EcsGuardrails(AREAS).validate({ templatePaths: [templateFullPath], appConstruct: testApp() } as never);
    expect(violations[0].violatingResources).toMatchObject([{ constructPath: undefined, resourceLogicalId: 'Task', templatePath: templateFullPath }]);
  });

  test('fails when there is no area', () => {
    expect(() => new EcsGuardrails({ areas: [] })).toThrow('areas (none) leaves nothing to check');
  });
});
