import * as iam from 'aws-cdk-lib/aws-iam';
import { Annotations, Lazy, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { ContainerPermission, ContainerPermissionOptions } from './container-permission';
import { ecsTasksPrincipal } from './ecs-tasks-principal';
import { refersToKey } from './refers-to-key';
import { checkPermission } from './check-permission';
import { checkName } from '../checks/arguments';
import { checkImportedName } from '../checks/imported-names';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { refuse } from '../gotchas/enforce';
import { render } from '../gotchas/message';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html';
/** Partition and account of the ARN of a role may be tokens, its name is not. */
const nameIn = (roleArn: string): string | undefined => /:role\/(.*)$/.exec(roleArn)?.[1];

/** Key under which the CDK keeps the arguments of `Role.customizeRoles`. */
const CUSTOMIZE_ROLES = '@aws-cdk/iam:customizeRoles';

/**
 * Properties of a TaskRoleBundle.
 */
export interface TaskRoleBundleProps {
  /**
   * The role that the code in the containers runs as.
   *
   * A role imported with `Role.fromRoleArn` is used as it is and never edited: what it lacks is yours to add.
   *
   * @default - a new role, trusted by the ECS tasks of this account and region only
   */
  readonly taskRole?: iam.IRole;

  /**
   * The role that ECS uses before and around the containers: to pull images, read secrets and write logs.
   *
   * An imported role is used as it is and never edited.
   *
   * @default - a new role that may do exactly what the task needs
   */
  readonly executionRole?: iam.IRole;
}

/**
 * The two roles of an ECS task, shared by every container in it.
 *
 * A task has one task role: each container has the permissions of all others. `allow` keeps on record which container
 * needs what, here and in the statement ids of the policy.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 *
 * @example
 * const roles = new TaskRoleBundle(this, 'Roles');
 * bucket.grantRead(roles);
 * roles.allow('app', { actions: ['dynamodb:GetItem'], resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders'] });
 * new FargateWorkerService(this, 'Mailer', { cluster, image, taskRoles: roles });
 */
export class TaskRoleBundle extends Construct implements iam.IGrantable {
  /**
   * Permissions of the code in the containers.
   */
  public readonly taskRole: iam.IRole;

  /**
   * Permissions of ECS to start the task: pull its images, read its secrets, write its logs.
   */
  public readonly executionRole: iam.IRole;

  /**
   * Grants go to the task role.
   */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly permissionsOnRecord: ContainerPermission[] = [];
  private readonly containerNames = new Set<string>();
  private readonly startStatements?: iam.PolicyDocument;

  /**
   * Defines a TaskRoleBundle.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: TaskRoleBundleProps = {}) {
    props = readProps(pathOf(scope, id), props);
    checkPlaces(scope, id, props);
    for (const property of ['taskRole', 'executionRole'] as const) {
      checkImportedName(pathOf(scope, id), property, props[property] && nameIn(props[property].roleArn), "iam.Role.fromRoleName(this, 'Role', 'NAME')");
    }
    super(scope, id);
    this.taskRole = props.taskRole ? this.neverEdited(props.taskRole, 'ImportedTaskRole') : this.newRole('TaskRole');
    if (props.executionRole) {
      this.executionRole = this.neverEdited(props.executionRole, 'ImportedExecutionRole');
    } else {
      this.executionRole = this.newRole('ExecutionRole');
      this.startStatements = inlinePolicy(this.executionRole, 'StartTask');
    }
    this.grantPrincipal = this.taskRole.grantPrincipal;
    this.node.addValidation({ validate: () => this.permissionsOfUnknownContainers() });
  }

  /**
   * Every permission that was asked for by container, in the order of asking.
   */
  public get permissions(): ContainerPermission[] {
    return [...this.permissionsOnRecord];
  }

  /**
   * Allows the task what one of its containers needs, and keeps the container on record.
   *
   * A container that no task using these roles has is an error at synth.
   *
   * @param containerName the container that needs the permission
   * @param permission the actions and the resources
   */
  public allow(containerName: string, permission: ContainerPermissionOptions): void {
    checkName(this.node.path, containerName);
    permission = readProps(this.node.path, permission, ['actions', 'resources']);
    checkPermission(this.node.path, permission);
    this.refuseEmpty(containerName, 'actions', permission.actions);
    this.refuseEmpty(containerName, 'resources', permission.resources);
    const statementId = this.newStatementId(containerName);
    this.permissionsOnRecord.push({ ...permission, containerName, statementId });
    this.taskRole.addToPrincipalPolicy(new iam.PolicyStatement({ ...permission, sid: statementId }));
    if (!iam.Role.isRole(this.taskRole)) this.warnNotEdited(containerName, permission);
  }

  /**
   * Takes note of the containers that run with these roles.
   *
   * @internal
   */
  public _runs(containerNames: string[]): void {
    containerNames.forEach((name) => this.containerNames.add(name));
  }

  /**
   * Allows what every start of the task needs. Part of a role of ours itself, which is one resource less to deploy, unless
   * that closes a circle.
   *
   * @internal
   */
  public _allowStart(statement: iam.PolicyStatement): void {
    if (this.startStatements && !refersToKey(statement)) {
      this.startStatements.addStatements(statement);
    } else {
      this.executionRole.addToPrincipalPolicy(statement);
    }
  }

  private newRole(id: string): iam.Role {
    return new iam.Role(this, id, { assumedBy: ecsTasksPrincipal(this) });
  }

  private neverEdited(role: iam.IRole, id: string): iam.IRole {
    return iam.Role.isRole(role) ? role : iam.Role.fromRoleArn(this, id, role.roleArn, { mutable: false });
  }

  private newStatementId(containerName: string): string {
    const words = containerName.split(/[^A-Za-z0-9]+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1));
    // IAM takes letters and digits only, and a container may be called `_`.
    const word = words.join('') || 'Container';
    const taken = new Set(this.permissionsOnRecord.map(({ statementId }) => statementId));
    let statementId = word;
    for (let n = 2; taken.has(statementId); n++) statementId = `${word}${n}`;
    return statementId;
  }

  private refuseEmpty(containerName: string, property: string, values: string[]): void {
    if (Token.isUnresolved(values) || values.length > 0) return;
    refuse({
      headline: `${property} of the permission for container '${containerName}' is empty`,
      at: this.node.path,
      property,
      fix: `name at least one of the ${property} that the container needs`,
    });
  }

  private warnNotEdited(containerName: string, permission: ContainerPermissionOptions): void {
    Annotations.of(this).addWarningV2(
      'cdk-ecs-guardrails:importedTaskRole',
      `the imported task role is never edited: make sure that it allows ${inWords(permission.actions)} for container '${containerName}'`,
    );
  }

  private permissionsOfUnknownContainers(): string[] {
    const unknown = this.permissionsOnRecord.filter(({ containerName }) => !this.containerNames.has(containerName));
    return unknown.map(({ containerName, actions }) => render({
      headline: `container '${containerName}' gets ${inWords(actions)}, but no task with these roles has such a container`,
      at: this.node.path,
      property: 'allow',
      why: this.containerNames.size > 0
        ? `the containers are ${[...this.containerNames].join(', ')}`
        : 'no service or task uses these roles yet',
      fix: 'use the name of a container of the task, or pass the roles to the service as taskRoles',
      docs: DOCS,
    }));
  }
}

/** A policy that is a part of the role. An app that brings its roles (`Role.customizeRoles`) has none: the CDK reports statements that are added to a role there. */
function inlinePolicy({ node }: iam.IRole, policyName: string): iam.PolicyDocument | undefined {
  const role = node.defaultChild;
  if (!(role instanceof iam.CfnRole) || node.tryGetContext(CUSTOMIZE_ROLES) !== undefined) return undefined;
  const policyDocument = new iam.PolicyDocument();
  role.policies = Lazy.any({ produce: () => (policyDocument.isEmpty ? undefined : [{ policyName, policyDocument }]) });
  return policyDocument;
}

function inWords(actions: string[]): string {
  return actions.map((action) => (Token.isUnresolved(action) ? 'an action known at deployment only' : action)).join(', ');
}
