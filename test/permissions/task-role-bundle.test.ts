import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { type App, Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, TaskRoleBundle, type TaskRoleBundleProps } from '../../src';
import { messageOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, testCluster, testStack, tokens } from '../support/stacks';

const GET_OBJECT = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::uploads/*'] };
const GET_ITEM = { actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-west-1:123456789012:table/orders'] };
const ROLE_ARN = 'arn:aws:iam::123456789012:role/given';

/** A bundle that a worker with the containers app and proxy runs with. */
function usedBundle(stack: Stack, props?: TaskRoleBundleProps): TaskRoleBundle {
  const taskRoles = new TaskRoleBundle(stack, 'Roles', props);
  new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack),
    image: IMAGE,
    sidecars: [{ containerName: 'log-router', image: IMAGE }],
    taskRoles,
  });
  return taskRoles;
}

/** The statements of all policies beside the roles themselves. */
function statements(stack: Stack): { Sid?: string; Resource: unknown }[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

describe.each(FLAG_SETS)('TaskRoleBundle with $flags', ({ context }) => {
  test('trusts the ECS tasks of this account and region only', () => {
    const stack = testStack(context);
    new TaskRoleBundle(stack, 'Roles');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::Role', 2);
    template.allResourcesProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{
          Action: 'sts:AssumeRole',
          Principal: { Service: 'ecs-tasks.amazonaws.com' },
          Condition: {
            StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
            ArnLike: {
              'aws:SourceArn': {
                'Fn::Join': ['', [
                  'arn:', { Ref: 'AWS::Partition' }, ':ecs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':*',
                ]],
              },
            },
          },
        }],
      },
    });
  });

  test('allows nothing by itself', () => {
    const stack = testStack(context);
    new TaskRoleBundle(stack, 'Roles');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::Policy', 0);
    template.allResourcesProperties('AWS::IAM::Role', { Policies: Match.absent(), ManagedPolicyArns: Match.absent() });
  });

  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    usedBundle(stack).allow('app', GET_OBJECT);
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('allow', () => {
  test('writes the container into the statement id', () => {
    const stack = testStack();
    usedBundle(stack).allow('log-router', GET_OBJECT);
    expect(statements(stack)).toEqual([{ Sid: 'LogRouter', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::uploads/*' }]);
  });

  test('numbers the statements of one container', () => {
    const stack = testStack();
    const roles = usedBundle(stack);
    roles.allow('app', GET_OBJECT);
    roles.allow('app', GET_ITEM);
    roles.allow('log-router', GET_ITEM);
    expect(statements(stack).map(({ Sid }) => Sid)).toEqual(['App', 'App2', 'LogRouter']);
  });

  test('keeps the statement ids of containers apart whose names differ in punctuation only', () => {
    const stack = testStack();
    const roles = new TaskRoleBundle(stack, 'Roles');
    roles.allow('log-router', GET_OBJECT);
    roles.allow('log_router', GET_OBJECT);
    expect(roles.permissions.map(({ statementId }) => statementId)).toEqual(['LogRouter', 'LogRouter2']);
  });

  test('has a statement id for a container without a letter in its name', () => {
    const roles = new TaskRoleBundle(testStack(), 'Roles');
    roles.allow('_', GET_OBJECT);
    expect(roles.permissions[0].statementId).toBe('Container');
  });

  test('prints no action that is a token', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    new TaskRoleBundle(stack, 'Roles').allow('app', { actions: [text], resources: ['arn:aws:s3:::uploads/*'] });
    expect(messageOf(() => Template.fromStack(stack))).toContain('gets an action known at deployment only');
  });

  test('narrows the permission with conditions', () => {
    const stack = testStack();
    const conditions = { Bool: { 'aws:SecureTransport': 'true' } };
    usedBundle(stack).allow('app', { ...GET_OBJECT, conditions });
    expect(statements(stack)).toEqual([expect.objectContaining({ Sid: 'App', Condition: conditions })]);
  });

  test('keeps on record which container needs what', () => {
    const stack = testStack();
    const roles = usedBundle(stack);
    roles.allow('app', GET_OBJECT);
    roles.permissions.pop();
    expect(roles.permissions).toEqual([{ containerName: 'app', statementId: 'App', ...GET_OBJECT }]);
  });

  test('takes resources that are known at deployment only', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    usedBundle(stack).allow('app', { actions: ['s3:GetObject'], resources: [text] });
    expect(statements(stack)).toEqual([expect.objectContaining({ Resource: { Ref: 'Text' } })]);
  });

  test('takes a permission before the service that uses the roles is made', () => {
    const stack = testStack();
    const roles = new TaskRoleBundle(stack, 'Roles');
    roles.allow('app', GET_OBJECT);
    new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, taskRoles: roles });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  test('fails when no container of the task has the name', () => {
    const stack = testStack();
    usedBundle(stack).allow('appp', GET_OBJECT);
    const message = messageOf(() => Template.fromStack(stack));
    expect(message).toContain("container 'appp' gets s3:GetObject, but no task with these roles has such a container");
    expect(message).toContain('at:   Shop/Roles (allow)');
    expect(message).toContain('the containers are app, log-router');
    expect(message).toContain('fix:  use the name of a container of the task');
  });

  test('fails when no service uses the roles', () => {
    const stack = testStack();
    new TaskRoleBundle(stack, 'Roles').allow('app', GET_OBJECT);
    expect(messageOf(() => Template.fromStack(stack))).toContain('no service or task uses these roles yet');
  });

  test.each(['actions', 'resources'] as const)('fails when there are no %s', (property) => {
    const roles = new TaskRoleBundle(testStack(), 'Roles');
    const message = messageOf(() => roles.allow('app', { ...GET_OBJECT, [property]: [] }));
    expect(message).toContain(`${property} of the permission for container 'app' is empty`);
    expect(message).toContain(`at:   Shop/Roles (${property})`);
    expect(roles.permissions).toEqual([]);
  });

  test('fails when the container name is a token, without printing it', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    const message = messageOf(() => new TaskRoleBundle(stack, 'Roles').allow(text, GET_OBJECT));
    expect(message).toContain('containerName is a token');
  });
});

describe('a bundle as grantee', () => {
  test('passes grants on to the task role', () => {
    const stack = testStack();
    s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads').grantRead(usedBundle(stack));
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: [Match.objectLike({ Action: Match.arrayWith(['s3:GetObject*']) })] },
      Roles: [{ Ref: Match.stringLikeRegexp('^RolesTaskRole') }],
    });
  });
});

describe('roles that are passed', () => {
  test('are used in place of new ones', () => {
    const stack = testStack();
    const role = new iam.Role(stack, 'Given', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    usedBundle(stack, { taskRole: role, executionRole: role });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::Role', 1);
    template.hasResourceProperties('AWS::ECS::TaskDefinition', {
      TaskRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Given'), 'Arn'] },
      ExecutionRoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Given'), 'Arn'] },
    });
  });

  test('made here, get the permissions', () => {
    const stack = testStack();
    const taskRole = new iam.Role(stack, 'Given', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    usedBundle(stack, { taskRole }).allow('app', GET_OBJECT);
    expect(statements(stack)).toEqual([expect.objectContaining({ Sid: 'App' })]);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });

  test('created here, get the permissions for the start of a task', () => {
    const stack = testStack();
    const executionRole = new iam.Role(stack, 'Given', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
    usedBundle(stack, { executionRole });
    expect(statements(stack)).toEqual([expect.objectContaining({ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'] })]);
  });

  test('imported, are never edited', () => {
    const stack = testStack();
    const taskRole = iam.Role.fromRoleArn(stack, 'Given', ROLE_ARN);
    const executionRole = iam.Role.fromRoleName(stack, 'GivenExecution', 'given-execution');
    const roles = usedBundle(stack, { taskRole, executionRole });
    roles.allow('app', GET_OBJECT);
    s3.Bucket.fromBucketName(stack, 'Uploads', 'uploads').grantRead(roles);
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::Role', 0);
    template.resourceCountIs('AWS::IAM::Policy', 0);
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { TaskRoleArn: ROLE_ARN });
  });

  test('imported, are named in a warning with the permissions that they need', () => {
    const stack = testStack();
    usedBundle(stack, { taskRole: iam.Role.fromRoleArn(stack, 'Given', ROLE_ARN) }).allow('app', GET_OBJECT);
    Annotations.fromStack(stack).hasWarning('/Shop/Roles', Match.stringLikeRegexp("never edited: make sure that it allows s3:GetObject for container 'app'"));
  });
});

describe('an app that brings its roles', () => {
  const build = (stack: Stack) => {
    const taskRoles = usedBundle(stack);
    taskRoles.allow('app', GET_OBJECT);
    return Template.fromStack(stack);
  };

  test('creates none', () => {
    const stack = testStack();
    iam.Role.customizeRoles(stack, {
      usePrecreatedRoles: { 'Shop/Roles/TaskRole': 'task', 'Shop/Roles/ExecutionRole': 'execution' },
    });
    const template = build(stack);
    template.resourceCountIs('AWS::IAM::Role', 0);
    template.hasResourceProperties('AWS::ECS::TaskDefinition', { ExecutionRoleArn: { 'Fn::Join': ['', Match.arrayWith([':role/execution'])] } });
  });

  test('gets a report of all that they need', () => {
    const stack = testStack();
    iam.Role.customizeRoles(stack, { preventSynthesis: false });
    build(stack);
    const { roles } = JSON.parse(readFileSync(join((stack.node.root as App).outdir, 'iam-policy-report.json'), 'utf8'));
    const actionsOf = (path: string) => roles.find((role: any) => role.roleConstructPath === path).identityPolicyStatements
      .flatMap(({ Action }: any) => Action);
    expect(actionsOf('Shop/Roles/TaskRole')).toEqual(['s3:GetObject']);
    expect(actionsOf('Shop/Roles/ExecutionRole')).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });
});
