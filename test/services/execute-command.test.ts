import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../src';
import { FLAG_SETS, IMAGE, testStack, testVpc } from '../support/stacks';

describe('permissions of ECS Exec', () => {
  const statementsOf = (cluster: ecs.ClusterProps = {}, context = {}) => {
    const stack = testStack(context);
    new FargateWorkerService(stack, 'Worker', {
      cluster: new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack), ...cluster }), image: IMAGE, enableExecuteCommand: true,
    });
    const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy', { Properties: { Roles: [{ Ref: Match.stringLikeRegexp('TaskRole') }] } }));
    return (policy.Properties.PolicyDocument.Statement as ReadonlyArray<{ readonly Action: string | readonly string[]; readonly Resource: unknown }>)
      .map(({ Action, Resource }) => [[Action].flat().join(' '), typeof Resource === 'string' ? Resource : JSON.stringify(Resource)]);
  };
  const CHANNELS = [expect.stringContaining('ssmmessages:OpenDataChannel'), '*'];

  test.each(FLAG_SETS)('name the log group of the service, with $flags', ({ context }) => {
    const statements = statementsOf({}, context);
    expect(statements[0]).toEqual(CHANNELS);
    expect(statements.at(-1)).toEqual(['logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents', expect.stringMatching(/WorkerLogGroup.*Arn/)]);
    expect(statements.filter(([, resource]) => resource === '*').map(([actions]) => actions).join(' ')).not.toMatch(/logs:(Create|Put)/);
  });

  test('are the channels alone where the cluster records no session', () => {
    expect(statementsOf({ executeCommandConfiguration: { logging: ecs.ExecuteCommandLogging.NONE } })).toEqual([CHANNELS]);
  });

  test('name what the cluster records sessions in', () => {
    const logGroup = logs.LogGroup.fromLogGroupName(new Stack(), 'Sessions', 'sessions');
    const executeCommandConfiguration = { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup: logGroup } };
    expect(statementsOf({ executeCommandConfiguration }).at(-1)).toEqual([expect.stringContaining('logs:PutLogEvents'), expect.stringContaining('log-group:sessions')]);
  });
});
