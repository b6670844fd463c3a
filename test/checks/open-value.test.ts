import { Peer } from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { Template } from 'aws-cdk-lib/assertions';
import { App, Duration, Lazy, Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, FireLensLogs, LatticeIngress, LogDestination, NetworkIngress, OneOffTask, ScheduledJob, ServiceConnectDiscovery } from '../../src';
import { https, onListener } from '../robustness/values';
import { messageOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const lookedUp = (stack: Stack, name: string) => ssm.StringParameter.valueFromLookup(stack, name);
const worker = (stack: Stack, props: object = {}) => new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, containerPorts: [8080], ...props });
const list = (...items: string[]) => Lazy.list({ produce: () => items });

describe('a value that the command line is yet to look up, for which an app has to synthesize once', () => {
  test.each<[string, (stack: Stack) => unknown]>([
    ['a domain name', https((stack) => ({ domainName: lookedUp(stack, '/domain') }))],
    ['a web ACL', https((stack) => ({ webAclArn: lookedUp(stack, '/acl') }))],
    ['a container and a family', (stack) => worker(stack, { containerName: lookedUp(stack, '/name'), family: lookedUp(stack, '/family') })],
    ['an image', (stack) => worker(stack, { image: ecs.ContainerImage.fromRegistry(lookedUp(stack, '/image')) })],
    ['an endpoint of Service Connect', (stack) => new ServiceConnectDiscovery(stack, 'Connect', {
      service: worker(stack), namespace: new cloudmap.HttpNamespace(stack, 'Names', { name: 'shop' }), endpoints: [{ name: lookedUp(stack, '/endpoint') }],
    })],
    ['a schedule', (stack) => new ScheduledJob(stack, 'Job', {
      task: new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE }),
      schedule: scheduler.ScheduleExpression.expression(lookedUp(stack, '/schedule')),
      timeout: Duration.minutes(5),
    })],
  ])('is accepted as %s', (_, use) => {
    const stack = new Stack(new App(), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    use(stack);
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('a list that only the deployment knows', () => {
  test.each([
    ['hostNames', 'host-header', 'HostHeaderConfig', ['a.example.com', 'b.example.com']], ['pathPatterns', 'path-pattern', 'PathPatternConfig', ['/a']],
    ['methods', 'http-request-method', 'HttpRequestMethodConfig', ['GET']], ['sourceIps', 'source-ip', 'SourceIpConfig', ['192.0.2.0/24']],
  ])('is accepted as %s', (property, Field, config, values) => {
    const stack = testStack();
    onListener({ [property]: list(...values) })(stack);
    const Conditions = [{ Field, [config]: { Values: values } }];
    Template.fromStack(stack).hasResourceProperties(elbv2.CfnListenerRule.CFN_RESOURCE_TYPE_NAME, { Conditions });
  });

  test.each<[string, (stack: Stack) => unknown]>([
    ['writablePaths', (stack) => worker(stack, { readonlyRootFilesystem: true, writablePaths: list('/tmp') })],
    ['containerNames', (stack) => new FireLensLogs(stack, 'Logs', { task: worker(stack), destination: LogDestination.cloudWatch(), containerNames: list('app') })],
    ['elasticIpAllocationIds', (stack) => new NetworkIngress(stack, 'Network', {
      service: worker(stack), listeners: [{ port: 80 }], elasticIpAllocationIds: list('eipalloc-1'),
    })],
    ['serviceNetworkIdentifiers', (stack) => new LatticeIngress(stack, 'Lattice', {
      service: worker(stack), prefixList: Peer.prefixList('pl-1'), serviceNetworkIdentifiers: list('sn-1'),
    })],
  ])('is refused as %s, whose items become resources or names', (property, use) => {
    const message = messageOf(() => use(testStack()));
    expect(message).toContain(`${property} is a list that only the deployment knows`);
    expect(message).not.toContain('Token[');
  });
});
