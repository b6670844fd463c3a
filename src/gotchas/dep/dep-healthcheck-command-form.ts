import type { ContainerFacts } from '../../facts/container';
import { anyKnown, known, knownOf, whereKnown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { defineGotcha, each, type Finding } from '../definition';
import { ofContainer } from '../naming';

// NONE is Docker's word for switching off the health check of the image.
const FORMS = ['CMD', 'CMD-SHELL', 'NONE'];

export const depHealthcheckCommandForm = defineGotcha({
  id: 'dep-healthcheck-command-form',
  title: 'The command of a container health check is not in the form that CMD or CMD-SHELL takes',
  consequence: 'misbehaves',
  symptom: '`healthStatus` of the container stays `UNKNOWN`, or becomes `UNHEALTHY`, though the application answers.',
  why: 'The first element sets how the rest is run: CMD as it is, CMD-SHELL by the shell of the container. '
    + 'Without it the check does not run where Docker runs the container: its health stays UNKNOWN, and a container that waits for it never starts. '
    + 'CMD splits nothing and knows no operators of a shell, and CMD-SHELL runs one element.',
  rule: 'The first element of `healthCheck.command` is `CMD`, `CMD-SHELL` or `NONE`. Behind `CMD` no single element is a whole command line, and curl, wget and pg_isready have no `||` or `&&` among their arguments. '
    + 'Behind `CMD-SHELL` stands one element. Where the check fails every time, it is an error for an essential container and for one that another waits for.',
  fix: 'put CMD-SHELL in front of a command line, or CMD in front of a program and its arguments',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  levels: ['construct', 'synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const healthCheck = known(container.healthCheck);
    if (!healthCheck) return [];
    const [first, ...others] = known(healthCheck.command);
    const form = first === undefined ? undefined : known(first);
    if (form !== undefined && FORMS.includes(form)) {
      const fault = form === 'NONE' ? undefined : misread(form, others);
      if (!fault) return [];
      return [{
        property: ofContainer(container, 'healthCheck.command'),
        consequence: fault.failsAlways && isNeeded(container, containers) ? 'never-works' : undefined,
        detail: fault.detail,
        fix: fault.fix,
      }];
    }
    return [{
      property: ofContainer(container, 'healthCheck.command'),
      detail: form === undefined
        ? 'healthCheck.command (empty) has nothing to run'
        : `healthCheck.command (${form}) does not begin with CMD or CMD-SHELL`,
    }];
  }),
});

/** True if the task does not run, or does not start, while the container is unhealthy. */
function isNeeded({ name, essential }: ContainerFacts, containers: readonly ContainerFacts[]): boolean {
  return known(essential) || anyKnown(containers, (other) => anyKnown(known(other.dependsOn), (dependency) =>
    known(dependency.containerName) === name && known(dependency.condition) === 'HEALTHY'));
}

interface Misread extends Pick<Finding, 'detail' | 'fix'> {
  readonly failsAlways: boolean;
}

/** Programs that fail with words they do not expect, or with none. */
const STRICT = /(^|\/)(curl|wget|pg_isready)$/;

/** The fault of what stands behind CMD or CMD-SHELL. Words that decide nothing are not read. */
function misread(form: string, [first, ...others]: readonly Fact<string>[]): Misread | undefined {
  if (first === undefined) return undefined;
  if (form === 'CMD') return others.length === 0 ? asProgram(known(first)) : withOperator(known(first), others);
  const script = others.length === 0 ? '' : known(first);
  if (script === '' || /[\s$;&|]/.test(script) || script.includes(HOLE)) return undefined;
  return {
    detail: `healthCheck.command (CMD-SHELL) has several elements, of which the shell runs ${script} alone`,
    fix: 'write the whole line as one element behind CMD-SHELL',
    failsAlways: STRICT.test(script),
  };
}

function asProgram(line: string): Misread | undefined {
  return !isLine(line) ? undefined : {
    detail: `healthCheck.command (CMD, ${shown(line)}) is run as a program of that name, which the container does not have`,
    fix: 'put CMD-SHELL in place of CMD, or write each word as an element of its own',
    failsAlways: true,
  };
}

function withOperator(program: string, words: readonly Fact<string>[]): Misread | undefined {
  if (!STRICT.test(program)) return undefined;
  const [operator] = knownOf(whereKnown(words, (word) => /^(\|\||&&)(\s|$)/.test(known(word))));
  return operator === undefined ? undefined : {
    detail: `healthCheck.command (CMD) hands ${shown(operator)} to ${program} as an argument, for no shell reads it`,
    fix: 'put CMD-SHELL in place of CMD, and the whole line in one element behind it',
    failsAlways: true,
  };
}

function isLine(text: string): boolean {
  return /^\S+\s+\S/.test(text.split(HOLE).join('x').trim());
}

function shown(text: string): string {
  const whole = text.split(HOLE).join('…');
  return whole.length > 40 ? `${whole.slice(0, 39)}…` : whole;
}
