import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/code-deploy', () => {
  const example = deployedExample('code-deploy', { imageTag: '1.27' });
  let service: Service;

  beforeAll(async () => {
    [service] = await example().account.services();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ CodeDeploy: 'CREATE_COMPLETE' });
  });

  test('the service is left to CodeDeploy, at the newest revision of its family', () => {
    expect(service.deploymentController).toEqual({ type: 'CODE_DEPLOY' });
    expect(service.taskDefinition).toMatch(/:task-definition\/CodeDeployShopTask.*:1$/);
    expect(service.deploymentConfiguration).not.toHaveProperty('deploymentCircuitBreaker');
  });

  test('real traffic goes to the first target group, test traffic to the other', async () => {
    const { LoadBalancers } = await example().account.loadBalancing.describeLoadBalancers({});
    const { Listeners = [] } = await example().account.loadBalancing.describeListeners({ LoadBalancerArn: LoadBalancers![0].LoadBalancerArn });
    const targets = Object.fromEntries(Listeners.map(({ Port, DefaultActions }) => [Port, DefaultActions![0].TargetGroupArn]));
    expect(targets[80]).toBe(service.loadBalancers![0].targetGroupArn);
    expect(targets[8080]).toMatch(/targetgroup/);
    expect(targets[8080]).not.toBe(targets[80]);
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
