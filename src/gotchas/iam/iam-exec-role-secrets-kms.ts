import type { SecretFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { allowsOn } from '../allowed-on';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { ofContainer } from '../naming';

export const iamExecRoleSecretsKms = defineGotcha({
  id: 'iam-exec-role-secrets-kms',
  title: 'The execution role may not read the secrets of the containers',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: unable to pull secrets or registry auth`, with `AccessDeniedException`.',
  why: 'ECS reads secrets as the execution role before a container starts; the managed policy for execution roles allows none. A key whose policy names the account alone leaves it to the role, too, whether the role may decrypt.',
  rule: 'The execution role allows `ssm:GetParameters` for each parameter that `secrets`, `secretOptions` and `repositoryCredentials` name, and `secretsmanager:GetSecretValue` for each secret (a warning, since the policy of the secret may allow it). For a secret with a key of the app it allows `kms:Decrypt`, unless the policy of the key names the role.',
  fix: 'allow the action on the secret to the execution role, as `secret.grantRead(executionRole)` does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services grant their execution role what their containers name in secrets.',
  causalRank: 'start',
  subject: 'task',
  needs: ['executionRole', 'containers'],
  // A task without the role at all is another gotcha.
  check: ({ executionRole, containers }) => !executionRole ? [] : each(containers, (container) => all(
    () => each(known(container.secrets), (secret) => readable(executionRole, `${ofContainer(container, 'secrets')}.${known(secret.name)}`, secret)),
    () => each(known(container.startSecrets), (secret) => readable(executionRole, ofContainer(container, propertyOf(known(secret.name))), secret)),
  )),
});

function propertyOf(name: string): string {
  return name === 'repositoryCredentials' ? name : `logging.secretOptions.${name}`;
}

function readable(role: RoleFacts, property: string, secret: SecretFacts): readonly Result[] {
  const reference = known(secret.reference);
  if (!reference.includes(':secretsmanager:')) return fromParameterStore(role, property, secret);
  return all(() => fromSecretsManager(role, property, secret), () => decrypted(role, property, secret));
}

function fromSecretsManager(role: RoleFacts, property: string, { ids }: SecretFacts): readonly Result[] {
  // The policy of the secret itself may allow it.
  return allowsOn(role, 'secretsmanager:GetSecretValue', known(ids)) ? [] : [{ ...lacking('secretsmanager:GetSecretValue', property), consequence: 'risk' }];
}

function decrypted(role: RoleFacts, property: string, secret: SecretFacts): readonly Result[] {
  const key = known(secret.encryptionKey);
  if (!key || allowsOn(role, 'kms:Decrypt', [key.id], 'secretsmanager') || known(key.policyRoles).includes(known(role.id))) return [];
  return [{
    property,
    detail: `executionRole (without kms:Decrypt) can't decrypt ${property}, which has a key of its own`,
    fix: 'allow kms:Decrypt on the key of the secret to the execution role, as `key.grantDecrypt(executionRole)` does',
  }];
}

function fromParameterStore(role: RoleFacts, property: string, secret: SecretFacts): readonly Result[] {
  const reference = known(secret.reference);
  const isParameter = reference.includes(':ssm:') || /^[\w./-]+$/.test(reference);
  if (!isParameter) return [{ notChecked: 'the deployment decides where the secret is' }];
  return allowsOn(role, 'ssm:GetParameters', known(secret.ids)) ? [] : [lacking('ssm:GetParameters', property)];
}

function lacking(action: string, property: string): Finding {
  return { property, detail: `executionRole (without ${action} on it) can't read ${property}`, fix: `allow ${action} on what secrets names to the execution role` };
}
