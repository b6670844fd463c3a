import type { ContainerFacts, SecretFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdSecretReferenceForm = defineGotcha({
  id: 'td-secret-reference-form',
  title: 'A secret is referred to in a form that ECS does not read',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed`',
  why: 'ECS parses valueFrom when a task starts, and a parse error ends the task.',
  rule: '`valueFrom` is the ARN of a secret of Secrets Manager with region and account, followed by nothing or by three colons (JSON key, version stage, version id; stage and id not both), or the name of an SSM parameter or its ARN with `parameter/`. There is no space in it. A parameter is in the account of the task.',
  fix: 'set valueFrom to the full ARN of the secret, followed by all of :json-key:version-stage:version-id or none of them, or to the name or ARN of an SSM parameter',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Our services take secrets of the CDK, which write their own references.',
  causalRank: 'start',
  subject: 'task',
  needs: ['containers'],
  reads: ['account'],
  check: ({ containers, account }) => each(containers, (container) => each(known(container.secrets), (secret) => {
    // What stands in valueFrom may be the secret itself, pasted: it is never shown.
    const wrong = objection(known(secret.reference)) ?? (known(secret.isNameOfSecret) ? 'is the name of a secret, which ECS reads as the name of a parameter' : undefined)
      ?? ofOtherAccount(known(secret.reference), account);
    return wrong === undefined ? [] : [{ property: ofContainer(container, 'secrets'), detail: `valueFrom of secrets (${nameOf(secret, container)}) ${wrong}` }];
  })),
});

function nameOf(secret: SecretFacts, container: ContainerFacts): string {
  return secret.name instanceof Unknown ? `one of ${ofContainer(container)}` : secret.name;
}

function objection(reference: string): string | undefined {
  if (!reference.startsWith('arn:')) return /\s/.test(reference) ? 'has a space, which no ARN and no name of a parameter has' : undefined;
  const [, , service, region, account, ...resource] = reference.split(':');
  if (service?.includes(HOLE)) return known(new Unknown('the service of the ARN is known when the stack is deployed'));
  if (service === 'ssm') return ofParameter(resource);
  if (service !== 'secretsmanager') return `is an ARN of ${service || 'no service'}, and neither of Secrets Manager nor of SSM`;
  if (region === '' || account === '') return 'is an ARN without region or account';
  return ofSecret(resource);
}

/** Parameters of other accounts are refused at once, secrets of others may be shared. */
function ofOtherAccount(reference: string, account: Fact<string>): string | undefined {
  const [, , service, , other = ''] = reference.split(':');
  if (service !== 'ssm' || !/^\d{12}$/.test(other) || other === known(account)) return undefined;
  return `is a parameter of the account ${other}, and the task is in ${known(account)}`;
}

function ofParameter([resource = '']: readonly string[]): string | undefined {
  // The name behind `parameter` may bring the slash with it.
  const [beginning] = resource.split(HOLE);
  if (beginning !== resource && 'parameter/'.startsWith(beginning)) return known(new Unknown('the parameter is known when the stack is deployed'));
  if (resource.startsWith('parameter//')) return 'has two slashes in front of the name, and the ARN of a parameter has one';
  return resource.startsWith('parameter/') ? undefined : 'is an ARN of SSM without parameter/ in front of the name';
}

function ofSecret(resource: readonly string[]): string | undefined {
  if (resource.some((part) => part.includes(HOLE))) return known(new Unknown('the name of the secret is known when the stack is deployed'));
  const [kind, name, ...extra] = resource;
  if (kind !== 'secret' || !name) return 'is an ARN of Secrets Manager without secret: and a name';
  if (extra.length !== 0 && extra.length !== 3) return `has ${extra.length} of the 3 colons behind the name of the secret, and needs all or none`;
  const [, stage, version] = extra;
  return stage && version ? 'names a version stage and a version id, and can have only one of them' : undefined;
}
