import { Duration } from 'aws-cdk-lib/core';
import { EventJob, OneOffTask } from '../../../src';
import { readDefinition } from '../../../src/cli/collect/read/machine-definition';
import { IMAGE, testCluster, testStack } from '../../support/stacks';
import { definitionIn } from '../../support/step-functions';

const NOTHING = { clusters: [], deadLetterUrls: [] };
const URL = 'https://sqs.eu-west-1.amazonaws.com/111122223333/dead';
const read = (States: object) => readDefinition(JSON.stringify({ States }));
const runTask = (change: object) => ({ Run: { Type: 'Task', Resource: 'arn:aws:states:::ecs:runTask', ...change } });
const send = (change: object, next = 'Fail') => ({
  Send: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { QueueUrl: URL }, Next: 'Next', ...change }, Next: { Type: next },
});

test('the cluster and the dead-letter queue of a job are in its definition', () => {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE });
  new EventJob(stack, 'Job', { task, timeout: Duration.minutes(30), eventPattern: { source: ['aws.s3'] } });
  // `definitionIn` writes X for the URL of a queue of the stack.
  expect(readDefinition(JSON.stringify(definitionIn(stack)))).toEqual({ clusters: ['arn:aws:ecs:X:X:cluster/shop'], deadLetterUrls: ['X'] });
});

test.each<[string, object, readonly string[]]>([
  ['the name', { Parameters: { Cluster: 'shop' } }, ['shop']],
  ['the default cluster, where none is named', { Parameters: {} }, ['default']],
  ['arguments of JSONata', { Arguments: { Cluster: 'shop' } }, ['shop']],
  ['a call of the SDK', { Resource: 'arn:aws-cn:states:::aws-sdk:ecs:runTask', Parameters: { Cluster: 'shop' } }, ['shop']],
  ['a wait for the end', { Resource: 'arn:aws:states:::ecs:runTask.waitForTaskToken', Parameters: { Cluster: 'shop' } }, ['shop']],
  ['no cluster, where the input decides it', { Parameters: { 'Cluster.$': '$.cluster' } }, []],
  ['no cluster, where an expression decides it', { Arguments: { Cluster: '{% $states.input.cluster %}' } }, []],
  ['no cluster, where an expression is all arguments', { Arguments: '{% $states.input %}' }, []],
  ['no cluster of another action', { Resource: 'arn:aws:states:::ecs:runTaskOfMine', Parameters: { Cluster: 'shop' } }, []],
])('a state that runs a task has %s', (_, change, clusters) => {
  expect(read(runTask(change))).toEqual({ ...NOTHING, clusters });
});

test('states in branches and loops are read', () => {
  const inner = (Cluster: string) => ({ States: runTask({ Parameters: { Cluster } }) });
  expect(read({
    Both: { Type: 'Parallel', Branches: [inner('a'), { States: { Each: { Type: 'Map', ItemProcessor: inner('b') } } }] }, Old: { Type: 'Map', Iterator: inner('c') },
  }).clusters).toEqual(['a', 'b', 'c']);
});

test.each<[string, object, readonly string[]]>([
  ['before a failure is for dead letters', send({}), [URL]],
  ['before a success is work for others', send({}, 'Succeed'), []],
  ['that ends the execution is work for others', send({ Next: undefined, End: true }), []],
  ['with an answer is work for others', send({ Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken' }), []],
  ['that the input decides is not known', send({ Parameters: { 'QueueUrl.$': '$.queue' } }), []],
  ['without a queue is not known', send({ Parameters: undefined }), []],
])('a message %s', (_, states, deadLetterUrls) => {
  expect(read(states)).toEqual({ ...NOTHING, deadLetterUrls });
});

test.each([undefined, '', '<<not json>>', 'null', '{}', '7'])('nothing is in %j', (definition) => {
  expect(readDefinition(definition)).toEqual(NOTHING);
});
