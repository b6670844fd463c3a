import type { Value } from '../../cloudformation/value';
import { orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';

/** True if a value names a FIFO queue: one of the app, or one whose ARN ends in `.fifo`. */
export function readNamesFifo(value: Value): Fact<boolean> {
  const queue = resourceIn(value, 'AWS::SQS::Queue');
  if (queue) return orDefault(queue.properties.get('FifoQueue').flag(), false);
  const end = value.pieces().at(-1);
  return typeof end === 'string' ? end.endsWith('.fifo') : new Unknown(outside(value));
}
