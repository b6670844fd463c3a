import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { continuation, pausedHooks } from '../paused-hook';

/** Lifecycle hooks for which the newest deployment waits, by their ids: what it waits for, and the command that goes on. */
export function pauses({ deployments }: ServiceNow): ReadonlyMap<string, readonly string[]> {
  const [newest] = deployments instanceof Unknown ? [] : deployments;
  return new Map(pausedHooks(newest).map((hook) => [
    hook.hookId ?? newest?.lifecycleStage ?? '',
    [
      `${hook.hookId === undefined ? 'a lifecycle hook' : `lifecycle hook ${hook.hookId}`} holds the deployment at ${newest?.lifecycleStage ?? 'its stage'}`
        + (hook.expiresAt ? `; at ${hook.expiresAt.toISOString()} its timeout action is ${hook.timeoutAction ?? 'unknown'}` : ''),
      `  go on: ${continuation(newest, hook)}`,
    ],
  ]));
}
