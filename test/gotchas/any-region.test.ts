import { evaluate } from '../../src/gotchas/definition';
import { logGroupMissing } from '../../src/gotchas/log/log-group-missing';
import { readSubjects } from '../../src/readers/subjects';

const Group = { Type: 'AWS::Logs::LogGroup' };

function found(region: unknown): readonly unknown[] {
  const LogConfiguration = { LogDriver: 'awslogs', Options: { 'awslogs-group': { Ref: 'Group' }, 'awslogs-region': region } };
  const Task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', LogConfiguration }] } };
  const [{ facts }] = readSubjects([{ id: 'Shop', body: { Resources: { Group, Task } } }]);
  return evaluate(logGroupMissing, facts).findings;
}

test('a fixed region is worth knowing where the stack may go to any', () => {
  expect(found('us-east-2')).toEqual([expect.objectContaining({ consequence: 'worth-knowing', detail: expect.stringContaining('awslogs-region (us-east-2)') as unknown })]);
});

test('the region of the stack is passed with it', () => {
  expect(found({ Ref: 'AWS::Region' })).toEqual([]);
});
