import { FakeAws, makeAccount, withoutMachine } from './fake-aws';
import { policyFor } from '../../../src/cli/collect/policy';
import { readService, type ServiceNow } from '../../../src/cli/collect/read-service';
import { Unknown } from '../../../src/facts/fact';

withoutMachine();

const NAME = 'service-00000';
const NEW = { deploymentId: 'd-2', applicationName: 'Shop', deploymentGroupName: 'Web', computePlatform: 'ECS', status: 'InProgress', createTime: 1_790_000_100 };
const OLD = { ...NEW, deploymentId: 'd-1', status: 'Succeeded', createTime: 1_790_000_000 };

function account(taskSets: readonly object[]): FakeAws {
  const made = makeAccount(1);
  Object.assign(made.services[0], { deploymentController: { type: 'CODE_DEPLOY' }, deployments: [], taskSets });
  return new FakeAws(made)
    .on('ListDeployments', ({ answer, input }) => answer({ deployments: input.applicationName === undefined ? ['d-2'] : ['d-1', 'd-2'] }))
    .on('BatchGetDeployments', ({ answer, input }) => answer({ deploymentsInfo: [OLD, NEW].filter(({ deploymentId }) => input.deploymentIds.includes(deploymentId)) }))
    .on('BatchGetDeploymentTargets', ({ answer, input }) => answer({ deploymentTargets: [{ deploymentTargetType: 'ECSTarget', ecsTarget: { targetId: input.targetIds[0], status: 'InProgress' } }] }));
}

const read = (aws: FakeAws): Promise<ServiceNow> => readService({ cluster: 'shop', service: NAME }, aws.options);

test('the deployment group is that of the deployment that a task set names', async () => {
  const aws = account([{ id: 'ecs-svc/1', externalId: 'd-1', status: 'PRIMARY' }]);
  const { codeDeploy } = await read(aws);
  expect(codeDeploy).toMatchObject({ deployments: [{ deploymentId: 'd-2' }, { deploymentId: 'd-1' }], target: { targetId: `shop:${NAME}` } });
  expect(aws.inputs.ListDeployments).toMatchObject([{ applicationName: 'Shop', deploymentGroupName: 'Web' }]);
});

test('the first deployment of a service is found among those of the account', async () => {
  const { codeDeploy } = await read(account([{ id: 'ecs-svc/1', status: 'PRIMARY' }]));
  expect(codeDeploy).toMatchObject({ deployments: [{ deploymentId: 'd-2' }, { deploymentId: 'd-1' }] });
});

test('deployments of other services are not taken for one of it', async () => {
  const aws = account([{ id: 'ecs-svc/1', status: 'PRIMARY' }]).refuse('BatchGetDeploymentTargets', 'DeploymentTargetDoesNotExistException');
  expect((await read(aws)).codeDeploy).toEqual({ deployments: [] });
});

test('a call that is denied is named', async () => {
  const aws = account([{ id: 'ecs-svc/1', externalId: 'd-1' }]).refuse('ListDeployments', 'AccessDeniedException');
  expect((await read(aws)).codeDeploy).toEqual(new Unknown('codedeploy:ListDeployments is denied: allow it'));
});

test('a service of the ECS controller makes no such call, and the policy of a watch allows all of them', async () => {
  const plain = new FakeAws(makeAccount(1));
  expect((await read(plain)).codeDeploy).toBeUndefined();
  const aws = account([{ id: 'ecs-svc/1', externalId: 'd-1' }]);
  await read(aws);
  const allowed = policyFor('default', ['watch']).Statement[0].Action.map((action) => action.split(':')[1]);
  expect([...plain.calls, ...aws.calls].filter((call) => !allowed.includes(call))).toEqual([]);
});
