import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/pre-deploy-task', () => {
  const example = deployedExample('pre-deploy-task', { imageTag: '1.36' });
  let service: Service;

  beforeAll(async () => {
    [service] = await example().account.services();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ PreDeployTask: 'CREATE_COMPLETE' });
  });

  test('deployments wait for the function before they start a task', () => {
    expect(service.deploymentConfiguration!.lifecycleHooks).toMatchObject([{
      targetType: 'AWS_LAMBDA',
      hookTargetArn: expect.stringMatching(/^arn:aws:lambda:.*:function:PreDeployTask-MigrateFirstHandler/),
      roleArn: expect.stringMatching(/^arn:aws:iam::/),
      lifecycleStages: ['PRE_SCALE_UP'],
      timeoutConfiguration: { timeoutInMinutes: 20, action: 'ROLLBACK' },
    }]);
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
