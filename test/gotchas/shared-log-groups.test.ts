import { evaluate } from '../../src/gotchas/definition';
import { logGroupKeyDenies } from '../../src/gotchas/log/log-group-key-denies';
import { logRetentionInfinite } from '../../src/gotchas/log/log-retention-infinite';
import { readSubjects } from '../../src/readers/subjects';

const KeyPolicy = { Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' }] };
const group = { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } };

type Gotcha = Parameters<typeof evaluate>[0];

/** Findings for task definitions whose containers log to some groups. */
function found(gotcha: Gotcha, ...tasks: ReadonlyArray<readonly string[]>): readonly (readonly string[])[] {
  const containers = (groups: readonly string[]) => groups.map((Ref, index) => (
    { Name: `app${index}`, LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref }, 'awslogs-region': 'eu-west-1' } } }));
  const Resources = Object.fromEntries(tasks.map((groups, index) => (
    [`Task${index}`, { Type: 'AWS::ECS::TaskDefinition', Condition: groups.includes('Maybe') ? 'IsMade' : undefined, Properties: { ContainerDefinitions: containers(groups) } }])));
  const subjects = readSubjects([{ id: 'Shop', body: { Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } }, One: group, Two: group, Maybe: group, ...Resources } } }]);
  return subjects.map(({ facts }) => evaluate(gotcha, facts).findings.map(({ property, detail }) => `${property}: ${detail}`));
}

const first = (words: string) => expect.stringContaining(words) as string;

describe.each([['the policy of its key', logGroupKeyDenies], ['its retention', logRetentionInfinite]])('of a log group, %s', (_, gotcha) => {
  test('is one finding for several containers', () => {
    expect(found(gotcha, ['One', 'One', 'One'])).toEqual([[first('2 other containers log there too)')]]);
  });

  test('is one finding for several task definitions', () => {
    expect(found(gotcha, ['One'], ['One'])).toEqual([[first('1 other container logs there too)')], []]);
  });

  test('is one for each log group', () => {
    expect(found(gotcha, ['One', 'Two', 'One'])).toEqual([[first('containers[app0].logging: '), first('containers[app1].logging: ')]]);
  });

  test('does not stand at a task definition that a condition may leave out', () => {
    expect(found(gotcha, ['Maybe', 'One'], ['One'])).toEqual([[first('containers[app0]')], [first('containers[app0]')]]);
  });
});
