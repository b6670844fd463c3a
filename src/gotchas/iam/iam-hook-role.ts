import type { LifecycleHookFacts } from '../../facts/deployment';
import { known } from '../../facts/fact';
import { allowsOnArn } from '../allowed-on';
import { all, defineGotcha, each } from '../definition';

export const iamHookRole = defineGotcha({
  id: 'iam-hook-role',
  title: 'A role with which ECS can\'t call the function of a lifecycle hook',
  consequence: 'never-works',
  symptom: 'Each deployment fails at the stage of the hook, and rolls back.',
  why: 'ECS assumes the role of a lifecycle hook and calls the function with it. The permissions of the function itself are not those of the role.',
  rule: 'The role of a lifecycle hook trusts `ecs.amazonaws.com` and allows `lambda:InvokeFunction` on its function.',
  fix: 'let ecs.amazonaws.com assume the role, and grant it the function: fn.grantInvoke(role)',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html',
  levels: ['synth'],
  avoidedBy: '`DeploymentHook` creates the role and grants it the function.',
  subject: 'service',
  needs: ['lifecycleHooks'],
  check: ({ lifecycleHooks }) => each(lifecycleHooks, (hook) => all(() => trust(hook), () => permission(hook))),
});

function trust({ role: fact }: LifecycleHookFacts) {
  const role = known(fact);
  if (!role) return [];
  const services = known(role.trustedServices).map(known);
  return services.some((service) => service === '*' || /^ecs\./.test(service)) ? [] : [{
    property: 'lifecycleHooks', detail: `roleArn (trusted by ${services.join(', ') || 'no service'}) is not a role that ECS may assume for a hook`,
  }];
}

function permission({ role: fact, functionArn }: LifecycleHookFacts) {
  const [role, arn] = [known(fact), known(functionArn)];
  return !role || arn === undefined || allowsOnArn(role, 'lambda:InvokeFunction', arn) ? [] : [{
    property: 'lifecycleHooks', detail: 'roleArn (without lambda:InvokeFunction on the function) can\'t call the hook',
  }];
}
