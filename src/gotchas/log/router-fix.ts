import type { ContainerFacts } from '../../facts/container';

/**
 * Fix for the logs of a log router. The AWS CDK adds a router with logs of its own to a task with FireLens that has none: only a router
 * of the app has logs that can be set.
 */
export function routerFix({ isLogRouter }: ContainerFacts, setting: string): { readonly fix?: string } {
  if (isLogRouter !== true) return {};
  return { fix: `add the log router with addFirelensLogRouter of the task definition before synthesis, with logging that has ${setting}` };
}
