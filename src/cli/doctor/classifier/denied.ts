import type { FailureText } from './failure-text';
import type { Meaning } from './meaning';

const BY_ECS = /^(?:ECS(?:Fargate)?ManagedInstances|ecs-service-scheduler|ECSNetworkingWith|ECSTaskVolumesForEBS|ECSServiceConnectForTLS)/i;

/** The IAM action that was refused, as `ecr:GetAuthorizationToken`. */
export function actionIn({ text }: FailureText): string | undefined {
  return /not authorized to perform:? ?([\w-]+:[\w*]+)/i.exec(text)?.[1];
}

/** The meaning of a refusal, where the principal or the kind of policy decides the fix. */
export function refusal(failure: FailureText): Meaning | undefined {
  const action = actionIn(failure);
  if (action === undefined) return undefined;
  if (/no vpc endpoint policy allows|explicit deny in a vpc endpoint policy/i.test(failure.text)) {
    return {
      id: 'net-endpoint-sg-or-partial',
      means: `are refused ${action} by the policy of a VPC endpoint`,
      why: 'A call through a VPC endpoint has to be allowed by the policy of the endpoint too, whatever the role allows.',
      fix: `allow ${action} in the policy of the VPC endpoint`,
    };
  }
  if (/explicit deny in a (?:service|resource) control policy|no service control policy allows/i.test(failure.text)) {
    return {
      id: 'ops-denied-by-organization',
      means: `are refused ${action} by a policy of the organization`,
    };
  }
  const session = /assumed-role\/[^/\s]+\/(\S+)/.exec(failure.text)?.[1] ?? '';
  if (BY_ECS.test(session) || /^ec2:CreateFleet$|^ec2:RunInstances$/i.test(action) || (action === 'iam:PassRole' && /launch instance/i.test(failure.text))) {
    return {
      id: 'iam-infrastructure-role-missing',
      means: `can't be served, since the infrastructure role may not call ${action}`,
      why: 'ECS manages load balancers, volumes, certificates and instances as the infrastructure role.',
      fix: `allow ${action} to the infrastructure role: AWS has a managed policy for each use of it`,
    };
  }
  if (/^m?i-[0-9a-f]+\b/.test(session)) {
    return {
      id: 'iam-instance-role-incomplete',
      means: `can't start, since the role of their instance may not call ${action}`,
      why: 'Without an execution role, the agent works as the role of its instance.',
      fix: `set an execution role, or allow ${action} to the instance role with AmazonEC2ContainerServiceforEC2Role`,
    };
  }
  return undefined;
}
