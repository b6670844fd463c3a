import { evaluate } from '../../src/gotchas/definition';
import { logGroupKeyDenies } from '../../src/gotchas/log/log-group-key-denies';
import { readSubjects } from '../../src/readers/subjects';

const KeyPolicy = { Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }] };
const group = { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } };

function found(...groups: readonly string[]): readonly (string | undefined)[] {
  const containers = groups.map((Ref, index) => (
    { Name: `app${index}`, LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref }, 'awslogs-region': 'eu-west-1' } } }));
  const Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: containers } };
  const [{ facts }] = readSubjects([{ id: 'Shop', body: { Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } }, One: group, Two: group, Task } } }]);
  return evaluate(logGroupKeyDenies, facts).findings.map(({ property }) => property);
}

test('a log group of several containers is one finding', () => {
  expect(found('One', 'One', 'One')).toEqual(['containers[app0].logging']);
});

test('each log group is one', () => {
  expect(found('One', 'Two', 'One')).toEqual(['containers[app0].logging', 'containers[app1].logging']);
});
