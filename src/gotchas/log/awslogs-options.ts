import { known, type Fact } from '../../facts/fact';
import type { LoggingFacts } from '../../facts/logging';
import { all, each, type Result } from '../definition';

// What ECS documents, and what the driver of Docker takes beyond that.
const TAKEN = new Set([
  'awslogs-create-group', 'awslogs-datetime-format', 'awslogs-group', 'awslogs-multiline-pattern', 'awslogs-region', 'awslogs-stream-prefix',
  'max-buffer-size', 'mode',
  'awslogs-create-stream', 'awslogs-credentials-endpoint', 'awslogs-endpoint', 'awslogs-force-flush-interval-seconds', 'awslogs-format',
  'awslogs-max-buffered-events', 'tag',
]);

/** Form of the values of options that the driver parses, and the words for it. */
const FORMS: Readonly<Record<string, readonly [RegExp, string]>> = {
  'mode': [/^(non-)?blocking$/, 'blocking or non-blocking'],
  'max-buffer-size': [/^\d+(\.\d+)* ?([kmgtp]?i?b?)$/i, 'a number of bytes with k, m or g behind it, as in 25m'],
  // ECS refuses false: the option is set to true, or left out.
  'awslogs-create-group': [/^([1tT]|true|TRUE|True)$/, 'true'],
  'awslogs-create-stream': [/^([01tfTF]|true|TRUE|True|false|FALSE|False)$/, 'true or false'],
};

/** Findings on the options of a log configuration, if its driver is awslogs. */
export function optionsOfAwslogs(logging: LoggingFacts | undefined, property: string, onFargate: Fact<boolean>): readonly Result[] {
  if (!logging || known(logging.driver) !== 'awslogs') return [];
  const values = known(logging.options);
  const options = Object.keys(values);
  const lacks = (option: string): readonly Result[] => options.includes(option)
    ? []
    : [{ property, detail: `logging (awslogs) lacks the option ${option}`, fix: `add the option ${option}` }];
  return all(
    () => lacks('awslogs-group'),
    () => lacks('awslogs-region'),
    () => options.includes('awslogs-stream-prefix') || !known(onFargate) ? [] : lacks('awslogs-stream-prefix'),
    () => options.filter((option) => !TAKEN.has(option)).map((option) => (
      { property, detail: `logging (awslogs) does not take the option ${option}`, fix: `remove the option ${option}` })),
    () => buffer(property, values),
    () => options.includes('awslogs-datetime-format') && options.includes('awslogs-multiline-pattern') ? [{
      property,
      detail: 'logging (awslogs) has both awslogs-datetime-format and awslogs-multiline-pattern',
      fix: 'remove awslogs-datetime-format or awslogs-multiline-pattern',
    }] : [],
    () => each(Object.keys(FORMS).filter((option) => option in values), (option) => checkForm(property, option, known(values[option]))),
  );
}

/** A buffer belongs to the mode that does not block. */
function buffer(property: string, options: Readonly<Record<string, Fact<string>>>): readonly Result[] {
  if (!('max-buffer-size' in options) || options.mode === undefined || known(options.mode) !== 'blocking') return [];
  return [{
    property,
    consequence: 'misbehaves',
    detail: 'logging (awslogs) has a max-buffer-size, and the mode blocking, which has no buffer',
    fix: 'set mode to non-blocking, or remove max-buffer-size',
  }];
}

function checkForm(property: string, option: string, value: string): readonly Result[] {
  const [form, words] = FORMS[option];
  return form.test(value) ? [] : [{ property, detail: `${option} (${value}) is not ${words}`, fix: `set ${option} to ${words}` }];
}
