import { ScalableDimension, ServiceNamespace } from '@aws-sdk/client-application-auto-scaling';
import { ECR } from '@aws-sdk/client-ecr';
import type { Service } from '@aws-sdk/client-ecs';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { deployedExample } from './support/deployment';
import { doctor, named, runDoctor, type Told } from './support/doctor';

/** A healthy service, broken one thing at a time: the doctor names that, and only that. */
describe('ecs-guardrails doctor', () => {
  const example = deployedExample('web-app', { imageTag: '1.4.2' });
  let service: Service;
  let cluster: string;

  const look = (...args: readonly string[]): Promise<Told> => doctor(example().emulator, '--cluster', cluster, ...args);
  const happen = (incident: string, about: object): Promise<void> => example().emulator.happen(incident, { service: service.serviceArn, ...about });
  const health = (...states: object[]): Promise<void> => example().emulator.happen('health', { target_group: service.loadBalancers![0].targetGroupArn, states });
  const healthy = {
    members: { desiredCount: 3, runningCount: 3, pendingCount: 0 },
    deployment: { desiredCount: 3, runningCount: 3, failedTasks: 0, rolloutState: 'COMPLETED' },
    event: 'has reached a steady state.',
  };
  const scaling = (change: object): Promise<unknown> => example().account.scaling.registerScalableTarget({
    ServiceNamespace: ServiceNamespace.ECS,
    ScalableDimension: ScalableDimension.ECSServiceDesiredCount,
    ResourceId: `service/${service.serviceArn!.split('/').slice(-2).join('/')}`,
    ...change,
  });

  beforeAll(async () => {
    service = await example().account.service();
    cluster = service.clusterArn!;
    await happen('service', healthy);
    await health({ state: 'healthy' }, { state: 'healthy' }, { state: 'healthy' });
  });

  test.each(['quick', 'default'])('a healthy account ends with 0 (%s)', async (depth) => {
    const told = await look('--depth', depth);
    expect(named(told)).toEqual([]);
    expect(told.exitCode).toBe(0);
  });

  test('what is missing around a service is seen deep down', async () => {
    const told = await look('--depth', 'deep');
    expect(named(told)).toEqual(['error dpl-image-gone', 'error td-secret-reference-form']);

    await new SecretsManager(example().emulator.clientConfig).createSecret({ Name: 'my-web-app/database-url', SecretString: 'x' });
    const ecr = new ECR(example().emulator.clientConfig);
    await ecr.createRepository({ repositoryName: 'my-web-app' });
    await ecr.putImage({
      repositoryName: 'my-web-app',
      imageTag: '1.4.2',
      imageManifestMediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      imageManifest: JSON.stringify({ schemaVersion: 2, config: { size: 1, digest: 'sha256:1' }, layers: [] }),
    });
    expect(named(await look('--depth', 'deep'))).toEqual([]);

    // The same tag again, built on another machine.
    await ecr.putImage({
      repositoryName: 'my-web-app',
      imageTag: '1.4.2',
      imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
      imageManifest: JSON.stringify({ schemaVersion: 2, manifests: [{ digest: 'sha256:1', platform: { os: 'linux', architecture: 'arm64' } }] }),
    });
    expect(named(await look('--depth', 'deep'))).toEqual(['error td-arch-mismatch']);
    await ecr.batchDeleteImage({ repositoryName: 'my-web-app', imageIds: [{ imageTag: '1.4.2' }] });
    expect(named(await look('--depth', 'deep'))).toEqual(['error dpl-image-gone']);
  });

  describe('names what is broken, and only that', () => {
    afterEach(async () => {
      await happen('stopped', { count: 0, members: {} });
      await happen('service', healthy);
    });

    test('unhealthy targets', async () => {
      await health({ state: 'healthy' }, { state: 'unhealthy', reason: 'Target.Timeout', description: 'Request timed out' });
      expect(named(await look())).toEqual(['error net-health-check-misfit']);
      await health({ state: 'healthy' });
    });

    test('suspended scaling', async () => {
      await scaling({ SuspendedState: { DynamicScalingOutSuspended: true } });
      expect(named(await look())).toEqual(['error scl-suspended']);
      await scaling({ SuspendedState: { DynamicScalingOutSuspended: false } });
    });

    test('scaling of a service that is gone', async () => {
      const [clusterName] = service.serviceArn!.split('/').slice(-2);
      const resource_id = `service/${service.serviceArn!.split('/').slice(-2).join('/')}`;
      await example().emulator.happen('scaled', { resource_id, gone: `service/${clusterName}/retired` });
      expect(named(await look())).toEqual(['warning scl-orphaned-target']);
      await example().account.scaling.deregisterScalableTarget({
        ServiceNamespace: ServiceNamespace.ECS, ScalableDimension: ScalableDimension.ECSServiceDesiredCount, ResourceId: `service/${clusterName}/retired`,
      });
    });

    test('a count outside of the scaling range', async () => {
      await happen('service', { members: { desiredCount: 12, runningCount: 12 }, deployment: { desiredCount: 12, runningCount: 12 } });
      expect(named(await look())).toEqual(['warning scl-desired-outside-range']);
    });

    test('a load balancer that leads to no container', async () => {
      const [balancer] = service.loadBalancers!;
      await happen('service', { members: { loadBalancers: [{ ...balancer, containerName: 'proxy' }] }, deployment: {} });
      expect(named(await look())).toEqual(['error net-lb-container-port-missing']);
      await happen('service', { members: { loadBalancers: [balancer] }, deployment: {} });
    });

    test('missing tasks', async () => {
      await happen('service', { members: { runningCount: 1 }, deployment: {} });
      expect(named(await look())).toEqual(['error ops-desired-vs-running']);
    });

    test('a deployment that is stuck', async () => {
      await happen('service', { members: { runningCount: 1 }, deployment: { runningCount: 1, rolloutState: 'IN_PROGRESS', failedTasks: 4 } });
      expect(named(await look())).toEqual(['error dpl-deployment-frozen']);
      expect(named(await look('--depth', 'quick'))).toEqual(['error dpl-deployment-frozen']);
    });

    test('percentages that leave a deployment no room', async () => {
      await happen('service', { members: { runningCount: 1 }, deployment: { runningCount: 1, rolloutState: 'IN_PROGRESS' }, event: 'was unable to stop or start tasks during a deployment because of the service deployment configuration.' });
      expect(named(await look())).toEqual(['error dpl-percent-deadlock']);
    });

    const INIT = 'ResourceInitializationError: ';
    const failed = (stoppedReason: string): object => ({ stopCode: 'TaskFailedToStart', stoppedReason });
    const exited = (exitCode: number, reason?: string): object => ({
      stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exit_code: exitCode, reason }],
    });

    test.each<[string, object]>([
      ['error log-group-missing', failed(`${INIT}failed to validate logger args: create stream has been retried 1 times: ResourceNotFoundException: The specified log group does not exist.`)],
      ['error log-create-group-permission', failed(`${INIT}failed to validate logger args: AccessDeniedException: not authorized to perform: logs:CreateLogStream`)],
      ['error net-no-egress-path', failed(`${INIT}failed to validate logger args: : signal: killed`)],
      ['error iam-exec-role-secrets-kms', failed(`${INIT}unable to pull secrets or registry auth: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue`)],
      ['error td-secret-reference-form', failed(`${INIT}unable to pull secrets or registry auth: unable to retrieve secret from asm: ResourceNotFoundException`)],
      ['error sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: Connection timed out`)],
      ['error dpl-image-gone', failed('CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref: not found')],
      ['error ops-pull-rate-limit', failed('CannotPullContainerError: toomanyrequests: You have reached your pull rate limit')],
      ['error sto-fargate-volume-kinds', failed('CannotPullContainerError: write /var: no space left on device')],
      ['error td-arch-mismatch', failed("CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'")],
      ['error iam-trust-policy', failed("ECS was unable to assume the role 'arn:aws:iam::111122223333:role/x' that was provided for this task.")],
      ['error net-subnet-ip-exhausted', failed('Unexpected EC2 error while attempting to Create Network Interface')],
      ['error net-no-egress-path', failed(`${INIT}unable to pull secrets or registry auth: RequestError: send request failed: dial tcp 10.0.0.1:443: i/o timeout`)],
      ['error sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-1.efs.us-east-1.amazonaws.com"`)],
      ['error sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server'`)],
      ['error sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: mounting failed, reason given by server: No such file or directory`)],
      ['error td-execution-role-missing', failed('CannotPullContainerError: AccessDeniedException: User is not authorized to perform: ecr:BatchGetImage')],
      ['error net-no-egress-path', failed('CannotPullContainerError: ref pull has been retried 5 time(s): httpReaderSeeker: failed open: i/o timeout')],
      ['error ops-unknown-stop', failed('CannotPullContainerError: something new')],
      ['error dep-healthy-without-healthcheck', failed('TaskDependencyError: container app did not become healthy')],
      ['error dep-oom', exited(137, 'OutOfMemoryError: Container killed due to memory usage')],
      ...[0, 1, 126, 127, 134, 139].map((code): [string, object] => ['error ops-unknown-stop', exited(code)]),
      ['error dep-startup-longer-than-check', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' }],
      ['error net-health-check-misfit', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks' }],
    ])('tasks that stop: %s', async (told, members) => {
      await happen('service', { members: { runningCount: 0 }, deployment: { runningCount: 0, rolloutState: 'IN_PROGRESS', failedTasks: 4 } });
      await happen('stopped', { count: 4, members });
      expect(named(await look('--depth', 'quick'))).toEqual([told]);
    });

    test.each([
      ['Your Spot Task was interrupted.'], ['ECS is performing maintenance on the underlying infrastructure hosting the task.'],
    ])('nothing is wrong with a service whose tasks were replaced: %s', async (stoppedReason) => {
      await happen('stopped', { count: 1, members: { stopCode: 'SpotInterruption', stoppedReason } });
      expect(named(await look())).toEqual([]);
    });

    test('a log group that was deleted', async () => {
      await example().account.logs.deleteLogGroup({ logGroupName: '/ecs/my-web-app' });
      expect(named(await look())).toEqual(['error log-group-missing']);
      await example().account.logs.createLogGroup({ logGroupName: '/ecs/my-web-app' });
    });

    test('a dead namespace', async () => {
      await example().emulator.happen('namespace', { name: 'demo.local' });
      expect(named(await look())).toEqual(['error sd-namespace-gone']);
    });
  });

  test('--logs prints the last lines of a container that ended, without credentials', async () => {
    const { taskDefinition } = await example().account.ecs.describeTaskDefinition({ taskDefinition: service.taskDefinition });
    const [{ name, logConfiguration }] = taskDefinition!.containerDefinitions!;
    const { 'awslogs-group': logGroupName, 'awslogs-stream-prefix': prefix } = logConfiguration!.options!;
    await happen('stopped', { count: 1, members: { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name, exit_code: 1 }] } });
    const { taskArns: [task] = [] } = await example().account.ecs.listTasks({ cluster, serviceName: service.serviceName, desiredStatus: 'STOPPED' });
    const logStreamName = `${prefix}/${name}/${task.split('/').pop()}`;
    await example().account.logs.createLogStream({ logGroupName, logStreamName });
    await example().account.logs.putLogEvents({
      logGroupName, logStreamName, logEvents: ['starting', 'no connection to postgres://app:hunter2@db:5432/shop'].map((message) => ({ message, timestamp: Date.now() })),
    });
    const { output } = await runDoctor(example().emulator, '--cluster', cluster, '--service', service.serviceName!, '--logs');
    await happen('stopped', { count: 0, members: {} });
    expect(output).toContain('no connection to postgres://app:(redacted)@db:5432/shop');
    expect(output).not.toContain('hunter2');
  });

  test('--watch ends with 0 when the service is steady', async () => {
    const { exitCode, output } = await runDoctor(example().emulator, '--cluster', cluster, '--service', service.serviceName!, '--watch');
    expect(output).toContain('is steady, with 3 of 3 running');
    expect(exitCode).toBe(0);
  });

  test('--watch ends with 1 when the service goes away', async () => {
    await happen('service', { members: { status: 'DRAINING' }, deployment: {} });
    const { exitCode, output } = await runDoctor(example().emulator, '--cluster', cluster, '--service', service.serviceName!, '--watch');
    await happen('service', { members: { status: 'ACTIVE' }, deployment: {} });
    expect(output).toContain('the service is DRAINING');
    expect(exitCode).toBe(1);
  });

  test('a service that is not there ends with 2, and names the nearest', async () => {
    const { exitCode, output } = await runDoctor(example().emulator, '--cluster', cluster, '--service', `${service.serviceName!}x`);
    expect(exitCode).toBe(2);
    expect(output).toContain(`did you mean ${service.serviceName!}`);
  });

  test('a cluster that is not there ends with 2, and names the nearest', async () => {
    const { exitCode, output } = await runDoctor(example().emulator, '--cluster', 'MyWebApp-Cluster');
    expect(exitCode).toBe(2);
    expect(output).toMatch(/there is no cluster 'MyWebApp-Cluster' in us-east-1: did you mean MyWebApp-Cluster\w+/);
  });
});
