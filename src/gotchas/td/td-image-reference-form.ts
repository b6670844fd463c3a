import type { ContainerFacts } from '../../facts/container';
import { known, Unknown } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdImageReferenceForm = defineGotcha({
  id: 'td-image-reference-form',
  title: 'The name of an image is not one that a registry can have',
  consequence: 'never-works',
  symptom: '`CannotPullContainerError: invalid reference format`, `repository name must be lowercase`, or a registry that is not found.',
  why: 'ECS registers any text as an image and parses it when a task starts: what is not a reference is never pulled.',
  rule: 'An image is `[registry/]repository[:tag][@digest]`: the repository in lower case, no scheme and no space in front, the digest `sha256:` and 64 hexadecimal digits. '
    + 'An address of ECR is `<12 digits>.dkr.ecr.<region>.amazonaws.com/<repository>`, one of the public gallery `public.ecr.aws/<alias>/<repository>`.',
  fix: 'write the image as [registry/]repository[:tag][@digest], with the repository in lower case',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  levels: ['synth'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => all(
    () => whole(container),
    () => digest(container),
    () => tag(container),
    () => ofEcr(container),
  )),
});

const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${PART}(?:/${PART})*$`);
const HOST = /^(?=.*[.:])[A-Za-z0-9.-]+(?::\d+)?$/;

function found(container: ContainerFacts, shown: string, what: string): readonly Finding[] {
  return [{ property: ofContainer(container, 'image'), detail: `image (${shown}) ${what}` }];
}

/** Digest and tag have questions of their own, which need less of the text. */
function whole(container: ContainerFacts): readonly Result[] {
  // An address of ECR in parts has a question of its own.
  if (container.image.reference instanceof Unknown && !(container.image.repository instanceof Unknown) && container.image.repository) return [];
  const reference = known(container.image.reference);
  if (isPlaceholder(reference)) return [{ notChecked: 'the image is a placeholder that another tool fills in' }];
  const [hole] = /\$\{[^${}]*\}/.exec(reference) ?? [];
  if (hole) return found(container, reference, `has ${hole} in it, which only Fn::Sub fills in`).map((one) => ({ ...one, fix: 'write the image with Fn::Sub (!Sub)' }));
  if (reference === '' || /\s/.test(reference)) return found(container, reference, 'is empty or has a space in it');
  if (reference.includes('://')) return found(container, reference, 'has a scheme in front, which a reference of an image has not');
  const name = reference.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
  const [first, ...rest] = name.split('/');
  const isHost = rest.length > 0 && HOST.test(first);
  const repository = isHost ? rest.join('/') : name;
  if (REPOSITORY.test(repository)) return first === 'public.ecr.aws' && rest.length < 2 ? found(container, reference, 'lacks the alias of its registry in public.ecr.aws') : misspeltEcr(container, first, reference);
  return found(container, reference, repository === repository.toLowerCase() ? 'has a repository of a form that no registry has' : 'has capital letters in its repository');
}

/** Pipelines write words in capitals, and tools that build images the name of a Dockerfile. */
function isPlaceholder(reference: string): boolean {
  return /^[A-Z][A-Z0-9_-]*([:/][A-Z0-9_-]+)*$/.test(reference) || /(^|\/)Dockerfile(\.[\w-]+)?$/.test(reference);
}

function misspeltEcr(container: ContainerFacts, host: string, reference: string): readonly Finding[] {
  if (!/\.amazonaws\.com(\.cn)?$/.test(host) || /^\d{12}\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host)) return [];
  const findings = found(container, reference, 'is not an address of ECR, which is <12 digits>.dkr.ecr.<region>.amazonaws.com');
  return /^[^.]*[^.\d][^.]*\.dkr\.ecr(-fips)?\.[a-z0-9-]+\.amazonaws/.test(host) ? findings.map(invented) : findings;
}

/** The CDK writes the account of the stack, and unit tests invent one. */
function invented(finding: Finding): Finding {
  return { ...finding, consequence: 'risk' };
}

function digest(container: ContainerFacts): readonly Finding[] {
  const value = known(container.image.digest);
  if (value === undefined || value.includes(HOLE) || /^sha256:[0-9a-f]{64}$/.test(value) || /^(?!sha256:)[a-z0-9]+:[0-9a-f]{32,}$/.test(value)) return [];
  return found(container, `@${value}`, 'has a digest that is not sha256: and 64 hexadecimal digits');
}

function tag(container: ContainerFacts): readonly Finding[] {
  const value = known(container.image.tag);
  if (value === undefined || value.includes(HOLE) || /^\w[\w.-]{0,127}$/.test(value)) return [];
  return found(container, `:${value}`, 'has a tag that is not 1 to 128 letters, digits, underscores, periods and hyphens');
}

/** An address of which the deployment only adds account and region. */
function ofEcr(container: ContainerFacts): readonly Finding[] {
  const { reference, repository } = container.image;
  if (!(reference instanceof Unknown) || repository instanceof Unknown || repository === undefined) return [];
  const account = repository.arn.split(':')[4];
  if (!account.includes(HOLE) && !/^\d{12}$/.test(account)) {
    return found(container, `${account}.dkr.ecr…`, 'is not an address of ECR, which begins with 12 digits').map(invented);
  }
  const name = repository.arn.slice(repository.arn.indexOf('repository/') + 'repository/'.length);
  // eslint-disable-next-line no-control-regex -- marks and holes are control characters
  if (/[\u0000-\u0003]/.test(name) || REPOSITORY.test(name)) return [];
  return found(container, `…/${name}`, name === name.toLowerCase() ? 'has a repository of a form that no registry has' : 'has capital letters in its repository');
}
