import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';
import { IAM } from '@aws-sdk/client-iam';
import { deployedExample } from './support/deployment';

describe('examples/observability', () => {
  const example = deployedExample('observability', { imageTag: '22.20' });
  let orders: TaskDefinition;
  let catalog: TaskDefinition;

  const read = async () => {
    const definitions = await example().account.taskDefinitions();
    orders = definitions.find(({ family }) => family!.includes('Orders'))!;
    catalog = definitions.find(({ family }) => family!.includes('Catalog'))!;
  };

  const containerOf = (task: TaskDefinition, name: string) => task.containerDefinitions!.find((container) => container.name === name)!;
  const variablesOf = ({ environment = [] }: ContainerDefinition) => Object.fromEntries(environment.map(({ name, value }) => [name!, value!]));

  beforeAll(read);

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Observability: 'CREATE_COMPLETE' });
  });

  test('the collector has a configuration that names the log group of the metrics', async () => {
    const { logGroups = [] } = await new CloudWatchLogs(example().emulator.clientConfig).describeLogGroups({});
    const collector = containerOf(orders, 'otel-collector');
    expect(collector).toMatchObject({ essential: false, restartPolicy: { enabled: true }, healthCheck: { command: ['CMD', '/healthcheck'] } });
    const { exporters, service } = JSON.parse(variablesOf(collector).AOT_CONFIG_CONTENT);
    expect(logGroups.map(({ logGroupName }) => logGroupName)).toContain(exporters.awsemf.log_group_name);
    expect(Object.keys(service.pipelines)).toEqual(['traces', 'metrics']);
  });

  test('the application sends to the collector, and its logs to the router, which both start before it', () => {
    const app = containerOf(orders, 'app');
    expect(variablesOf(app)).toMatchObject({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_SERVICE_NAME: 'orders', OTEL_LOGS_EXPORTER: 'none' });
    expect(app.logConfiguration).toMatchObject({ logDriver: 'awsfirelens', options: { Name: 's3' } });
    const router = orders.containerDefinitions!.find(({ firelensConfiguration }) => firelensConfiguration)!;
    expect(router.essential).toBe(true);
    expect(app.dependsOn!.map(({ containerName }) => containerName).sort()).toEqual([router.name, 'otel-collector'].sort());
  });

  test('a container copies the SDK for the other service, which an agent serves', () => {
    const app = containerOf(catalog, 'app');
    expect(variablesOf(app)).toMatchObject({
      NODE_OPTIONS: '--require /otel-auto-instrumentation-node/autoinstrumentation.js',
      OTEL_AWS_APPLICATION_SIGNALS_ENABLED: 'true',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
    });
    expect(app.dependsOn).toEqual(expect.arrayContaining([
      { containerName: 'opentelemetry-init', condition: 'SUCCESS' }, { containerName: 'cloudwatch-agent', condition: 'START' },
    ]));
    expect(catalog.volumes).toMatchObject([{ name: 'opentelemetry-auto-instrumentation-node' }]);
    expect(JSON.parse(variablesOf(containerOf(catalog, 'cloudwatch-agent')).CW_CONFIG_CONTENT).traces).toEqual({ traces_collected: { application_signals: {} } });
  });

  test('the task roles have the permissions of the agents, without wildcards in actions', async () => {
    const iam = new IAM(example().emulator.clientConfig);
    const statements = await Promise.all([orders, catalog].map(async ({ taskRoleArn }) => {
      const RoleName = taskRoleArn!.split('/').pop()!;
      const { PolicyNames = [] } = await iam.listRolePolicies({ RoleName });
      const documents = await Promise.all(PolicyNames.map((PolicyName) => iam.getRolePolicy({ RoleName, PolicyName })));
      return documents.flatMap(({ PolicyDocument }) => JSON.parse(decodeURIComponent(PolicyDocument!)).Statement);
    }));
    const actions = statements.map((ofRole) => ofRole.flatMap(({ Action }) => Action).sort());
    expect(actions[0]).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents', 's3:PutObject', 'xray:PutTraceSegments']);
    expect(actions[1]).toEqual([
      'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents',
      'xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments',
    ]);
  });

  test('a new image arrives as a new revision, with the same sidecars', async () => {
    const sidecars = (task: TaskDefinition) => task.containerDefinitions!.filter(({ name }) => name !== 'app');
    const before = sidecars(orders);
    await example().deploy({ imageTag: '22.21' });
    await read();
    expect(orders.revision).toBe(2);
    expect(containerOf(orders, 'app').image).toBe('public.ecr.aws/docker/library/node:22.21');
    expect(sidecars(orders)).toEqual(before);
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
  });
});
