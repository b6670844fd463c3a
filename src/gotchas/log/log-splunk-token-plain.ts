import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const logSplunkTokenPlain = defineGotcha({
  id: 'log-splunk-token-plain',
  title: 'The token for Splunk is in plain text',
  consequence: 'risk',
  symptom: 'The token can be read in the console, in the template and in every revision of the task definition.',
  why: 'A principal that may describe the task definition reads its log options, and with the token may write into the index.',
  rule: 'With the driver `splunk`, `splunk-token` is in `secretOptions` and not in `options`.',
  fix: 'keep the token in Secrets Manager or SSM Parameter Store and pass it in secretOptions',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-logconfig.html',
  levels: ['synth', 'live'],
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'splunk' || !('splunk-token' in known(logging.options))) return [];
    return [{ property: ofContainer(container, 'logging'), detail: 'options (splunk-token) hold the token in plain text' }];
  }),
});
