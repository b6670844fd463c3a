import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as fc from 'fast-check';
import { ExecAccess, ExecAudit } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** A service with sessions, and the record of its cluster. */
interface ExecCase {
  readonly isAudited: boolean;
  readonly hasTopic: boolean;
  readonly hasReadonlyRoot: boolean;
  readonly readonlyRoot: boolean;
  readonly bucketPrefix?: string;
}

const exec: Subject<ExecCase> = {
  build: (scope, id, { isAudited, hasTopic, hasReadonlyRoot, readonlyRoot, bucketPrefix }, world, given) => {
    const cluster = new ecs.Cluster(given, 'Shop', { vpc: world.vpc });
    const service = smallWorker(given, world, { cluster, taskRoles: undefined, readonlyRootFilesystem: hasReadonlyRoot });
    if (isAudited) new ExecAudit(given, 'Audit', { cluster, bucket: s3.Bucket.fromBucketName(given, 'Bucket', 'records'), bucketPrefix });
    new ExecAccess(scope, id, {
      service,
      allow: [new iam.Role(given, 'OnCall', { assumedBy: new iam.AccountRootPrincipal() })],
      readonlyRoot,
      onSession: hasTopic ? new sns.Topic(given, 'Sessions') : undefined,
    });
  },
  holds: (resources, { isAudited, readonlyRoot, hasTopic }) => {
    expect(only(ofType(resources, 'AWS::ECS::Service')).Properties.EnableExecuteCommand).toBe(true);
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    // What is written to names its resource.
    for (const { Action, Resource } of statements) if (Resource === '*') expect(JSON.stringify(Action)).not.toMatch(/logs:(Create|Put)|s3:|kms:|ExecuteCommand/);
    expect(statements.some(({ Action }) => Action === 'kms:Decrypt')).toBe(isAudited);
    const task = only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties;
    expect(task.ContainerDefinitions[0].LinuxParameters.InitProcessEnabled).toBe(true);
    expect(task.Volumes ?? []).toHaveLength(readonlyRoot ? 3 : 0);
    expect(ofType(resources, 'AWS::Events::Rule')).toHaveLength(hasTopic ? 1 : 0);
  },
};

const cases = fc.record({
  isAudited: fc.boolean(),
  hasTopic: fc.boolean(),
  hasReadonlyRoot: fc.boolean(),
  bucketPrefix: fc.option(fc.stringMatching(/^[a-z0-9]{1,8}(\/[a-z0-9]{1,8}){0,2}$/), { nil: undefined }),
}).map((one): ExecCase => ({ ...one, readonlyRoot: one.hasReadonlyRoot }));

const breakages: readonly Breakage<ExecCase>[] = [
  (valid) => fc.constant({ rule: 'a read-only root without its directories', one: { ...valid, hasReadonlyRoot: true, readonlyRoot: false }, says: ['readonlyRoot: true'] }),
  (valid) => fc.constant({ rule: 'directories without a read-only root', one: { ...valid, hasReadonlyRoot: false, readonlyRoot: true }, says: ['readonlyRoot is true'] }),
  (valid) => sets<ExecCase>('bucketPrefix', fc.constantFrom('', '/', '/a', 'a/', 'a//b', 'a b'))({ ...valid, isAudited: true }) as never,
];

propertiesOf('ExecAccess', exec, cases, breakages);
