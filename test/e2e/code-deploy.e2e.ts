import { CodeDeploy } from '@aws-sdk/client-codedeploy';
import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';
import { runDoctor } from './support/doctor';

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

  describe('doctor --watch', () => {
    let deployment: string;
    const watch = () => runDoctor(example().emulator, '--cluster', service.clusterArn!, '--service', service.serviceName!, '--watch');

    beforeAll(async () => {
      const codeDeploy = new CodeDeploy(example().emulator.clientConfig);
      const { applications: [applicationName] = [] } = await codeDeploy.listApplications({});
      const { deploymentGroups: [deploymentGroupName] = [] } = await codeDeploy.listDeploymentGroups({ applicationName });
      const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content: '{}' } };
      deployment = (await codeDeploy.createDeployment({ applicationName, deploymentGroupName, revision })).deploymentId!;
      const { clusterArn: cluster, serviceName, taskDefinition } = service;
      await example().account.ecs.createTaskSet({ cluster, service: serviceName, taskDefinition, externalId: deployment });
      await example().emulator.happen('service', { service: service.serviceArn, members: { runningCount: service.desiredCount }, deployment: {} });
    });

    test('ends with 0 when a deployment of CodeDeploy has succeeded', async () => {
      await example().emulator.happen('code_deploy', { deployment, status: 'Succeeded' });
      const { exitCode, output } = await watch();
      expect(output).toContain(`deployment ${deployment} of CodeDeploy succeeded`);
      expect(exitCode).toBe(0);
    });

    test('ends with 1 when it failed', async () => {
      await example().emulator.happen('code_deploy', { deployment, status: 'Failed' });
      const { exitCode, output } = await watch();
      expect(output).toContain(`deployment ${deployment} of CodeDeploy failed`);
      expect(exitCode).toBe(1);
    });
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
