import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Deployment } from './support/deployment';
import { Emulator } from './support/emulator';
import { E2E, PROJECT } from './support/paths';

/** All that matches in the files of a folder. */
function foundIn(folder: string, ending: string, pattern: RegExp): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf-8' }).filter((file) => file.endsWith(ending));
  return new Set(files.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf-8').matchAll(pattern)].map(([, type]) => type)));
}

/**
 * The emulator keeps the resources of stacks and describes them, and simulates no traffic: no request shifts from one target group to the other, no user
 * signs in, VPC Lattice and API Gateway reach no task. A deployment here proves that the resources are accepted and wired.
 *
 * A judge is as good as its refusals. These stacks must not deploy; with the emulator as it
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

  test('knows every type that our constructs make', () => {
    const known = foundIn(path.join(E2E, 'emulator'), '.py', /type = "(AWS::[\w:]+)"/g);
    const made = foundIn(path.join(PROJECT, 'test'), '.snap', /"Type": "(AWS::[\w:]+)"/g);
    expect(made.size).toBeGreaterThan(20);
    expect([...made].filter((type) => !known.has(type))).toEqual([]);
  });

  /**
   * Resources of users without an operation in the emulator, which tests import by a made-up ARN. Once one is supported, this fails:
   * have the test make it.
   */
  test.each([
    ['a trust store of mutual TLS', 'ways-in', () => deployment.account.loadBalancing.createTrustStore({
      Name: 'clients', CaCertificatesBundleS3Bucket: 'bundles', CaCertificatesBundleS3Key: 'clients.pem',
    })],
  ])('cannot create %s, which fixtures/%s.ts imports', async (_what, _fixture, make) => {
    await expect(make()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
  });
});
