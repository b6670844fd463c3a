import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdSecretNotRefreshed = defineGotcha({
  id: 'td-secret-not-refreshed',
  title: 'A rotating secret is read once, when the task starts',
  consequence: 'misbehaves',
  symptom: 'Access is denied from the moment a secret rotates, until tasks are replaced.',
  why: 'ECS puts secrets into the environment when a container starts and never again: after a rotation, running tasks go on with the old value and are refused.',
  rule: 'No secret in `secrets` has a rotation schedule in the app.',
  fix: 'let the application read the secret itself when it connects, or start a new deployment after each rotation; alternate two users, so that the old value lives on until then',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => each(known(container.secrets), (secret) => known(secret.rotates) ? [{
    property: ofContainer(container, 'secrets'),
    detail: `secrets (${known(secret.name)}) holds a secret that rotates, as it was when the container started`,
  }] : [])),
});
