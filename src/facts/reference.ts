/** A reference to a resource of the app that yields something else than its property takes. */
export interface ReferenceFacts {
  /** As in `LoadBalancers.0.TargetGroupArn`. */
  readonly path: string;
  /** As in `Ref of Discovery`, `TargetGroupName of TargetGroup`. */
  readonly written: string;
  /** As in `the ARN of a target group`. */
  readonly needed: string;
  /** The reference that yields it, as in `Fn::GetAtt of Discovery and Arn`; `undefined`: the resource is of another kind. */
  readonly right: string | undefined;
  /** CloudFormation and the API take any text there, and it fails when tasks start. */
  readonly failsAtStart: boolean;
}
