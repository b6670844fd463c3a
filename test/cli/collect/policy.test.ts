import { CALLS } from '../../../src/cli/collect/calls';
import { loadClient } from '../../../src/cli/collect/clients';
import { callsFor, policyFor } from '../../../src/cli/collect/policy';

const actions = (depth: 'quick' | 'default' | 'deep') => policyFor(depth).Statement[0].Action;

test('the policy of a quick run contains exactly its calls', () => {
  expect(policyFor('quick')).toEqual({
    Version: '2012-10-17',
    Statement: [{
      Sid: 'EcsGuardrailsDoctor',
      Effect: 'Allow',
      Action: [
        'application-autoscaling:DescribeScalableTargets',
        'ecs:DescribeClusters', 'ecs:DescribeServices', 'ecs:DescribeTasks', 'ecs:ListClusters', 'ecs:ListServices', 'ecs:ListTasks',
      ],
      Resource: '*',
    }],
  });
});

test('a deeper run needs the calls of a quicker one, and more', () => {
  expect(actions('default')).toEqual(expect.arrayContaining([...actions('quick')]));
  expect(actions('deep')).toEqual(expect.arrayContaining([...actions('default')]));
  expect(actions('default')).not.toContain('ec2:DescribeSubnets');
  expect(actions('deep').length).toBeGreaterThan(actions('default').length);
});

test('logs are read only where they are asked for', () => {
  expect(actions('deep')).not.toContain('logs:GetLogEvents');
  expect(policyFor('quick', ['logs']).Statement[0].Action).toEqual([...actions('quick'), 'ecs:DescribeTaskDefinition', 'logs:GetLogEvents'].sort());
  expect(policyFor('deep', ['logs']).Statement[0].Action).toEqual([...actions('deep'), 'logs:GetLogEvents'].sort());
});

test('deployments of CodeDeploy are read by a watch only', () => {
  expect(actions('deep').filter((action) => action.startsWith('codedeploy:'))).toEqual([]);
  expect(policyFor('default', ['watch']).Statement[0].Action).toEqual([
    ...actions('default'), 'codedeploy:BatchGetDeploymentTargets', 'codedeploy:BatchGetDeployments', 'codedeploy:ListDeployments',
  ].sort());
});

test('nothing writes, and nothing reads the value of a secret or parameter', () => {
  for (const action of actions('deep')) expect(action).toMatch(/^[a-z0-9-]+:(Describe|List)|^servicediscovery:Get(Service|Namespace)$|^cloudwatch:GetMetricData$|^iam:(GetRole|SimulatePrincipalPolicy)$|^ecr:BatchGetImage$|^ecs:GetTaskProtection$|^scheduler:GetSchedule$|^sqs:GetQueue(Attributes|Url)$/);
});

test('each call has a command that is bundled, and each command a call', () => {
  const wanted = new Map<string, Set<string>>();
  for (const { client, operation } of callsFor('deep', ['logs', 'watch'])) {
    expect(loadClient(client)[`${operation}Command`]).toEqual(expect.any(Function));
    if (!wanted.has(client)) wanted.set(client, new Set(['Client']));
    wanted.get(client)!.add(`${operation}Command`);
  }
  for (const [client, names] of wanted) expect(new Set(Object.keys(loadClient(client as keyof object)))).toEqual(names);
  expect(callsFor('deep', ['logs', 'watch'])).toHaveLength(Object.keys(CALLS).length);
});
