/**
 * Permission that one container of a task needs.
 */
export interface ContainerPermissionOptions {
  /**
   * The API actions, as IAM spells them: `s3:GetObject`.
   */
  readonly actions: string[];

  /**
   * The ARNs that the actions work on.
   */
  readonly resources: string[];

  /**
   * IAM conditions that narrow the permission further.
   *
   * @default - the permission holds unconditionally
   */
  readonly conditions?: { [operator: string]: any };
}

/**
 * A permission on record, with the container that needs it.
 */
export interface ContainerPermission extends ContainerPermissionOptions {
  /**
   * The container that needs the permission; every container of the task gets it.
   */
  readonly containerName: string;

  /**
   * The id of the policy statement, where it is written to a policy of ours.
   */
  readonly statementId: string;
}
