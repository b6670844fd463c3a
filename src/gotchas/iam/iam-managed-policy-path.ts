import { known } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, each, type Result } from '../definition';
import { MANAGED_POLICIES } from '../managed-policies';

export const iamManagedPolicyPath = defineGotcha({
  id: 'iam-managed-policy-path',
  title: 'A role names a managed policy of AWS by another path than its own',
  consequence: 'rejected',
  symptom: '`Policy arn:aws:iam::aws:policy/… does not exist or is not attachable.`',
  why: 'The path is part of the ARN of a managed policy: AmazonECSTaskExecutionRolePolicy is below service-role/, others are not. IAM refuses to attach an ARN that does not exist, and the deployment fails.',
  rule: 'The managed policies of AWS in `taskRole` and `executionRole` have the path that AWS publishes them with.',
  fix: 'name the managed policy with its path',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol.html',
  levels: ['synth'],
  avoidedBy: 'A `TaskRoleBundle` attaches no managed policy; one that you attach to its roles is checked like any other.',
  subject: 'task',
  needs: [],
  reads: ['taskRole', 'executionRole'],
  check: ({ taskRole, executionRole }) => all(
    () => misnamed('taskRole', known(taskRole)),
    () => misnamed('executionRole', known(executionRole)),
  ),
});

function misnamed(property: string, role: RoleFacts | undefined): readonly Result[] {
  if (!role) return [];
  return each(known(role.managedPolicies), (fact) => {
    const name = known(fact);
    if (MANAGED_POLICIES[name]) return [];
    const right = Object.keys(MANAGED_POLICIES).find((published) => lastOf(published) === lastOf(name));
    return right === undefined ? [] : [{ property, detail: `${property} (with ${name}) names a managed policy that AWS does not have: its name is ${right}`, fix: `name it ${right}` }];
  });
}

function lastOf(name: string): string | undefined {
  return name.split('/').at(-1);
}
