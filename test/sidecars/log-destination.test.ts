import { Match, Template } from 'aws-cdk-lib/assertions';
import * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import { LogDestination, MultilineLogs } from '../../src';
import { bucketOf, containersIn, logsOf, refusal, secretOf, statementsIn, worker } from './support';
import { testStack } from '../support/stacks';

describe('the destination', () => {
  test('CloudWatch Logs is the log group of the service, and the task role may write there only', () => {
    const stack = testStack();
    logsOf(stack, worker(stack));
    expect(containersIn(stack).app.LogConfiguration.Options).toEqual({
      'Name': 'cloudwatch_logs',
      'region': { Ref: 'AWS::Region' },
      'log_group_name': { Ref: expect.stringContaining('WorkerLogGroup') },
      'log_stream_prefix': 'Shop/Worker/',
      'auto_create_group': 'false',
      'retry_limit': '5',
      'log-driver-buffer-limit': '8192',
    });
    expect(statementsIn(stack)).toEqual([{
      Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::GetAtt': [expect.stringContaining('WorkerLogGroup'), 'Arn'] },
    }]);
  });

  test('CloudWatch Logs is a group of the part with a retention', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), { destination: LogDestination.cloudWatch({ retention: logs.RetentionDays.ONE_WEEK, messageOnly: true, streamPrefix: 'a/' }) });
    Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
    expect(containersIn(stack).app.LogConfiguration.Options).toMatchObject({ log_key: 'log', log_stream_prefix: 'a/' });
  });

  test('Firehose is one delivery stream, in its region', () => {
    const stack = testStack();
    const deliveryStream = firehose.DeliveryStream.fromDeliveryStreamArn(stack, 'Stream', 'arn:aws:firehose:eu-north-1:111122223333:deliverystream/logs');
    logsOf(stack, worker(stack), { destination: LogDestination.firehose({ deliveryStream, pluginOptions: { time_key: 'time' } }) });
    expect(containersIn(stack).app.LogConfiguration.Options).toMatchObject({ Name: 'kinesis_firehose', delivery_stream: 'logs', region: 'eu-north-1', time_key: 'time' });
    expect(statementsIn(stack)).toEqual([{
      Effect: 'Allow', Action: 'firehose:PutRecordBatch', Resource: 'arn:aws:firehose:eu-north-1:111122223333:deliverystream/logs',
    }]);
  });

  test('S3 is a prefix of a bucket, with its key, and a volume for what is not uploaded yet', () => {
    const stack = testStack();
    const encryptionKey = new kms.Key(stack, 'BucketKey');
    const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey });
    logsOf(stack, worker(stack), { destination: LogDestination.s3({ bucket, prefix: 'shop', uploadAfter: Duration.minutes(5) }) });
    const { app, 'log-router': router } = containersIn(stack);
    expect(app.LogConfiguration.Options).toMatchObject({ s3_key_format: '/shop/$TAG/%Y/%m/%d/%H-%M-%S-$UUID.gz', upload_timeout: '300s', store_dir: '/tmp/fluent-bit' });
    expect(router.MountPoints).toEqual([{ ContainerPath: '/tmp/fluent-bit', ReadOnly: false, SourceVolume: 'Buffer' }]);
    expect(statementsIn(stack)).toEqual([
      { Effect: 'Allow', Action: 's3:PutObject', Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringContaining('Bucket'), 'Arn'] }, '/shop/*']] } },
      { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: { 'Fn::GetAtt': [expect.stringContaining('BucketKey'), 'Arn'] } },
    ]);
  });

  test('Datadog has its key as a secret and tags', () => {
    const stack = testStack();
    const destination = LogDestination.datadog({ apiKey: secretOf(stack), site: 'datadoghq.eu', service: 'shop', source: 'nodejs', tags: { env: 'prod', version: '1.2' } });
    logsOf(stack, worker(stack), { destination });
    const { LogConfiguration } = containersIn(stack).app;
    expect(LogConfiguration.Options).toMatchObject({
      Name: 'datadog', Host: 'http-intake.logs.datadoghq.eu', TLS: 'on', provider: 'ecs', dd_service: 'shop', dd_source: 'nodejs', dd_tags: 'env:prod,version:1.2',
    });
    expect(LogConfiguration.SecretOptions).toEqual([{ Name: 'apikey', ValueFrom: expect.anything() }]);
    expect(statementsIn(stack)).toEqual([]); // The router needs no permission for it.
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] })]) },
      Roles: [{ Ref: Match.stringLikeRegexp('ExecutionRole') }],
    });
  });

  test('HTTP is encrypted, and its credential a secret', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), { destination: LogDestination.http({ host: 'logs.example.com', port: 8443, path: '/in', format: 'json_lines', secretHeader: secretOf(stack) }) });
    const { LogConfiguration } = containersIn(stack).app;
    expect(LogConfiguration.Options).toMatchObject({ Name: 'http', Host: 'logs.example.com', Port: '8443', URI: '/in', tls: 'On', Format: 'json_lines' });
    expect(LogConfiguration.SecretOptions).toEqual([{ Name: 'Header', ValueFrom: expect.anything() }]);
  });

  test('sets no option that an app can set in another case', () => {
    const stack = testStack();
    const deliveryStream = firehose.DeliveryStream.fromDeliveryStreamArn(stack, 'Stream', 'arn:aws:firehose:eu-north-1:111122223333:deliverystream/logs');
    const all: readonly ((more: object) => LogDestination)[] = [
      (more) => LogDestination.cloudWatch({ messageOnly: true, ...more }),
      (more) => LogDestination.firehose({ deliveryStream, ...more }),
      (more) => LogDestination.s3({ bucket: bucketOf(testStack()), ...more }),
      (more) => LogDestination.datadog({ apiKey: secretOf(testStack()), service: 'a', source: 'b', tags: { c: 'd' }, ...more }),
      (more) => LogDestination.http({ host: 'example.com', secretHeader: secretOf(testStack()), ...more }),
    ];
    for (const destination of all) {
      const one = testStack();
      logsOf(one, worker(one), { destination: destination({}) });
      const { Options, SecretOptions = [] } = containersIn(one).app.LogConfiguration;
      for (const option of [...Object.keys(Options), ...(SecretOptions as { Name: string }[]).map(({ Name }) => Name)]) {
        expect(refusal({ destination: destination({ pluginOptions: { [option.toUpperCase()]: 'x' } }) })).toContain(`pluginOptions has '${option.toUpperCase()}'`);
      }
    }
  });
});

