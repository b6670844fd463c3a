import { known, whereKnown } from '../../facts/fact';
import { table } from '../../facts/table';
import { defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

const ALTERNATIVES: readonly string[] = ['log_stream_name', 'log_stream_prefix'];

/** Options that are for no plugin. */
const OF_ECS: readonly string[] = ['include-pattern', 'exclude-pattern', 'log-driver-buffer-limit'];

/** Options without which a plugin of Fluent Bit does not start; of alternatives, one is enough. */
const REQUIRED: Readonly<Record<string, ReadonlyArray<readonly string[]> | undefined>> = table({
  cloudwatch: [['region'], ['log_group_name'], ALTERNATIVES],
  cloudwatch_logs: [['region'], ['log_group_name'], ALTERNATIVES],
  firehose: [['region'], ['delivery_stream']],
  kinesis_firehose: [['region'], ['delivery_stream']],
  kinesis: [['region'], ['stream']],
  kinesis_streams: [['region'], ['stream']],
  s3: [['bucket']],
  datadog: [['apikey']],
});

export const logFirelensIncomplete = defineGotcha({
  id: 'log-firelens-incomplete',
  title: 'A plugin of Fluent Bit lacks an option that it can\'t start without, or has two that exclude each other',
  consequence: 'never-works',
  symptom: '`[error] [output] failed to initialize \'…\' plugin` in the log of the router, which ends, and the task with it; or `missing output key Name which is required for firelens configuration of type fluentbit`.',
  why: 'Fluent Bit initializes each output at its start, and ends when one of them lacks an option. The router is essential, so the task stops.',
  rule: 'The options of a container with `awsfirelens` and a router of the type `fluentbit` name their plugin in `Name`, with a capital letter, unless they are left to a configuration file, and have what it needs: `region`, `log_group_name` and one of `log_stream_name` and `log_stream_prefix` for CloudWatch, '
    + '`region` and the name of the stream for Firehose and Kinesis, `bucket` for S3, `apikey` for Datadog.',
  fix: 'add the option, or keep it in secretOptions',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  levels: ['synth', 'live'],
  avoidedBy: '`FireLensLogs` writes the options of its destination.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => {
    const [router] = whereKnown(containers, ({ fireLens }) => known(fireLens) !== undefined);
    const configuration = router && known(router.fireLens);
    if (!configuration || known(configuration.type) !== 'fluentbit') return [];
    return each(containers, (container) => {
      const logging = known(container.logging);
      if (!logging || known(logging.driver) !== 'awsfirelens') return [];
      const options = known(logging.options);
      const name = Object.keys(options).find((option) => option.toLowerCase() === 'name');
      if (name !== 'Name') return unnamed(ofContainer(container, 'logging'), Object.keys(options), name);
      const required = REQUIRED[known(options[name])];
      if (!required) return [];
      // Fluent Bit reads the names of options in any case.
      const set = [...Object.keys(options), ...known(logging.secretOptions).map(known)].map((option) => option.toLowerCase());
      const property = ofContainer(container, 'logging');
      if (ALTERNATIVES.every((option) => set.includes(option)) && required.includes(ALTERNATIVES)) {
        return [{ property, detail: `logging (${known(options[name])}) has both ${ALTERNATIVES.join(' and ')}`, fix: `remove ${ALTERNATIVES[0]}` }];
      }
      return required.filter((alternatives) => !alternatives.some((option) => set.includes(option))).map((alternatives) => ({
        property, detail: `logging (${known(options[name])}) lacks the option ${alternatives.join(' or ')}`, fix: `add the option ${alternatives.join(' or ')}`,
      }));
    });
  },
});

// Without options, a configuration file has the output. The agent knows `Name` in this case alone; Fluent Bit reads any.
function unnamed(property: string, options: readonly string[], misspelt: string | undefined): readonly Result[] {
  if (misspelt !== undefined) {
    return [{
      consequence: 'misbehaves',
      property,
      detail: `logging (with the option ${misspelt}) has no option Name, which ECS reads with a capital letter alone`,
      fix: `rename the option ${misspelt} to Name`,
    }];
  }
  const [first] = options.filter((option) => !OF_ECS.includes(option));
  return first === undefined ? [] : [{
    consequence: 'misbehaves',
    property,
    detail: `logging (with the option ${first}) has no option Name, which names the plugin`,
    fix: 'add the option Name',
  }];
}
