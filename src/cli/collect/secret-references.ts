import type { TaskDefinition } from './shapes';

/** A source of a secret value of a task. */
export interface SecretReference {
  /** Its name in the task definition, which may be shown. */
  readonly label: string;
  /** An ARN without JSON key, stage and version, or what stands in its place: maybe the secret itself, which is never shown. */
  readonly from: string;
}

/** The secrets and parameters that a task definition refers to, in its order. */
export function secretReferences({ containerDefinitions = [] }: TaskDefinition): readonly SecretReference[] {
  return containerDefinitions.flatMap(({ name, secrets = [], logConfiguration, repositoryCredentials }) => [
    ...[...secrets, ...logConfiguration?.secretOptions ?? []].map((secret) => ({ label: secret.name ?? name ?? '', from: withoutKey(secret.valueFrom ?? '') })),
    // By its name alone a secret could be none: any text may stand there.
    ...isSecret(repositoryCredentials?.credentialsParameter) ? [{ label: 'repositoryCredentials', from: repositoryCredentials!.credentialsParameter! }] : [],
  ]);
}

/** The ARN of a secret has seven parts; JSON key, stage and version follow them. */
function withoutKey(valueFrom: string): string {
  return isSecret(valueFrom) ? valueFrom.split(':').slice(0, 7).join(':') : valueFrom;
}

export function isSecret(reference: string | undefined): boolean {
  return reference !== undefined && /^arn:[^:]+:secretsmanager:/.test(reference);
}

/** Decides whether a text can be the name of a parameter of SSM: other characters are those of a value. */
export function isParameterName(text: string): boolean {
  return /^[\w./-]{1,1011}$/.test(text);
}