describe('lines that belong together', () => {
  test('are joined by a file that the router downloads', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), { multiline: MultilineLogs.java() });
    const router = containersIn(stack)['log-router'];
    expect(router.Image).toMatch(/:init-\d/);
    expect(router.ReadonlyRootFilesystem).toBe(false);
    expect(router.Environment).toEqual([{ Name: 'aws_fluent_bit_init_s3_1', Value: expect.anything() }]);
    expect(statementsIn(stack).slice(1)).toMatchObject([{ Action: 's3:GetObject' }, { Action: 's3:GetBucketLocation' }]);
  });

  test.each([MultilineLogs.python(), MultilineLogs.go(), MultilineLogs.ruby()])('have parsers of Fluent Bit', ({ _files }) => {
    expect(_files).toHaveLength(1);
    expect(_files[0]).toMatch(/^\[FILTER\]\n {4}name multiline\n {4}match \*-firelens-\*\n {4}multiline\.key_content log\n {4}multiline\.parser (python|go|ruby)\n$/);
  });

  test('begin with a pattern: all other lines continue', () => {
    const [parser, filter] = MultilineLogs.startingWith('^\\d{4}-')._files;
    expect(parser).toContain('rule "start_state" "/^\\d{4}-/" "cont"');
    expect(parser).toContain('rule "cont" "/^(?!.*(?:^\\d{4}-)).*$/" "cont"');
    expect(filter).toContain('multiline.parser lines');
  });
});

