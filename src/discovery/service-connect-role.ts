import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { ServiceConnectTls } from './service-connect-endpoint';

const ID = 'TlsRole';

/** The role with which ECS gets certificates: the one that is set, or one for all endpoints of a service. */
export function tlsRole(scope: Construct, { role, kmsKey }: ServiceConnectTls): iam.IRole {
  if (role) return role;
  const own = scope.node.tryFindChild(ID) as iam.Role | undefined ?? new iam.Role(scope, ID, {
    assumedBy: new iam.ServicePrincipal('ecs.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity')],
  });
  kmsKey?.grant(own, 'kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:GenerateDataKeyPair');
  return own;
}
