import { known } from '../../facts/fact';
import type { ActionFacts } from '../../facts/listener';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';

const ENDS = ['forward', 'redirect', 'fixed-response'];
const TYPES = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];
const MOST_CHARACTERS = 1024;

export const netActionRefused = defineGotcha({
  id: 'net-action-refused',
  title: 'Actions of a listener in an order, or with a response, that it does not take',
  consequence: 'rejected',
  symptom: '`InvalidLoadBalancerAction`, `Actions must contain exactly one of …`, or a `ValidationError` about the fixed response.',
  why: 'A listener performs its actions in their order, and the last one answers the request: Elastic Load Balancing refuses actions without an answer at their end, or with two, and a fixed response that is too long.',
  rule: 'The actions of a listener and of a rule have exactly 1 of `forward`, `redirect` and `fixed-response`, with the highest `Order`; where there are more, each has an `Order` of its own. '
    + 'A fixed response has a status of 2xx, 4xx or 5xx, one of the content types of Elastic Load Balancing, and 1024 characters at most.',
  fix: 'end the actions with one forward, redirect or fixed-response, and set an Order on each',
  docsUrl: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  levels: ['synth'],
  avoidedBy: 'Ingresses write the actions of their listeners in order; actions of your own are yours.',
  subject: 'listener',
  alsoOn: ['listenerRule'],
  needs: ['actions'],
  check: ({ actions }) => all(() => ended(actions), () => each(actions, response)),
});

function found(detail: string, fix?: string): readonly Finding[] {
  return [{ property: 'actions', detail: `actions ${detail}`, fix }];
}

function ended(actions: readonly ActionFacts[]): readonly Finding[] {
  const types = actions.map(({ type }) => known(type));
  const ends = types.filter((type) => ENDS.includes(type));
  if (ends.length !== 1) return found(ends.length === 0 ? `(${types.join(', ') || 'none'}) have no answer at their end` : `(${ends.join(', ')}) have more than one answer`);
  if (actions.length === 1) return [];
  const orders = actions.map(({ order }) => known(order));
  const own = orders.filter((order) => order !== undefined);
  if (own.length < orders.length) return found(`(${types.join(', ')}) have no order of their own`, 'set Order on each action');
  if (new Set(own).size < own.length) return found(`(order ${own.join(', ')}) have the same order`, 'set a different Order on each action');
  const last = types[orders.indexOf(Math.max(...own))];
  return ENDS.includes(last) ? [] : found(`(${ends[0]}, before ${last}) have another one after the answer`, `set the highest Order on ${ends[0]}`);
}

function response({ type, statusCode, contentType, bodyLength }: ActionFacts): readonly Result[] {
  return known(type) !== 'fixed-response' ? [] : all(
    () => {
      const status = known(statusCode);
      return status === undefined || /^[245]\d\d$/.test(status) ? [] : found(`(fixed-response with status ${status}) have a status that is not 2xx, 4xx or 5xx`, 'set a status of 2xx, 4xx or 5xx');
    },
    () => {
      const own = known(contentType);
      return own === undefined || TYPES.includes(own) ? [] : found(`(fixed-response of type ${own}) have a type that is not ${TYPES.join(', ')}`, `use ${TYPES.join(', ')}`);
    },
    () => known(bodyLength) <= MOST_CHARACTERS ? [] : found(`(fixed-response of ${known(bodyLength)} characters) are longer than ${MOST_CHARACTERS}`, 'shorten the message, or forward to a function'),
  );
}
