import { anyKnown, known, NotKnown, Unknown, whereKnown, type Fact } from '../../src/facts/fact';

const UNSEEN = new Unknown('it was not seen');
const isOdd = (fact: Fact<number>): boolean => known(fact) % 2 === 1;

/** The error of a search, which is no `Error`. */
function thrownBy(search: () => unknown): unknown {
  try {
    return search();
  } catch (error) {
    return error;
  }
}

test('what is known is found beside what is not', () => {
  expect(whereKnown([UNSEEN, 3, 4, 5], isOdd)).toEqual([3, 5]);
  expect(anyKnown([UNSEEN, 3], isOdd)).toBe(true);
});

test('nothing is found where all is known', () => {
  expect(whereKnown([2, 4], isOdd)).toEqual([]);
  expect(anyKnown([], isOdd)).toBe(false);
});

test('an unknown item is not taken for one that does not meet the condition', () => {
  expect(thrownBy(() => whereKnown([2, UNSEEN], isOdd))).toEqual(new NotKnown('it was not seen'));
  expect(thrownBy(() => anyKnown([UNSEEN], isOdd))).toBeInstanceOf(NotKnown);
});

test('another error stays one', () => {
  expect(() => whereKnown([1], () => {
    throw new Error('a bug');
  })).toThrow('a bug');
});
