import type { Service } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

describe('examples/vpc-lattice', () => {
  const example = deployedExample('vpc-lattice', { imageTag: '1.27' });
  const lattice = (path: string) => example().account.read('vpc-lattice', path);
  let service: Service;

  beforeAll(async () => {
    service = await example().account.service();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Rates: 'CREATE_COMPLETE' });
  });

  test('ECS registers the tasks in the target group by the name of their port', async () => {
    const { items: [group] } = await lattice('/targetgroups');
    expect(group).toMatchObject({ type: 'IP', status: 'ACTIVE' });
    expect(service.deployments![0].vpcLatticeConfigurations).toEqual([
      { portName: 'port-80', targetGroupArn: group.arn, roleArn: expect.stringMatching(/:role\/Rates-LatticeInfrastructureRole/) },
    ]);
    const { containerDefinitions } = await example().account.taskDefinitionOf(service);
    expect(containerDefinitions![0].portMappings).toMatchObject([{ containerPort: 80, name: 'port-80' }]);
    expect(service).toMatchObject({ loadBalancers: [], healthCheckGracePeriodSeconds: 60 });
  });

  test('a listener of a service in the network sends requests there', async () => {
    const { items: [called] } = await lattice('/services');
    const { items: [listener] } = await lattice(`/services/${called.id}/listeners`);
    const { items: [group] } = await lattice('/targetgroups');
    expect(listener).toMatchObject({ protocol: 'HTTPS', port: 443 });
    expect(await lattice(`/services/${called.id}/listeners/${listener.id}`)).toMatchObject({
      defaultAction: { forward: { targetGroups: [{ targetGroupIdentifier: group.arn }] } },
    });
    const { items: [network] } = await lattice('/servicenetworks');
    expect((await lattice('/servicenetworkserviceassociations')).items).toEqual([
      expect.objectContaining({ serviceId: called.id, serviceNetworkId: network.id }),
    ]);
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
    for (const kind of ['services', 'targetgroups', 'servicenetworks', 'servicenetworkserviceassociations']) {
      expect(await lattice(`/${kind}`)).toMatchObject({ items: [] });
    }
  });
});
