import { severityOf } from './consequence';
import type { GotchaDefinition } from './definition';

/** Gotchas with findings that are worse than the gotcha in general. */
const WORSE_FINDINGS: ReadonlySet<string> = new Set([
  'dep-healthcheck-command-form', 'ec2-asg-tampering', 'iam-exec-messages', 'log-exec-sessions-fail', 'net-fixed-host-port', 'net-load-balancer-closed', 'net-target-group-shared',
  'scl-target-out-of-reach', 'td-arch-mismatch',
]);

/** Returns true if a gotcha has findings of severity error. */
export function mayBeError({ id, consequence }: Pick<GotchaDefinition, 'id' | 'consequence'>): boolean {
  return severityOf(consequence) === 'error' || WORSE_FINDINGS.has(id);
}
