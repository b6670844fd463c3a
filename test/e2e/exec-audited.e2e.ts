import type { Cluster, Service, TaskDefinition } from '@aws-sdk/client-ecs';
import { deployedExample } from './support/deployment';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: object;
}

describe('examples/exec-audited', () => {
  const example = deployedExample('exec-audited', { imageTag: '1.36' });
  let cluster: Cluster;
  let service: Service;
  let task: TaskDefinition;

  const read = async () => {
    const { account } = example();
    service = await account.service();
    task = await account.taskDefinitionOf(service);
    const { clusters = [] } = await account.ecs.describeClusters({ clusters: [service.clusterArn!], include: ['CONFIGURATIONS'] });
    [cluster] = clusters;
  };

  /** Statements of the policies of a role, by its logical name. */
  const statementsOf = async (name: string): Promise<readonly Statement[]> => {
    const { iam } = example().account;
    const { Roles = [] } = await iam.listRoles({});
    const { RoleName } = Roles.find((role) => role.RoleName!.includes(name))!;
    const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
    const documents = await Promise.all(PolicyNames.map((PolicyName) => iam.getRolePolicy({ RoleName, PolicyName })));
    return documents.flatMap(({ PolicyDocument }) => JSON.parse(decodeURIComponent(PolicyDocument!)).Statement);
  };

  beforeAll(read);

  test('the stack is complete, and the service runs', async () => {
    expect(await example().stackStatuses()).toEqual({ ExecAudited: 'CREATE_COMPLETE' });
    expect(service).toMatchObject({ enableExecuteCommand: true, runningCount: 2, desiredCount: 2 });
  });

  test('the cluster records sessions in one log group and one bucket, with its key', async () => {
    const { executeCommandConfiguration } = cluster.configuration!;
    expect(executeCommandConfiguration).toMatchObject({
      logging: 'OVERRIDE',
      kmsKeyId: expect.stringContaining(':key/'),
      logConfiguration: { cloudWatchEncryptionEnabled: true, s3EncryptionEnabled: true, s3KeyPrefix: 'ecs-exec' },
    });
    const { cloudWatchLogGroupName } = executeCommandConfiguration!.logConfiguration!;
    const { logGroups = [] } = await example().account.logs.describeLogGroups({ logGroupNamePrefix: cloudWatchLogGroupName });
    expect(logGroups).toMatchObject([{ retentionInDays: 365, kmsKeyId: executeCommandConfiguration!.kmsKeyId }]);
  });

  test('the container has an init process and the directories of the agent, on a read-only root', () => {
    expect(task.containerDefinitions).toMatchObject([{
      readonlyRootFilesystem: true,
      linuxParameters: { initProcessEnabled: true },
      mountPoints: ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'].map((containerPath) => ({ containerPath, readOnly: false })),
    }]);
    expect(task.volumes).toHaveLength(3);
  });

  test('the task role can write the record alone', async () => {
    const { kmsKeyId, logConfiguration } = cluster.configuration!.executeCommandConfiguration!;
    const statements = await statementsOf('TaskRolesTaskRole');
    const resourceOf = (action: string) => statements.filter(({ Action }) => [Action].flat().includes(action)).map(({ Resource }) => Resource);
    expect(resourceOf('logs:PutLogEvents')).toEqual([expect.stringContaining(`:log-group:${logConfiguration!.cloudWatchLogGroupName}:`)]);
    expect(resourceOf('kms:Decrypt')).toEqual([kmsKeyId]);
    expect(resourceOf('s3:PutObject')).toEqual([`arn:aws:s3:::${logConfiguration!.s3BucketName}/ecs-exec/*`]);
    expect(resourceOf('ssmmessages:OpenDataChannel')).toEqual(['*']);
  });

  test('the role of those on call opens sessions in the container of this cluster', async () => {
    const [session] = (await statementsOf('OnCall')).filter(({ Action }) => Action === 'ecs:ExecuteCommand');
    expect(session.Resource).toEqual([cluster.clusterArn, `${cluster.clusterArn!.replace(':cluster/', ':task/')}/*`]);
    expect(session.Condition).toEqual({ StringEquals: { 'ecs:container-name': ['app'] } });
  });

  test('a session is a message', async () => {
    const { Rules = [] } = await example().account.events.listRules({});
    expect(Rules.map(({ EventPattern }) => JSON.parse(EventPattern!))).toMatchObject([{
      detail: { eventName: ['ExecuteCommand'], responseElements: { taskArn: [{ prefix: `${cluster.clusterArn!.replace(':cluster/', ':task/')}/` }] } },
    }]);
  });

  test('a new image arrives as a new revision, still with sessions', async () => {
    await example().deploy({ imageTag: '1.37' });
    await read();
    expect(service.enableExecuteCommand).toBe(true);
    expect(task).toMatchObject({ revision: 2, containerDefinitions: [{ image: 'public.ecr.aws/docker/library/busybox:1.37' }] });
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
