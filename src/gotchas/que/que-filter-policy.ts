import { known } from '../../facts/fact';
import type { FilterFacts } from '../../facts/queue';
import { all, defineGotcha, each, type Result } from '../definition';

const SCOPES = ['MessageAttributes', 'MessageBody'];

export const queFilterPolicy = defineGotcha({
  id: 'que-filter-policy',
  title: 'A filter policy that SNS refuses',
  consequence: 'rejected',
  symptom: '`Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy`, or `Match value must be String, number, true, false, or null` in an array.',
  why: 'SNS compares a filter with the attributes of a message, which have no fields in them, unless the scope of the filter is the body. Each field of a filter has a list of what it may be.',
  rule: '`filterPolicyScope` is `MessageAttributes` or `MessageBody`; a filter with fields in fields has the scope `MessageBody`, and the value of each field is a list.',
  fix: 'set FilterPolicyScope to MessageBody for fields of the body, and write each value as a list',
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html',
  levels: ['synth'],
  avoidedBy: '`Subscription` takes the filters of the AWS CDK, which writes lists.',
  subject: 'queue',
  needs: ['senders'],
  check: ({ senders }) => each(senders, ({ filter }) => {
    const own = known(filter);
    return own === undefined ? [] : check(own);
  }),
});

function check({ scope, isNested, withoutList }: FilterFacts): readonly Result[] {
  return all(
    () => SCOPES.includes(known(scope)) ? [] : [{
      property: 'filterPolicyScope', detail: `filterPolicyScope (${known(scope)}) is neither ${SCOPES.join(' nor ')}`, fix: `set FilterPolicyScope to ${SCOPES.join(' or ')}`,
    }],
    () => known(isNested) && known(scope) === SCOPES[0] ? [{
      property: 'filterPolicy', detail: `filterPolicy (fields in fields) is for the body, and its scope is ${SCOPES[0]}`, fix: 'set FilterPolicyScope to MessageBody',
    }] : [],
    () => known(withoutList).length === 0 ? [] : [{
      property: 'filterPolicy', detail: `filterPolicy (${known(withoutList).join(', ')}) has a value that is no list`, fix: 'write the value as a list: ["paid"]',
    }],
  );
}
