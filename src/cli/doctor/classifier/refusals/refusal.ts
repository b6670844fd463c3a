/** A request that ECS, CodeDeploy or another API refuses, by its words. */
export interface Refusal {
  readonly when: RegExp;
  /** The gotcha about it. */
  readonly id?: string;
  /**
   * Fix, or what forms it from the groups of `when`.
   *
   * @default - that of the gotcha
   */
  readonly fix?: string | ((groups: readonly string[]) => string);
}
