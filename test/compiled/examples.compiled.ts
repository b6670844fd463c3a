import { TYPES } from '../../scripts/site/assembly';
import { madeBy } from '../../scripts/site/made';

const examples = TYPES.filter(({ docs }) => docs?.example !== undefined).map((type) => [type.name, type] as const);

test.each(examples)('the example of %s synthesizes', (_, type) => {
  expect(madeBy(type)).toBeInstanceOf(Map);
});
