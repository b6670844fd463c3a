import { known, Unknown } from '../../src/facts/fact';
import type { LoggingFacts } from '../../src/facts/logging';
import type { TaskFacts } from '../../src/facts/task';
import { readSubjects } from '../../src/readers/subjects';

const Group = { Type: 'AWS::Logs::LogGroup' };

function logging(region: unknown, Resources: object = { Group }, ...others: readonly object[]): LoggingFacts {
  const LogConfiguration = { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: 'Group' }, 'awslogs-region': region } };
  const Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', LogConfiguration }] } };
  const [{ facts }] = readSubjects([{ id: 'Shop', body: { Resources: { ...Resources, Task } } }, ...others.map((body, at) => ({ id: `Other${at}`, body }))]);
  return known(known((facts as TaskFacts).containers)[0].logging)!;
}

test('a stack that is deployed to any region reads its log group in the region of its creation', () => {
  const facts = logging({ Ref: 'AWS::Region' });
  expect(facts.looksInOwnRegion).toBe(true);
  expect(facts.groupRegion).toEqual(new Unknown('the region of the stack is known when it is deployed'));
});

test.each<[string, unknown]>([['a region by name', 'eu-west-1'], ['another parameter', { Ref: 'Region' }]])('%s may be another', (_, region) => {
  expect(logging(region).looksInOwnRegion).toBe(false);
});

test('a log group that is not here is in no region', () => {
  expect(logging({ Ref: 'AWS::Region' }, {})).toMatchObject({ groupInApp: new Unknown('Group is not in the template'), looksInOwnRegion: { reason: 'Group is not in the template' } });
});
