import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const tdEnvSecretNameClash = defineGotcha({
  id: 'td-env-secret-name-clash',
  title: 'An environment variable is both plain and secret',
  consequence: 'rejected',
  symptom: '`The secret name must be unique and not shared with any new or existing environment variables set on the container, such as …`',
  why: 'ECS sets each variable from one source; it refuses to register a container with the same name in environment and in secrets.',
  rule: 'No name of `secrets` is a name of `environment` in the same container.',
  fix: 'remove the name from environment or from secrets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const secrets = new Set(known(container.secrets).map((secret) => secret.name));
    if (secrets.size === 0) return [];
    return each(known(container.environment), (variable) => {
      const name = known(variable.name);
      if (secrets.has(name)) {
        return [{
          property: ofContainer(container, 'secrets'),
          detail: `secrets (${name}) is set in environment too`,
          fix: `remove ${name} from environment`,
        }];
      }
      secrets.forEach(known);
      return [];
    });
  }),
});
