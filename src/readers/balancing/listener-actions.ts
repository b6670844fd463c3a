import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import type { ActionFacts } from '../../facts/listener';
import { Unknown, type Fact } from '../../facts/fact';

/** The actions of a listener, or of a rule of one. */
export function readActionFacts(actions: Value): Fact<readonly ActionFacts[]> {
  return list(actions, (action) => {
    const response = action.get('FixedResponseConfig');
    const body = response.get('MessageBody').text();
    return {
      type: required(action.get('Type').text()),
      order: action.get('Order').number(),
      statusCode: response.get('StatusCode').text(),
      contentType: response.get('ContentType').text(),
      bodyLength: body === undefined ? 0 : body instanceof Unknown ? body : body.length,
    };
  });
}
