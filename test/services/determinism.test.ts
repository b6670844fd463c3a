import { Template } from 'aws-cdk-lib/assertions';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { type App, type Stack } from 'aws-cdk-lib/core';
import { CloudMapDiscovery, CpuTargetScaling, FargateWebService, FargateWorkerService, Ingress, MemoryTargetScaling } from '../../src';
import { IMAGE, testCluster, testStack } from '../support/stacks';

type Part = (stack: Stack, web: FargateWebService) => unknown;

const SCALING: Part = (stack, service) => new CpuTargetScaling(stack, 'Cpu', { service, maxCapacity: 6 });
const MORE_SCALING: Part = (stack, service) => new MemoryTargetScaling(stack, 'Memory', { service });
const DISCOVERY: Part = (stack, service) => new CloudMapDiscovery(stack, 'Discovery', {
  service,
  name: 'web',
  dnsNamespace: new cloudmap.PrivateDnsNamespace(stack, 'Namespace', { name: 'demo.local', vpc: service.service.cluster.vpc }),
});
const ANOTHER: Part = (stack, { service: { cluster } }) => new FargateWorkerService(stack, 'Another', { cluster, image: IMAGE });
const QUEUE: Part = (stack) => new sqs.Queue(stack, 'Queue');

function stackWith(parts: readonly Part[]): Stack {
  const stack = testStack();
  const web = new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp() });
  web.taskRoles.allow('app', { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::uploads/*'] });
  for (const part of parts) part(stack, web);
  return stack;
}

function written(stack: Stack): string {
  return JSON.stringify((stack.node.root as App).synth().getStackByName(stack.stackName).template, undefined, 1);
}

/** The resources below a construct, by logical id. */
function resourcesOf(stack: Stack, prefix: string): object {
  const resources: { [id: string]: object } = Template.fromStack(stack).toJSON().Resources;
  return Object.fromEntries(Object.entries(resources).filter(([id]) => id.startsWith(prefix)).sort());
}

test('equal apps synthesize equal bytes', () => {
  const all = [SCALING, MORE_SCALING, DISCOVERY, ANOTHER, QUEUE];
  expect(written(stackWith(all))).toBe(written(stackWith(all)));
});

test.each([
  ['parts', [SCALING, MORE_SCALING, DISCOVERY], [DISCOVERY, MORE_SCALING, SCALING]],
  ['other services', [ANOTHER, SCALING], [SCALING, ANOTHER]],
  ['other resources', [QUEUE, SCALING, DISCOVERY], [SCALING, DISCOVERY, QUEUE]],
])('the order of %s changes nothing', (_what, one, other) => {
  const resources = (parts: readonly Part[]) => resourcesOf(stackWith(parts), '');
  expect(resources(one)).toEqual(resources(other));
});

test('what else is in the stack changes nothing of the service', () => {
  expect(resourcesOf(stackWith([ANOTHER, QUEUE]), 'Web')).toEqual(resourcesOf(stackWith([]), 'Web'));
});

test('logical ids depend on the ids only', () => {
  const ids = (image: typeof IMAGE, containerPort: number) => {
    const stack = testStack();
    new FargateWebService(stack, 'Web', { cluster: testCluster(stack), image, containerPort, containerName: 'app', ingress: Ingress.publicHttp() });
    return Object.keys(Template.fromStack(stack).toJSON().Resources).filter((id) => !/SecurityGroup(to|from)/.test(id));
  };
  expect(ids(IMAGE, 80)).toEqual(ids(IMAGE, 8080));
});
