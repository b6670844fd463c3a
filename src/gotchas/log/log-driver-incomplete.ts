import { known } from '../../facts/fact';
import { table } from '../../facts/table';
import { defineGotcha, each } from '../definition';
import { ofContainer } from '../naming';

/** Options without which Docker does not start the driver. */
const REQUIRED: Readonly<Record<string, readonly string[] | undefined>> = table({
  splunk: ['splunk-url', 'splunk-token'],
  gelf: ['gelf-address'],
});

export const logDriverIncomplete = defineGotcha({
  id: 'log-driver-incomplete',
  title: 'A log driver lacks the address that it sends to',
  consequence: 'never-works',
  symptom: '`failed to create task for container: failed to initialize logging driver: splunk: splunk-url is expected`',
  why: 'The container runtime initializes the log driver before it starts the container, and starts none whose driver has no destination.',
  rule: 'The driver `splunk` has `splunk-url` and `splunk-token`, the driver `gelf` has `gelf-address`, each in `options` or in `secretOptions`.',
  fix: 'add the option to the log configuration',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  levels: ['synth', 'live'],
  avoidedBy: 'The log drivers of the CDK require the options.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    const required = logging && REQUIRED[known(logging.driver)];
    if (!required) return [];
    const set = [...Object.keys(known(logging.options)), ...known(logging.secretOptions).map(known)];
    return required.filter((option) => !set.includes(option)).map((option) => (
      { property: ofContainer(container, 'logging'), detail: `logging (${known(logging.driver)}) lacks the option ${option}`, fix: `add the option ${option}` }));
  }),
});
