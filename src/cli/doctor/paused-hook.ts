import type { ServiceDeployment } from '../collect/shapes';

type Hook = NonNullable<ServiceDeployment['lifecycleHookDetails']>[number];

/** Lifecycle hooks that hold a deployment until a user continues or rolls it back. */
export function pausedHooks(deployment: ServiceDeployment | undefined): readonly Hook[] {
  return deployment?.status === 'IN_PROGRESS' ? (deployment.lifecycleHookDetails ?? []).filter(({ status }) => status === 'AWAITING_ACTION') : [];
}

/** The command of the AWS CLI that continues a deployment after a pause. */
export function continuation(deployment: ServiceDeployment | undefined, { hookId }: Hook): string {
  return `aws ecs continue-service-deployment --service-deployment-arn ${deployment?.serviceDeploymentArn ?? '<arn>'} --hook-id ${hookId ?? '<id>'} --action CONTINUE (or ROLLBACK)`;
}
