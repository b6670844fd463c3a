import { deployedExample } from './support/deployment';

describe('examples/service-connect', () => {
  const example = deployedExample('service-connect', { imageTag: '1.27' });

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ ServiceConnect: 'CREATE_COMPLETE' });
  });

  test.each([
    ['Web', { CATALOG_URL: 'http://catalog', ORDERS_URL: 'http://orders' }],
    ['Orders', { CATALOG_URL: 'http://catalog' }],
    ['Catalog', {}],
  ])('%s runs, and knows the services it calls', async (name, variables) => {
    const service = await example().account.service(new RegExp(name));
    expect(service.runningCount).toBe(service.desiredCount);
    const { containerDefinitions } = await example().account.taskDefinitionOf(service);
    expect(Object.fromEntries(containerDefinitions![0].environment!.map((variable) => [variable.name, variable.value]))).toEqual(variables);
  });

  test.each(['Orders', 'Catalog'])('the port of %s has the name of its endpoint', async (name) => {
    const { containerDefinitions } = await example().account.taskDefinitionOf(await example().account.service(new RegExp(name)));
    expect(containerDefinitions![0].portMappings).toMatchObject([{ containerPort: 80, name: name.toLowerCase(), appProtocol: 'http' }]);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
