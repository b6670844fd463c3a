import type { ContainerFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdEnvSecretNameClash = defineGotcha({
  id: 'td-env-secret-name-clash',
  title: 'An environment variable is set twice',
  consequence: 'rejected',
  symptom: '`The secret name must be unique and not shared with any new or existing environment variables set on the container, such as …`, or a variable that has the other one of its two values.',
  why: 'ECS sets each variable from one source; it refuses to register a container with the same name in environment and in secrets, or twice in secrets. Of two in environment it keeps both, and the process sees one.',
  rule: 'No name of `secrets` is a name of `environment` in the same container, and none stands twice in either (a warning in `environment`).',
  fix: 'remove the name from environment or from secrets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html',
  levels: ['construct', 'synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => all(
    () => inBoth(container),
    () => twice(container, 'secrets', known(container.secrets)),
    () => twice(container, 'environment', known(container.environment)),
  )),
});

function inBoth(container: ContainerFacts): readonly Result[] {
  const secrets = new Set(known(container.secrets).map((secret) => secret.name));
  if (secrets.size === 0) return [];
  return each(known(container.environment), (variable) => {
    const name = known(variable.name);
    if (secrets.has(name)) {
      return [{ property: ofContainer(container, 'secrets'), detail: `secrets (${name}) is set in environment too`, fix: `remove ${name} from environment` }];
    }
    secrets.forEach(known);
    return [];
  });
}

function twice(container: ContainerFacts, property: 'environment' | 'secrets', entries: ReadonlyArray<{ readonly name: Fact<string> }>): readonly Result[] {
  const names = entries.map(({ name }) => name);
  const again = [...new Set(names.filter((name, index) => !(name instanceof Unknown) && names.indexOf(name) < index))];
  if (again.length === 0 && names.length > 1) names.forEach(known);
  return again.map(known).map((name) => ({
    property: ofContainer(container, property),
    detail: `${property} (${name}) is set twice`,
    fix: `set ${name} once`,
    ...property === 'environment' ? { consequence: 'misbehaves' as const } : {},
  }));
}
