import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

// NONE is Docker's word for switching off the health check of the image.
const FORMS = ['CMD', 'CMD-SHELL', 'NONE'];

export const depHealthcheckCommandForm = defineGotcha({
  id: 'dep-healthcheck-command-form',
  title: 'The command of a container health check lacks CMD or CMD-SHELL',
  consequence: 'misbehaves',
  symptom: '`healthStatus` of the container stays `UNKNOWN`, though the application answers.',
  why: 'The first element sets how the rest is run: CMD as it is, CMD-SHELL by the shell of the container. '
    + 'Without it the check does not run where Docker runs the container: its health stays UNKNOWN, and a container that waits for it never starts.',
  rule: 'The first element of `healthCheck.command` is `CMD`, `CMD-SHELL` or `NONE`.',
  fix: 'put CMD-SHELL in front of a command line, or CMD in front of a program and its arguments',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  levels: ['synth', 'live'],
  designedOut: 'The CDK puts CMD or CMD-SHELL in front of the command of an L2 health check.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const healthCheck = known(container.healthCheck);
    if (!healthCheck) return [];
    const [first] = known(healthCheck.command);
    const form = first === undefined ? undefined : known(first);
    if (form !== undefined && FORMS.includes(form)) return [];
    return [{
      property: ofContainer(container, 'healthCheck.command'),
      detail: form === undefined
        ? 'healthCheck.command (empty) has nothing to run'
        : `healthCheck.command (${form}) does not begin with CMD or CMD-SHELL`,
    }];
  }),
});
