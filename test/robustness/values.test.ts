import { Template } from 'aws-cdk-lib/assertions';
import { VALUES_OF_PARTS } from './values-of-parts';
import { VALUES_OF_SERVICES } from './values-of-services';
import { VALUES_OF_TRAFFIC } from './values-of-traffic';
import { circlesIn } from '../support/circles';
import { messageOf } from '../support/refusals';
import { testStack } from '../support/stacks';

const OUR_FORM = /^[^\n]+\n {2}at: {3}\S.*\n(?: {2}why: {2}\S.*\n)?(?: {2}fix: {2}\S.*)(?:\n {2}docs: https:\S+)?$/;

describe.each([...VALUES_OF_SERVICES, ...VALUES_OF_PARTS, ...VALUES_OF_TRAFFIC])('$what', ({ wrong, says, right }) => {
  test('is refused in our words', () => {
    const message = messageOf(() => wrong(testStack()));
    expect(message).toMatch(OUR_FORM);
    for (const words of says) expect(message).toContain(words);
  });

  test('is right otherwise', () => {
    const stack = testStack();
    right(stack);
    const { Resources } = Template.fromStack(stack, { skipCyclicalDependenciesCheck: true }).toJSON();
    expect(circlesIn(Resources)).toEqual([]);
    for (const { Type, Properties } of Object.values<any>(Resources)) {
      if (Type === 'AWS::EC2::SecurityGroup') expect(Properties.GroupDescription).toMatch(/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/);
    }
  });
});
