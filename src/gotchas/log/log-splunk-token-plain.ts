import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

export const logSplunkTokenPlain = defineGotcha({
  id: 'log-splunk-token-plain',
  title: 'The token for Splunk is in plain text',
  severity: 'warning',
  why: 'Whoever may describe the task definition reads its log options, in the template and in every old revision, and with the token may write into the index.',
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
