import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { ApplicationProtocol, ApplicationTargetGroup, TargetType } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { App, CfnOutput, NestedStack, Stack } from 'aws-cdk-lib/core';
import { Unknown } from '../../src/facts/fact';
import type { ServiceFacts } from '../../src/facts/service';
import type { TargetGroupFacts } from '../../src/facts/target-group';
import { resource, service } from '../../src/gotchas/fixtures/case-resources';
import { readSubjects, type Subject } from '../../src/readers/subjects';
import { constructTree } from '../../src/rules/construct-tree';
import { readTemplates } from '../../src/rules/templates';

process.env.CDK_VALIDATION = 'false';

function subjectsOf(app: App): readonly Subject[] {
  const templatePaths = app.synth().stacksRecursively.map(({ templateFullPath }) => templateFullPath);
  return readSubjects(readTemplates(constructTree(app).stacks, templatePaths).sources);
}

function serviceOf(app: App): ServiceFacts {
  return subjectsOf(app).find(({ kind }) => kind === 'service')?.facts as ServiceFacts;
}

function targetGroupOf(app: App): TargetGroupFacts {
  return subjectsOf(app).find(({ kind }) => kind === 'targetGroup')?.facts as TargetGroupFacts;
}

const group = (stack: Stack) => resource(stack, 'Group', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP' });

function loadBalancers(targetGroupArn: string) {
  return { LoadBalancers: [{ TargetGroupArn: targetGroupArn, ContainerName: 'app', ContainerPort: 80 }] };
}

test('a service is joined with a target group of another stack', () => {
  const app = new App();
  service(new Stack(app, 'Shop'), loadBalancers(group(new Stack(app, 'Network')).ref));
  expect(serviceOf(app)).toMatchObject({ loadBalancers: [{ targetGroup: { targetType: 'ip', protocol: 'HTTP' } }] });
  expect(targetGroupOf(app).registrants).toBe(1);
});

test('a service in a nested stack is joined with a target group of its parent', () => {
  const app = new App();
  const parent = new Stack(app, 'Shop');
  const targetGroup = group(parent);
  service(new NestedStack(parent, 'Nested'), loadBalancers(targetGroup.ref));
  expect(serviceOf(app)).toMatchObject({ loadBalancers: [{ targetGroup: { targetType: 'ip' } }] });
  expect(targetGroupOf(app).registrants).toBe(1);
});

test('a service is joined with a target group of a nested stack', () => {
  const app = new App();
  const parent = new Stack(app, 'Shop');
  service(parent, loadBalancers(group(new NestedStack(parent, 'Nested')).ref));
  expect(serviceOf(app)).toMatchObject({ loadBalancers: [{ targetGroup: { targetType: 'ip' } }] });
});

test('a target group that only nested stacks get has no registrants', () => {
  const app = new App();
  const parent = new Stack(app, 'Shop');
  const nested = new NestedStack(parent, 'Nested');
  new CfnOutput(nested, 'Arn', { value: group(parent).ref });
  service(nested);
  expect(targetGroupOf(app).registrants).toBe(0);
});

test('exports of one name are distinguished by their stage', () => {
  const stack = (assembly: string, body: unknown) => ({ id: `${assembly}/${JSON.stringify(body).length}`, assembly, body });
  const exporting = (desired: number) => ({ Resources: {}, Outputs: { Out: { Value: desired, Export: { Name: 'count' } } } });
  const importing = { Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { DesiredCount: { 'Fn::ImportValue': 'count' } } } } };
  const facts = (sources: Parameters<typeof readSubjects>[0]) => readSubjects(sources).map((subject) => (subject.facts as ServiceFacts).desiredCount);
  expect(facts([stack('dev', exporting(1)), stack('prod', exporting(10)), stack('prod', importing)])).toEqual([10]);
  expect(facts([stack('dev', exporting(1)), stack('prod', exporting(10)), stack('test', importing)]))
    .toEqual([new Unknown('more than one stack has this name')]);
});

test('a nested stack gets its parameters by their types', () => {
  const Parameters = { Counts: { Type: 'CommaDelimitedList' }, Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/count' } };
  const desiredCount = (DesiredCount: unknown) => {
    const body = { Parameters, Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { DesiredCount } } } };
    const Nest = { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Counts: '1, 2', Stored: '3' } } };
    const [{ facts }] = readSubjects([{ id: 'Shop', body: { Resources: { Nest } } }, { id: 'Nested', body, nestedIn: { template: 'Shop', logicalId: 'Nest' } }]);
    return (facts as ServiceFacts).desiredCount;
  };
  expect(desiredCount({ 'Fn::Select': [1, { Ref: 'Counts' }] })).toBe(2);
  expect(desiredCount({ Ref: 'Stored' })).toEqual(new Unknown('parameter Stored decides it'));
});

test('an L2 service has all its facts', () => {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2 });
  const taskDefinition = new FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27'), portMappings: [{ containerPort: 80 }] });
  const web = new FargateService(stack, 'Service', { cluster: new Cluster(stack, 'Cluster', { vpc }), taskDefinition, minHealthyPercent: 100 });
  const targetGroup = new ApplicationTargetGroup(stack, 'Group', { vpc, port: 80, protocol: ApplicationProtocol.HTTP, targetType: TargetType.IP });
  targetGroup.addTarget(web);
  web.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
  expect(serviceOf(app)).toMatchObject({
    onFargate: true,
    launchType: 'FARGATE',
    controller: 'ECS',
    minHealthyPercent: 100,
    task: { networkMode: 'awsvpc', cpuUnits: 512, memoryMiB: 1024, containers: [{ name: 'app', image: { tag: '1.27' }, essential: true }] },
    loadBalancers: [{ containerName: 'app', containerPort: 80, targetGroup: { targetType: 'ip' } }],
    network: { assignPublicIp: false, subnets: [{ egress: 'nat' }, { egress: 'nat' }] },
    scaling: { minCapacity: 2, maxCapacity: 10, policies: [{ kind: 'target-tracking', metric: 'ECSServiceAverageCPUUtilization', targetValue: 60 }] },
  });
});
