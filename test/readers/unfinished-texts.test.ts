import { evaluate, hasCheck } from '../../src/gotchas/definition';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { readSubjects } from '../../src/readers/subjects';

function found(Resources: object, Parameters: object = {}): readonly string[] {
  const subjects = readSubjects([{ id: 'Shop', body: { Parameters, Resources } }]);
  return subjects.flatMap(({ kind, facts }) => catalogue.filter(hasCheck)
    .filter((gotcha) => gotcha.subject === kind && evaluate(gotcha, facts).findings.length > 0)
    .map(({ id }) => id));
}

function task(container: object, Family = 'shop'): object {
  return { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Family, ContainerDefinitions: [{ Name: 'app', Image: 'shop:1', ...container }] } } };
}

test('names that another tool fills in are not judged', () => {
  const ids = found(task({ Name: '{{service.name}}', Image: '{{image}}' }, '{{service.name}}_x'));
  expect(ids).not.toContain('td-limits');
  expect(ids).not.toContain('dpl-mutable-image-tag');
  expect(found(task({ Name: 'a b' }))).toContain('td-limits');
});

test('values that are yet to be looked up are not judged', () => {
  const ids = found(task({ Name: 'dummy-value-for-/shop/name', Image: 'ghcr.io/shop/web:dummy-value-for-/shop/tag' }, 'dummy-value-for-/shop/family'));
  for (const id of ['td-limits', 'dpl-mutable-image-tag', 'td-image-reference-form']) expect(ids).not.toContain(id);
  expect(found(task({ Image: 'ghcr.io/shop/web:/shop/tag' }))).toContain('td-image-reference-form');
});

test('words, numbers and parts of texts that another tool fills in are not judged', () => {
  const ids = found({
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        RequiresCompatibilities: ['FARGATE'],
        NetworkMode: '{{mode}}',
        Cpu: '{{cpu}}',
        Memory: '{{memory}}',
        ContainerDefinitions: [{ Name: 'app', Image: { 'Fn::Sub': 'shop:{{tag}}' }, PortMappings: [{ ContainerPort: '{{port}}' }] }],
      },
    },
    Service: { Type: 'AWS::ECS::Service', Properties: { LaunchType: 'FARGATE', TaskDefinition: { Ref: 'Task' }, DesiredCount: '{{count}}' } },
  });
  for (const id of ['td-fargate-not-declared', 'td-fargate-size-pair', 'td-port-range', 'dpl-mutable-image-tag']) expect(ids).not.toContain(id);
});

test('a schedule that another tool fills in is not judged', () => {
  const rule = (ScheduleExpression: string) => ({
    ...task({}),
    Rule: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression, Targets: [{ Arn: 'arn', EcsParameters: { TaskDefinitionArn: { Ref: 'Task' } } }] } },
  });
  expect(found(rule('{{schedule}}'))).not.toContain('job-schedule-invalid');
  expect(found(rule('every day'))).toContain('job-schedule-invalid');
});

test('the name of a parameter in Systems Manager is no credential', () => {
  const Environment = [{ Name: 'ACCESS_TOKEN', Value: { 'Fn::Sub': '${Token}' } }];
  expect(found(task({ Environment }), { Token: { Type: 'AWS::SSM::Parameter::Name' } })).not.toContain('sec-secret-in-plain-environment');
  expect(found(task({ Environment: [{ Name: 'ACCESS_TOKEN', Value: 'abcdef0123456789' }] }))).toContain('sec-secret-in-plain-environment');
});
