import * as path from 'node:path';
import { Deployment } from './support/deployment';
import { Emulator } from './support/emulator';

/**
 * A judge is worth as much as what it refuses. These stacks must not deploy; with the emulator as it
 * comes, the first two would be reported as complete with the unknown part left out.
 */
describe('the emulator', () => {
  let emulator: Emulator;
  let deployment: Deployment;

  beforeAll(async () => {
    emulator = await Emulator.start();
    deployment = new Deployment(path.join(__dirname, 'fixtures/faulty.ts'), emulator);
  });
  afterAll(() => emulator?.stop());

  test.each([
    ['unknown-type', "the emulator doesn't know the resource type AWS::AppRunner::Service"],
    ['unknown-property', 'CreateCluster has no member ContainerInsight'],
    ['wrong-type', 'CreateCluster.settings must be a list'],
    ['target-group-without-listener', 'does not have an associated load balancer'],
  ])('refuses a stack with %s, and rolls it back', async (fault, reason) => {
    await expect(deployment.deploy({ fault })).rejects.toThrow(reason);

    expect(await deployment.stackStatuses()).toEqual({ Faulty: 'ROLLBACK_COMPLETE' });
    expect(await deployment.account.leftovers()).toEqual(['stack Faulty']);
  });
});
