import type { ContainerFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import type { RoleFacts, StatementFacts } from '../../facts/role';
import { KEY_VARIABLES, PROFILE_VARIABLES, WEB_IDENTITY_VARIABLE } from '../../facts/sdk-variables';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

/** Variables of the SDKs that come before the task role, and what they do. */
const SHADOWS: ReadonlyMap<string, string> = new Map([
  ...PROFILE_VARIABLES.map((name) => [name, 'names a profile of a file that the image has to have'] as const),
  [WEB_IDENTITY_VARIABLE, 'names a token of Kubernetes, which ECS does not write'],
  ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'is a variable that ECS sets itself, to the place of the credentials of the task'],
  ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'names another place than that of the credentials of the task'],
]);

/** With one of these, an image may have the profile that a variable names. */
const FILES = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];

export const iamTaskRoleShadowed = defineGotcha({
  id: 'iam-task-role-shadowed',
  title: 'A variable hides the task role from the AWS SDK',
  consequence: 'misbehaves',
  symptom: '`ProfileNotFound: The config profile (…) could not be found`, `Could not load credentials from any providers`, or `AccessDenied` for a user or role that is not the task role.',
  why: 'The AWS SDKs ask for credentials in a fixed order: variables with keys, a web identity, the profile of AWS_PROFILE, and the task role of ECS last. A variable from a laptop or from another platform wins over the role, or fails.',
  rule: 'Containers of a task whose role has permissions get neither access keys in `secrets` nor `AWS_PROFILE`, `AWS_DEFAULT_PROFILE`, `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_CONTAINER_CREDENTIALS_…_URI` in `environment`. '
    + 'A profile is in order beside `AWS_CONFIG_FILE` or `AWS_SHARED_CREDENTIALS_FILE`.',
  fix: 'remove the variable, and let the SDK find the task role',
  docsUrl: 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
  levels: ['synth'],
  causalRank: 'none',
  subject: 'task',
  needs: ['containers', 'taskRole'],
  check: ({ containers, taskRole }) => taskRole === undefined || isIdle(taskRole) ? [] : each(containers, (container) => all(
    () => keys(container),
    () => shadows(container),
  )),
});

/** Keys in plain text are a gotcha of their own. */
function keys(container: ContainerFacts): readonly Result[] {
  const names = known(container.secrets).map(({ name }) => name);
  const found = KEY_VARIABLES.find((key) => names.includes(key));
  if (found !== undefined) return [{ property: ofContainer(container, 'secrets'), detail: `secrets (${found}) comes before the task role: the SDK never asks for the role` }];
  names.forEach(known);
  return [];
}

function shadows(container: ContainerFacts): readonly Result[] {
  const variables = known(container.environment);
  const names = variables.map(({ name }) => name);
  const hasFiles = FILES.some((file) => names.includes(file));
  return each(variables, ({ name: fact, value }) => {
    const name = known(fact);
    const words = SHADOWS.get(name);
    if (words === undefined || isEmpty(value) || (PROFILE_VARIABLES.includes(name) && (hasFiles || mountsFiles(container)))) return [];
    return [{ property: ofContainer(container, `environment.${name}`), detail: `environment (${name}) ${words}, and comes before the task role` }];
  });
}

function isEmpty(value: Fact<string | undefined>): boolean {
  return value === undefined || value === '';
}

function mountsFiles(container: ContainerFacts): boolean {
  return known(container.mounts).some(({ path }) => known(path)?.includes('.aws') ?? false);
}

/** The application has no use for a role without permissions, or with those of ECS Exec alone. */
function isIdle({ managedPolicies, statements }: RoleFacts): boolean {
  if (managedPolicies instanceof Unknown || statements instanceof Unknown) return false;
  return managedPolicies.length === 0 && statements.every(isOfExec);
}

function isOfExec({ actions }: StatementFacts): boolean {
  return !(actions instanceof Unknown) && actions.every((action) => typeof action === 'string' && action.startsWith('ssmmessages:'));
}
