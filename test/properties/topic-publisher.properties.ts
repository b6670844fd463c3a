import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as fc from 'fast-check';
import { FargateSize, OneOffTask, TopicPublisher, type IEcsTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options, variableName } from './support/scalars';
import { IMAGE, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface PublisherCase {
  readonly kind: 'topic' | 'FIFO topic' | 'encrypted topic' | 'topic of another account';
  readonly once?: boolean;
  readonly environmentVariable?: string;
  /** True if the container has the variable already. */
  readonly taken?: boolean;
}

const publisher: Subject<PublisherCase> = {
  build: (scope, id, { kind, once, taken, environmentVariable }, world, given) => {
    const key = kind === 'encrypted topic' ? kms.Key.fromKeyArn(given, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012') : undefined;
    const topic = kind === 'topic of another account'
      ? sns.Topic.fromTopicArn(given, 'Topic', 'arn:aws:sns:eu-west-1:444455556666:orders')
      : new sns.Topic(given, 'Topic', { masterKey: key, ...kind === 'FIFO topic' && { fifo: true } });
    const ofItsOwn = { taskRoles: undefined };
    const service: IEcsTask = once
      ? new OneOffTask(given, 'Task', { ...world.shared, ...ofItsOwn, cluster: world.cluster, image: IMAGE, size: FargateSize.of(256, 512) })
      : smallWorker(given, world, ofItsOwn);
    if (taken) service.mainContainer.addEnvironment(environmentVariable ?? 'TOPIC_ARN', 'here');
    new TopicPublisher(scope, id, { service, topic, environmentVariable });
  },
  holds: (resources, { kind, environmentVariable = 'TOPIC_ARN' }) => {
    const { Properties: { ContainerDefinitions: [main] } } = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    const { Name: name, Value: arn } = only<any>(main.Environment);
    // A token is an export of another stack at deployment.
    if (typeof name === 'string') expect(name).toBe(environmentVariable);
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    expect(only(statements.filter(({ Action }) => Action === 'sns:Publish')).Resource).toEqual(arn);
    expect(statements.filter(({ Action }) => JSON.stringify(Action) === '["kms:Decrypt","kms:GenerateDataKey*"]')).toHaveLength(kind === 'encrypted topic' ? 1 : 0);
  },
};

const cases: fc.Arbitrary<PublisherCase> = fc.tuple(
  fc.constantFrom<PublisherCase['kind'][]>('topic', 'FIFO topic', 'encrypted topic', 'topic of another account'),
  options<Omit<PublisherCase, 'kind' | 'taken'>>({ once: fc.boolean(), environmentVariable: variableName }),
).map(([kind, more]) => ({ kind, ...more }));

const broken: readonly Breakage<PublisherCase>[] = [
  sets<PublisherCase>('environmentVariable', fc.constantFrom('', '2ND', 'TOPIC-ARN', 'a b', 'a.b')),
  (valid) => variableName.map((environmentVariable) => ({
    rule: 'a variable of that name', one: { ...valid, environmentVariable, taken: true }, says: ['environmentVariable', environmentVariable, '[td-env-secret-name-clash]'],
  })),
];

propertiesOf('TopicPublisher', publisher, cases, broken);
