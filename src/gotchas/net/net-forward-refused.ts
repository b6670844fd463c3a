import { known, knownOf, whereKnown } from '../../facts/fact';
import type { ForwardFacts } from '../../facts/listener';
import { all, defineGotcha, each, type Result } from '../definition';

const MOST_GROUPS = 5;
const MOST_WEIGHT = 999;
const LONGEST_SECONDS = 604_800;

export const netForwardRefused = defineGotcha({
  id: 'net-forward-refused',
  title: 'A forward to several target groups that a listener does not take',
  consequence: 'rejected',
  symptom: '`A target group weight must be between 0 and 999`, `You have specified too many target groups`, a `ValidationError` about the stickiness; or requests that all go to one target group, or to none.',
  why: 'Elastic Load Balancing refuses more than five target groups in one action, weights over 999, and stickiness without a duration. A target group of weight 0 gets no requests, so with no other weight none does.',
  rule: 'A forward has 1 to 5 different target groups. Each weight is a whole number from 0 to 999 and one is over 0; where there are several target groups, each has a weight. '
    + 'Stickiness that is on has a duration of 1 to 604800 s.',
  fix: 'set weights from 0 to 999, one of them over 0, on at most five target groups',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses write the weights of both target groups of a deployment; actions of your own are yours.',
  subject: 'listener',
  alsoOn: ['listenerRule'],
  needs: ['forwards'],
  check: ({ forwards }) => each(forwards, (forward) => all(() => groups(forward), () => weights(forward), () => stickiness(forward))),
});

function found(property: string, detail: string, more: { fix?: string; consequence?: 'never-works' | 'risk' } = {}): readonly Result[] {
  return [{ property, detail: `${property} ${detail}`, ...more }];
}

function groups({ targets }: ForwardFacts): readonly Result[] {
  const { length } = known(targets);
  if (length > MOST_GROUPS) return found('targetGroups', `(${length}) are more than the five of one action`, { fix: 'forward to at most five target groups' });
  const ids = known(targets).map(({ group }) => group);
  const own = knownOf(ids);
  if (new Set(own).size < own.length) return found('targetGroups', '(one of them twice) are not different', { fix: 'name each target group once' });
  if (length > 1) ids.forEach(known);
  return [];
}

function weights({ targets }: ForwardFacts): readonly Result[] {
  const items = known(targets);
  const [wrong] = whereKnown(items, ({ weight }) => !isWeight(known(weight)));
  if (wrong) return found('weight', `(${known(wrong.weight)}) is not a whole number from 0 to ${MOST_WEIGHT}`, { fix: `set weights from 0 to ${MOST_WEIGHT}` });
  const own = items.map(({ weight }) => known(weight));
  if (own.length > 0 && own.every((weight) => weight === 0)) {
    return found('weight', `(0, of all ${own.length === 1 ? 'one target group' : `${own.length} target groups`}) sends no request to a target`, { consequence: 'never-works', fix: 'set a weight over 0 on one of the target groups' });
  }
  const without = own.filter((weight) => weight === undefined).length;
  return own.length < 2 || without === 0 ? [] : found('weight', `(left out, of ${without} of ${own.length} target groups) may leave them without requests`, { consequence: 'risk', fix: 'set a weight on each target group' });
}

function isWeight(weight: number | undefined): boolean {
  return weight === undefined || (Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT);
}

function stickiness(forward: ForwardFacts): readonly Result[] {
  const sticky = known(forward.stickiness);
  if (!sticky) return [];
  const seconds = known(sticky.durationSeconds);
  if (seconds === undefined) {
    return known(sticky.enabled) ? found('stickiness', '(without durationSeconds) is not complete', { fix: 'set durationSeconds' }) : [];
  }
  const isInRange = Number.isInteger(seconds) && seconds >= 1 && seconds <= LONGEST_SECONDS;
  return isInRange || !known(sticky.enabled) ? [] : found('stickiness', `(${seconds} s) is not 1 to ${LONGEST_SECONDS}`, { fix: 'set 1 s to 7 days' });
}
