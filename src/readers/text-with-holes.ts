import { Reference } from '../cloudformation/resolved';
import type { Value } from '../cloudformation/value';
import { required } from '../cloudformation/value-helpers';
import type { Fact } from '../facts/fact';
import { HOLE } from '../facts/image';

/** A text with a `HOLE` for each part that only the deployment knows. */
export function textWithHoles(value: Value): Fact<string> {
  const pieces = value.pieces();
  if (pieces.length === 0) return required(value.text());
  const [only] = pieces;
  if (pieces.length === 1 && typeof only !== 'string') return only instanceof Reference ? required(value.text()) : only;
  return pieces.map((piece) => typeof piece === 'string' ? piece : HOLE).join('');
}
