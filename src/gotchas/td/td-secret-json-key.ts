import type { SecretFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdSecretJsonKey = defineGotcha({
  id: 'td-secret-json-key',
  title: 'A container reads a JSON key that the generated secret does not have',
  consequence: 'misbehaves',
  symptom: '`ResourceInitializationError: unable to pull secrets or registry auth: … did not contain json key …`, or `invalid character … looking for beginning of value`',
  why: 'ECS parses a secret as JSON when `valueFrom` names a key of it, and stops the task when that fails or the key is missing. Secrets Manager generates one text, and writes JSON only from a template.',
  rule: 'Where the app generates the value of a secret, the JSON key in `valueFrom` is one of `SecretStringTemplate`, or `GenerateStringKey`. A secret without a template is named without a key. Secrets of databases, with a rotation or without a setting of the generator are not checked.',
  fix: 'name a key that the template of the secret has, or the secret without a key',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  levels: ['synth'],
  avoidedBy: 'Services take secrets of the CDK with the fields that you name, which are checked like any others.',
  causalRank: 'start',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => all(
    () => each(known(container.secrets), (secret) => missing(`${ofContainer(container, 'secrets')}.${known(secret.name)}`, secret)),
    () => each(known(container.startSecrets), (secret) => missing(ofContainer(container, `logging.secretOptions.${known(secret.name)}`), secret)),
  )),
});

function missing(property: string, secret: SecretFacts): readonly Result[] {
  // arn:<partition>:secretsmanager:<region>:<account>:secret:<name>:<key>:<stage>:<version>
  const [, , service, , , , , key = '', stage, version] = known(secret.reference).split(':');
  // Another version than the one that the app generates may have other keys.
  if (service !== 'secretsmanager' || key === '' || stage || version) return [];
  const keys = known(secret.jsonKeys);
  if (key.includes(HOLE)) return [{ notChecked: 'the JSON key is known when the stack is deployed' }];
  if (keys === undefined) {
    return [{ property, detail: `valueFrom (JSON key ${key}) reads a secret that is generated as one text`, fix: 'name the secret without a JSON key, or generate it from a template' }];
  }
  return keys.includes(key) ? [] : [{ property, detail: `valueFrom (JSON key ${key}) is no key of the generated secret, which has ${keys.join(', ')}` }];
}
