import { CfnCondition, Fn, type Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface RuleOfCase {
  readonly priority?: unknown;
  readonly listener?: unknown;
  readonly conditions: readonly object[];
}

/** Rules of one listener, in this order unless they set their priority. */
function rules(stack: Stack, ...given: readonly RuleOfCase[]): void {
  given.forEach(({ priority, listener = 'arn:listener', conditions }, index) => resource(stack, `Rule${index}`, 'AWS::ElasticLoadBalancingV2::ListenerRule', {
    ListenerArn: listener, Priority: priority ?? index + 1, Conditions: conditions, Actions: [],
  }));
}

const path = (...Values: unknown[]) => ({ Field: 'path-pattern', PathPatternConfig: { Values } });
const host = (...Values: unknown[]) => ({ Field: 'host-header', Values });
const header = (HttpHeaderName: string, ...Values: unknown[]) => ({ Field: 'http-header', HttpHeaderConfig: { HttpHeaderName, Values } });
const method = (...Values: unknown[]) => ({ Field: 'http-request-method', HttpRequestMethodConfig: { Values } });
const source = (...Values: unknown[]) => ({ Field: 'source-ip', SourceIpConfig: { Values } });
const query = (Key: unknown, Value: unknown) => ({ Field: 'query-string', QueryStringConfig: { Values: [{ Key, Value }] } });

export const cases: readonly GotchaCase[] = [
  { name: 'all paths before some', caught: true, app: (stack) => rules(stack, { conditions: [path('/*')] }, { conditions: [path('/orders/*')] }) },
  { name: 'the same twice', caught: true, app: (stack) => rules(stack, { conditions: [host('a.example.com')] }, { conditions: [host('A.example.com')] }) },
  {
    name: 'a wider rule that is written later and has the lower priority',
    caught: true,
    app: (stack) => rules(stack, { priority: 20, conditions: [host('a.example.com'), path('/a')] }, { priority: '10', conditions: [host('*.example.com')] }),
  },
  {
    name: 'the same in each kind of condition',
    caught: true,
    app: (stack) => {
      const conditions = [header('X-A', '1'), method('GET'), source('192.0.2.0/24'), query('v', '1')];
      rules(stack, { conditions }, { conditions });
    },
  },
  { name: 'some paths before all', caught: false, app: (stack) => rules(stack, { conditions: [path('/orders/*')] }, { conditions: [path('/*')] }) },
  { name: 'one condition more', caught: false, app: (stack) => rules(stack, { conditions: [path('/a'), method('GET')] }, { conditions: [path('/a')] }) },
  { name: 'another header', caught: false, app: (stack) => rules(stack, { conditions: [header('X-A', '1')] }, { conditions: [header('X-B', '1')] }) },
  { name: 'another listener', caught: false, app: (stack) => rules(stack, { conditions: [path('/*')] }, { listener: 'arn:other', conditions: [path('/a')] }) },
  { name: 'the same priority, which is another gotcha', caught: false, app: (stack) => rules(stack, { priority: 1, conditions: [path('/*')] }, { priority: 1, conditions: [path('/a')] }) },
  {
    name: 'a header asked twice, of which both have to be there',
    caught: false,
    notChecked: true,
    app: (stack) => rules(stack, { conditions: [header('X-A', '*a*'), header('X-A', '*b*')] }, { conditions: [header('X-A', 'ab')] }),
  },
  {
    name: 'a regular expression',
    caught: false,
    notChecked: true,
    app: (stack) => rules(stack, { conditions: [{ Field: 'path-pattern', PathPatternConfig: { RegexValues: ['^/a'] } }] }, { conditions: [path('/a')] }),
  },
  { name: 'a parameter decides the path', caught: false, notChecked: true, app: (stack) => rules(stack, { conditions: [path(parameter(stack))] }, { conditions: [path('/a')] }) },
  { name: 'a parameter decides the priority', caught: false, notChecked: true, app: (stack) => rules(stack, { priority: parameter(stack), conditions: [path('/*')] }, { conditions: [path('/a')] }) },
  {
    name: 'a condition decides which of the two there is',
    caught: false,
    app: (stack) => {
      rules(stack, { conditions: [path('/*')] }, { conditions: [path('/a')] });
      const maintenance = new CfnCondition(stack, 'Maintenance', { expression: Fn.conditionEquals(parameter(stack), 'on') });
      (stack.node.findChild('Rule0') as ReturnType<typeof resource>).cfnOptions.condition = maintenance;
    },
  },
];
