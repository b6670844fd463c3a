import * as iam from 'aws-cdk-lib/aws-iam';
import * as fc from 'fast-check';
import { TaskRoleBundle } from '../../src';
import { ofType, startPermissionsAreNamed, trustIsNarrow } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { ecsName } from './support/scalars';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface PermissionCase {
  readonly containerName: string;
  readonly actions: string[];
  readonly resources: string[];
}

/** A task with one container, its roles, and what it is allowed. */
interface BundleCase {
  readonly containerName: string;
  readonly roles: 'own' | 'imported task role' | 'imported execution role';
  readonly permissions: readonly PermissionCase[];
}

/** The bundle is there before anything is allowed, so it is made beside the scope that has to stay empty when it refuses. */
const bundle: Subject<BundleCase> = {
  build: (_scope, id, { containerName, roles, permissions }, world, given) => {
    const imported = iam.Role.fromRoleArn(given, 'Imported', 'arn:aws:iam::111122223333:role/shared');
    const taskRoles = new TaskRoleBundle(given, id, {
      taskRole: roles === 'imported task role' ? imported : undefined,
      executionRole: roles === 'imported execution role' ? imported : undefined,
    });
    smallWorker(given, world, { containerName, taskRoles });
    for (const { containerName: of, ...permission } of permissions) taskRoles.allow(of, permission);
    expect(taskRoles.permissions).toMatchObject(permissions);
  },
  holds: (resources, { roles, permissions }) => {
    trustIsNarrow(resources);
    startPermissionsAreNamed(resources);
    expect(ofType(resources, 'AWS::IAM::Role')).toHaveLength(roles === 'own' ? 2 : 1);
    const statements = ofType(resources, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const ids = statements.map(({ Sid }) => Sid);
    expect(new Set(ids).size).toBe(ids.length);
    for (const sid of ids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    expect(statements.length).toBe(roles === 'imported task role' ? 0 : permissions.length);
  },
};

const cases: fc.Arbitrary<BundleCase> = ecsName.chain((containerName) => fc.record({
  containerName: fc.constant(containerName),
  roles: fc.constantFrom('own', 'imported task role', 'imported execution role'),
  permissions: fc.array(fc.record({
    containerName: fc.constant(containerName),
    actions: fc.uniqueArray(fc.constantFrom('s3:GetObject', 'dynamodb:GetItem', 'sqs:SendMessage'), { minLength: 1 }),
    resources: fc.uniqueArray(fc.constantFrom('arn:aws:s3:::photos/*', 'arn:aws:sqs:eu-west-1:111122223333:jobs'), { minLength: 1 }),
  }), { maxLength: 4 }),
}));

const permission = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::photos/*'] };

const breakages: readonly Breakage<BundleCase>[] = [
  (valid) => fc.constant({
    rule: 'a container that is not there',
    one: { ...valid, containerName: 'app', permissions: [{ ...permission, containerName: 'nobody' }] },
    says: ['allow', 'nobody', 's3:GetObject', 'app'],
  }),
  (valid) => fc.constantFrom('actions' as const, 'resources' as const).map((list) => ({
    rule: `no ${list}`,
    one: { ...valid, containerName: 'app', permissions: [{ ...permission, containerName: 'app', [list]: [] }] },
    says: [list, 'empty'],
  })),
];

propertiesOf('TaskRoleBundle', bundle, cases, breakages);
