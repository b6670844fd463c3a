import { known } from '../../facts/fact';
import type { TagFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const NAME_RULE = '1 to 255 letters, digits, hyphens and underscores';
const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

export const dplServiceRefused = defineGotcha({
  id: 'dpl-service-refused',
  title: 'A name, a number of tasks or a tag that ECS refuses',
  consequence: 'rejected',
  symptom: '`InvalidParameterException` about the service name or the desired count, or `aws: prefixed tag key names are not allowed for external use.`',
  why: 'ECS creates a service only with a name, a number of tasks and tags of its forms. Keys that begin with `aws:` are for AWS itself.',
  rule: '`serviceName` has 1 to 255 letters, digits, hyphens and underscores. `desiredCount` is a whole number from 0. A service has at most 50 tags; their keys have 1 to 128 characters and do not begin with `aws:`, their values at most 256.',
  fix: 'use a value of the form that ECS has',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth'],
  subject: 'service',
  needs: [],
  reads: ['name', 'desiredCount', 'tags'],
  check: ({ name, desiredCount, tags }) => all(
    () => serviceName(known(name)),
    () => count(known(desiredCount)),
    () => number(known(tags).length),
    () => each(known(tags), tag),
  ),
});

function serviceName(name: string | undefined): readonly Result[] {
  if (name === undefined || NAME.test(name)) return [];
  const shown = name.length > 255 ? `${name.length} characters` : name;
  return [{ property: 'serviceName', detail: `serviceName (${shown}) is not ${NAME_RULE}`, fix: `use ${NAME_RULE}` }];
}

function count(tasks: number | undefined): readonly Result[] {
  if (tasks === undefined || (Number.isInteger(tasks) && tasks >= 0)) return [];
  return [{ property: 'desiredCount', detail: `desiredCount (${tasks}) is not a whole number from 0`, fix: 'set desiredCount to a whole number from 0' }];
}

function number(tags: number): readonly Result[] {
  if (tags <= MOST_TAGS) return [];
  return [{ property: 'tags', detail: `tags (${tags}) are more than a service can have, which is ${MOST_TAGS}`, fix: `remove tags, until ${MOST_TAGS} are left` }];
}

function tag({ key, value }: TagFacts): readonly Result[] {
  return all(
    () => tagKey(known(key)),
    () => {
      const { length } = known(value);
      if (length <= LONGEST_VALUE) return [];
      return [{ property: 'tags', detail: `tags (a value of ${length} characters) have a value that is too long`, fix: `use values of at most ${LONGEST_VALUE} characters` }];
    },
  );
}

function tagKey(key: string): readonly Result[] {
  if (/^aws:/i.test(key)) {
    return [{ property: 'tags', detail: `tags (${key}) have a key with the prefix aws:, which only AWS uses`, fix: 'choose a key with another prefix' }];
  }
  if (key.length >= 1 && key.length <= LONGEST_KEY) return [];
  return [{ property: 'tags', detail: `tags (a key of ${key.length} characters) have a key that is no key`, fix: `use keys of 1 to ${LONGEST_KEY} characters` }];
}
