import { deployedExample } from './support/deployment';

describe('examples/http-api', () => {
  const example = deployedExample('http-api', { imageTag: '1.27' });
  const apis = async (path = '') => (await example().account.read('apigateway', `/v2/apis${path}`)).items;
  let apiId: string;

  beforeAll(async () => {
    [{ apiId }] = await apis();
  });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Orders: 'CREATE_COMPLETE' });
  });

  test('the tasks register with their addresses and ports', async () => {
    const service = await example().account.service();
    expect(service).toMatchObject({ loadBalancers: [], serviceRegistries: [{ containerName: 'app', containerPort: 80 }] });
    const [{ registry, namespace }] = await example().account.registrationsOf(service);
    expect(registry).toMatchObject({ Name: 'orders', DnsConfig: { DnsRecords: [{ Type: 'SRV' }] } });
    expect(namespace).toMatchObject({ Name: 'shop.local', Type: 'DNS_PRIVATE' });
  });

  test('both routes lead through a VPC link to what Cloud Map knows', async () => {
    const integrations: any[] = await apis(`/${apiId}/integrations`);
    const [{ registry }] = await example().account.registrationsOf(await example().account.service());
    const { items: [link] } = await example().account.read('apigateway', '/v2/vpclinks');
    for (const integration of integrations) {
      expect(integration).toMatchObject({
        integrationType: 'HTTP_PROXY', connectionType: 'VPC_LINK', connectionId: link.vpcLinkId, integrationUri: registry.Arn, integrationMethod: 'ANY',
      });
    }
    expect(link).toMatchObject({ subnetIds: [expect.any(String), expect.any(String)], securityGroupIds: [expect.stringMatching(/^sg-/)] });
    const routes: any[] = await apis(`/${apiId}/routes`);
    expect(routes.map(({ routeKey }) => routeKey).sort()).toEqual(['ANY /orders', 'ANY /orders/{proxy+}']);
    expect(routes.map(({ target }) => target).sort()).toEqual(integrations.map(({ integrationId }) => `integrations/${integrationId}`).sort());
  });

  test('it is in service at the root of the API', async () => {
    expect(await apis(`/${apiId}/stages`)).toEqual([expect.objectContaining({ stageName: '$default', autoDeploy: true })]);
  });

  test('destroying leaves nothing', async () => {
    expect(await example().destroy()).toEqual([]);
    expect(await apis()).toEqual([]);
  });
});
