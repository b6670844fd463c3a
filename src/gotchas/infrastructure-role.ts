import { allows } from './permissions';
import { known } from '../facts/fact';
import type { RoleFacts } from '../facts/role';

/** The reason why ECS can't do its work with a role: who may assume it, or what it may not do. */
export function unfitFor(role: RoleFacts, action: string): { readonly what: string; readonly isRisk: boolean } | undefined {
  const services = known(role.trustedServices).map(known);
  if (!services.some((service) => service === '*' || /^ecs\./.test(service))) return { what: `trusted by ${services.join(', ') || 'no service'}`, isRisk: false };
  return allows(role, action) ? undefined : { what: `without ${action}`, isRisk: true };
}
