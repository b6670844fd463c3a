import type { RequestConditions } from './request-conditions';
import type { SignIn } from '../sign-in';
import type { TargetOptions } from '../target-options';

/**
 * A rule of a listener that is for one service.
 */
export interface ListenerRuleOptions extends RequestConditions, TargetOptions {
  /**
   * Users sign in before a request of theirs reaches a task.
   *
   * @default - every client of the load balancer reaches the service
   */
  readonly signIn?: SignIn;
}
